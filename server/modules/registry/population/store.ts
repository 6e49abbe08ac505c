/** The SQL of the register: look-ups, the batches of an import, the pages of an export. */
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Bulk } from './import/bulk-connection.ts'
import { personColumns, type PersonColumn } from './import/columns.ts'
import type { FileIdentity, Progress } from './import/import-progress.ts'

const ofPerson = personColumns.map((column) => `p.${column}`).join(', ')
const entry = `${ofPerson}, p.version::text as version, p.private,
  (select string_agg(f.former_number, ' ' order by f.former_number) from former_number f
    where f.personal_number = p.personal_number) as former_numbers,
  c.issued_on::text as card_issued_on, c.expires_on::text as card_expires_on, c.place as card_place,
  c.state as card_state, c.qr_text as card_qr`
const entryFrom = `person p left join lateral
  (select * from card where card.personal_number = p.personal_number order by issued_on desc
    limit 1) c on true`

/** Every value as text, under the names of the file's columns. */
export type SelectedRow = Readonly<Record<string, string | null>> & {
  readonly version: string
  readonly private: Buffer | null
}

export const entryOf = (read: Reading, number: string): Promise<SelectedRow | undefined> =>
  read.maybe<SelectedRow>(`select ${entry} from ${entryFrom} where p.personal_number = $1`, [number])

export const entriesAfter = (
  read: Pick<Reading, 'rows'>,
  number: string,
  most: number,
): Promise<SelectedRow[]> =>
  read.rows<SelectedRow>(
    `select ${entry} from ${entryFrom} where p.personal_number > $1 order by p.personal_number limit $2`,
    [number, most],
  )

export const privateOf = (read: Reading, number: string): Promise<{ private: Buffer | null } | undefined> =>
  read.maybe('select private from person where personal_number = $1', [number])

export const childrenOf = (
  read: Reading,
  number: string,
): Promise<{ number: string; name: string; birthDate: string }[]> =>
  read.rows(
    `select personal_number as number, full_name as name, birth_date as "birthDate" from person
       where father_number = $1
     union select personal_number, full_name, birth_date from person where mother_number = $1 order by 3, 1`,
    [number],
  )

export const representedBy = (
  read: Reading,
  number: string,
): Promise<{ number: string; name: string; birthDate: string }[]> =>
  read.rows(
    `select personal_number as number, full_name as name, birth_date as "birthDate" from person
       where representative_number = $1
     order by birth_date, personal_number`,
    [number],
  )

export const ownerOfFormerNumber = (read: Reading, former: string): Promise<{ number: string } | undefined> =>
  read.maybe('select personal_number as number from former_number where former_number = $1', [former])

export const cardsOf = (
  read: Reading,
  number: string,
): Promise<
  { issuedOn: string; expiresOn: string | null; place: string | null; state: string; qrText: string | null }[]
> =>
  read.rows(
    `select issued_on::text as "issuedOn", expires_on::text as "expiresOn", place, state,
       qr_text as "qrText" from card
     where personal_number = $1 order by issued_on desc`,
    [number],
  )

export const historyOf = (
  read: Reading,
  number: string,
): Promise<
  {
    version: number
    changedAt: Date
    source: string
    before: Record<string, unknown>
    privateBefore: Buffer | null
  }[]
> =>
  read.rows(
    `select version, changed_at as "changedAt", source, before, private_before as "privateBefore"
       from person_history
     where personal_number = $1 order by version`,
    [number],
  )

export const portraitOf = (read: Reading, number: string): Promise<{ portrait: Buffer } | undefined> =>
  read.maybe('select portrait from register_portrait where personal_number = $1', [number])

export const keepPortrait = (work: Work, number: string, sealed: Buffer, at: Date): Promise<number> =>
  work.run(
    `insert into register_portrait (personal_number, portrait, kept_at) values ($1, $2, $3)
     on conflict (personal_number) do update set portrait = excluded.portrait, kept_at = excluded.kept_at`,
    [number, sealed, at],
  )

export const fingerprintsOf = (
  read: Reading,
  number: string,
): Promise<{ finger: string; template: Buffer }[]> =>
  read.rows('select finger, template from register_fingerprint where personal_number = $1', [number])

export const forgetFingerprints = (work: Work, number: string): Promise<number> =>
  work.run('delete from register_fingerprint where personal_number = $1', [number])

