/**
 * Digits of hers that whoever knows a little of her tries inside a password: her number, her phone, her birth
 * date in any usual order. Pure.
 */
import type { KnownOf } from '../../../people/accounts/weak-passcode.ts'

/** As many of the last digits as are told on forms and read out to strangers. */
const END = 6

/** A date without its day or month is too short to be known again. */
const datesOf = (birthDate: string): readonly string[] => {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  if (day === '') {
    return []
  }
  const short = year.slice(2)
  return [
    `${day}${month}${year}`,
    `${Number(day)}${Number(month)}${year}`,
    `${year}${month}${day}`,
    `${month}${day}${year}`,
    `${day}${month}${short}`,
    `${short}${month}${day}`,
  ]
}

/** Whatever signs stand between the digits: 20-08-1958 is 20081958. */
export const holdsOwnData = (password: string, { birthDate, personalNumber, phone }: KnownOf): boolean => {
  const digits = password.replace(/\P{Nd}/gu, '')
  return [personalNumber.slice(-END), (phone ?? '').slice(-END), ...datesOf(birthDate)].some(
    (known) => known !== '' && digits.includes(known),
  )
}
