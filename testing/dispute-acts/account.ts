/** What the model keeps of an account, and of the recoveries and papers about it. */
import type { Counting } from '../../server/modules/access/authentication/recovery/objection.ts'
import type { Recovery } from '../../server/modules/access/authentication/recovery/recovery.ts'
import type { Standing } from '../../server/modules/people/locks/lock.ts'
import type { Subject } from './act.ts'

export interface Kept {
  readonly subject: Subject
  recovery: Recovery
}
interface WithCode {
  readonly stop_code_digest: Buffer
  ended_at: Date | null
}
/** The recovery that counts, or counted last. */
type Current = Counting & Readonly<WithCode> & { readonly kept: Kept }
export interface Paper {
  readonly subject: Subject
  /** The case on which it was printed. */
  readonly of: number
  readonly issuedAt: Date
  readonly endsAt: Date
  isUsed: boolean
}
export interface Account {
  readonly subject: Subject
  locks: Standing[]
  readonly lifted: Standing[]
  current: Current | null
  code: string | null
  formerCode: string | null
  closing: (WithCode & { readonly dueAt: Date; disputed_at: Date | null }) | null
  closingCode: string | null
  formerClosingCode: string | null
  isClosed: boolean
}
export const emptyAccount = (subject: Subject): Account => ({
  subject,
  locks: [],
  lifted: [],
  current: null,
  code: null,
  formerCode: null,
  closing: null,
  closingCode: null,
  formerClosingCode: null,
  isClosed: false,
})
