/**
 * The one insert of an audit line. It stands in the deed's own transaction, unordered; the sequencer numbers
 * lines afterwards.
 */
import { createHash } from 'node:crypto'
import { actorReference, type Actor } from './actor.ts'
import type { AuditLine } from './audit-line.ts'
import { now } from './clock.ts'
import { newId, newSecret } from './id.ts'
import { canonicalJson } from '../../formats/canonical-json.ts'
import type { Work } from './work.ts'

/** Lines about nobody stand under this subject. */
const NOBODY = '00000000-0000-7000-8000-000000000000'

export interface StoredLine {
  readonly subject_id: string
  readonly id: string
  readonly at: string
  readonly use_case: string
  readonly actor: string
  readonly purpose: string
  readonly outcome: string
  readonly fields: readonly string[]
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

/**
 * What the leaf of a line commits to: the salted digest, so that the leaf itself tells nothing (RFC 6962
 * hashes it again).
 */
export const lineDigest = (line: StoredLine, salt: Uint8Array): Buffer =>
  createHash('sha256').update(salt).update(canonicalJson(line)).digest()

export const writeAuditLine = async (
  work: Work,
  {
    useCase,
    actor,
    line,
    refusal,
  }: { useCase: string; actor: Actor; line: AuditLine; refusal: string | null },
): Promise<void> => {
  const stored: StoredLine = {
    subject_id: line.about ?? NOBODY,
    id: newId(),
    at: now().toISOString(),
    use_case: useCase,
    actor: actorReference(actor),
    purpose: line.purpose,
    outcome: line.outcome ?? refusal ?? 'done',
    fields: line.fields ?? [],
    detail: line.detail ?? {},
  }
  const salt = newSecret(16)
  await work.run(
    `insert into audit_line (subject_id, id, at, use_case, actor, purpose, outcome, fields, detail, salt,
       digest)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      stored.subject_id,
      stored.id,
      stored.at,
      stored.use_case,
      stored.actor,
      stored.purpose,
      stored.outcome,
      stored.fields,
      JSON.stringify(stored.detail),
      salt,
      lineDigest(stored, salt),
    ],
  )
}
