/**
 * A refusal inside the server. Only `http/render-problem.ts` turns it into an answer; no other place words
 * it.
 */
import { problemCatalogue, type ProblemCode } from '../../contract/problems/catalogue.ts'

/**
 * One entry of a form that is not in the right form. `code` is stable; the sentence stands in the contract's
 * field phrases.
 */
export interface FieldFault {
  readonly field: string
  readonly code: string
}

export interface ProblemDetails {
  /** Values for the sentence's `{name}` places. Never personal data that the asker did not send. */
  readonly params?: Readonly<Record<string, string | number>>
  readonly fields?: readonly FieldFault[]
  readonly retryAfter_s?: number
}

export class Problem extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails
  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code)
    this.name = 'Problem'
    this.code = code
    this.details = details
  }
  get status(): number {
    return problemCatalogue[this.code].status
  }
}

export const problem = (code: ProblemCode, details?: ProblemDetails): Problem => new Problem(code, details)
