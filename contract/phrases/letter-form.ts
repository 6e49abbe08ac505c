/**
 * The shape of a letter: a text message, and title and text for the inbox and e-mail, in both languages. Each
 * area's letters stand in a file of its own.
 */
export type Pair = { readonly vi: string; readonly en: string }
export type LetterKind = 'todo' | 'security' | 'dossier' | 'news'

export interface LetterForm {
  readonly kind: LetterKind
  readonly sms: Pair
  readonly title: Pair
  readonly text: Pair
  /** A place of the citizen's app; a path below the public address. */
  readonly action?: { readonly label: Pair; readonly to: `/${string}` }
}

export type Blank<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Blank<Rest>
  : never
type SameBlanks<P extends Pair> = [Blank<P['vi']>] extends [Blank<P['en']>]
  ? [Blank<P['en']>] extends [Blank<P['vi']>]
    ? P
    : never
  : never
type Checked<F extends LetterForm> = F & {
  readonly sms: SameBlanks<F['sms']>
  readonly title: SameBlanks<F['title']>
  readonly text: SameBlanks<F['text']>
}

/** A translation that lacks a blank of the other language does not compile. */
export const defineLetters = <const T extends Record<string, LetterForm>>(
  letters: T & { [K in keyof T]: Checked<T[K]> },
): T => letters
