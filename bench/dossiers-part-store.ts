/**
 * SQL of the dossiers bench: a nation's dossiers, made of one that was really filed, and the few whose pages
 * are opened, which are copies of their person's own, so that they can be unsealed.
 */
import type { Pool } from '../server/storage/pool.ts'

export const OFFICES = 700
/** What her list holds who has filed more than anybody. */
export const MOST_OF_ONE = 2000
/** What waits at the office that is measured, whatever the nation's size. */
const WAIT_AT_LEAST = 6000
const FILLED = [
  'case_file',
  'case_name',
  'case_history',
  'case_queue',
  'case_count',
  'dossier_consent',
  'issued_paper',
  'dossier_number',
] as const

/** A power law: at the first office stands a ninth of everything, at most of them very little. */
const OFFICE = `floor(${OFFICES} * power(abs(hashint4(i)::float8) / 2147483648, 3))::int`
/** A thousand people have filed every tenth; of the others each a handful. */
const PERSON = `case when i % 10 = 0 then (i / 10) % 1000
  else 1000 + abs(hashint4(i + 7)) % greatest($4 / 3, 1) end`
const IS_OPEN = `(i % 33 = 0 or i <= ${WAIT_AT_LEAST})`
const STAGE = `(array['receive', 'work', 'decide', 'waiting'])[1 + (i / 33 + i) % 4]`
const STATE = `(array['filed', 'processing', 'put-forward', 'paused'])[1 + (i / 33 + i) % 4]`

const drawn = `select i,
    md5('dossier ' || i)::uuid as id,
    md5('person ' || (${PERSON}))::uuid as subject_id,
    case when i <= ${WAIT_AT_LEAST} or ${OFFICE} = 0 then t.office_id
      else md5('office ' || (${OFFICE}))::uuid end as office_id,
    ${IS_OPEN} as is_open, ${STAGE} as stage, ${STATE} as state,
    $1::timestamptz - make_interval(secs => (i::bigint * 7919) % 31536000) as opened_at,
    $1::timestamptz + make_interval(secs => (i::bigint * 104729) % 2592000 - 86400) as due_at,
    t.facts, t.sealed_content, t.about_key
  from generate_series($2::int, $3::int) as i, bench_template as t`

/** `from` to `to` of `most`, in one turn per table: what reads them all as one nation. */
export const fill = async (
  pool: Pool,
  { from, to, most, at }: { from: number; to: number; most: number; at: Date },
): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query(
      `create temporary table drawn as ${drawn}`.replaceAll(/\$(\d)/g, (_, i) =>
        literal([at, from, to, most][Number(i) - 1] ?? ''),
      ),
    )
    for (const sql of INTO) {
      await client.query(sql)
    }
    await client.query('drop table drawn')
  } finally {
    client.release()
  }
}
const literal = (value: Date | number | string): string =>
  typeof value === 'number' ? String(value) : `'${new Date(value).toISOString()}'`

const INTO = [
  `insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by,
     unfinished_key, opened_by, opened_at, received_at, changed_at, due_at, decided_at, decided_by, facts,
     sealed_content)
   select subject_id, id, 'dossier', 'BENCH-' || i, office_id,
     case when is_open then state else 'returned' end, about_key, '{}',
     case when is_open then id::text end, 'bench', opened_at, opened_at, opened_at, due_at,
     case when not is_open then opened_at + interval '3 days' end,
     case when not is_open then 'bench' end, facts, sealed_content from drawn order by subject_id`,
  `insert into case_name (id, kind, reference, subject_id, office_id)
   select id, 'dossier', 'BENCH-' || i, subject_id, office_id from drawn order by i`,
  `insert into case_history (subject_id, case_id, id, at, what, by)
   select subject_id, id, md5(i || what)::uuid, opened_at + after, what, 'bench' from drawn,
     (values ('filed', interval '0'), ('received', interval '1 hour'), ('returned', interval '3 days'))
       as step (what, after)
   where not is_open or what = 'filed' order by subject_id`,
  `insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at, is_late_told)
   select office_id, 'dossier', stage, due_at, id, subject_id, due_at, due_at < now() from drawn
   where is_open`,
  `insert into case_count as c (office_id, kind, stage, slot, waiting)
   select office_id, 'dossier', stage, i % 8, count(*) from drawn where is_open group by 1, 3, 4
   on conflict (office_id, kind, stage, slot) do update set waiting = c.waiting + excluded.waiting`,
  `insert into dossier_consent (subject_id, id, case_subject_id, case_id, consent, state, asked_at, answer_by,
     answered_at)
   select md5('person ' || (i % 5003))::uuid, md5('consent ' || i)::uuid, subject_id, id, 'head',
     case when is_open then 'waiting' else 'agreed' end, opened_at, due_at,
     case when not is_open then opened_at end from drawn where i % 5 = 0`,
  `insert into issued_paper (digest, subject_id, case_id, kind, issued_at)
   select decode(md5('paper ' || i), 'hex'), subject_id, id, 'ct07', opened_at from drawn
   where not is_open and i % 2 = 0`,
  `insert into dossier_number (office_id, day, last)
   select office_id, opened_at::date, count(*) from drawn group by 1, 2
   on conflict (office_id, day) do nothing`,
]

