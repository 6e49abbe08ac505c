/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { viewLooks } from './who-looked.ts'

export const useCases: AnyUseCase[] = [viewLooks]
