/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { viewAccessLog } from './access-log.ts'

export const useCases: AnyUseCase[] = [viewAccessLog]
