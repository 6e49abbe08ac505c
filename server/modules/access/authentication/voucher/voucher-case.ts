/**
 * A voucher case as its deeds handle it: found for an officer, its content unsealed, what stands outside of
 * it, and what the officer sees.
 */
import type { z } from 'zod'
import type { voucherCase } from '../../../../../contract/recovery-voucher.ts'
import type { Actor, Officer } from '../../../../kernel/actor.ts'
import type { AuditLine } from '../../../../kernel/audit-line.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { biometricTries } from '../../../evidence/biometrics/rules.ts'
import { answeredAtDesk, type Question } from '../../../registry/organisations/desk-prompt.ts'
import { officerAbout, type TakenBefore } from '../../../registry/organisations/second-eyes.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { residenceOf, type RegisterPerson } from '../../../registry/population/person.ts'
import { registerFingerprintsOf } from '../../../registry/population/register-fingerprints.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import { isRecoveryBarred } from '../recovery/recovery-bar.ts'
import {
  doubtsOf,
  identityOf,
  issuableUntil,
  voucherPortrait,
  voucherPrints,
  type VoucherCase,
  type VoucherContent,
  type VoucherStanding,
} from './voucher.ts'
import * as store from './voucher-store.ts'
import type { VoucherRow } from './voucher-store.ts'

export const taker = officerAbout('recovery.voucher', 'voucher.about-yourself')
export const takerOrSecond = officerAbout(['recovery.voucher', 'recovery.second'], 'voucher.about-yourself')

export interface FoundVoucher extends TakenBefore {
  readonly row: VoucherRow
}

const findHere =
  (look: (work: Work, subjectId: string, id: string) => Promise<VoucherRow | undefined>) =>
  async (work: Work, { caseId }: { caseId: string }, actor: Actor): Promise<FoundVoucher> => {
    const name = await store.nameOf(work, caseId)
    const row =
      name && actor.kind === 'officer' && name.office_id === actor.officeId
        ? await look(work, name.subject_id, caseId)
        : undefined
    if (!row) {
      throw problem('voucher.no-such-case')
    }
    return { officeId: row.office_id, aboutKey: row.about_key, takenBy: row.taken_by, row }
  }
/** Another office's case does not exist for this officer. */
export const voucherForUpdate = findHere(store.forUpdate)
export const findVoucher = findHere(store.find)

const COLUMN = 'recovery_case.content'
export const openVoucher = async (tools: Pick<Tools, 'sealer'>, row: VoucherRow): Promise<VoucherCase> => ({
  state: row.state,
  content: JSON.parse(
    (await tools.sealer.open(row.subject_id, COLUMN, row.sealed_content)).toString('utf8'),
  ) as VoucherContent,
})
export const sealVoucher = (
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  content: VoucherContent,
): Promise<Buffer> => tools.sealer.seal(subjectId, COLUMN, JSON.stringify(content))

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

export interface VoucherScene extends VoucherStanding {
  readonly person: RegisterPerson | null
  readonly level: number
  readonly accountState: string
}

/** The register, the account with its locks, and the citizen's answer, as they are now. */
export const sceneOf = async (
  read: Reading,
  tools: Tools,
  row: VoucherRow,
  content: VoucherContent,
  at: Date,
): Promise<VoucherScene> => {
  const person = await findPerson(read, tools, content.personalNumber)
  const fingers = person
    ? (await registerFingerprintsOf(read, tools, content.personalNumber)).map(({ finger }) => finger)
    : []
  const account = await findAccount(read, row.subject_id)
  const answer = await answeredAtDesk(read, voucherQuestion(row, content))
  return {
    person,
    level: account?.level ?? 1,
    accountState: account?.state ?? '',
    at,
    register: person && { isAlive: person.lifeStatus === 'alive', fingers },
    account: account && { isBarred: await isRecoveryBarred(read, row.subject_id, 'voucher') },
    consent: answer === 'waiting' ? 'asked' : answer,
  }
}

/** Whoever does something on a case has acted on it. */
export const takenByWith = (row: Pick<VoucherRow, 'taken_by'>, { personKey }: Officer): string[] => [
  ...new Set([...row.taken_by, personKey ?? '']),
]

const registerSeen = async (read: Reading, tools: Tools, { person, register }: VoucherScene) => {
  const portrait = person && (await registerPortraitOf(read, tools, person.personalNumber))
  return (
    person && {
      fullName: person.fullName,
      birthDate: person.birthDate,
      sex: person.sex,
      residence: residenceOf(person).address,
      isAlive: person.lifeStatus === 'alive',
      portrait: portrait ? `data:image/jpeg;base64,${portrait.toString('base64')}` : null,
      fingers: [...(register?.fingers ?? [])],
    }
  )
}

const portraitSeen = (content: VoucherContent, at: Date) => {
  const last = content.portraits.at(-1)
  if (!last) {
    return null
  }
  const tries = content.portraits.length
  const best = content.portraits.find(({ outcome }) => outcome === 'match') ?? last
  return {
    outcome: best.outcome,
    score: best.score,
    hints: [...last.hints],
    tries,
    triesLeft: Math.max(0, inForce(biometricTries, at) - tries),
    verdict: voucherPortrait(content, at),
    taken: content.picture === null ? null : `data:image/jpeg;base64,${content.picture}`,
  }
}

export type VoucherView = z.infer<typeof voucherCase>

/** What the officer sees. Read anew, so that it shows what this very transaction wrote. */
export const viewOf = async (
  read: Reading,
  tools: Tools,
  of: Pick<VoucherRow, 'subject_id' | 'id'>,
  actor: Officer,
  at: Date,
): Promise<VoucherView> => {
  const row = await store.find(read, of.subject_id, of.id)
  if (!row) {
    throw new Error('a case vanished inside its own transaction')
  }
  const voucher = await openVoucher(tools, row)
  const { content } = voucher
  const scene = await sceneOf(read, tools, row, content, at)
  const { perFinger, matched, needed, next, verdict } = voucherPrints(content, scene)
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    personalNumber: content.personalNumber,
    isTakenByMe: actor.personKey !== null && row.taken_by.includes(actor.personKey),
    reason: content.reason,
    register: await registerSeen(read, tools, scene),
    account: scene.account && {
      level: scene.level,
      state: scene.accountState,
      isBarred: scene.account.isBarred,
    },
    portrait: portraitSeen(content, at),
    prints: { perFinger: [...perFinger], matched, needed, next, verdict },
    identity: identityOf(content, scene),
    doubts: doubtsOf(content, scene),
    consent: scene.consent,
    issuableUntil: issuableUntil(voucher)?.toISOString() ?? null,
  }
}

/** The line that the person sees: office, officer's number, what was looked at. */
export const lineOf =
  (purpose: string, fields: readonly string[]) =>
  ({
    found,
    actor,
    refusal,
    result,
  }: {
    found: FoundVoucher
    actor: Officer
    refusal: string | null
    result: { state?: string } | null
  }): AuditLine => ({
    about: found.row.subject_id,
    purpose,
    fields,
    outcome: refusal ?? result?.state ?? 'done',
    detail: { reference: found.row.reference, office: actor.officeName, officerNumber: actor.number },
  })
