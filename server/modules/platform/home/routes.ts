/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { viewMe } from './view-me.ts'

export const useCases: AnyUseCase[] = [viewMe]
