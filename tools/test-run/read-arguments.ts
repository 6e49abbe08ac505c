/** What `npm test` was asked for. */
export interface Asked {
  readonly patterns: readonly string[]
  /** Every sequence of the model tests, not a tenth. */
  readonly isThorough: boolean
  /** One file under the inspector. */
  readonly isDebug: boolean
  /** A moment that the clock of all that is not a browser starts from. */
  readonly on: Date | null
}

export const USAGE = `npm test                        types, lint, format, unused code, and every test
npm test -- PATTERN…            only test files whose path contains one of these
npm test -- --thorough          model tests play all their sequences, not a tenth
npm test -- --on=2027-02-06     as if it were that day (10:00 in Vietnam), or that moment; all but the browser
npm test -- --debug PATTERN     one file under the inspector, stopped at its first line`

export class NotUnderstood extends Error {}

const momentOf = (text: string): Date => {
  const moment = new Date(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T10:00:00+07:00` : text)
  if (Number.isNaN(moment.getTime())) {
    throw new NotUnderstood(`--on=${text} is no day such as 2027-02-06.`)
  }
  return moment
}

export const readArguments = (given: readonly string[]): Asked => {
  const unknown = given.find((one) => one.startsWith('-') && !/^--(thorough|debug|on=.*)$/.test(one))
  if (unknown) {
    throw new NotUnderstood(`${unknown} is not known.`)
  }
  const on = given.find((one) => one.startsWith('--on='))
  return {
    patterns: given.filter((one) => !one.startsWith('-')),
    isThorough: given.includes('--thorough'),
    isDebug: given.includes('--debug'),
    on: on ? momentOf(on.slice('--on='.length)) : null,
  }
}
