/**
 * DG1 and DG13 of one card tell the same person, or one of them belongs to somebody else. The zone has
 * capitals without accents in thirty places, so what it cannot hold is no difference.
 */
import type { MrzContent } from '../mrz.ts'
import { datesAgree } from '../partial-date.ts'
import { withoutAccents } from '../vietnamese-text.ts'
import { refuseIf, type ChipFaultCode } from './chip-fault.ts'
import type { CardDetails } from './dg13.ts'

const WHERE = 'dg13'
const NAME_PLACES = 30
/** The zone's 31 December of its last year means "no end"; a card may print that day too. */
const LAST_DAY = '2099-12-31'

/**
 * Each check apart: an officer learns all that differs. Another number is another person, of whom name, sex
 * and card differ anyway.
 */
export const agreementChecks = (zone: MrzContent, details: CardDetails): readonly (() => void)[] => {
  const isOnePerson = zone.personalNumber === details.personalNumber
  const check = (agrees: boolean, code: ChipFaultCode) => (): void => refuseIf(!agrees, code, WHERE)
  return [
    check(isOnePerson, 'chip.number-differs'),
    check(datesAgree(zone.birthDate, details.birthDate), 'chip.birth-date-differs'),
    check(!isOnePerson || namesAgree(zone, details.fullName), 'chip.name-differs'),
    check(!isOnePerson || details.sex === null || details.sex === zone.sex, 'chip.sex-differs'),
    check(!isOnePerson || endsAgree(zone.expiryDay, details), 'chip.expiry-differs'),
  ]
}

/**
 * Letter for letter, whatever stands between the words: writers drop apostrophes or fill their place, part
 * the family name from the others or do not. Where the line is full, the name may go on.
 */
const namesAgree = ({ surname, otherNames }: MrzContent, fullName: string): boolean => {
  const [told, printed] = [lettersOf(fullName), lettersOf(surname + otherNames)]
  const places = surname.length + (otherNames === '' ? 0 : 2 + otherNames.length)
  // A cut may fall between two words: the last place, or the last two behind a family name, are fillers then.
  const isFull = places >= NAME_PLACES - (otherNames === '' ? 2 : 1)
  return isFull ? told.startsWith(printed) : told === printed
}

const lettersOf = (name: string): string =>
  withoutAccents(name)
    .toUpperCase()
    .replace(/[^A-Z]/g, '')

/** A card that does not say its end in DG13 has the zone's. */
const endsAgree = (zoneDay: string | null, { expiresOn, hasNoEnd }: CardDetails): boolean =>
  zoneDay === null
    ? expiresOn === null || expiresOn === LAST_DAY
    : !hasNoEnd && (expiresOn === null || expiresOn === zoneDay)
