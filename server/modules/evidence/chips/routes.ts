/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'

export const useCases: AnyUseCase[] = []
