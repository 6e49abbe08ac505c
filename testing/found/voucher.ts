import { newId } from '../../server/kernel/id.ts'
import { openVoucherCase } from '../../server/modules/access/authentication/voucher/open-voucher-case.ts'
import { settleCitizen } from '../settle-citizen.ts'
import type { FoundCase } from './found-case.ts'

export const found: FoundCase = {
  kind: 'voucher',
  task: 'recovery.second',
  async open(fixture, officer) {
    const { personalNumber } = (await settleCitizen(fixture)).person
    return officer.do(openVoucherCase, { caseId: newId(), personalNumber })
  },
}