export const keepFingerprints = (
  work: Work,
  number: string,
  fingers: readonly string[],
  sealed: readonly Buffer[],
  at: Date,
): Promise<number> =>
  work.run(
    `insert into register_fingerprint (personal_number, finger, template, kept_at)
     select $1, finger, template, $4 from unnest($2::text[], $3::bytea[]) as t(finger, template)`,
    [number, fingers, sealed, at],
  )

// ─── an import's batch ──────────────────────────────────────────────────────────────────────────

const columns = personColumns.join(', ')
const personCopy = (table: string): string => `copy ${table} (${columns}, changed_at, private) from stdin`
const cardColumns = 'personal_number, issued_on, expires_on, place, state, qr_text'
const cardCopy = (table: string): string => `copy ${table} (${cardColumns}) from stdin`

export const copyPersons = (bulk: Bulk, pieces: Iterable<Buffer>): Promise<void> =>
  bulk.copy(personCopy('person'), pieces)
export const copyCards = (bulk: Bulk, pieces: Iterable<Buffer>): Promise<void> =>
  bulk.copy(cardCopy('card'), pieces)

export const existingOf = (
  bulk: Bulk,
  numbers: readonly string[],
): Promise<{ number: string; private: Buffer | null }[]> =>
  bulk.rows('select personal_number as number, private from person where personal_number = any($1::text[])', [
    numbers,
  ])

export const cancelledOf = (bulk: Bulk, numbers: readonly string[]): Promise<{ number: string }[]> =>
  bulk.rows('select former_number as number from former_number where former_number = any($1::text[])', [
    numbers,
  ])

/**
 * The lines of persons and cards of entries that exist already, where they can be compared with what stands.
 */
export const stage = async (
  bulk: Bulk,
  persons: Iterable<Buffer>,
  cards: Iterable<Buffer>,
): Promise<void> => {
  await bulk.run(
    'create temp table if not exists staged_person (like person including defaults, primary key (personal_number))',
  )
  await bulk.run('create temp table if not exists staged_card (like card, primary key (personal_number))')
  await bulk.run('truncate staged_person, staged_card')
  // Thousands of look-ups by key; a hash join would read the whole register for each batch.
  await bulk.run('set local enable_hashjoin = off')
  await bulk.run('set local enable_mergejoin = off')
  await bulk.copy(personCopy('staged_person'), persons)
  await bulk.copy(cardCopy('staged_card'), cards)
}

const compared = [...personColumns.slice(1), 'private']
const personDiffers = `(${compared.map((c) => `p.${c}`).join(', ')}) is distinct from (${compared.map((c) => `s.${c}`).join(', ')})`
const cardDiffers =
  '(c.expires_on, c.place, c.state, c.qr_text) is distinct from (n.expires_on, n.place, n.state, n.qr_text)'

/** Keeps what each changed entry said; answers how many changed. */
export const keepHistory = (bulk: Bulk, at: Date, source: string): Promise<number> =>
  bulk.run(
    `insert into person_history (personal_number, version, changed_at, source, before, private_before)
     select p.personal_number, p.version, $1, $2,
       coalesce((select jsonb_object_agg(o.key, o.value)
         from jsonb_each(to_jsonb(p) - '{version,changed_at,private}'::text[]) o
                 join jsonb_each(to_jsonb(s)) f on f.key = o.key where o.value is distinct from f.value),
                   '{}')
       || case when p.private is distinct from s.private then jsonb_build_object('private', case
         when p.private is not null then 'sealed' end) else '{}' end
       || case when n.personal_number is not null and (c.personal_number is null or ${cardDiffers})
               then jsonb_build_object('card', to_jsonb(c) - 'personal_number') else '{}' end,
       case when p.private is distinct from s.private then p.private end
     from staged_person s join person p on p.personal_number = s.personal_number
     left join staged_card n on n.personal_number = s.personal_number
     left join card c on c.personal_number = n.personal_number and c.issued_on = n.issued_on
     where ${personDiffers} or (n.personal_number is not null and (c.personal_number is null
       or ${cardDiffers}))`,
    [at, source],
  )

