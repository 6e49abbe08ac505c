/**
 * The answer of every parser here: the value, or a reason the caller turns into a problem of its own
 * catalogue (STYLE.md, Errors).
 */
export type Parsed<Value, Reason extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason }
