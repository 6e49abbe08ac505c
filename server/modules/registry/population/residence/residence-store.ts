/** SQL of the changes of residence: who is concerned, held; what she said before, kept; what was done. */
import type { Reading, Work } from '../../../../kernel/work.ts'
import { residenceColumns, type ResidenceEntry } from './residence.ts'

export interface ResidentRow extends ResidenceEntry {
  readonly personal_number: string
  readonly version: number
  readonly birth_date: string
  readonly life_status: string
  readonly representative_number: string | null
}

export const entryOfRow = (row: ResidenceEntry): ResidenceEntry =>
  Object.fromEntries(residenceColumns.map((column) => [column, row[column]])) as ResidenceEntry

/** What of an entry another says differently, as it was. */
export const beforeOf = (before: ResidenceEntry, after: ResidenceEntry): Partial<ResidenceEntry> =>
  Object.fromEntries(
    residenceColumns
      .filter((column) => before[column] !== after[column])
      .map((column) => [column, before[column]]),
  )

const shown = `personal_number, version, birth_date, life_status, representative_number,
  ${residenceColumns.join(', ')}`

/** These people, and everybody of their households and of these others. */
export const numbersAround = async (
  read: Reading,
  numbers: readonly string[],
  households: readonly string[],
  most: number,
): Promise<string[]> =>
  (
    await read.rows<{ number: string }>(
      `with of_theirs as (
         select household_number as household from person
           where personal_number = any($1::text[]) and household_number is not null
         union select unnest($2::text[]))
       select personal_number as number from person where personal_number = any($1::text[])
       union select p.personal_number from of_theirs o
         cross join lateral (select personal_number from person
           where household_number = o.household limit $3) p
       order by 1`,
      [numbers, households, most],
    )
  ).map(({ number }) => number)

/** In the order of their numbers, so that two deeds never wait for each other. */
export const residentsForUpdate = (work: Work, numbers: readonly string[]): Promise<ResidentRow[]> =>
  work.rows(
    `select ${shown} from person where personal_number = any($1::text[]) order by personal_number for update`,
    [numbers],
  )

export interface Changed {
  readonly personalNumber: string
  /** What the changed columns said. */
  readonly before: Partial<ResidenceEntry>
  /** The whole of it. */
  readonly after: ResidenceEntry
}

export const keepBefore = (
  work: Work,
  changes: readonly Changed[],
  source: string,
  at: Date,
): Promise<number> =>
  work.run(
    `insert into person_history (personal_number, version, changed_at, source, before)
     select p.personal_number, p.version, $3, $4, t.before::jsonb
       from unnest($1::text[], $2::text[]) as t(number, before)
       join person p on p.personal_number = t.number`,
    [
      changes.map(({ personalNumber }) => personalNumber),
      changes.map(({ before }) => JSON.stringify(before)),
      at,
      source,
    ],
  )

export const setResidence = (work: Work, changes: readonly Changed[], at: Date): Promise<number> =>
  work.run(
    `update person p set ${residenceColumns.map((column) => `${column} = t.after ->> '${column}'`).join(', ')},
       changed_at = $3, version = p.version + 1
     from (select number, after::jsonb as after from unnest($1::text[], $2::text[]) as u(number, after)) t
     where p.personal_number = t.number`,
    [
      changes.map(({ personalNumber }) => personalNumber),
      changes.map(({ after }) => JSON.stringify(after)),
      at,
    ],
  )

// ─── a result is carried out once ───────────────────────────────────────────────────────────────

export interface DoneRow {
  readonly content_digest: Buffer
  readonly household_number: string | null
  readonly personal_numbers: string[]
}

export const doneDeed = (read: Reading, reference: string, deed: string): Promise<DoneRow | undefined> =>
  read.maybe(
    `select content_digest, household_number, personal_numbers from residence_deed
     where reference = $1 and deed = $2`,
    [reference, deed],
  )

/** Answers 0 when the same was done by somebody else meanwhile. */
export const keepDone = (
  work: Work,
  deed: {
    readonly reference: string
    readonly deed: string
    readonly digest: Buffer
    readonly household: string | null
    readonly changed: readonly string[]
    readonly at: Date
  },
): Promise<number> =>
  work.run(
    `insert into residence_deed (reference, deed, content_digest, household_number, personal_numbers, done_at)
     values ($1, $2, $3, $4, $5::text[], $6) on conflict do nothing`,
    [deed.reference, deed.deed, deed.digest, deed.household, deed.changed, deed.at],
  )

export const isHouseholdUsed = async (read: Reading, household: string): Promise<boolean> =>
  (
    await read.one<{ used: boolean }>(
      'select exists (select 1 from person where household_number = $1) as used',
      [household],
    )
  ).used

// ─── terms that end by the calendar ─────────────────────────────────────────────────────────────

export const TERM_ENDED = 'residence: the term ended'

/** What the entry said of the last term that the calendar ended; only the temporary columns. */
export const endedTermOf = async (
  read: Reading,
  number: string,
): Promise<Partial<ResidenceEntry> | undefined> =>
  (
    await read.maybe<{ before: Partial<ResidenceEntry> }>(
      `select before from person_history where personal_number = $1 and source = $2
       order by version desc limit 1`,
      [number, TERM_ENDED],
    )
  )?.before

// ─── what stands ────────────────────────────────────────────────────────────────────────────────

export const standingOf = (
  read: Reading,
  number: string,
): Promise<(ResidentRow & { readonly full_name: string }) | undefined> =>
  read.maybe(`select full_name, ${shown} from person where personal_number = $1`, [number])

export const membersOfHousehold = (
  read: Reading,
  household: string,
  most: number,
): Promise<
  {
    number: string
    name: string
    birthDate: string
    sex: string
    relation: string | null
    version: number
  }[]
> =>
  read.rows(
    `select personal_number as number, full_name as name, birth_date as "birthDate", sex,
       household_relation as relation, version from person where household_number = $1
     order by (household_relation = 'head') desc nulls last, birth_date, personal_number limit $2`,
    [household, most],
  )

export const headOfHousehold = (
  read: Reading,
  household: string,
): Promise<{ number: string; name: string } | undefined> =>
  read.maybe(
    `select personal_number as number, full_name as name from person
     where household_number = $1 and household_relation = 'head' order by personal_number limit 1`,
    [household],
  )

/** Whose term was over before this day, in the order of their last days. */
export const termsOver = (
  read: Reading,
  day: string,
  after: { readonly until: string; readonly number: string },
  most: number,
): Promise<{ until: string; number: string }[]> =>
  read.rows(
    `select temporary_until as until, personal_number as number from person
     where temporary_until < $1 and (temporary_until, personal_number) > ($2, $3)
     order by temporary_until, personal_number limit $4`,
    [day, after.until, after.number, most],
  )
