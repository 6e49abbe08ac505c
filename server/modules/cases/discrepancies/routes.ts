/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { reportDiscrepancy, viewOwnDiscrepancies, withdrawDiscrepancy } from './own-discrepancies.ts'
import { confirmDiscrepancy, proposeDiscrepancy } from './settle-discrepancy.ts'
import {
  askDiscrepancy,
  listDiscrepancies,
  noteDiscrepancy,
  refuseDiscrepancy,
  viewDiscrepancy,
} from './work-discrepancy.ts'

export const useCases: AnyUseCase[] = [
  listDiscrepancies,
  viewDiscrepancy,
  noteDiscrepancy,
  askDiscrepancy,
  proposeDiscrepancy,
  confirmDiscrepancy,
  refuseDiscrepancy,
  viewOwnDiscrepancies,
  reportDiscrepancy,
  withdrawDiscrepancy,
]
