/** Opening a voucher case, looking at it, the office's list, and ending one without a decision. */
import {
  DiscardVoucherCase,
  ListVoucherCases,
  OpenVoucherCase,
  ViewVoucherCase,
} from '../../../../../contract/recovery-voucher.ts'
import { discardOf, lookOf } from '../../../cases/casework/case-commands.ts'
import { isTakenBy } from '../../../cases/casework/case-file.ts'
import { lapsesAt } from '../../../cases/casework/lapse-open.ts'
import { figuresOf, listOf } from '../../../cases/casework/list-cases.ts'
import { openOf } from '../../../cases/casework/open-command.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { doubtsOf, emptyVoucherContent, refusalAtOpening } from './voucher.ts'
import { circumstancesOf, openVoucher, voucherKind, vouchers } from './voucher-case.ts'

const SEEN = ['personalNumber', 'fullName', 'birthDate', 'sex', 'residence', 'portrait', 'account'] as const

export const openVoucherCase = openOf(vouchers, {
  contract: OpenVoucherCase,
  line: { purpose: 'voucher-opened', fields: SEEN },
  async begin(work, { personalNumber }, { found, tools, now }) {
    const person = await findPerson(work, tools, personalNumber)
    const content = emptyVoucherContent(personalNumber, person?.fullName ?? null)
    const { subjectId, caseId, reference } = found
    const of = { subject_id: subjectId, id: caseId, reference }
    return refusalAtOpening(content, await circumstancesOf(work, tools, of, content, now)) ?? { content }
  },
})

export const viewVoucherCase = lookOf(vouchers, {
  contract: ViewVoucherCase,
  line: { purpose: 'voucher-view', fields: SEEN },
})
export const discardVoucherCase = discardOf(vouchers, {
  contract: DiscardVoucherCase,
  line: { purpose: 'voucher-discarded' },
})

export const listVoucherCases = listOf(voucherKind, {
  contract: ListVoucherCases,
  stages: { open: ['open', 'second', 'issue'], second: ['second'] },
  async item(read, tools, row, actor, at) {
    const { content } = await openVoucher(tools, row)
    const isWaiting = row.state === 'waiting-second'
    return {
      caseId: row.id,
      reference: row.reference,
      state: row.state,
      openedAt: row.opened_at.toISOString(),
      lapsesAt: lapsesAt(voucherKind, row)?.toISOString() ?? null,
      name: content.name,
      doubts: isWaiting ? doubtsOf(content, await circumstancesOf(read, tools, row, content, at)) : [],
      isMine: isTakenBy(row, actor),
    }
  },
})

export const voucherSecondFigures = figuresOf(voucherKind, 'second')