/** Writes the staged entries over those whose present version was just kept. */
export const updateStaged = async (bulk: Bulk): Promise<void> => {
  await bulk.run(
    `update person p set (${columns}, private, changed_at, version) =
       (${personColumns.map((c) => `s.${c}`).join(', ')}, s.private, s.changed_at, p.version + 1)
     from staged_person s where s.personal_number = p.personal_number
       and exists (select from person_history h where h.personal_number = p.personal_number
         and h.version = p.version)`,
  )
  await bulk.run(
    `update card c set state = 'replaced' from staged_card n
     where c.personal_number = n.personal_number and c.issued_on < n.issued_on and c.state = 'valid'`,
  )
  await bulk.run(
    `insert into card as c (${cardColumns}) select ${cardColumns} from staged_card n
     on conflict (personal_number, issued_on) do update set expires_on = excluded.expires_on,
       place = excluded.place, state = excluded.state, qr_text = excluded.qr_text
     where (c.expires_on, c.place, c.state, c.qr_text) is distinct from (excluded.expires_on,
       excluded.place, excluded.state, excluded.qr_text)`,
  )
}

/** Numbers cancelled in favour of another: noted for ever, and the entry under the old number ends. */
export const cancelNumbers = async (
  bulk: Bulk,
  formers: readonly string[],
  owners: readonly string[],
  at: Date,
  source: string,
): Promise<void> => {
  await bulk.run(
    `insert into former_number as f (former_number, personal_number, noted_at)
     select distinct on (o) o, n, $3::timestamptz from unnest($1::text[],
       $2::text[]) with ordinality as t(o, n, i) order by o, i desc
     on conflict (former_number) do update set personal_number = excluded.personal_number
       where f.personal_number <> excluded.personal_number`,
    [formers, owners, at],
  )
  await bulk.run(
    `with ended as (delete from person where personal_number = any($1::text[]) returning *)
     insert into person_history (personal_number, version, changed_at, source, before, private_before)
     select e.personal_number, e.version, $2, $3,
       to_jsonb(e) - '{version,changed_at,private}'::text[] || '{"cancelled": true}', e.private from ended e`,
    [formers, at, source],
  )
  await bulk.run(
    `update card set state = 'revoked' where personal_number = any($1::text[]) and state = 'valid'`,
    [formers],
  )
}

// ─── how far an import has come ─────────────────────────────────────────────────────────────────

export const unfinishedImport = async (bulk: Bulk, file: FileIdentity): Promise<Progress | undefined> =>
  (
    await bulk.rows<Progress>(
      `select offset_bytes::float8 as offset_bytes, prefix_digest as "prefixDigest", line::float8 as line,
         rejects_bytes::float8 as rejects_bytes,
         imported::float8 as imported, updated::float8 as updated, unchanged::float8 as unchanged,
         rejected::float8 as rejected
     from population_import where head_digest = $1 and size_bytes = $2 and finished_at is null`,
      [file.headDigest, file.size_bytes],
    )
  )[0]

export const keepProgress = (
  bulk: Bulk,
  file: FileIdentity,
  progress: Progress,
  at: Date,
  isFinished: boolean,
): Promise<number> =>
  bulk.run(
    `insert into population_import as i (head_digest, size_bytes, offset_bytes, prefix_digest, line,
       rejects_bytes, imported, updated, unchanged,
       rejected, started_at, updated_at, finished_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::timestamptz, $11, case
       when $12::boolean then $11::timestamptz end)
     on conflict (head_digest, size_bytes) do update set offset_bytes = excluded.offset_bytes,
       prefix_digest = excluded.prefix_digest, line = excluded.line,
       rejects_bytes = excluded.rejects_bytes, imported = excluded.imported, updated = excluded.updated,
       unchanged = excluded.unchanged, rejected = excluded.rejected, updated_at = excluded.updated_at,
       finished_at = excluded.finished_at`,
    [
      file.headDigest,
      file.size_bytes,
      progress.offset_bytes,
      progress.prefixDigest,
      progress.line,
      progress.rejects_bytes,
      progress.imported,
      progress.updated,
      progress.unchanged,
      progress.rejected,
      at,
      isFinished,
    ],
  )

/** Whether the register holds anybody. */
export const hasAny = async (read: Reading): Promise<boolean> =>
  (await read.one<{ used: boolean }>('select exists (select 1 from person) as used')).used

