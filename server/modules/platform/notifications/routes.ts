/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { markRead, viewInbox } from './inbox.ts'

export const useCases: AnyUseCase[] = [viewInbox, markRead]
