/**
 * What a deed or a look-up leaves behind for the person it is about (Decree 69/2024 art. 17: kept at least 5
 * years). Values, never documents.
 * Purpose, fields and outcome are codes of `contract/purposes/`, where each has its words: a line that her
 * log could not say does not compile.
 */
import type { FieldOf, Purpose } from '../../contract/purposes/catalogue.ts'
import type { FieldCode } from '../../contract/purposes/fields.ts'
import type { Outcome } from '../../contract/purposes/outcomes.ts'

/** Small further values without personal data: an office, a client, a reference. */
export type LineDetail = Readonly<Record<string, string | number | boolean | null>>

export interface LineOf<P extends Purpose> {
  /**
   * Whose data it is; null for lines about nobody (an officer's own sign-in, an import). A register person
   * without an account stands under her number's subject as soon as she has one, and under the register's own
   * subject before.
   */
  readonly about: string | null
  readonly purpose: P
  /** Which fields were read or changed. */
  readonly fields?: readonly FieldOf<P>[]
  readonly outcome?: Outcome
  readonly detail?: LineDetail
}

export type AuditLine = { [P in Purpose]: LineOf<P> }[Purpose]

/** A purpose with the fields of it, for whoever makes the lines of many purposes. */
export type LineTitle = { [P in Purpose]: Pick<LineOf<P>, 'purpose' | 'fields'> }[Purpose]

/** The purposes whose lines may name these fields. */
export type PurposeNaming<F extends FieldCode> = {
  [P in Purpose]: [F] extends [FieldOf<P>] ? P : never
}[Purpose]

/** The compiler follows no purpose that is still open to its fields; what it is called with was checked. */
export const lineTitle = <F extends FieldCode = never>(
  purpose: PurposeNaming<F>,
  fields: readonly F[] = [],
): LineTitle => ({ purpose, fields }) as LineTitle

/** Says that a use case leaves no line, and why that is right. */
export interface NoAudit {
  readonly none: string
}
export const none = (why: string): NoAudit => ({ none: why })