/** The dossier that the nation's are made of. */
export const takeTemplate = async (pool: Pool, reference: string): Promise<void> => {
  await pool.query(
    `create table bench_template as select office_id, facts, sealed_content, about_key from case_file
     where false`,
  )
  await pool.query(
    `insert into bench_template select office_id, facts, sealed_content, about_key from case_file
     where reference = $1`,
    [reference],
  )
}

/** Her own, as often as this, ended: her list is as long as anybody's. */
export const copyEnded = (pool: Pool, reference: string): Promise<unknown> =>
  pool.query(
    `insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by, opened_by,
       opened_at, received_at, changed_at, due_at, decided_at, decided_by, facts, sealed_content)
     select subject_id, md5(reference || i)::uuid, kind, reference || '-' || i, office_id, 'returned',
       about_key,
       '{}', opened_by, opened_at - make_interval(hours => i), received_at, changed_at, due_at, opened_at,
       'bench', facts, sealed_content
     from case_file, generate_series(1, ${MOST_OF_ONE}) as i where reference = $1`,
    [reference],
  )

/** One that waits, as often as this, before all others of its office: what stands on the first page. */
export const copyWaiting = async (pool: Pool, reference: string, count: number): Promise<void> => {
  const made = `select c.*, md5(c.reference || 'w' || i)::uuid as new_id,
       c.reference || '-W' || i as new_reference
     from case_file c, generate_series(1, ${count}) as i where c.reference = '${reference}'`
  await pool.query(
    `insert into case_file (subject_id, id, kind, reference, office_id, state, about_key, taken_by,
       unfinished_key, opened_by, opened_at, received_at, changed_at, due_at, facts, sealed_content)
     select subject_id, new_id, kind, new_reference, office_id, state, about_key, taken_by, new_id::text,
       opened_by, opened_at, received_at, changed_at, due_at, facts, sealed_content from (${made}) as made`,
  )
  await pool.query(
    `insert into case_queue (office_id, kind, stage, sort_at, id, subject_id, due_at)
     select office_id, kind, 'receive', now() - interval '30 days', new_id, subject_id, due_at
     from (${made}) as made`,
  )
}

interface Index {
  readonly name: string
  readonly table: string
  readonly definition: string
  readonly constraint: string | null
}
/** Indexes are built anew behind a large load, which takes a tenth of the time of growing them. */
export const withoutIndexes = async (pool: Pool, load: () => Promise<void>): Promise<void> => {
  const { rows } = await pool.query<Index>(
    `select i.relname as name, t.relname as table, pg_get_indexdef(x.indexrelid) as definition,
       pg_get_constraintdef(c.oid) as constraint
     from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     left join pg_constraint c on c.conindid = x.indexrelid and c.conrelid = x.indrelid
     where t.relname = any($1) and t.relnamespace = current_schema()::regnamespace`,
    [['case_file', 'case_name', 'case_history', 'issued_paper', 'dossier_consent', 'case_queue']],
  )
  for (const { name, table, constraint } of rows) {
    await pool.query(constraint ? `alter table ${table} drop constraint ${name}` : `drop index ${name}`)
  }
  await load()
  for (const { name, table, definition, constraint } of rows) {
    await pool.query(constraint ? `alter table ${table} add constraint ${name} ${constraint}` : definition)
  }
}

export const settleStatistics = async (pool: Pool): Promise<ReadonlyMap<string, number>> => {
  await pool.query(`vacuum analyze ${FILLED.join(', ')}`)
  const { rows } = await pool.query<{ name: string; rows: number }>(
    `select relname as name, reltuples::float8 as rows from pg_class
     where relkind = 'r' and relnamespace = current_schema()::regnamespace`,
  )
  return new Map(rows.map(({ name, rows: count }) => [name, count]))
}

export const officeOf = async (pool: Pool, reference: string): Promise<string> =>
  (
    await pool.query<{ office: string }>('select office_id as office from case_name where reference = $1', [
      reference,
    ])
  ).rows[0]?.office ?? ''
/** Limits would stop the bench; they are not what is measured. */
export const forgetAttempts = (pool: Pool): Promise<unknown> => pool.query('delete from attempt_counter')
export const raiseToLevel2 = (pool: Pool, personalNumber: string): Promise<unknown> =>
  pool.query('update account set level = 2 where personal_number = $1', [personalNumber])
/** The control: search by code without what finds it. */
export const loseReferences = (pool: Pool): Promise<unknown> =>
  pool.query('alter table case_name drop constraint case_name_reference_key')
