/**
 * A refusal as every client sees it: RFC 9457 on the wire, with a stable code. The code is the key of two
 * sentences; each says what
 * happened, what stays safe and what to do next. `{name}` in a sentence is filled from the problem's
 * parameters.
 */
export interface ProblemEntry {
  /** HTTP status (RFC 9110). */
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503
  readonly vi: string
  readonly en: string
}

export const defineProblems = <const T extends Record<string, ProblemEntry>>(entries: T): T => entries
