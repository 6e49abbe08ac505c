/**
 * `sen population synthesize COUNT --seed N`: a nation of test people, streamed as a population file. The
 * same seed and count give the same
 * bytes on every machine and every day; memory does not grow with the count.
 */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { csvLine } from '../../territory/csv-record.ts'
import { fileColumns, placeOf, residenceDayColumns } from '../import/columns.ts'
import { openChance } from './chance.ts'
import { Families } from './household.ts'
import { openTestNumbers } from './numbers.ts'
import { personRecord, residenceFor } from './person-record.ts'

interface SynthesisUnit {
  readonly code: string
  readonly name: string
  readonly parentCode: string | null
}

export interface SynthesizeOptions {
  readonly count: number
  readonly seed: number
  /** Communes as the territory has them; each province without any has two built in. */
  readonly units?: readonly SynthesisUnit[]
  /**
   * ISO day on which the nation is seen. Fixed, not the clock's: a seed gives the same bytes on every day.
   */
  readonly today?: string
}

const TODAY = '2026-07-01'
const CHUNK_CHARACTERS = 1 << 18

/** The records, household by household: the values of `fileColumns` in their order. */
export function* synthesizeRecords({
  count,
  seed,
  units = [],
  today = TODAY,
}: SynthesizeOptions): Generator<string[]> {
  if (!Number.isInteger(count) || count < 0) {
    throw new RangeError(`not a number of people: ${count}`)
  }
  if (!Number.isSafeInteger(seed)) {
    throw new RangeError(`not a seed: ${seed}`)
  }
  const chance = openChance(seed)
  const numbers = openTestNumbers(chance)
  const families = new Families(chance, numbers, Number(today.slice(0, 4)))
  const communes = new Map<string, (readonly [string, string])[]>()
  for (const unit of units) {
    if (unit.parentCode === null) {
      continue
    }
    const list = communes.get(unit.parentCode)
    if (list) {
      list.push([unit.code, unit.name])
    } else {
      communes.set(unit.parentCode, [[unit.code, unit.name]])
    }
  }
  for (let left = count; left > 0;) {
    const household = families.next(left)
    left -= household.members.length
    const home = residenceFor(
      chance,
      numbers,
      household,
      communes.get(household.province.code) ?? household.province.communes,
    )
    for (const member of household.members) {
      yield personRecord(chance, numbers, member, home, today)
    }
  }
}

const daysOfResidence: readonly string[] = residenceDayColumns
const written = fileColumns.filter((column) => !daysOfResidence.includes(column))

/** Writes the whole file, header first, no faster than `out` takes it. `out` is left open. */
export const synthesize = async ({
  out,
  ...options
}: SynthesizeOptions & { readonly out: Writable }): Promise<void> => {
  let text = csvLine(written)
  for (const record of synthesizeRecords(options)) {
    text += csvLine(written.map((column) => record[placeOf[column]] ?? ''))
    if (text.length < CHUNK_CHARACTERS) {
      continue
    }
    if (!out.write(text)) {
      await once(out, 'drain')
    }
    text = ''
  }
  if (text !== '' && !out.write(text)) {
    await once(out, 'drain')
  }
}
