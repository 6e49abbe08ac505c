/**
 * The name of a unit as the list gives it: NFC, single spaces, no character that hides or reorders text.
 * Digits are lawful (`Phường 1`).
 */
import { hasForbiddenCharacters } from '../../../../formats/vietnamese-text.ts'

export interface UnitFault {
  readonly field: string
  readonly code: string
  readonly message: string
}

const LONGEST = 100

export const normaliseUnitName = (text: string): string | UnitFault => {
  const name = text
    .slice(0, LONGEST * 4)
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .trim()
  if (name === '' || name.length > LONGEST) {
    return { field: 'full_name', code: 'length', message: `The name has 1 to ${LONGEST} characters.` }
  }
  if (hasForbiddenCharacters(name)) {
    return {
      field: 'full_name',
      code: 'characters',
      message: 'The name holds a control or invisible character.',
    }
  }
  return name
}
