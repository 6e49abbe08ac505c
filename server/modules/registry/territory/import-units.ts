/**
 * Takes the official list of units (CSV `code,parent_code,full_name`). What is new is opened, what changed is
 * closed and opened again,
 * what is the same is left alone. A list that names a province's communes names all of them: those it leaves
 * out are closed, but never
 * when a line of it was refused, because that line may be the missing one.
 */
import { readFile } from 'node:fs/promises'
import { isUtf8 } from 'node:buffer'
import { now } from '../../../kernel/clock.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import type { Work } from '../../../kernel/work.ts'
import { splitCsvRecord } from './csv-record.ts'
import * as store from './store.ts'
import { readUnit, type Unit, type UnitVersion } from './unit.ts'
import type { UnitFault } from './unit-name.ts'

interface UnitReject extends UnitFault {
  readonly line: number
}

export interface UnitsImported {
  readonly opened: number
  readonly changed: number
  readonly closed: number
  readonly unchanged: number
  readonly rejected: readonly UnitReject[]
}

/** The whole file is refused, nothing was imported. */
export class UnitsFileRefused extends Error {}

const HEADER = 'code,parent_code,full_name'
/** The country has some 3,400 units; a file a hundred times as large is another file. */
const LARGEST_BYTES = 32 * 1024 * 1024

export interface ImportUnitsOptions {
  readonly transact: <T>(deed: (work: Work) => Promise<T>) => Promise<T>
  readonly file: string
  /** First day in force of what is new (ISO); today when not given. */
  readonly from?: string
  readonly source?: string
}

export const importUnits = async ({
  transact,
  file,
  from = dayInVietnam(now()),
  source = 'units import',
}: ImportUnitsOptions): Promise<UnitsImported> => {
  const bytes = await readFile(file)
  if (bytes.length > LARGEST_BYTES) {
    throw new UnitsFileRefused(`${file} is larger than any list of units (${LARGEST_BYTES} bytes).`)
  }
  if (!isUtf8(bytes)) {
    throw new UnitsFileRefused(`${file} is not UTF-8 text.`)
  }
  const { units, rejected } = readUnits(bytes.toString('utf8').replace(/^\ufeff/, ''), file)
  return transact(async (work) => ({
    ...(await applyUnits(work, units, { from, source, mayClose: rejected.length === 0 })),
    rejected,
  }))
}

const readUnits = (text: string, file: string): { units: Map<string, Unit>; rejected: UnitReject[] } => {
  const [header, ...lines] = text.split(/\r?\n/)
  if (header !== HEADER) {
    throw new UnitsFileRefused(`The first line of ${file} must be "${HEADER}".`)
  }
  const units = new Map<string, Unit>()
  const found: { line: number; unit: Unit }[] = []
  const rejected: UnitReject[] = []
  lines.forEach((lineText, index) => {
    if (lineText === '') {
      return
    }
    const line = index + 2
    const unit = readLine(lineText)
    if ('message' in unit) {
      return void rejected.push({ line, ...unit })
    }
    if (units.has(unit.code)) {
      return void rejected.push({
        line,
        field: 'code',
        code: 'repeated',
        message: `The code ${unit.code} stands in an earlier line.`,
      })
    }
    units.set(unit.code, unit)
    found.push({ line, unit })
  })
  for (const { line, unit } of found) {
    if (unit.parentCode === null || units.has(unit.parentCode)) {
      continue
    }
    units.delete(unit.code)
    rejected.push({
      line,
      field: 'parent_code',
      code: 'unknown',
      message: `The province ${unit.parentCode} is not in this list.`,
    })
  }
  return { units, rejected }
}

const readLine = (text: string): Unit | UnitFault => {
  const fields = text.length > 1000 ? 'quote-misplaced' : splitCsvRecord(text)
  if (typeof fields === 'string') {
    return {
      field: '',
      code: 'quote',
      message: 'A quote is open or stands in a wrong place, or the line is too long.',
    }
  }
  const [code, parent, name, ...more] = fields
  if (code === undefined || parent === undefined || name === undefined || more.length > 0) {
    return { field: '', code: 'columns', message: 'The line must have 3 columns.' }
  }
  return readUnit(code, parent, name)
}

const isSame = (a: Unit, b: Unit): boolean =>
  a.kind === b.kind && a.name === b.name && a.parentCode === b.parentCode

const applyUnits = async (
  work: Work,
  units: ReadonlyMap<string, Unit>,
  { from, source, mayClose }: { from: string; source: string; mayClose: boolean },
): Promise<Omit<UnitsImported, 'rejected'>> => {
  const before = new Map((await store.openVersions(work)).map((version) => [version.code, version]))
  const listed = new Set([...units.values()].map((unit) => unit.parentCode))
  const fresh = [...units.values()].filter((unit) => !before.has(unit.code))
  const changed = [...units.values()].filter((unit) => {
    const old = before.get(unit.code)
    return old !== undefined && !isSame(old, unit)
  })
  const gone = mayClose
    ? [...before.values()].filter(
        (old) => !units.has(old.code) && old.parentCode !== null && listed.has(old.parentCode),
      )
    : []
  for (const unit of changed) {
    await endVersion(work, before.get(unit.code), from)
  }
  for (const old of gone) {
    await endVersion(work, old, from)
  }
  if (fresh.length + changed.length > 0) {
    await store.openUnits(work, [...fresh, ...changed], from, source)
  }
  return {
    opened: fresh.length,
    changed: changed.length,
    closed: gone.length,
    unchanged: units.size - fresh.length - changed.length,
  }
}

/** A version that would have been in force for no day (opened today, corrected today) leaves no trace. */
const endVersion = async (work: Work, old: UnitVersion | undefined, until: string): Promise<void> => {
  if (old === undefined) {
    return
  }
  if (old.validFrom >= until) {
    await store.removeVersion(work, old.code, old.validFrom)
  } else {
    await store.closeVersion(work, old.code, old.validFrom, until)
  }
}
