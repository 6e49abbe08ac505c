/**
 * A voucher case as its commands handle it: what kind of case it is, what stands outside of it and decides
 * as well, and what the officer sees.
 */
import type { z } from 'zod'
import type { voucherCase } from '../../../../../contract/recovery-voucher.ts'
import type { Officer } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import type { CaseType } from '../../../cases/casework/case-commands.ts'
import { historySeen } from '../../../cases/casework/case-history.ts'
import { isTakenBy, unsealContent } from '../../../cases/casework/case-file.ts'
import type { CaseKind } from '../../../cases/casework/case-kind.ts'
import { caseRow } from '../../../cases/casework/case-access.ts'
import type { CaseOf, CaseRow } from '../../../cases/casework/case-row.ts'
import { lapsesAt } from '../../../cases/casework/lapse-open.ts'
import { consentAtDesk } from '../../../evidence/capture/consent.ts'
import { hasTakenLive, portraitSeen, registerPictureFor } from '../../../evidence/capture/portrait.ts'
import { printsSeen } from '../../../evidence/capture/prints.ts'
import {
  registerEntryOf,
  registerSeen,
  type RegisterEntry,
} from '../../../evidence/capture/register-entry.ts'
import type { AccountState } from '../../../people/accounts/account.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { takesTwo } from '../../../registry/organisations/control-deeds.ts'
import type { Question } from '../../../registry/organisations/desk-prompt.ts'
import { isRecoveryBarred } from '../recovery/recovery-bar.ts'
import { abandonedVoucherCase_s, openVoucherCase_days, voucherBudget } from '../recovery/recovery-rules.ts'
import {
  doubtsOf,
  identityOf,
  issuableUntil,
  voucherPrints,
  type VoucherCase,
  type VoucherContent,
  type VoucherStanding,
  type VoucherState,
} from './voucher.ts'

export type VoucherStage = 'open' | 'second' | 'issue'
export type VoucherRow = CaseRow<VoucherState>

/** The operator's own procedure; no law sets a time: she stands at the counter. */
export const voucherKind: CaseKind<VoucherState, VoucherStage> = {
  kind: 'voucher',
  sealedAs: 'recovery_case.content',
  initial: 'open',
  states: {
    open: {
      next: ['waiting-second', 'confirmed', 'refused', 'discarded'],
      stage: 'open',
      isUnfinished: true,
    },
    'waiting-second': { next: ['confirmed', 'refused'], stage: 'second', isUnfinished: true },
    confirmed: { next: ['issued'], stage: 'issue', isUnfinished: false },
    issued: { next: [], stage: null, isUnfinished: false },
    refused: { next: [], stage: null, isUnfinished: false },
    discarded: { next: [], stage: null, isUnfinished: false },
  },
  stages: { open: 'recovery.voucher', second: 'recovery.second', issue: 'recovery.voucher' },
  tasks: {
    take: 'recovery.voucher',
    approve: 'recovery.second',
    view: ['recovery.voucher', 'recovery.second'],
  },
  problems: {
    notFound: 'voucher.no-such-case',
    closed: 'voucher.closed',
    otherOpen: 'voucher.other-case-open',
    aboutOneself: 'voucher.about-yourself',
    sameOfficer: 'voucher.same-eyes',
  },
  abandonedAfter_s: abandonedVoucherCase_s,
  ownGivesWay: true,
  abandoned: 'discarded',
  // Nothing was promised before it is confirmed who she is: her log says it.
  lapse: { days: openVoucherCase_days, useCase: 'voucher.lapse', line: { purpose: 'voucher-lapsed' } },
  forget: (content) => ({ ...content, picture: null }),
  dueFrom: () => null,
  budget: voucherBudget,
}

export const openVoucher = async (tools: Pick<Tools, 'sealer'>, row: VoucherRow): Promise<VoucherCase> => ({
  state: row.state,
  content: await unsealContent<VoucherContent>(voucherKind, tools, row),
})

/** What the citizen agrees to at her own screen. */
export const voucherQuestion = (
  row: Pick<VoucherRow, 'subject_id' | 'id' | 'reference'>,
  { name }: VoucherContent,
): Question => ({
  subjectId: row.subject_id,
  caseId: row.id,
  kind: 'recovery-voucher',
  params: { name: name ?? '', reference: row.reference },
})

interface VoucherCircumstances extends VoucherStanding {
  readonly entry: RegisterEntry
  readonly account: {
    readonly level: number
    readonly state: AccountState
    readonly isBarred: boolean
  } | null
}

/** The register, the account with its locks, and the citizen's answer, as they are now. */
export const circumstancesOf = async (
  read: Reading,
  tools: Tools,
  row: Pick<VoucherRow, 'subject_id' | 'id' | 'reference'>,
  content: VoucherContent,
  at: Date,
): Promise<VoucherCircumstances> => {
  const entry = await registerEntryOf(read, tools, content.personalNumber)
  const account = await findAccount(read, row.subject_id)
  return {
    entry,
    at,
    register: entry.person && {
      isAlive: entry.person.lifeStatus === 'alive',
      fingers: entry.fingers,
    },
    account: account && {
      level: account.level,
      state: account.state,
      isBarred: await isRecoveryBarred(read, row.subject_id, 'voucher'),
    },
    consent: await consentAtDesk(read, tools, voucherQuestion(row, content)),
  }
}

export type VoucherView = z.infer<typeof voucherCase>

/** What the officer sees. Read anew, so that it shows what this very transaction wrote. */
export const viewOf = async (
  work: Work,
  tools: Tools,
  of: CaseOf,
  actor: Officer,
  at: Date,
): Promise<VoucherView> => {
  const row: VoucherRow = await caseRow(work, of)
  const voucher = await openVoucher(tools, row)
  const { content } = voucher
  const now = await circumstancesOf(work, tools, row, content, at)
  const isTakenByMe = isTakenBy(row, actor)
  const size = registerPictureFor(content, { isTakenByMe, isWaiting: row.state === 'waiting-second' })
  const picture = content.picture === null ? null : Buffer.from(content.picture, 'base64')
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    lapsesAt: lapsesAt(voucherKind, row)?.toISOString() ?? null,
    personalNumber: content.personalNumber,
    isTakenByMe,
    history: await historySeen(work, tools, row),
    reason: content.reason,
    register: await registerSeen(
      work,
      tools,
      now.entry,
      size && { actor, at, size, hasTakenLive: hasTakenLive(content, isTakenByMe) },
    ),
    account: now.account,
    portrait: portraitSeen(content, at, picture),
    prints: printsSeen(voucherPrints(content, now)),
    identity: identityOf(content, now),
    takesTwo: takesTwo('voucher', at),
    doubts: doubtsOf(content, now),
    consent: now.consent,
    issuableUntil: issuableUntil(voucher)?.toISOString() ?? null,
  }
}

export const vouchers: CaseType<VoucherState, VoucherContent, unknown, VoucherView> = {
  kind: voucherKind,
  view: viewOf,
}
