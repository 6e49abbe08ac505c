/**
 * An application for a card as its deeds handle it: found for an officer, its content unsealed, and what
 * stands outside of it.
 */
import { CARD_CONSENT } from '../../../../contract/card.ts'
import { maskEmail, parseEmail } from '../../../../formats/email.ts'
import { maskPhone, parsePhone } from '../../../../formats/phone.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import type { LineOf } from '../../../kernel/audit-line.ts'
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import type { FieldOf, Purpose } from '../../../../contract/purposes/catalogue.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { contactsOf, findAccount, isPhoneFree } from '../../people/accounts/open-account.ts'
import { areSettled } from '../discrepancies/settled-cases.ts'
import { isRegisterGround } from '../../people/locks/lock.ts'
import { lockStateOf } from '../../people/locks/lock-subject.ts'
import { answeredAtDesk, type Question } from '../../registry/organisations/desk-prompt.ts'
import { officerAbout, type TakenBefore } from '../../registry/organisations/second-eyes.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import type { RegisterPerson } from '../../registry/population/person.ts'
import { registerFingerprintsOf } from '../../registry/population/register-fingerprints.ts'
import type { CardApplication, Content, Standing } from './card-application.ts'
import { reasonRule } from './rules.ts'
import * as store from './store.ts'
import type { CardRow } from './store.ts'

export const taker = officerAbout('card.take', 'card.about-yourself')
export const hander = officerAbout('card.hand-over', 'card.about-yourself')
export const anyOfThem = officerAbout(
  ['card.take', 'card.decide', 'card.print', 'card.hand-over'],
  'card.about-yourself',
)

export interface FoundCard extends TakenBefore {
  readonly row: CardRow
}
export const foundCard = (row: CardRow, before: readonly (string | null)[] = row.taken_by): FoundCard => ({
  officeId: row.office_id,
  aboutKey: row.about_key,
  takenBy: before,
  row,
})

const findHere =
  (
    look: (work: Work, subjectId: string, id: string) => Promise<CardRow | undefined>,
    before?: (row: CardRow) => readonly (string | null)[],
  ) =>
  async (work: Work, { applicationId }: { applicationId: string }, actor: Actor): Promise<FoundCard> => {
    const name = await store.nameOf(work, applicationId)
    const row =
      name && actor.kind === 'officer' && name.office_id === actor.officeId
        ? await look(work, name.subject_id, applicationId)
        : undefined
    if (!row) {
      throw problem('card.no-such-application')
    }
    return foundCard(row, before?.(row))
  }
/** Another office's application does not exist for this officer. */
export const cardForUpdate = findHere(store.forUpdate)
export const findCard = findHere(store.find)
/** Whoever printed it does not hand it over. */
export const toHandOverForUpdate = findHere(store.forUpdate, ({ printed_by }) => [printed_by])

const COLUMN = 'id_card.content'
export const openContent = async (tools: Pick<Tools, 'sealer'>, row: CardRow): Promise<Content> =>
  JSON.parse(
    (await tools.sealer.open(row.subject_id, COLUMN, row.sealed_content)).toString('utf8'),
  ) as Content
export const sealContent = (
  tools: Pick<Tools, 'sealer'>,
  subjectId: string,
  content: Content,
): Promise<Buffer> => tools.sealer.seal(subjectId, COLUMN, JSON.stringify(content))

export const applicationOf = async (
  tools: Pick<Tools, 'sealer'>,
  row: CardRow,
): Promise<CardApplication> => ({
  state: row.state,
  kind: row.kind,
  reason: row.reason,
  withAccount: row.with_account,
  content: await openContent(tools, row),
})

/** Whoever does something on an application has acted on it. */
export const takenByWith = (row: Pick<CardRow, 'taken_by'>, { personKey }: Officer): string[] => [
  ...new Set([...row.taken_by, personKey ?? '']),
]

export const masked = ({ phone, email }: { phone: string; email: string | null }) => {
  const [number, address] = [parsePhone(phone), email === null ? null : parseEmail(email)]
  return {
    phone: number.ok ? maskPhone(number.value) : '•••',
    email: address?.ok ? maskEmail(address.value) : null,
  }
}

/**
 * What the citizen agrees to at her own screen: this kind and reason, this contact, these changes, with the
 * account or without.
 */
export const consentQuestion = (
  row: CardRow,
  { contact, changes, name, personalNumber, lost }: Content,
): Question => {
  const { phone = '', email = null } = contact ? masked(contact) : {}
  return {
    subjectId: row.subject_id,
    caseId: row.id,
    kind: 'card-consent',
    params: {
      version: CARD_CONSENT,
      name: name ?? '',
      personalNumber,
      cardKind: row.kind,
      cardReason: row.reason,
      account: row.with_account ? 'yes' : 'no',
      phone,
      email: email ?? '',
      lostOn: lost?.on ?? '',
      changes: JSON.stringify(changes.map(({ field, value }) => [field, value])),
      fee_vnd: String(reasonRule(row.reason, row.opened_at).fee_vnd),
      reference: row.reference,
    },
  }
}
/** What she confirms when she has the card in her hand. */
export const receiptQuestion = (row: CardRow, { name, made }: Content): Question => ({
  subjectId: row.subject_id,
  caseId: row.id,
  kind: 'card-hand-over',
  params: { version: CARD_CONSENT, name: name ?? '', reference: row.reference, serial: made?.serial ?? '' },
})

const answered = async (work: Reading, question: Question): Promise<Standing['consent']> => {
  const answer = await answeredAtDesk(work, question)
  return answer === 'waiting' ? 'asked' : answer
}

export interface Scene extends Standing {
  readonly person: RegisterPerson | null
  readonly level: number | null
}

/**
 * The register, the account, the phone, the citizen's answers and the cases of her changes, as they are now.
 */
export const sceneOf = async (
  work: Reading,
  tools: Tools,
  row: CardRow,
  content: Content,
  at: Date,
): Promise<Scene> => {
  const { contact, personalNumber } = content
  const person = await findPerson(work, tools, personalNumber)
  const fingers = person
    ? (await registerFingerprintsOf(work, tools, personalNumber)).map(({ finger }) => finger)
    : []
  const account = await findAccount(work, row.subject_id)
  const { phone } = account ? await contactsOf(work, tools, row.subject_id) : { phone: null }
  const { grounds } = await lockStateOf(work, row.subject_id)
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
      isPhoneOther: contact ? phone !== contact.phone : null,
      hasOtherGround: grounds.some(({ ground }) => !isRegisterGround(ground)),
    },
    isPhoneFree: !contact || (await isPhoneFree(work, tools, contact.phone, row.subject_id)),
    consent: await answered(work, consentQuestion(row, content)),
    receipt: await answered(work, receiptQuestion(row, content)),
    areChangesSettled: await areSettled(work, row.subject_id, Object.values(content.cases)),
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
    found: FoundCard
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
