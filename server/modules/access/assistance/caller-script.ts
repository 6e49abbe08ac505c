/**
 * What a caller says beside what the register says: how many answers are right, and whether that is enough.
 * Nothing else leaves this file. Pure.
 */
import type { z } from 'zod'
import type { callerAnswers } from '../../../../contract/assistance.ts'
import { datesAgree, type PartialDate } from '../../../../formats/partial-date.ts'
import { compareKey, withoutAccents } from '../../../../formats/vietnamese-text.ts'
import type { RegisterPerson } from '../../registry/population/person.ts'
import { residenceOf } from '../../registry/population/person.ts'

export type CallerAnswers = z.infer<typeof callerAnswers>
export type AskedAbout = Pick<
  RegisterPerson,
  | 'fullName'
  | 'birthDate'
  | 'mother'
  | 'father'
  | 'oldNumber'
  | 'card'
  | 'permanent'
  | 'temporary'
  | 'current'
>
export interface Known {
  readonly person: AskedAbout | null
  readonly phones: readonly (string | null)[]
}

/** By telephone nobody hears how a name is written: accents and case do not matter. */
const heard = (text: string): string => compareKey(withoutAccents(text))
const isNamed = (said: string, names: readonly (string | null)[]): boolean =>
  names.some((name) => name !== null && heard(name) === heard(said))

const UNIT = /^(tinh|thanh pho|phuong|xa|dac khu|thi tran|thi xa|huyen|quan|khu pho|to dan pho) /
const placesOf = (address: string): string[] =>
  address
    .split(',')
    .map((part) => heard(part).replace(UNIT, ''))
    .filter((part) => part !== '')
/** The commune or what is nearer: the province stands in the number itself. */
const isLivedAt = (said: string, address: string | null): boolean => {
  const places = placesOf(address ?? '')
  const near = places.length > 1 ? places.slice(0, -1) : places
  return placesOf(said).some((place) => near.includes(place))
}

type Judge = (said: string, known: Known) => boolean
const judges: Readonly<Record<keyof CallerAnswers, Judge>> = {
  fullName: (said, { person }) => isNamed(said, [person?.fullName ?? null]),
  birthDate: (said, { person }) => person !== null && datesAgree(said as PartialDate, person.birthDate),
  residence: (said, { person }) => person !== null && isLivedAt(said, residenceOf(person).address),
  parentName: (said, { person }) => isNamed(said, [person?.mother.name ?? null, person?.father.name ?? null]),
  cardIssuedOn: (said, { person }) => person?.card?.issuedOn === said,
  phoneEnd: (said, { phones }) => phones.some((phone) => phone?.endsWith(said) ?? false),
  oldNumber: (said, { person }) => person?.oldNumber === said,
}

/** A year alone says little: it is asked for to the day where the register has the day. */
const isPrecise = (key: keyof CallerAnswers, said: string, { person }: Known): boolean =>
  key !== 'birthDate' || person === null || said.length >= person.birthDate.length

export const countRight = (
  answers: CallerAnswers,
  known: Known,
): { readonly right: number; readonly wrong: number } => {
  let [right, wrong] = [0, 0]
  for (const [key, judge] of Object.entries(judges) as [keyof CallerAnswers, Judge][]) {
    const said = answers[key]
    if (said === undefined) {
      continue
    }
    if (judge(said, known) && isPrecise(key, said, known)) {
      right++
    } else {
      wrong++
    }
  }
  return { right, wrong }
}

export const isEnough = (
  { right, wrong }: { readonly right: number; readonly wrong: number },
  rule: { readonly rightLeast: number; readonly wrongMost: number },
): boolean => right >= rule.rightLeast && wrong <= rule.wrongMost
