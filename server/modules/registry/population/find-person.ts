/**
 * The register's answers for other modules: a person, her contacts, her family. Every one reads by key and
 * nothing else.
 */
import type { PartialDate } from '../../../../formats/partial-date.ts'
import type { PersonalNumber, Sex } from '../../../../formats/personal-number.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import type {
  CardState,
  HouseholdRelation,
  LifeStatus,
  MaritalStatus,
  Place,
  RegisterCard,
  RegisterPerson,
  Relative,
} from './person.ts'
import { openPrivateText, privateFields } from './private-fields.ts'
import * as store from './store.ts'

type Opening = Pick<Tools, 'sealer'>

export interface Contacts {
  /** E.164. */
  readonly phone: string | null
  readonly email: string | null
}

export interface RelatedPerson {
  readonly number: PersonalNumber
  readonly name: string
  readonly birthDate: PartialDate
}

/**
 * The person of a number with her current card, in one query; null when the register has none (a cancelled
 * number has none either).
 */
export const findPerson = async (
  read: Reading,
  tools: Opening,
  number: string,
): Promise<RegisterPerson | null> => {
  const row = await store.entryOf(read, number)
  if (!row) {
    return null
  }
  return personOf(row, privateFields(openPrivateText(tools.sealer, number, row.private)))
}

/** Phone and e-mail as the register has them (article 9(25)); null when it has no such person. */
export const contactsOf = async (read: Reading, tools: Opening, number: string): Promise<Contacts | null> => {
  const row = await store.privateOf(read, number)
  if (!row) {
    return null
  }
  const { phone, email } = privateFields(openPrivateText(tools.sealer, number, row.private))
  return { phone, email }
}

const related = (rows: { number: string; name: string; birthDate: string }[]): RelatedPerson[] =>
  rows.map(({ number, name, birthDate }) => ({
    number: number as PersonalNumber,
    name,
    birthDate: birthDate as PartialDate,
  }))

/** Those who name this person as father or mother, the eldest first. */
export const childrenOf = async (read: Reading, number: string): Promise<RelatedPerson[]> =>
  related(await store.childrenOf(read, number))

/** Those whose legal representative this person is. */
export const representedBy = async (read: Reading, number: string): Promise<RelatedPerson[]> =>
  related(await store.representedBy(read, number))

/** The number that took the place of a cancelled one; null when it was not cancelled. */
export const successorOfNumber = async (read: Reading, cancelled: string): Promise<PersonalNumber | null> =>
  ((await store.ownerOfFormerNumber(read, cancelled))?.number ?? null) as PersonalNumber | null

/**
 * Cancelled numbers that were hers, oldest first by their digits (Decree 70/2024 art. 12(1): the QR of a new
 * card holds them).
 */
export const formerNumbersOf = async (read: Reading, number: string): Promise<string[]> =>
  (await store.formerNumbersOf(read, number)).map(({ former }) => former)

/** Every card issued under the number, the latest first (article 9(14)). */
export const cardsOf = async (read: Reading, number: string): Promise<RegisterCard[]> =>
  (await store.cardsOf(read, number)).map((card) => ({ ...card, state: card.state as CardState }))

const residenceIn = (row: store.SelectedRow) => {
  const at = (name: string): string | null => row[name] as string | null
  const place = (kind: string): Place => ({ address: at(`${kind}_address`), unit: at(`${kind}_unit`) })
  return {
    permanent: place('permanent'),
    temporary: place('temporary'),
    current: place('current'),
    permanentSince: at('permanent_since'),
    temporarySince: at('temporary_since'),
    temporaryFrom: at('temporary_from'),
    temporaryUntil: at('temporary_until'),
    currentSince: at('current_since'),
    absence: at('absence'),
    absencePlace: at('absence_place'),
    absenceFrom: at('absence_from'),
    absenceUntil: at('absence_until'),
    householdNumber: at('household_number'),
    householdRelation: at('household_relation') as HouseholdRelation | null,
  }
}

const personOf = (row: store.SelectedRow, sealed: RegisterPerson['private']): RegisterPerson => {
  const at = (name: string): string | null => row[name] as string | null
  const must = (name: string): string => {
    const value = at(name)
    if (value === null) {
      throw new Error(`a register entry without ${name}`)
    }
    return value
  }
  const relative = (kind: string): Relative => ({
    number: at(`${kind}_number`) as PersonalNumber | null,
    name: at(`${kind}_name`),
  })
  const issuedOn = at('card_issued_on')
  return {
    personalNumber: must('personal_number') as PersonalNumber,
    fullName: must('full_name'),
    otherName: at('other_name'),
    birthDate: must('birth_date') as PartialDate,
    sex: must('sex') as Sex,
    birthPlace: at('birth_place'),
    birthRegistrationPlace: at('birth_registration_place'),
    hometown: at('hometown'),
    nationality: must('nationality'),
    oldNumber: at('old_number'),
    father: relative('father'),
    mother: relative('mother'),
    spouse: relative('spouse'),
    representativeNumber: at('representative_number') as PersonalNumber | null,
    ...residenceIn(row),
    maritalStatus: at('marital_status') as MaritalStatus | null,
    lifeStatus: must('life_status') as LifeStatus,
    goneOn: at('gone_on') as PartialDate | null,
    private: sealed,
    card:
      issuedOn === null
        ? null
        : {
            issuedOn,
            expiresOn: at('card_expires_on'),
            place: at('card_place'),
            state: must('card_state') as CardState,
            qrText: at('card_qr'),
          },
    version: Number(row.version),
  }
}

/** Whether the register holds anybody. */
export const hasPersons = (read: Reading): Promise<boolean> => store.hasAny(read)
/** Whether it holds test people, whose numbers begin with 9. */
export const hasTestPersons = (read: Reading): Promise<boolean> => store.hasTest(read)
