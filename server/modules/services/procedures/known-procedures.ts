/**
 * Which public services there are today: those of the product (`built-in/`, one file each) and those that two
 * persons published. Of one service the latest version that has begun is meant; a dossier goes on by the
 * version it was filed under.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { procedure, type Procedure } from '../../../../contract/procedure.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Reading } from '../../../kernel/work.ts'
import { REGISTER_OF_JUDGMENTS } from '../../documents/sources/judgment-wire.ts'
import { isConnected } from '../../documents/sources/known-sources.ts'
import * as store from './procedure-store.ts'
import { readProcedure } from './read-procedure.ts'

const FOLDER = join(import.meta.dirname, 'built-in')

let ofTheProduct: readonly Procedure[] | null = null
/** Throws an Error that names file, place and reason: a defective file of the product never starts. */
export const builtInProcedures = (): readonly Procedure[] =>
  (ofTheProduct ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readProcedure(readFileSync(join(FOLDER, file), 'utf8'), file)))

/** Kept as read, so that the rules of a version are compiled once. */
const published = new Map<string, Procedure>()
const ofRow = ({ id, version, definition }: store.PublishedRow): Procedure => {
  const key = `${id} ${version}`
  const known = published.get(key) ?? procedure.parse(definition)
  published.set(key, known)
  return known
}

/** Every version of each, also of those that have not begun. */
export const knownProcedures = async (read: Reading): Promise<readonly Procedure[]> => [
  ...builtInProcedures(),
  ...(await store.publishedProcedures(read)).map(ofRow),
]

/** Pure: the latest version of each that has begun by this day, in the order of their names. */
export const inForceOn = (known: readonly Procedure[], day: string): readonly Procedure[] => {
  const latest = new Map<string, Procedure>()
  for (const one of known) {
    const other = latest.get(one.id)
    if (one.from <= day && (!other || other.version < one.version)) {
      latest.set(one.id, one)
    }
  }
  return [...latest.values()].sort((a, b) => a.id.localeCompare(b.id))
}

/** The registers of other agencies that a result is written from, beside the register of population. */
const writtenFrom: Partial<Readonly<Record<Procedure['result']['paper'], string>>> = {
  'criminal-record-1': REGISTER_OF_JUDGMENTS,
  'criminal-record-2': REGISTER_OF_JUDGMENTS,
}
const canBeAnswered = async (read: Reading, { result }: Procedure): Promise<boolean> => {
  const register = writtenFrom[result.paper]
  return register === undefined || isConnected(read, register)
}

/**
 * Those that are offered. Nobody files, and pays for, what nobody could answer: where a register is not
 * connected, what is written from it waits. One that is connected and silent is waited for.
 */
export const proceduresInForce = async (read: Reading, at: Date): Promise<readonly Procedure[]> => {
  const offered: Procedure[] = []
  for (const one of inForceOn(await knownProcedures(read), dayInVietnam(at))) {
    if (await canBeAnswered(read, one)) {
      offered.push(one)
    }
  }
  return offered
}

/** Throws `services.no-such-procedure`. */
export const procedureInForce = async (read: Reading, id: string, at: Date): Promise<Procedure> => {
  const found = (await proceduresInForce(read, at)).find((one) => one.id === id)
  if (!found) {
    throw problem('services.no-such-procedure')
  }
  return found
}

/** The version that a dossier was filed under. Throws a plain Error without it: none is ever taken away. */
export const procedureOf = async (read: Reading, id: string, version: number): Promise<Procedure> => {
  const own = builtInProcedures().find((one) => one.id === id && one.version === version)
  if (own) {
    return own
  }
  const row = await store.publishedProcedure(read, id, version)
  if (!row) {
    throw new Error(`version ${version} of ${id} is not known any more`)
  }
  return ofRow(row)
}
