/**
 * DG13 of the Vietnamese card: the person's details with accents, as numbered items `30 len 02 01 NN value…`.
 * What wraps the items
 * is not published, so they are looked for at any depth; each may stand once.
 */
import { parsePartialDate, type PartialDate } from '../partial-date.ts'
import { parsePersonalNumber, type PersonalNumber, type Sex } from '../personal-number.ts'
import { mustBeHoldersName, mustBePlainText, mustBeShortName } from './card-text.ts'
import { ChipFault, refuseIf } from './chip-fault.ts'
import { childrenOf, INTEGER, mustBeDistinguished, readOne, SEQUENCE, type Tlv } from './der-reader.ts'
import { smallInteger, textOfString } from './der-values.ts'

export interface CardDetails {
  readonly personalNumber: PersonalNumber
  readonly fullName: string
  readonly birthDate: PartialDate
  readonly sex: Sex | null
  readonly nationality: string | null
  readonly ethnicity: string | null
  readonly religion: string | null
  readonly hometown: string | null
  readonly residence: string | null
  readonly identifyingMarks: string | null
  /** ISO day. */
  readonly issuedOn: string | null
  /** ISO day; null for a card without end and for one that does not say. */
  readonly expiresOn: string | null
  readonly hasNoEnd: boolean
  readonly fatherName: string | null
  readonly motherName: string | null
  readonly spouseName: string | null
  readonly oldIdentityNumber: string | null
  readonly cardSerial: string | null
}

const WHERE = 'dg13'
const DG13 = 0x6d
export const DG13_ITEMS = {
  number: 1,
  name: 2,
  birth: 3,
  sex: 4,
  nationality: 5,
  ethnicity: 6,
  religion: 7,
  hometown: 8,
  residence: 9,
  marks: 10,
  issued: 11,
  expires: 12,
  parents: 13,
  spouse: 14,
  oldNumber: 15,
  serial: 16,
} as const
export const NO_END = 'Không thời hạn'

export const readDg13 = (bytes: Uint8Array): CardDetails => {
  const file = readOne(bytes, WHERE)
  refuseIf(file.tag !== DG13, 'chip.structure', WHERE)
  mustBeDistinguished(file, WHERE)
  const items = new Map<number, readonly string[]>()
  collect(file, items)
  const one = (item: number): string | null => {
    const [text, ...more] = items.get(item) ?? []
    refuseIf(more.length > 0, 'chip.dg13-details', WHERE)
    return text === undefined || text === '' ? null : text
  }
  const parents = items.get(DG13_ITEMS.parents) ?? []
  refuseIf(parents.length > 2, 'chip.dg13-details', WHERE)
  const name = one(DG13_ITEMS.name)
  if (name === null) {
    throw new ChipFault('chip.dg13-details', WHERE)
  }
  const end = one(DG13_ITEMS.expires)
  const hasNoEnd = end !== null && end.toLowerCase() === NO_END.toLowerCase()
  return {
    personalNumber: numberOf(one(DG13_ITEMS.number)),
    fullName: name,
    birthDate: dateOf(one(DG13_ITEMS.birth)),
    sex: sexOf(one(DG13_ITEMS.sex)),
    nationality: one(DG13_ITEMS.nationality),
    ethnicity: one(DG13_ITEMS.ethnicity),
    religion: one(DG13_ITEMS.religion),
    hometown: one(DG13_ITEMS.hometown),
    residence: one(DG13_ITEMS.residence),
    identifyingMarks: one(DG13_ITEMS.marks),
    issuedOn: dayOf(one(DG13_ITEMS.issued)),
    expiresOn: hasNoEnd ? null : dayOf(end),
    hasNoEnd,
    fatherName: parents[0] ?? null,
    motherName: parents[1] ?? null,
    spouseName: one(DG13_ITEMS.spouse),
    oldIdentityNumber: one(DG13_ITEMS.oldNumber),
    cardSerial: one(DG13_ITEMS.serial),
  }
}

/** An item is a sequence that opens with its small number and holds no item itself. */
const collect = (tlv: Tlv, items: Map<number, readonly string[]>): void => {
  const children = childrenOf(tlv, WHERE)
  const [first, ...values] = children
  if (tlv.tag === SEQUENCE && first?.tag === INTEGER && !values.some(isItem)) {
    const item = smallInteger(first, WHERE)
    refuseIf(items.has(item), 'chip.duplicate-group', WHERE)
    const texts = values.flatMap(textsOf)
    texts.forEach((text) => (TEXT_RULES[item] ?? mustBePlainText)(text, WHERE))
    items.set(item, texts.map(asRecorded))
    return
  }
  for (const child of children) {
    if (child.isConstructed) {
      collect(child, items)
    }
  }
}

const TEXT_RULES: Readonly<Record<number, (text: string, where: string) => void>> = {
  [DG13_ITEMS.name]: mustBeHoldersName,
  [DG13_ITEMS.parents]: mustBeShortName,
  [DG13_ITEMS.spouse]: mustBeShortName,
}
const asRecorded = (text: string): string =>
  text
    .replace(/\p{Zs}+/gu, ' ')
    .trim()
    .normalize('NFC')
const isItem = (tlv: Tlv): boolean => tlv.tag === SEQUENCE && childrenOf(tlv, WHERE)[0]?.tag === INTEGER
const textsOf = (tlv: Tlv): string[] =>
  tlv.isConstructed ? childrenOf(tlv, WHERE).flatMap(textsOf) : [textOfString(tlv, WHERE)]

const numberOf = (text: string | null): PersonalNumber => {
  const parsed = parsePersonalNumber(text ?? '')
  if (!parsed.ok || parsed.value !== text) {
    throw new ChipFault('chip.dg13-details', WHERE)
  }
  return parsed.value
}

const dateOf = (text: string | null): PartialDate => {
  const parsed = parsePartialDate(text ?? '')
  if (!parsed.ok) {
    throw new ChipFault('chip.dg13-details', WHERE)
  }
  return parsed.value
}

const dayOf = (text: string | null): string | null => {
  if (text === null) {
    return null
  }
  const day = dateOf(text)
  refuseIf(day.length !== 10, 'chip.dg13-details', WHERE)
  return day
}

const sexOf = (text: string | null): Sex | null => {
  if (text === null) {
    return null
  }
  const sex =
    text.toLowerCase() === 'nam' ? 'male' : text.normalize('NFC').toLowerCase() === 'nữ' ? 'female' : null
  if (sex === null) {
    throw new ChipFault('chip.dg13-details', WHERE)
  }
  return sex
}
