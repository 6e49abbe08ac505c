/**
 * What a text of the card may be made of. A signed text is still shown to an officer and laid beside the
 * register: a sign that turns the line round, one that nobody sees, a letter that only looks like another,
 * or a name without end deceive her, whoever signed them.
 */
import { hasForbiddenCharacters, normaliseName, withoutAccents } from '../vietnamese-text.ts'
import { ChipFault, refuseIf, type ChipFaultCode } from './chip-fault.ts'

const NAME_MOST = 200
const TEXT_MOST = 500

/**
 * Letters and digits of other scripts, full-width and mathematical ones, º and ª apart, which addresses
 * have.
 */
const foreignLetter = /(?![A-Za-zºª])\p{L}/u
const foreignDigit = /(?![0-9])[\p{Nd}\p{Nl}]/u
/** ı under a dot looks as ị does; overlays strike letters through. */
const drawnLetter = /ı\p{M}|[\u0334-\u0338]/u

/** Any text of the card. */
export const mustBePlainText = (text: string, where: string): void => {
  refuseIf(hasForbiddenCharacters(text), 'chip.text-hidden', where)
  refuseIf(text.length > TEXT_MOST * 4 || [...text].length > TEXT_MOST, 'chip.text-too-long', where)
  const letters = withoutAccents(text.replace(/[ʼ]/gu, "'"))
  refuseIf(
    foreignLetter.test(letters) || foreignDigit.test(text) || drawnLetter.test(text.normalize('NFD')),
    'chip.text-letters',
    where,
  )
}

/** The name of somebody: as any text, and shorter. */
export const mustBeShortName = (text: string, where: string): void => {
  mustBePlainText(text, where)
  refuseIf([...text].length > NAME_MOST, 'chip.text-too-long', where)
}

/** Why a name is none (vietnamese-text.ts), as the chip's own reasons. */
const NAME_FAULTS: Readonly<Record<string, ChipFaultCode>> = {
  length: 'chip.text-too-long',
  control: 'chip.text-hidden',
  bidi: 'chip.text-hidden',
  invisible: 'chip.text-hidden',
  empty: 'chip.dg13-details',
}

/**
 * The holder's own name: letters, space, hyphen, apostrophe and dot. Writers differ in the signs for the
 * last three.
 */
export const mustBeHoldersName = (text: string, where: string): void => {
  mustBeShortName(text, where)
  const name = normaliseName(text.replace(/[ʼ‘`´]/gu, "'").replace(/[‐‑–]/gu, '-'))
  if (!name.ok) {
    throw new ChipFault(NAME_FAULTS[name.reason] ?? 'chip.text-letters', where)
  }
}
