/**
 * Who a process id belongs to. Ids are reused, so a process is its id together with its start time, and
 * nothing is ever signalled that has not been shown to work on the data folder in question.
 */
import { execFile } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { errorCode } from '../error-code.ts'

export interface ProcessIdentity {
  readonly pid: number
  /** Clock ticks since boot (field 22 of /proc/<pid>/stat), or null where the system has no /proc. */
  readonly startTime: string | null
}

const hasProc = process.platform === 'linux'

/**
 * State and start time by proc(5); the command name may hold spaces and brackets, so fields count from the
 * last bracket.
 */
const readStat = (pid: number): { state: string; startTime: string } | null => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', startTime: fields[19] ?? '' }
  } catch {
    return null
  }
}

export const identify = (pid: number): ProcessIdentity => ({
  pid,
  startTime: hasProc ? (readStat(pid)?.startTime ?? '') : null,
})

/**
 * A zombie counts as gone: in a container whose first process does not reap, it would otherwise be awaited
 * for ever.
 */
export const isRunning = (who: ProcessIdentity): boolean => {
  // 0 and less would mean groups of processes, ours among them.
  if (!(who.pid > 0)) {
    return false
  }
  if (who.startTime !== null) {
    const stat = readStat(who.pid)
    return stat !== null && stat.startTime === who.startTime && stat.state !== 'Z' && stat.state !== 'X'
  }
  return isTaken(who.pid)
}

/** True while the system knows the id at all, as a zombie too. */
export const isTaken = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return pid > 0
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** Waits until the process is gone; false when it still runs after the time given. */
export const waitUntilGone = async (who: ProcessIdentity, limit_ms: number): Promise<boolean> => {
  const end = performance.now() + limit_ms
  while (isRunning(who)) {
    if (performance.now() > end) {
      return false
    }
    await pause(10)
  }
  return true
}

/** Signals this very process; a process already gone is no error. */
export const signal = (who: ProcessIdentity, name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void => {
  if (!isRunning(who)) {
    return
  }
  try {
    process.kill(who.pid, name)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') {
      throw error
    }
  }
}

/**
 * Every process of PostgreSQL, postmaster and child, has the data folder as working folder; user programs
 * hardly ever do.
 */
const worksIn = (pid: number, pgdata: string): boolean => {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== pgdata) {
      return false
    }
    const first = readFileSync(`/proc/${pid}/cmdline`, 'latin1').split('\0')[0] ?? ''
    return basename(first) === 'postgres' || first.startsWith('postgres: ')
  } catch {
    return false
  }
}

/** True when the process is a PostgreSQL started on this data folder (`pgdata` as realpath). */
export const isPostgresOf = async (who: ProcessIdentity, pgdata: string): Promise<boolean> => {
  if (!isRunning(who)) {
    return false
  }
  if (hasProc) {
    return worksIn(who.pid, pgdata) || startedOn(who.pid, pgdata)
  }
  // Windows names no arguments without extra tools; there the authenticated connection alone decides.
  if (process.platform === 'win32') {
    return true
  }
  try {
    const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(who.pid)])
    return stdout.includes('postgres') && stdout.includes(pgdata)
  } catch {
    return false
  }
}

/** For the first milliseconds of a postmaster, before it has changed folder. */
const startedOn = (pid: number, pgdata: string): boolean => {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return basename(words[0] ?? '') === 'postgres' && words[1] === '-D' && words[2] === pgdata
  } catch {
    return false
  }
}

/** Children that outlived a killed postmaster. Their shared memory keeps a new postmaster from starting. */
export const processesOf = (pgdata: string): ProcessIdentity[] => {
  if (!hasProc) {
    return []
  }
  const found: ProcessIdentity[] = []
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry) || !worksIn(Number(entry), pgdata)) {
      continue
    }
    const who = identify(Number(entry))
    if (isRunning(who)) {
      found.push(who)
    }
  }
  return found
}

/**
 * Lets such children leave by themselves (they notice within milliseconds), then ends those busy in a long
 * statement.
 */
export const clearOrphans = async (pgdata: string, log: (line: string) => void): Promise<void> => {
  for (const [name, limit_ms] of [
    [null, 1000],
    ['SIGQUIT', 2000],
    ['SIGKILL', 5000],
  ] as const) {
    const orphans = processesOf(pgdata)
    if (orphans.length === 0) {
      return
    }
    if (name) {
      log(
        `ending ${orphans.length} left-over database process(es) with ${name}: ${orphans.map((o) => o.pid).join(', ')}`,
      )
    }
    if (name) {
      for (const orphan of orphans) {
        signal(orphan, name)
      }
    }
    await Promise.all(orphans.map((orphan) => waitUntilGone(orphan, limit_ms)))
  }
}
