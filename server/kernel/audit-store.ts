/**
 * The one insert of an audit line. It stands in the deed's own transaction, unordered; the sequencer numbers
 * lines afterwards.
 */
import { createHash } from 'node:crypto'
import type { ProblemCode } from '../../contract/problems/catalogue.ts'
import { actorReference, type Actor } from './actor.ts'
import type { AuditLine, LineDetail } from './audit-line.ts'
import { now } from './clock.ts'
import { newId, newSecret } from './id.ts'
import { canonicalJson } from '../../formats/canonical-json.ts'
import type { Work } from './work.ts'

/** Lines about nobody stand under this subject. */
export const NOBODY = '00000000-0000-7000-8000-000000000000'

/** As it lies in the log: an older release may have written codes that this one does not know. */
export interface StoredLine {
  readonly subject_id: string
  readonly id: string
  readonly at: string
  readonly use_case: string
  readonly actor: string
  readonly purpose: string
  readonly outcome: string
  readonly fields: readonly string[]
  readonly detail: LineDetail
}

/**
 * What the leaf of a line commits to: the salted digest, so that the leaf itself tells nothing (RFC 6962
 * hashes it again).
 */
export const lineDigest = (line: StoredLine, salt: Uint8Array): Buffer => digestOf(canonicalJson(line), salt)
const digestOf = (text: string, salt: Uint8Array): Buffer =>
  createHash('sha256').update(salt).update(text).digest()

/** What a line's writer signs beside its seal. */
export const signedText = (line: StoredLine, digest: Buffer): string =>
  `${digest.toString('hex')}\n${canonicalJson(line)}`

export interface LineToWrite {
  readonly useCase: string
  readonly actor: Actor
  readonly line: AuditLine
  readonly refusal: ProblemCode | null
}

/** For the walk of a use case and for `leaveLine`; everybody else goes through one of them. */
export const writeAuditLine = (work: Work, { useCase, actor, line, refusal }: LineToWrite): void =>
  insertLine(work, {
    subject_id: line.about ?? NOBODY,
    use_case: useCase,
    actor: actorReference(actor),
    purpose: line.purpose,
    outcome: line.outcome ?? refusal ?? 'done',
    fields: line.fields ?? [],
    detail: line.detail ?? {},
  })

/** Exported for tests of the log alone, which store what no release writes. */
export const insertLine = (work: Work, line: Omit<StoredLine, 'id' | 'at'>): void => {
  const stored: StoredLine = { ...line, id: newId(), at: now().toISOString() }
  const salt = newSecret(16)
  const text = canonicalJson(stored)
  const digest = digestOf(text, salt)
  const { seal, mac } = work.signLine(`${digest.toString('hex')}\n${text}`)
  // A line that a trigger swallows takes its deed along: nobody waits for this answer, so the statement
  // itself must fail.
  work.send(
    `with line as (
       insert into audit_line (subject_id, id, at, use_case, actor, purpose, outcome, fields, detail, salt,
         digest, seal, mac)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id)
     select 1 / count(*) from line`,
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
      digest,
      seal,
      mac,
    ],
  )
}
