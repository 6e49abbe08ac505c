/**
 * When a card ends (Law 26/2023/QH15 art. 21): at the next of the ages for exchange, and at the one after
 * where it is made shortly before. Pure.
 */
import { ageOn, lastPossibleDay, partialDateOf, type PartialDate } from '../../../../formats/partial-date.ts'
import { inForce } from '../../../kernel/policy.ts'
import { renewalAges } from './rules.ts'

/**
 * The first day (ISO) on which somebody is so old: of 29 February, in a common year, 1 March. A birth date
 * without a day counts from its last one.
 */
export const dayOfAge = (birthDate: PartialDate, years: number): string => {
  const born = lastPossibleDay(birthDate)
  const [year, month, day] = [
    Number(born.slice(0, 4)) + years,
    Number(born.slice(5, 7)),
    Number(born.slice(8, 10)),
  ]
  return partialDateOf({ year, month, day }).ok ? `${year}${born.slice(4)}` : `${year}-03-01`
}

/** The last day (ISO) of a card issued on this day; null: without end. */
export const cardExpiry = (birthDate: PartialDate, issuedOn: string): string | null => {
  const { ages, yearsBefore } = inForce(renewalAges, new Date(`${issuedOn}T05:00:00Z`))
  const ahead = ages.filter((age) => ageOn(birthDate, issuedOn) < age)
  const next = ahead.find((age) => issuedOn < dayOfAge(birthDate, age - yearsBefore))
  return next === undefined ? null : dayOfAge(birthDate, next)
}
