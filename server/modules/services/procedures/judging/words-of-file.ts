/** Words of a procedure that people read: in two languages, in one line, without marks that are not words. */
import type { Wrong } from '../../../../../contract/procedure-fits.ts'
import { hasForbiddenCharacters } from '../../../../../formats/vietnamese-text.ts'

/** A shorter phrase may be the same in both languages: CT07, ABO. */
const SAME_FROM = 12

const isPlain = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** `value`: the file as it was read. */
export const wrongInWords = (value: unknown, path: Wrong['path'] = []): readonly Wrong[] => {
  if (Array.isArray(value)) {
    return value.flatMap((of, at) => wrongInWords(of, [...path, at]))
  }
  if (!isPlain(value)) {
    return []
  }
  const { vi, en } = value
  if (typeof vi !== 'string' || typeof en !== 'string') {
    return Object.entries(value).flatMap(([key, of]) => wrongInWords(of, [...path, key]))
  }
  const unclean = Object.entries({ vi, en }).filter(
    ([, text]) => hasForbiddenCharacters(text) || /<\/?[a-z]/i.test(text),
  )
  return [
    ...unclean.map(([language]) => ({
      path: [...path, language],
      message: 'has characters that are no words: a control character, a line break or a mark of HTML',
    })),
    ...(vi === en && vi.length >= SAME_FROM
      ? [{ path: [...path, 'en'], message: 'is the same as the Vietnamese: it is not translated yet' }]
      : []),
  ]
}
