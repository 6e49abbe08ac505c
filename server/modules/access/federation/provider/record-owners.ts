/**
 * Whose a code or token is stands sealed within its record. Of those that this process wrote lately it
 * remembers the owner, who never changes, so that her account is read in the record's own message. It says
 * only what to read along: of another process's record the account is read after it, and what counts is
 * always what the database answers.
 */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'

const HELD_MAX = 1000

/** By the record's keyed digest; one list per database. */
const owners = new WeakMap<Reading, Map<string, string>>()

export const rememberOwner = ({ read }: Pick<Tools, 'read'>, record: string, subjectId: string): void => {
  let held = owners.get(read)
  if (!held) {
    owners.set(read, (held = new Map()))
  }
  if (held.size >= HELD_MAX) {
    held.delete(held.keys().next().value ?? '')
  }
  held.set(record, subjectId)
}

export const ownerOf = ({ read }: Pick<Tools, 'read'>, record: string): string | undefined =>
  owners.get(read)?.get(record)
