/** What a type takes of a source's answer, and of what she typed. Pure. */
import type { DocumentType } from '../../../../contract/document-type.ts'
import { isDay } from '../../../../formats/vietnam-day.ts'
import { problem } from '../../../kernel/problem.ts'

export type Values = Readonly<Record<string, string | number | readonly string[]>>

const fits = (kind: DocumentType['claims'][number]['kind'], value: Values[string]): boolean => {
  switch (kind) {
    case 'date':
      return typeof value === 'string' && isDay(value)
    case 'count':
      return typeof value === 'number'
    case 'list':
      return Array.isArray(value)
    default:
      return typeof value === 'string' && value !== ''
  }
}

/**
 * The claims of the type and no more: what else the register tells is not kept. null when a claim that the
 * type needs is absent, or one has another form.
 */
export const claimsOf = ({ claims }: Pick<DocumentType, 'claims'>, said: Values): Values | null => {
  const taken: Record<string, Values[string]> = {}
  for (const { name, kind, isRequired } of claims) {
    const value = Object.hasOwn(said, name) ? said[name] : undefined
    if (value === undefined) {
      if (isRequired) {
        return null
      }
    } else if (fits(kind, value)) {
      taken[name] = value
    } else {
      return null
    }
  }
  return taken
}

/**
 * Keys as they are asked for: large letters, without spaces, dots and dashes. Throws `documents.key-wrong`
 * with the first that does not fit; one that the type does not ask for is none of it.
 */
export const keysOf = (
  { keys }: Pick<DocumentType, 'keys'>,
  typed: Readonly<Record<string, string>>,
  language: 'vi' | 'en',
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    keys.map(({ name, words, pattern, example }) => {
      const key = (Object.hasOwn(typed, name) ? (typed[name] ?? '') : '').toUpperCase().replace(/[\s.-]/g, '')
      if (!new RegExp(pattern, 'u').test(key)) {
        throw problem('documents.key-wrong', { params: { key: words[language], example } })
      }
      return [name, key]
    }),
  )
