/** A mistake in the file of a procedure, planted into a good one (temporary-residence). */

// oxlint-disable-next-line typescript/no-explicit-any -- a file is changed in ways that no type allows
export type Json = any

export interface Planted {
  readonly what: string
  readonly plant?: (file: Json) => void
  /** Changes the text, for what no value can say. */
  readonly text?: (text: string) => string
  /** What stands on the line that is told. */
  readonly line: RegExp
  readonly reason: RegExp
  /** false where one mistake is rightly told in more than one place. */
  readonly alone?: false
}
export const at = (what: string, plant: (file: Json) => void, line: RegExp, reason: RegExp): Planted => ({
  what,
  plant,
  line,
  reason,
})
export const also = (one: Planted): Planted => ({ ...one, alone: false })
export const typed = (
  what: string,
  text: (text: string) => string,
  line: RegExp,
  reason: RegExp,
): Planted => ({
  what,
  text,
  line,
  reason,
})
