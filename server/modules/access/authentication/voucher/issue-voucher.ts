/**
 * The decision by rule or by a second pair of eyes, and the voucher itself, whose code is told once.
 */
import {
  IssueVoucher,
  SecondVoucherCase,
  SubmitVoucherCase,
} from '../../../../../contract/recovery-voucher.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import { later } from '../../../../kernel/clock.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { finders, lineOf, permitsOf } from '../../../cases/casework/case-access.ts'
import { decidedBy, saveCase, takenByWith } from '../../../cases/casework/case-file.ts'
import { mustHaveSeen } from '../../../cases/casework/seen-by-second.ts'
import { voucherDigest } from '../recovery/begin-recovery.ts'
import { isContestedSince, isRecoveryBarred } from '../recovery/recovery-bar.ts'
import { voucherLifetime_s } from '../recovery/recovery-rules.ts'
import * as recoveries from '../recovery/recovery-store.ts'
import {
  decideVoucher,
  doubtsOf,
  mustBeIssuable,
  secondVoucher,
  type VoucherCase,
  type VoucherDecision,
  type VoucherState,
} from './voucher.ts'
import { circumstancesOf, openVoucher, viewOf, voucherKind, type VoucherRow } from './voucher-case.ts'
import { RecoveryVoucherIssued } from '../recovery/events.ts'

const { forUpdate } = finders<VoucherState>(voucherKind)
const { taker, approver } = permitsOf(voucherKind)

interface Deciding {
  readonly row: VoucherRow
  readonly voucher: VoucherCase
  readonly takenBy: readonly string[]
  readonly actor: Officer
  readonly note: string | null
  readonly at: Date
}

/** With the decision the picture goes, unless other eyes are to see it. */
const keepDecision = async (
  work: Work,
  tools: Tools,
  { row, voucher: { content }, takenBy, actor, note, at }: Deciding,
  decision: VoucherDecision,
): Promise<void> => {
  const isWaiting = decision.state === 'waiting-second'
  const reason = decision.state === 'refused' ? decision.reason : null
  const after = {
    ...content,
    picture: isWaiting ? content.picture : null,
    reason,
    confirmedAt: decision.state === 'confirmed' ? at.toISOString() : null,
    note,
  }
  const change = {
    state: decision.state,
    content: after,
    reason,
    takenBy,
    by: actor.number,
    note,
    submittedAt: row.submitted_at ?? at,
    ...(isWaiting ? {} : { decidedBy: decidedBy(actor) }),
  }
  await saveCase(work, tools, voucherKind, row, change, at)
}

export const submitVoucherCase = useCase({
  contract: SubmitVoucherCase,
  find: forUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const voucher = await openVoucher(tools, row)
    const decision = decideVoucher(voucher, await circumstancesOf(work, tools, row, voucher.content, now))
    const takenBy = takenByWith(row, actor)
    await keepDecision(work, tools, { row, voucher, takenBy, actor, note: null, at: now }, decision)
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf({ purpose: 'voucher-decision', fields: ['account'] }),
})

export const secondVoucherCase = useCase({
  contract: SecondVoucherCase,
  find: forUpdate,
  permit: approver,
  async act(work, { verdict, note, seen }, { found: { row }, actor, tools, now }) {
    const voucher = await openVoucher(tools, row)
    const circumstances = await circumstancesOf(work, tools, row, voucher.content, now)
    const decision = secondVoucher(voucher, circumstances, verdict)
    if (decision.state === 'confirmed') {
      mustHaveSeen(doubtsOf(voucher.content, circumstances), seen)
    }
    const takenBy = row.taken_by
    await keepDecision(work, tools, { row, voucher, takenBy, actor, note, at: now }, decision)
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf({ purpose: 'voucher-second', fields: ['portrait', 'fingerprints', 'account'] }),
})

/** 80 bits in groups of four, without the letters that look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const newVoucher = (): string =>
  Array.from(newSecret(16), (byte) => ALPHABET.charAt(byte % 32))
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

const makeVoucher = async (
  work: Work,
  tools: Tools,
  row: VoucherRow,
  actor: Officer,
  at: Date,
): Promise<{ voucher: string; endsAt: string; office: string }> => {
  const voucher = newVoucher()
  const endsAt = later(at, inForce(voucherLifetime_s, at))
  await recoveries.endVouchersOf(work, row.subject_id, row.id, at)
  await recoveries.insertVoucher(work, {
    digest: voucherDigest(tools, voucher),
    subjectId: row.subject_id,
    caseId: row.id,
    at,
    endsAt,
  })
  const change = { state: 'issued' as const, takenBy: takenByWith(row, actor), by: actor.number }
  await saveCase(work, tools, voucherKind, row, change, at)
  work.publish(RecoveryVoucherIssued, row.subject_id, {
    caseId: row.id,
    office: actor.officeName,
    until: endsAt.toISOString(),
  })
  return { voucher, endsAt: endsAt.toISOString(), office: actor.officeName }
}

export const issueVoucher = useCase({
  contract: IssueVoucher,
  find: forUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const voucher = await openVoucher(tools, row)
    mustBeIssuable(voucher, now)
    const { confirmedAt } = voucher.content
    if (confirmedAt !== null && (await isContestedSince(work, row.subject_id, new Date(confirmedAt)))) {
      throw problem('voucher.not-confirmed')
    }
    if (await isRecoveryBarred(work, row.subject_id, 'voucher')) {
      throw problem('recovery.barred')
    }
    const made = await makeVoucher(work, tools, row, actor, now)
    return { ...made, case: await viewOf(work, tools, row, actor, now) }
  },
  audit: ({ result, ...done }) =>
    lineOf({ purpose: 'voucher-issued', fields: ['account'] })({ ...done, result: result?.case ?? null }),
})
