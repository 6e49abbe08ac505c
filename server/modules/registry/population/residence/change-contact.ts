/**
 * Phone and e-mail as the register has them (Law 26/2023/QH15 art. 9(25)), changed by the result of a public
 * service. They stand sealed, and so does what they were. Contacts of an account are another thing: they are
 * proven by codes.
 */
import type { PersonalNumber } from '../../../../../formats/personal-number.ts'
import { newId } from '../../../../kernel/id.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Work } from '../../../../kernel/work.ts'
import { RegisterContactChanged } from '../events.ts'
import { privateColumns, type PrivateColumn } from '../import/columns.ts'
import { readEmail, readPhone, type ReadValue } from '../import/read-value.ts'
import { openPrivateText, privateText, privateValues, sealPrivate } from '../private-fields.ts'
import * as register from '../store.ts'
import { digestOf, mustBeReference, repeated, type ResidenceTools } from './carry-out.ts'
import type { ByResult, RegisterChange, RegisteredAs } from './residence.ts'
import * as store from './residence-store.ts'
import { sealPerson } from './tell-change.ts'

export interface RegisterContact {
  readonly person: RegisteredAs
  /** E.164 or as it is dialled in Vietnam; null takes it out; what is left out stays. */
  readonly phone?: string | null
  readonly email?: string | null
}

const DEED = 'contact-changed'

/** Throws a `residence.…` problem; nothing has changed then. */
export const changeContact = async (
  work: Work,
  tools: ResidenceTools,
  { reference, at }: ByResult,
  input: RegisterContact,
): Promise<RegisterChange> => {
  mustBeReference(reference)
  const { person } = input
  const number = person.personalNumber as PersonalNumber
  const wanted = [...valueFor('phone', input.phone, readPhone), ...valueFor('email', input.email, readEmail)]
  const row = await register.entryForUpdate(work, number)
  const digest = digestOf(tools, input)
  const done = await store.doneDeed(work, reference, DEED)
  if (done) {
    return repeated(done, digest)
  }
  if (!row) {
    throw problem('residence.no-such-person')
  }
  if (row.version !== person.version) {
    throw problem('residence.register-moved')
  }
  const text = openPrivateText(tools.sealer, number, row.private)
  const values = privateValues(text)
  for (const [column, value] of wanted) {
    values[privateColumns.indexOf(column)] = value
  }
  const changed = privateText(values) === text ? [] : [number]
  if (changed.length > 0) {
    await register.keepSealedHistory(work, number, `contact ${reference}`, at)
    await register.setSealed(work, number, sealPrivate(tools.sealer, number, privateText(values)), at)
    const told = { person: sealPerson(tools, number), reference, at: at.toISOString() }
    work.publish(RegisterContactChanged, newId(), told)
  }
  if ((await store.keepDone(work, { reference, deed: DEED, digest, household: null, changed, at })) === 0) {
    throw problem('residence.reference-used')
  }
  return { household: null, changed, isRepeated: false }
}

const valueFor = (
  column: PrivateColumn,
  text: string | null | undefined,
  read: ReadValue,
): (readonly [PrivateColumn, string])[] => {
  if (text === undefined) {
    return []
  }
  const value = text === null ? '' : read(text)
  if (typeof value !== 'string' || (text !== null && value === '')) {
    throw problem('residence.bad-contact')
  }
  return [[column, value]]
}