/** Numbers beginning with 9, which no province has: the last of the key's order. */
export const hasTest = async (read: Reading): Promise<boolean> =>
  (
    await read.one<{ used: boolean }>(
      "select exists (select 1 from person where personal_number >= '9') as used",
    )
  ).used

// ─── one entry corrected on decision ────────────────────────────────────────────────────────────

export const entryForUpdate = (
  work: Work,
  number: string,
): Promise<{ version: number; private: Buffer | null } | undefined> =>
  work.maybe('select version, private from person where personal_number = $1 for update', [number])

export const keepFieldHistory = (
  work: Work,
  number: string,
  column: PersonColumn,
  source: string,
  at: Date,
): Promise<number> =>
  work.run(
    `insert into person_history (personal_number, version, changed_at, source, before)
     select personal_number, version, $2, $3, jsonb_build_object($4::text, to_jsonb(p) -> $4::text)
       from person p where personal_number = $1`,
    [number, at, source, column],
  )

/** `column` is one of a fixed list, never a text from outside. */
export const setField = (
  work: Work,
  number: string,
  column: PersonColumn,
  value: string,
  at: Date,
): Promise<number> =>
  work.run(
    `update person set ${column} = $2, changed_at = $3, version = version + 1 where personal_number = $1`,
    [number, value, at],
  )

export const keepSealedHistory = (work: Work, number: string, source: string, at: Date): Promise<number> =>
  work.run(
    `insert into person_history (personal_number, version, changed_at, source, before, private_before)
     select personal_number, version, $2, $3, jsonb_build_object('private', case
       when private is not null then 'sealed' end), private from person where personal_number = $1`,
    [number, at, source],
  )

export const setSealed = (work: Work, number: string, sealed: Buffer | null, at: Date): Promise<number> =>
  work.run(
    'update person set private = $2, changed_at = $3, version = version + 1 where personal_number = $1',
    [number, sealed, at],
  )

// ─── cards made and lost ────────────────────────────────────────────────────────────────────────

export const formerNumbersOf = (read: Reading, number: string): Promise<{ former: string }[]> =>
  read.rows(
    'select former_number as former from former_number where personal_number = $1 order by former_number',
    [number],
  )

/** What the entry says of its latest card, before that changes. */
export const keepCardHistory = async (
  work: Work,
  number: string,
  source: string,
  at: Date,
): Promise<void> => {
  await work.run(
    `insert into person_history (personal_number, version, changed_at, source, before)
     select p.personal_number, p.version, $2, $3, jsonb_build_object('card',
       (select to_jsonb(c) - 'personal_number' from card c where c.personal_number = p.personal_number
       order by issued_on desc limit 1))
     from person p where p.personal_number = $1`,
    [number, at, source],
  )
  await work.run('update person set changed_at = $2, version = version + 1 where personal_number = $1', [
    number,
    at,
  ])
}

/** Lost, held and revoked ones stay what they are. */
export const endCards = (work: Work, number: string, before: string): Promise<number> =>
  work.run(
    `update card set state = 'replaced' where personal_number = $1 and issued_on < $2 and state in ('valid', 'expired')`,
    [number, before],
  )

export const insertCard = (
  work: Work,
  number: string,
  card: { issuedOn: string; expiresOn: string | null; place: string; qrText: string },
): Promise<number> =>
  work.run(`insert into card (${cardColumns}) values ($1, $2, $3, $4, 'valid', $5) on conflict do nothing`, [
    number,
    card.issuedOn,
    card.expiresOn,
    card.place,
    card.qrText,
  ])

const LATEST = `personal_number = $1 and state in ('valid', 'expired') and issued_on = (select max(issued_on) from card where personal_number = $1)`
export const hasUsableCard = async (read: Reading, number: string): Promise<boolean> =>
  (await read.one<{ has: boolean }>(`select exists (select 1 from card where ${LATEST}) as has`, [number]))
    .has
export const loseCard = (work: Work, number: string): Promise<number> =>
  work.run(`update card set state = 'lost' where ${LATEST}`, [number])

export const forgetCardsAfter = async (work: Work, number: string, issuedOn: string): Promise<void> => {
  await work.run('delete from card where personal_number = $1 and issued_on > $2', [number, issuedOn])
  await work.run(`update card set state = 'valid' where personal_number = $1 and issued_on = $2`, [
    number,
    issuedOn,
  ])
}
