/** An answer as people read it: a choice by its words, a day as it is written, a place with its commune. */
import type { Procedure, ProcedureWords } from '../../../../../contract/procedure.ts'
import { phoneAsRead } from '../../../../../formats/phone.ts'
import { placeText } from '../../../../../formats/place-text.ts'
import { isDay } from '../../../../../formats/vietnam-day.ts'

type Plain = Readonly<Record<string, unknown>>
const isPlain = (value: unknown): value is Plain =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
const same = (text: string): ProcedureWords => ({ vi: text, en: text })
const textIn = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : ''

const yes: ProcedureWords = { vi: 'Có', en: 'Yes' }
const no: ProcedureWords = { vi: 'Không', en: 'No' }

/** A day, a month or a year, as it is written: 20/08/1958. */
const written = (text: string): string =>
  isDay(text) || /^\d{4}-\d{2}$/.test(text) ? text.split('-').toReversed().join('/') : text

const placeIn = (place: Plain): string =>
  placeText(textIn(place['address']), textIn(place['unitName']) || textIn(place['unit']))

const relations: Readonly<Record<string, ProcedureWords>> = {
  head: { vi: 'chủ hộ', en: 'head' },
  spouse: { vi: 'vợ hoặc chồng', en: 'wife or husband' },
  child: { vi: 'con', en: 'child' },
  parent: { vi: 'cha hoặc mẹ', en: 'parent' },
  grandparent: { vi: 'ông hoặc bà', en: 'grandparent' },
  grandchild: { vi: 'cháu nội, cháu ngoại', en: 'grandchild' },
  sibling: { vi: 'anh, chị, em', en: 'brother or sister' },
  'child-in-law': { vi: 'con dâu, con rể', en: 'daughter- or son-in-law' },
  'parent-in-law': { vi: 'cha mẹ vợ, cha mẹ chồng', en: 'parent-in-law' },
  relative: { vi: 'họ hàng khác', en: 'another relative' },
  other: { vi: 'người ở cùng', en: 'not related' },
}
const memberText = (member: unknown): string =>
  isPlain(member) ? textIn(member['name']) || textIn(member['number']) : textIn(member)

const relativeText = (row: unknown, language: 'vi' | 'en'): string => {
  const relation = isPlain(row) ? relations[textIn(row['relation'])]?.[language] : undefined
  return relation === undefined ? memberText(row) : `${memberText(row)} (${relation})`
}

const cellText = (cell: unknown): string => (isPlain(cell) ? placeIn(cell) : written(textIn(cell)))
const SPAN = ['from', 'until'] as const
/** From and until first, whatever else was asked after them. */
const spanText = (row: unknown): string => {
  if (!isPlain(row)) {
    return textIn(row)
  }
  const [from, until] = SPAN.map((name) => cellText(row[name]))
  const time = [from, until].filter((part) => part).join(' – ')
  const others = Object.entries(row)
    .filter(([name]) => !SPAN.some((one) => one === name))
    .map(([, cell]) => cellText(cell))
  return [time, ...others].filter((part) => part !== '').join(' · ')
}

/**
 * `value`: as `Accepted` holds it. What was never answered is an empty text; a value that is not of its kind
 * is shown as far as it can be read.
 */
export const shownAnswer = ({ form }: Procedure, name: string, value: unknown): ProcedureWords => {
  const field = form.fields[name]
  if (value === null || value === undefined) {
    return same('')
  }
  switch (field?.kind) {
    case 'yes-no':
      return value === true ? yes : value === false ? no : same('')
    case 'choice':
      return field.choices?.[textIn(value)] ?? same(textIn(value))
    case 'place':
      return same(isPlain(value) ? placeIn(value) : textIn(value))
    case 'members':
      return same(Array.isArray(value) ? value.map(memberText).join(', ') : textIn(value))
    case 'relatives': {
      const rows: readonly unknown[] = Array.isArray(value) ? value : []
      const inLanguage = (language: 'vi' | 'en') => rows.map((row) => relativeText(row, language)).join(', ')
      return { vi: inLanguage('vi'), en: inLanguage('en') }
    }
    case 'spans':
      return same(Array.isArray(value) ? value.map(spanText).join('\n') : textIn(value))
    case 'date':
      return same(written(textIn(value)))
    default:
      return same(phoneAsRead(textIn(value)))
  }
}
