// Every sentence of the user interface, in Vietnamese and English. A phrase without a translation, a blank
// the other language
// does not have, or a call that leaves a blank unfilled does not compile.
import { language } from './language.ts'

type Phrase = { readonly vi: string; readonly en: string }
type Blank<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Blank<Rest> : never
type SameBlanks<P extends Phrase> = [Blank<P['vi']>] extends [Blank<P['en']>]
  ? [Blank<P['en']>] extends [Blank<P['vi']>]
    ? P
    : never
  : never
type Filling<P extends Phrase> = string extends P['vi']
  ? [values?: Record<string, string | number>]
  : [Blank<P['vi']>] extends [never]
    ? []
    : [values: Record<Blank<P['vi']>, string | number>]

export type Translate<T extends Record<string, Phrase>> = <K extends keyof T & string>(
  key: K,
  ...filling: Filling<T[K]>
) => string

/** `const t = phrases({ hello: { vi: 'Chào {name}', en: 'Hello {name}' } })`, then `t('hello', { name })`. */
export const phrases =
  <const T extends Record<string, Phrase>>(table: T & { [K in keyof T]: SameBlanks<T[K]> }): Translate<T> =>
  (key, ...filling) => {
    const values: Record<string, string | number> = filling[0] ?? {}
    const sentence: string = table[key][language()]
    return sentence.replace(/\{(\w+)\}/g, (blank, name: string) => String(values[name] ?? blank))
  }

/** Picks the text of the current language from a pair that came with data, for instance a service's name. */
export const inLanguage = (pair: Phrase): string => pair[language()]
