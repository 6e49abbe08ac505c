/**
 * A line of what happens outside of a use case: a reaction, a job, a question of the OpenID library. A use
 * case says its lines itself (`audit`), so that none can do its deed and forget them.
 */
import type { Actor } from './actor.ts'
import type { AuditLine } from './audit-line.ts'
import { writeAuditLine } from './audit-store.ts'
import type { Work } from './work.ts'

export const leaveLine = (
  work: Work,
  line: { readonly useCase: string; readonly actor: Actor; readonly line: AuditLine },
): void => writeAuditLine(work, { ...line, refusal: null })
