/**
 * A case for level 2 as its deeds handle it: found for an officer, its content unsealed, what stands outside
 * of it, and what the officer sees.
 */
import type { z } from 'zod'
import { LEVEL_2_CONSENT, type level2Case } from '../../../../../contract/level-2.ts'
import { maskEmail, parseEmail } from '../../../../../formats/email.ts'
import { maskPhone, parsePhone } from '../../../../../formats/phone.ts'
import type { Actor, Officer } from '../../../../kernel/actor.ts'
import type { LineOf } from '../../../../kernel/audit-line.ts'
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import type { FieldOf, Purpose } from '../../../../../contract/purposes/catalogue.ts'
import type { Outcome } from '../../../../../contract/purposes/outcomes.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { deliveryOf } from '../../../people/accounts/contact-proof.ts'
import { contactsOf, findAccount, isPhoneFree } from '../../../people/accounts/open-account.ts'
import { biometricTries } from '../../../evidence/biometrics/rules.ts'
import { answeredAtDesk, type Question } from '../../../registry/organisations/desk-prompt.ts'
import { officerAbout, type TakenBefore } from '../../../registry/organisations/second-eyes.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { residenceOf, type RegisterPerson } from '../../../registry/population/person.ts'
import { registerFingerprintsOf } from '../../../registry/population/register-fingerprints.ts'
import { registerPortraitOf } from '../../../registry/population/register-portrait.ts'
import { isRepresented } from '../../representation/tie.ts'
import {
  consentOf,
  exceptionsOf,
  portraitVerdict,
  printsVerdict,
  remainingOf,
  type Content,
  type Level2,
  type Standing,
} from './level-2.ts'
import { wasOffline } from './level-2-steps.ts'
import * as store from './level-2-store.ts'
import type { Level2Row } from './level-2-store.ts'

export const taker = officerAbout('level-2.take', 'level-2.about-yourself')
export const takerOrSecond = officerAbout(['level-2.take', 'level-2.second'], 'level-2.about-yourself')

export interface FoundCase extends TakenBefore {
  readonly row: Level2Row
}
const foundCase = (row: Level2Row): FoundCase => ({
  officeId: row.office_id,
  aboutKey: row.about_key,
  takenBy: row.taken_by,
  row,
})

const findHere =
  (look: (work: Work, subjectId: string, id: string) => Promise<Level2Row | undefined>) =>
  async (work: Work, { caseId }: { caseId: string }, actor: Actor): Promise<FoundCase> => {
    const name = await store.subjectOfName(work, caseId)
    const row =
      name && actor.kind === 'officer' && name.office_id === actor.officeId
        ? await look(work, name.subject_id, caseId)
        : undefined
    if (!row) {
      throw problem('level-2.no-such-case')
    }
    return foundCase(row)
  }
/** Another office's case does not exist for this officer. */
export const caseForUpdate = findHere(store.forUpdate)
export const findCase = findHere(store.find)

const COLUMN = 'level_2.content'
export const openContent = async (tools: Pick<Tools, 'sealer'>, row: Level2Row): Promise<Content> =>
  JSON.parse(
    (await tools.sealer.open(row.subject_id, COLUMN, row.sealed_content)).toString('utf8'),
  ) as Content
export const sealContent = (
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  content: Content,
): Promise<Buffer> => tools.sealer.seal(subjectId, COLUMN, JSON.stringify(content))

export const level2Of = async (tools: Pick<Tools, 'sealer'>, row: Level2Row): Promise<Level2> => ({
  state: row.state,
  isOffline: wasOffline(row.opened_at, row.received_at),
  reason: row.reason,
  content: await openContent(tools, row),
})

const masked = ({ phone, email }: { phone: string; email: string | null }) => {
  const [number, address] = [parsePhone(phone), email === null ? null : parseEmail(email)]
  return {
    phone: number.ok ? maskPhone(number.value) : '•••',
    email: address?.ok ? maskEmail(address.value) : null,
  }
}

/** What the citizen agrees to at her own screen: in these words, with this contact and these documents. */
export const consentQuestion = (
  row: Pick<Level2Row, 'subject_id' | 'id'>,
  { contact, documents, name, personalNumber }: Content,
): Question => {
  const { phone = '', email = null } = contact ? masked(contact) : {}
  return {
    subjectId: row.subject_id,
    caseId: row.id,
    kind: 'level-2-consent',
    params: {
      version: LEVEL_2_CONSENT,
      name: name ?? '',
      personalNumber,
      phone,
      email: email ?? '',
      documents: documents.map(({ kind, key }) => `${kind} ${key}`).join('; '),
    },
  }
}

export interface Scene extends Standing {
  readonly person: RegisterPerson | null
  readonly level: number | null
}

/**
 * Somebody else's to use: bound to another phone, or a guardian acts for her, whatever phone stands there.
 * Taking it needs a second pair of eyes.
 */
const isOthers = (bound: string | null, given: string, isActedFor: boolean): boolean =>
  isActedFor || (bound !== null && bound !== given)

