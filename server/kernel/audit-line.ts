/**
 * What a deed or a look-up leaves behind for the person it is about (Decree 69/2024 art. 17: kept at least 5
 * years). Values, never documents.
 * `who` of the person is the subject; a register person without an account has none yet, so her line stands
 * under her number's subject
 * as soon as she has one, and under the register's own subject before.
 */
export interface AuditLine {
  /** Whose data it is; null for lines about nobody (an officer's own sign-in, an import). */
  readonly about: string | null
  /** Why, as a purpose code of the contract's purpose phrases. */
  readonly purpose: string
  /** Which fields were read or changed, as names. */
  readonly fields?: readonly string[]
  readonly outcome?: string
  /** Small further values without personal data: an office, a client, a reference. */
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>
}

/** Says that a use case leaves no line, and why that is right. */
export interface NoAudit {
  readonly none: string
}
export const none = (why: string): NoAudit => ({ none: why })
