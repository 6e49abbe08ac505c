/** The use cases of each router, module by module. */
import type { AnyUseCase } from '../kernel/use-case.ts'
import { allModules } from '../modules/all.ts'

export const allUseCases: readonly AnyUseCase[] = allModules
  .filter(({ router }) => router === 'api')
  .flatMap(({ useCases }) => useCases)
