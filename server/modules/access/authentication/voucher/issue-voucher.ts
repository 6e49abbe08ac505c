/**
 * Consent at the citizen's own screen, the decision by rule or by a second pair of eyes, and the voucher
 * itself, whose code is told once.
 */
import {
  AskVoucherConsent,
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
import { askAtDesk } from '../../../registry/organisations/desk-prompt.ts'
import { approver } from '../../../registry/organisations/second-eyes.ts'
import { voucherDigest } from '../recovery/begin-recovery.ts'
import { isRecoveryBarred } from '../recovery/recovery-bar.ts'
import { voucherLifetime_s } from '../recovery/recovery-rules.ts'
import * as recoveries from '../recovery/recovery-store.ts'
import {
  decideVoucher,
  mustBeIssuable,
  mustBeOpen,
  secondVoucher,
  type VoucherCase,
  type VoucherDecision,
} from './voucher.ts'
import {
  lineOf,
  voucherForUpdate,
  openVoucher,
  sceneOf,
  sealVoucher,
  taker,
  takenByWith,
  viewOf,
  voucherQuestion,
} from './voucher-case.ts'
import * as store from './voucher-store.ts'
import type { VoucherRow } from './voucher-store.ts'
import { RecoveryVoucherIssued } from '../recovery/events.ts'

export const askVoucherConsent = useCase({
  contract: AskVoucherConsent,
  find: voucherForUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const voucher = await openVoucher(tools, row)
    mustBeOpen(voucher)
    await askAtDesk(work, tools, actor.sessionId, voucherQuestion(row, voucher.content))
    await store.save(work, row, {
      state: row.state,
      sealed: row.sealed_content,
      takenBy: takenByWith(row, actor),
      at: now,
    })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('voucher-consent-asked', []),
})

/** With the decision the picture goes, unless other eyes are to see it. */
const keepDecision = async (
  work: Work,
  tools: Tools,
  row: VoucherRow,
  voucher: VoucherCase,
  decision: VoucherDecision,
  kept: { takenBy: readonly string[]; note: string | null; at: Date },
): Promise<void> => {
  const { content } = voucher
  const after = {
    ...content,
    picture: decision.state === 'waiting-second' ? content.picture : null,
    reason: decision.state === 'refused' ? decision.reason : null,
    confirmedAt: decision.state === 'confirmed' ? kept.at.toISOString() : null,
    note: kept.note,
  }
  await store.save(work, row, {
    state: decision.state,
    sealed: await sealVoucher(tools, row.subject_id, after),
    takenBy: kept.takenBy,
    at: kept.at,
  })
}

export const submitVoucherCase = useCase({
  contract: SubmitVoucherCase,
  find: voucherForUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    const voucher = await openVoucher(tools, row)
    const decision = decideVoucher(voucher, await sceneOf(work, tools, row, voucher.content, now))
    await keepDecision(work, tools, row, voucher, decision, {
      takenBy: takenByWith(row, actor),
      note: null,
      at: now,
    })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('voucher-decision', ['account']),
})

export const secondVoucherCase = useCase({
  contract: SecondVoucherCase,
  find: voucherForUpdate,
  permit: approver('recovery.second', { herself: 'voucher.about-yourself', sameEyes: 'voucher.same-eyes' }),
  async act(work, { verdict, note }, { found: { row }, actor, tools, now }) {
    const voucher = await openVoucher(tools, row)
    const decision = secondVoucher(voucher, await sceneOf(work, tools, row, voucher.content, now), verdict)
    await keepDecision(work, tools, row, voucher, decision, { takenBy: row.taken_by, note, at: now })
    return viewOf(work, tools, row, actor, now)
  },
  audit: lineOf('voucher-second', ['portrait', 'fingerprints', 'account']),
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
  await store.save(work, row, {
    state: 'issued',
    sealed: row.sealed_content,
    takenBy: takenByWith(row, actor),
    at,
  })
  work.publish(RecoveryVoucherIssued, row.subject_id, {
    caseId: row.id,
    office: actor.officeName,
    until: endsAt.toISOString(),
  })
  return { voucher, endsAt: endsAt.toISOString(), office: actor.officeName }
}

export const issueVoucher = useCase({
  contract: IssueVoucher,
  find: voucherForUpdate,
  permit: taker,
  async act(work, _, { found: { row }, actor, tools, now }) {
    mustBeIssuable(await openVoucher(tools, row), now)
    if (await isRecoveryBarred(work, row.subject_id, 'voucher')) {
      throw problem('recovery.barred')
    }
    const made = await makeVoucher(work, tools, row, actor, now)
    return { ...made, case: await viewOf(work, tools, row, actor, now) }
  },
  audit: ({ result, ...done }) =>
    lineOf('voucher-issued', ['account'])({ ...done, result: result?.case ?? null }),
})
