/**
 * PostgreSQL refuses to run as root. Started as root, Sen runs it as the account `postgres`; this file
 * finds or makes that account and tells what it may reach.
 */
import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { Stats } from 'node:fs'
import { StorageUnavailable, reasonOf } from './storage-unavailable.ts'
import type { Owner } from '../small-file.ts'

const run = promisify(execFile)

export const isRoot = (): boolean => process.geteuid?.() === 0

const lookUp = async (): Promise<Owner | null> => {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout.trim()), gid: Number(gid.stdout.trim()) }
  } catch {
    return null
  }
}

/** The account `postgres`, made when absent. */
export const databaseAccount = async (): Promise<Owner> => {
  const there = await lookUp()
  if (there) {
    return there
  }
  let failure = 'useradd made no such account'
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/var/lib/sen',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ])
  } catch (error) {
    failure = reasonOf(error).trim()
  }
  // A starter beside this one may have made it first, so the account is looked up whatever useradd said.
  const made = await lookUp()
  if (made) {
    return made
  }
  throw new StorageUnavailable(
    'os-user',
    `PostgreSQL does not run as root and the system account "postgres" could not be made (${failure}); create it, or start Sen as an ordinary user.`,
  )
}

/**
 * The permission bits (4 read, 2 write, 1 enter or execute) by owner, group, others. Child processes carry no
 * further groups.
 */
export const may = (entry: Stats, bits: number, account: Owner): boolean => {
  const shift = entry.uid === account.uid ? 6 : entry.gid === account.gid ? 3 : 0
  return ((entry.mode >> shift) & bits) === bits
}

/**
 * The uppermost existing folder on the way to `path` (itself included) that the account cannot enter; null
 * when the way is open. `path` is a realpath.
 */
export const closedFolder = async (path: string, account: Owner): Promise<string | null> => {
  const parent = dirname(path)
  const above = parent === path ? null : await closedFolder(parent, account)
  if (above) {
    return above
  }
  const entry = await stat(path).catch(() => null)
  return entry?.isDirectory() && !may(entry, 1, account) ? path : null
}
