// What each kind of question is given.
import type { AskedField } from './filing-parts.ts'

export interface FieldPartProps {
  readonly field: AskedField
  readonly id: string
  readonly error: string | undefined
  readonly value: unknown
  /** `isWhole`: chosen, not half typed: what is asked beside it may follow from it. */
  readonly onValue: (value: unknown, how?: { readonly isWhole?: boolean }) => void
}
