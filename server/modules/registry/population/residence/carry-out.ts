/**
 * The frame of every change of residence: whoever is concerned is held, what she said before is kept with the
 * reference of the result, and each person's change is told. The same result changes nothing a second time.
 * Who may, and by which decision, is the caller's concern; nothing here is a door of its own.
 */
import type { PartialDate } from '../../../../../formats/partial-date.ts'
import type { PersonalNumber } from '../../../../../formats/personal-number.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import type { ResidenceDeed } from '../events.ts'
import type { LifeStatus } from '../person.ts'
import type { Ground } from './household.ts'
import type { ByResult, RegisterChange, RegisteredAs, Resident, ResidenceEntry } from './residence.ts'
import * as store from './residence-store.ts'
import { mostInHousehold } from './rules.ts'
import { tellChange } from './tell-change.ts'

export interface PlannedChange {
  readonly after: ResidenceEntry
  /** `household-changed`: only because of what others do. */
  readonly what: ResidenceDeed | 'household-changed'
}
export interface Plan {
  readonly household: string | null
  readonly changes: ReadonlyMap<string, PlannedChange>
}

interface Doing {
  readonly deed: ResidenceDeed
  /** What was asked, whole: another thing under the same reference is refused. */
  readonly input: unknown
  /** Everybody who is named, with the version that was looked at. */
  readonly people: readonly RegisteredAs[]
  /** Households that are named beside those of these people. */
  readonly households?: readonly string[]
  plan(ground: Ground): Plan | Promise<Plan>
}

export type ResidenceTools = Pick<Tools, 'sealer' | 'digests'>

const REFERENCE = /^[0-9A-Za-z.-]{1,60}$/

export const mustBeReference = (reference: string): void => {
  if (!REFERENCE.test(reference)) {
    throw problem('residence.bad-reference')
  }
}

/** Throws the problem of whatever does not hold; nothing has been written by then. */
export const carryOut = async (
  work: Work,
  tools: ResidenceTools,
  { reference, at }: ByResult,
  { deed, input, people, households = [], plan }: Doing,
): Promise<RegisterChange> => {
  mustBeReference(reference)
  const numbers = people.map(({ personalNumber }) => personalNumber)
  if (new Set(numbers).size < numbers.length) {
    throw problem('residence.named-twice')
  }
  const ground = await hold(work, numbers, households, at)
  const digest = digestOf(tools, input)
  const done = await store.doneDeed(work, reference, deed)
  if (done) {
    return repeated(done, digest)
  }
  mustBeAsSeen(ground, people)
  const { household, changes } = await plan(ground)
  const changed = differing(ground, changes)
  const source = `residence ${reference}`
  if (changed.length > 0) {
    await store.keepBefore(work, changed, source, at)
    await store.setResidence(work, changed, at)
  }
  const changedNumbers = changed.map(({ personalNumber }) => personalNumber as PersonalNumber)
  if (
    (await store.keepDone(work, { reference, deed, digest, household, changed: changedNumbers, at })) === 0
  ) {
    throw problem('residence.reference-used')
  }
  for (const personalNumber of changedNumbers) {
    const what = changes.get(personalNumber)?.what ?? deed
    tellChange(work, tools, { personalNumber, what, reference, at })
  }
  return { household, changed: changedNumbers, isRepeated: false }
}

const TRIES = 3

/**
 * Holds everybody. Who joined one of the households while this waited was not seen by the look that waited:
 * it is looked again.
 */
const hold = async (
  work: Work,
  numbers: readonly string[],
  households: readonly string[],
  at: Date,
): Promise<Ground> => {
  const most = inForce(mostInHousehold, at) + 1
  let held: readonly string[] = await store.numbersAround(work, numbers, households, most)
  for (let tries = 0; tries < TRIES; tries++) {
    const rows = await store.residentsForUpdate(work, held)
    const around = await store.numbersAround(work, numbers, households, most)
    if (around.every((number) => held.includes(number))) {
      return new Map(rows.map((row) => [row.personal_number, residentOfRow(row)]))
    }
    held = around
  }
  throw problem('residence.register-moved')
}

const residentOfRow = (row: store.ResidentRow): Resident => ({
  personalNumber: row.personal_number as PersonalNumber,
  version: row.version,
  birthDate: row.birth_date as PartialDate,
  lifeStatus: row.life_status as LifeStatus,
  hasRepresentative: row.representative_number !== null,
  entry: store.entryOfRow(row),
})

const mustBeAsSeen = (ground: Ground, people: readonly RegisteredAs[]): void => {
  for (const { personalNumber, version } of people) {
    const resident = ground.get(personalNumber)
    if (!resident) {
      throw problem('residence.no-such-person')
    }
    if (resident.version !== version) {
      throw problem('residence.register-moved')
    }
  }
}

/** Of what is asked, whole. */
export const digestOf = ({ digests }: Pick<Tools, 'digests'>, input: unknown): Buffer =>
  digests.identifier('residence-deed', canonical(input))

/** Throws where another thing was done under this reference. */
export const repeated = (done: store.DoneRow, digest: Buffer): RegisterChange => {
  if (!digest.equals(done.content_digest)) {
    throw problem('residence.reference-used')
  }
  return {
    household: done.household_number,
    changed: done.personal_numbers as PersonalNumber[],
    isRepeated: true,
  }
}

/** Versions are those of the first time, and no part of what is asked. */
const canonical = (input: unknown): string =>
  JSON.stringify(input, (key, value: unknown) => {
    if (key === 'version') {
      return undefined
    }
    return value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  })

const differing = (ground: Ground, changes: Plan['changes']): store.Changed[] =>
  [...changes].flatMap(([personalNumber, { after }]) => {
    const entry = ground.get(personalNumber)?.entry
    if (!entry) {
      throw new Error('a change of somebody who is not held')
    }
    const before = store.beforeOf(entry, after)
    return Object.keys(before).length === 0 ? [] : [{ personalNumber, before, after }]
  })
