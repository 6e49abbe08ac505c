/** Opening a voucher case, looking at it, the office's list, and ending one without a decision. */
import {
  DiscardVoucherCase,
  ListVoucherCases,
  OpenVoucherCase,
  ViewVoucherCase,
} from '../../../../../contract/recovery-voucher.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { discardOf, lookOf } from '../../../cases/casework/case-commands.ts'
import { permitsOf } from '../../../cases/casework/case-access.ts'
import { isTakenBy } from '../../../cases/casework/case-file.ts'
import { openingLimit } from '../../../cases/casework/evidence-commands.ts'
import { figuresOf, listOf } from '../../../cases/casework/list-cases.ts'
import { lineOfOpening, openCase, openingOf } from '../../../cases/casework/open-case.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { doubtsOf, emptyVoucherContent } from './voucher.ts'
import { circumstancesOf, openVoucher, viewOf, voucherKind, vouchers } from './voucher-case.ts'

const SEEN = ['personalNumber', 'fullName', 'birthDate', 'sex', 'residence', 'portrait', 'account'] as const

export const openVoucherCase = useCase({
  contract: OpenVoucherCase,
  limits: openingLimit(voucherKind),
  find: openingOf(voucherKind),
  permit: permitsOf(voucherKind).taker,
  async act(work, { personalNumber }, { found, actor, tools, now }) {
    const of = { subject_id: found.subjectId, id: found.caseId }
    if (!found.isOpened) {
      const person = await findPerson(work, tools, personalNumber)
      const content = emptyVoucherContent(personalNumber, person?.fullName ?? null)
      await openCase(work, tools, voucherKind, { found, actor, now }, { content })
    }
    return viewOf(work, tools, of, actor, now)
  },
  audit: lineOfOpening({ purpose: 'voucher-opened', fields: SEEN }),
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
      name: content.name,
      doubts: isWaiting ? doubtsOf(content, await circumstancesOf(read, tools, row, content, at)) : [],
      isMine: isTakenBy(row, actor),
    }
  },
})

export const voucherSecondFigures = figuresOf(voucherKind, 'second')
