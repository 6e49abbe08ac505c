/**
 * Fills a letter's form in one language. A value that looks like a link is blanked: the only address in a
 * letter is Sen's own.
 */
import type { LetterForm, LetterKind, Pair } from '../../../../contract/phrases/letter-form.ts'
import { letterForms, type LetterTemplate, type LetterValue } from '../../../../contract/phrases/letters.ts'

export interface WrittenLetter {
  readonly kind: LetterKind
  readonly sms: string
  readonly title: string
  readonly text: string
  readonly action: { readonly label: string; readonly to: string } | null
}

const VALUE_MAX = 200
// Control and direction-turning characters could forge a second line or turn a number around.
const unprintable = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu
const link = /\S*(?::\/\/|www\.)\S*/gi

const plain = (value: LetterValue, language: 'vi' | 'en'): string => {
  const text = typeof value === 'object' ? value[language] : String(value)
  return text.normalize('NFC').replace(unprintable, ' ').replace(link, '…').slice(0, VALUE_MAX)
}

export const isTemplate = (name: string): name is LetterTemplate => Object.hasOwn(letterForms, name)

export const writeLetter = (
  template: LetterTemplate,
  params: Readonly<Record<string, LetterValue>>,
  { language, publicUrl }: { language: 'vi' | 'en'; publicUrl: string },
): WrittenLetter => {
  const form: LetterForm = letterForms[template]
  const fill = (pair: Pair): string =>
    pair[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'site') {
        return publicUrl
      }
      const value = params[name]
      if (value === undefined) {
        throw new Error(`the letter ${template} lacks ${name}`)
      }
      return plain(value, language)
    })
  return {
    kind: form.kind,
    sms: fill(form.sms),
    title: fill(form.title),
    text: fill(form.text),
    action: form.action ? { label: form.action.label[language], to: form.action.to } : null,
  }
}
