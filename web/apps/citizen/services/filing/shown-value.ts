// An answer as it is read: by its choice's words, as a day is written, a place with its commune's name.
import { phoneAsRead } from '../../../../../formats/phone.ts'
import { placeText } from '../../../../../formats/place-text.ts'
import { dateVN, groupPersonalNumber } from '../../../../ui/format.ts'
import { inLanguage, phrases } from '../../../../ui/phrases.ts'
import { isEmpty, isPlain, type AskedField } from './filing-parts.ts'

const t = phrases({
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  none: { vi: 'Chưa trả lời', en: 'Not answered' },
  nobody: { vi: 'Không ai', en: 'Nobody' },
  span: { vi: '{from} đến {until}: {what}', en: '{from} to {until}: {what}' },
  today: { vi: 'nay', en: 'now' },
})

export const relationCodes = [
  'spouse',
  'child',
  'parent',
  'grandparent',
  'grandchild',
  'sibling',
  'child-in-law',
  'parent-in-law',
  'relative',
  'other',
] as const
export const relationToHead = phrases({
  head: { vi: 'Chủ hộ', en: 'Head of the household' },
  spouse: { vi: 'Vợ, chồng', en: 'Husband or wife' },
  child: { vi: 'Con', en: 'Child' },
  parent: { vi: 'Cha, mẹ', en: 'Parent' },
  grandparent: { vi: 'Ông, bà', en: 'Grandparent' },
  grandchild: { vi: 'Cháu', en: 'Grandchild' },
  sibling: { vi: 'Anh, chị, em', en: 'Brother or sister' },
  'child-in-law': { vi: 'Con dâu, con rể', en: 'Son- or daughter-in-law' },
  'parent-in-law': { vi: 'Cha, mẹ chồng hoặc vợ', en: 'Parent-in-law' },
  relative: { vi: 'Họ hàng', en: 'Relative' },
  other: { vi: 'Ở nhờ, ở cùng', en: 'Lives there' },
})
type Relation = 'head' | (typeof relationCodes)[number]
const isRelation = (text: string): text is Relation =>
  text === 'head' || relationCodes.some((one) => one === text)

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const placeIn = (place: Readonly<Record<string, unknown>>): string =>
  placeText(textIn(place['address']), textIn(place['unitName']))

const numberText = (text: string): string =>
  /^\d{12}$/.test(text) ? groupPersonalNumber(text) : phoneAsRead(text)

type Choices = Pick<AskedField, 'choices'>
const chosen = ({ choices }: Choices, value: string): string => {
  const found = choices?.find((one) => one.value === value)
  return found ? inLanguage(found.words) : numberText(value)
}

const memberText = (field: Choices, one: unknown): string => {
  if (!isPlain(one)) {
    return chosen(field, textIn(one))
  }
  const name = textIn(one['name']) || chosen(field, textIn(one['number']))
  const relation = textIn(one['relation'])
  return isRelation(relation) ? `${name} (${relationToHead(relation)})` : name
}

const spanText = (one: unknown): string => {
  const row = isPlain(one) ? one : {}
  const what = [row['place'], row['work']].map(textIn).filter(Boolean).join(', ')
  const until = textIn(row['until'])
  return t('span', {
    from: dateVN(textIn(row['from'])),
    until: until === '' ? t('today') : dateVN(until),
    what,
  })
}

/** One line for each row of an answer in rows. */
export const shownLines = (
  field: Pick<AskedField, 'kind' | 'choices' | 'isRequired'>,
  value: unknown,
): readonly string[] => {
  if (isEmpty(value)) {
    const isOfPeople = field.kind === 'members' || field.kind === 'relatives'
    return [isOfPeople && !field.isRequired ? t('nobody') : t('none')]
  }
  switch (field.kind) {
    case 'yes-no':
      return [t(value === true ? 'yes' : 'no')]
    case 'choice':
      return [chosen(field, textIn(value))]
    case 'place':
      return [isPlain(value) ? placeIn(value) : textIn(value)]
    case 'members':
    case 'relatives':
      return listIn(value).map((one) => memberText(field, one))
    case 'spans':
      return listIn(value).map(spanText)
    case 'date':
      return [dateVN(textIn(value))]
    default:
      return [numberText(textIn(value))]
  }
}
