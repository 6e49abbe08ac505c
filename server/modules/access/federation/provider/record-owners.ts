/**
 * Whose a code, a token or an answered interaction is stands sealed within its record. Of those that this
 * process wrote lately it remembers the owner, who never changes, so that her account is read in the record's
 * own message. It says only what to read along: what belongs to another process's record is read after it,
 * and what counts is always what the database answers.
 */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'

export interface Owner {
  readonly subjectId: string
  /** Of an interaction: the party, and the pushed request that it began with. */
  readonly clientId?: string
  readonly pushed?: string | undefined
}

const HELD_MAX = 1000

/** By the record's keyed digest; one list per database. */
const owners = new WeakMap<Reading, Map<string, Owner>>()

export const rememberOwner = ({ read }: Pick<Tools, 'read'>, record: string, owner: Owner): void => {
  let held = owners.get(read)
  if (!held) {
    owners.set(read, (held = new Map()))
  }
  if (held.size >= HELD_MAX) {
    held.delete(held.keys().next().value ?? '')
  }
  held.set(record, owner)
}

export const ownerOf = ({ read }: Pick<Tools, 'read'>, record: string): Owner | undefined =>
  owners.get(read)?.get(record)