/** The register, the account, the phone and the citizen's answer, as they are now. */
export const sceneOf = async (
  work: Reading,
  tools: Tools,
  row: Level2Row,
  content: Content,
  at: Date,
): Promise<Scene> => {
  const person = await findPerson(work, tools, content.personalNumber)
  const fingers = person
    ? (await registerFingerprintsOf(work, tools, content.personalNumber)).map(({ finger }) => finger)
    : []
  const account = await findAccount(work, row.subject_id)
  const { phone } = account ? await contactsOf(work, tools, row.subject_id) : { phone: null }
  const isActedFor = account !== null && (await isRepresented(work, row.subject_id))
  const answer = await answeredAtDesk(work, consentQuestion(row, content))
  return {
    person,
    level: account?.level ?? null,
    at,
    register: person && {
      birthDate: person.birthDate,
      isAlive: person.lifeStatus === 'alive',
      card: person.card,
      fingers,
    },
    account: account && {
      state: account.state,
      isPhoneOther: content.contact ? isOthers(phone, content.contact.phone, isActedFor) : null,
    },
    isPhoneFree: !content.contact || (await isPhoneFree(work, tools, content.contact.phone, row.subject_id)),
    consent: answer === 'waiting' ? 'asked' : answer,
  }
}

/** Whoever does something on a case has acted on it. */
export const takenByWith = (row: Pick<Level2Row, 'taken_by'>, { personKey }: Officer): string[] => [
  ...new Set([...row.taken_by, personKey ?? '']),
]

const pictureUrl = (jpeg: Buffer | null): string | null =>
  jpeg ? `data:image/jpeg;base64,${jpeg.toString('base64')}` : null
const opened = async (
  tools: Tools,
  row: Level2Row,
  name: 'portrait' | 'chip_portrait',
): Promise<Buffer | null> => {
  const sealed = name === 'portrait' ? row.sealed_portrait : row.sealed_chip_portrait
  return sealed ? tools.sealer.open(row.subject_id, `level_2.${name}`, sealed) : null
}

const registerOf = async (work: Reading, tools: Tools, { person, register }: Scene) =>
  person && {
    fullName: person.fullName,
    birthDate: person.birthDate,
    sex: person.sex,
    residence: residenceOf(person).address,
    isAlive: person.lifeStatus === 'alive',
    portrait: pictureUrl(await registerPortraitOf(work, tools, person.personalNumber)),
    card: person.card && {
      state: person.card.state,
      issuedOn: person.card.issuedOn,
      expiresOn: person.card.expiresOn,
    },
    fingers: [...(register?.fingers ?? [])],
  }

const portraitOf = async (tools: Tools, row: Level2Row, content: Content, at: Date) => {
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
    verdict: portraitVerdict(content, at),
    taken: pictureUrl(await opened(tools, row, 'portrait')),
  }
}

const contactSeen = async (work: Reading, tools: Tools, row: Level2Row, { contact }: Content) =>
  contact && {
    ...masked(contact),
    isProven: contact.isProven,
    code: contact.isProven
      ? null
      : await deliveryOf(work, tools, row.id, contact.proofId, { isBlind: false }),
  }

export type Level2View = z.infer<typeof level2Case>

/** What the officer sees. Read anew, so that it shows what this very transaction wrote. */
export const viewOf = async (
  work: Reading,
  tools: Tools,
  of: Pick<Level2Row, 'subject_id' | 'id'>,
  actor: Officer,
  at: Date,
): Promise<Level2View> => {
  const row = await store.find(work, of.subject_id, of.id)
  if (!row) {
    throw new Error('a case vanished inside its own transaction')
  }
  const level2 = await level2Of(tools, row)
  const { content } = level2
  const scene = await sceneOf(work, tools, row, content, at)
  const { perFinger, matched, needed, next, verdict } = printsVerdict(content, scene)
  return {
    caseId: row.id,
    reference: row.reference,
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    reason: row.reason,
    personalNumber: content.personalNumber,
    isTakenByMe: actor.personKey !== null && row.taken_by.includes(actor.personKey),
    isOffline: level2.isOffline,
    register: await registerOf(work, tools, scene),
    account: scene.account && { level: scene.level ?? 1, ...scene.account },
    chip: content.chip && {
      verdict: content.chip.verdict,
      problems: [...content.chip.problems],
      answered: content.chip.answered,
      portrait: pictureUrl(await opened(tools, row, 'chip_portrait')),
    },
    comparison: [...(content.chip?.comparison ?? [])],
    contact: await contactSeen(work, tools, row, content),
    portrait: await portraitOf(tools, row, content, at),
    prints: { perFinger: [...perFinger], matched, needed, next, verdict },
    documents: [...content.documents],
    consent: consentOf(level2, scene),
    exceptions: exceptionsOf(level2, scene),
    remaining: remainingOf(level2, scene),
  }
}

/** The line that the person sees: office, officer's number, what was looked at. */
export const lineOf =
  <P extends Purpose>(purpose: P, fields: readonly FieldOf<P>[]) =>
  ({
    found,
    actor,
    refusal,
    result,
  }: {
    found: FoundCase
    actor: Officer
    refusal: ProblemCode | null
    result: { state?: Outcome } | null
  }): LineOf<P> => ({
    about: found.row.subject_id,
    purpose,
    fields,
    outcome: refusal ?? result?.state ?? 'done',
    detail: { reference: found.row.reference, office: actor.officeName, officerNumber: actor.number },
  })
