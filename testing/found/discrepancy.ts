import { reportDiscrepancy } from '../../server/modules/cases/discrepancies/own-discrepancies.ts'
import { settleCitizen } from '../settle-citizen.ts'
import type { FoundCase } from './found-case.ts'

export const found: FoundCase = {
  kind: 'discrepancy',
  task: 'discrepancy.work',
  async open(fixture) {
    const { visitor } = await settleCitizen(fixture)
    const { reference, id } = await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Thử' })
    return { reference, caseId: id }
  },
}
