/** The use cases below `/api`, module by module. */
import type { AnyUseCase } from '../kernel/use-case.ts'
import { allModules } from '../modules/all.ts'

export const allUseCases: readonly AnyUseCase[] = allModules.flatMap(({ useCases }) => useCases)
