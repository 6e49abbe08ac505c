/**
 * A stored line's codes in words. The log is kept for years: what an older release wrote under a code that
 * nobody writes any more still reads as a sentence, and never as the code.
 */
import { problemCatalogue, type ProblemCode } from '../problems/catalogue.ts'
import { purposeCatalogue, type Purpose } from './catalogue.ts'
import { fieldWords, type FieldCode } from './fields.ts'
import { outcomeWords } from './outcomes.ts'
import type { Family } from './shape.ts'

export type Language = 'vi' | 'en'

const unknown = {
  purpose: { vi: 'Một việc trên dữ liệu của bạn', en: 'Something was done with your data' },
  field: { vi: 'thông tin khác', en: 'other details' },
  outcome: { vi: 'Đã ghi nhận', en: 'Recorded' },
  refused: { vi: 'Không được thực hiện', en: 'Not carried out' },
} as const

/** Claims and scopes of OpenID Connect, as lines of sign-ins named what they shared. */
const formerFields: Readonly<Record<string, FieldCode>> = {
  openid: 'signIn',
  profile: 'fullName',
  address: 'residence',
  identity: 'personalNumber',
  name: 'fullName',
  birthdate: 'birthDate',
  gender: 'sex',
  phone_number: 'phone',
  phone_number_verified: 'phone',
  email_verified: 'email',
  personal_number: 'personalNumber',
  account_level: 'account',
}

const isPurpose = (code: string): code is Purpose => Object.hasOwn(purposeCatalogue, code)
const isField = (code: string): code is FieldCode => Object.hasOwn(fieldWords, code)
const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problemCatalogue, code)
const isOutcome = (code: string): code is keyof typeof outcomeWords => Object.hasOwn(outcomeWords, code)

export const purposeText = (code: string, language: Language): string =>
  (isPurpose(code) ? purposeCatalogue[code] : unknown.purpose)[language]

export const familyOf = (code: string): Family => (isPurpose(code) ? purposeCatalogue[code].family : 'self')

/** Each once: two former codes may have become one. */
export const fieldTexts = (codes: readonly string[], language: Language): string[] => [
  ...new Set(
    codes.map((code) => {
      const field = isField(code) ? code : Object.hasOwn(formerFields, code) ? formerFields[code] : undefined
      return (field ? fieldWords[field] : unknown.field)[language]
    }),
  ),
]

/**
 * What was shared, each claim by itself, as it was called on that day: kinds of documents are data, so no
 * code of ours could say it for ever. Null for every other line.
 */
export const sharedTexts = (
  detail: Readonly<Record<string, unknown>>,
  language: Language,
): string[] | null => {
  const said = detail[language === 'vi' ? 'sharedVi' : 'sharedEn']
  return typeof said === 'string' && said !== '' ? said.split('\n') : null
}

/** A refusal's own sentence speaks to whoever asked; here it is enough that it was refused. */
export const outcomeText = (code: string, language: Language): string =>
  (isOutcome(code) ? outcomeWords[code] : isRefusal(code) ? unknown.refused : unknown.outcome)[language]

/** A code of the catalogue of problems, of today or of an older one: both have the dot. */
export const isRefusal = (code: string): boolean => isProblem(code) || /^[a-z0-9-]+\.[a-z0-9-]+$/.test(code)

/**
 * What a refusal said to the person herself: the first of its sentences, which tells what happened. null where
 * it would need figures that the line does not keep.
 */
export const refusalText = (code: string, language: Language): string | null => {
  if (!isProblem(code)) {
    return null
  }
  const [first = ''] = problemCatalogue[code][language].split(/(?<=[.!?;])\s/)
  return first.includes('{') ? null : first.replace(/;$/, '.')
}
