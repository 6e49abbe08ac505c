/** What a passcode must not be: what a stranger who knows a little of her would try first. Pure. */

export interface KnownOf {
  /** ISO with its precision; empty when the register does not tell. */
  readonly birthDate: string
  readonly personalNumber: string
  /** E.164; null when none is bound. */
  readonly phone: string | null
}

const isRegular = (passcode: string): boolean => {
  const digits = [...passcode].map(Number)
  const steps = digits.slice(1).map((digit, i) => digit - (digits[i] ?? 0))
  return (
    new Set(digits).size < 3 ||
    steps.every((s) => s === 1) ||
    steps.every((s) => s === -1) ||
    passcode.slice(0, 3) === passcode.slice(3)
  )
}

/** In any usual order; of a date without its day, the year beside whatever two digits. */
const isBirthDate = (passcode: string, birthDate: string): boolean => {
  const [year = '', month = '', day = ''] = birthDate.split('-')
  if (year !== '' && day === '') {
    return passcode.startsWith(year) || passcode.endsWith(year)
  }
  return [
    `${day}${month}${year.slice(2)}`,
    `${year.slice(2)}${month}${day}`,
    `${month}${day}${year.slice(2)}`,
    `${month}${year}`,
    `${year}${month}`,
  ].includes(passcode)
}

/** Runs, repeats, her birth date, and six digits of her own number or phone as they stand there. */
export const isWeakPasscode = (passcode: string, { birthDate, personalNumber, phone }: KnownOf): boolean =>
  isRegular(passcode) ||
  isBirthDate(passcode, birthDate) ||
  personalNumber.includes(passcode) ||
  (phone !== null && phone.replace(/^\+84/, '0').includes(passcode))
