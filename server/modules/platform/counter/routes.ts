/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { viewOverview } from './overview.ts'
import { searchPerson, viewMyLooks } from './search-person.ts'

export const useCases: AnyUseCase[] = [viewOverview, searchPerson, viewMyLooks]
