/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { viewIdentityCard } from './identity-card.ts'

export const useCases: AnyUseCase[] = [viewIdentityCard]
