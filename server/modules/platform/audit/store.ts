/**
 * SQL of the transparency log, and of audit lines after they were written (their one insert stands in the
 * kernel).
 */
import type { StoredLine } from '../../../kernel/audit-store.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { LeafRange } from '../../../../formats/transparency-log/tree-shape.ts'
import type { PublishedCheckpoint } from './checkpoint-file.ts'

export interface SequencerRow {
  readonly size: number
  readonly peaks: Buffer
}
export interface NodeRow {
  readonly level: number
  readonly index: number
  readonly hash: Buffer
}
export interface CheckpointRow {
  readonly size: number
  readonly root: Buffer
  readonly note: string
  readonly at: Date
}
/**
 * A line as the database has it now; `at_s` and `detail` as text, since a number could hide a change that is
 * too small for it.
 */
export interface LineRow extends Omit<StoredLine, 'at' | 'detail'> {
  readonly at_s: string
  readonly detail: string
  readonly salt: Buffer | null
  readonly digest: Buffer
  readonly seal: string | null
  readonly mac: Buffer | null
}
export interface LeafRow {
  readonly leaf_no: number
  readonly leaf_hash: Buffer
}

/** The columns of a `LineRow` of `audit_line l`. */
export const LINE = `l.subject_id, l.id, extract(epoch from l.at)::text as at_s, l.use_case, l.actor, l.purpose, l.outcome, l.fields, l.detail::text as detail, l.salt, l.digest, l.seal, l.mac`

/**
 * Is a line waiting, and how large is the signed tree? Asked a few times a second, so both halves end at one
 * index entry.
 */
export const logState = (read: Reading) =>
  read.one<{ is_waiting: boolean; size: number }>(
    `select exists (select 1 from audit_line where leaf_no is null) as is_waiting,
       coalesce((select size from audit_checkpoint order by size desc limit 1), 0)::bigint as size`,
  )

/** How long the oldest line has waited for its leaf; 0 when none waits. */
export const oldestWaiting_s = async (read: Reading, at: Date): Promise<number> => {
  const row = await read.maybe<{ since: Date }>(
    'select at as since from audit_line where leaf_no is null order by id limit 1',
  )
  return row === undefined ? 0 : Math.max(0, (at.getTime() - row.since.getTime()) / 1000)
}

/** The sequencer's row, locked; undefined when another sequencer has it. */
export const lockSequencer = (work: Work) =>
  work.maybe<SequencerRow>('select size, peaks from audit_sequencer where id = 1 for update skip locked')
export const sequencer = (read: Reading) =>
  read.one<SequencerRow>('select size, peaks from audit_sequencer where id = 1')
/** A sequencer that hangs with the row in its hand loses its connection, and another one takes over. */
export const limitIdling = (work: Work): Promise<number> =>
  work.run("set local idle_in_transaction_session_timeout = '30s'")
export const onlySnapshot = (work: Work): Promise<number> =>
  work.run('set transaction isolation level repeatable read, read only')

export const takeWaiting = (work: Work, most: number) =>
  work.rows<LineRow>(
    `select ${LINE} from audit_line l where l.leaf_no is null order by l.id limit $1 for update`,
    [most],
  )
/** What an older release left waiting. */
export const takeUnsigned = (work: Work) =>
  work.rows<LineRow>(
    `select ${LINE} from audit_line l where l.leaf_no is null and l.mac is null order by l.id for update`,
  )

export const numberLines = (work: Work, lines: readonly LineRow[], from: number): Promise<number> =>
  work.run(
    `update audit_line l set leaf_no = t.n from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as t(s, i, n)
     where l.subject_id = t.s and l.id = t.i`,
    [lines.map((l) => l.subject_id), lines.map((l) => l.id), lines.map((_, i) => from + i)],
  )

export const saveLeaves = (work: Work, hashes: readonly Buffer[], from: number): Promise<number> =>
  work.run(
    'insert into audit_leaf (leaf_no, leaf_hash) select n, h from unnest($1::bigint[], $2::bytea[]) as t(n, h)',
    [hashes.map((_, i) => from + i), hashes],
  )

export const saveNodes = (work: Work, nodes: readonly NodeRow[]): Promise<number> =>
  work.run(
    'insert into audit_node (level, index, hash) select l, i, h from unnest($1::smallint[], $2::bigint[], $3::bytea[]) as t(l, i, h)',
    [nodes.map((n) => n.level), nodes.map((n) => n.index), nodes.map((n) => n.hash)],
  )

export const saveCheckpoint = (work: Work, row: CheckpointRow): Promise<number> =>
  work.run('insert into audit_checkpoint (size, root, note, at) values ($1, $2, $3, $4)', [
    row.size,
    row.root,
    row.note,
    row.at,
  ])

export const saveSequencer = (work: Work, row: SequencerRow): Promise<number> =>
  work.run('update audit_sequencer set size = $1, peaks = $2 where id = 1', [row.size, row.peaks])

export const checkpointAt = (read: Reading, size: number) =>
  read.maybe<CheckpointRow>('select size, root, note, at from audit_checkpoint where size = $1', [size])

export const newestCheckpoint = (read: Reading) =>
  read.maybe<CheckpointRow>('select size, root, note, at from audit_checkpoint order by size desc limit 1')

export const checkpointsAfter = (read: Reading, size: number, most: number) =>
  read.rows<CheckpointRow>(
    'select size, root, note, at from audit_checkpoint where size > $1 order by size limit $2',
    [size, most],
  )

export const checkpointsOf = (read: Reading, sizes: readonly number[]) =>
  read.rows<CheckpointRow>(
    'select size, root, note, at from audit_checkpoint where size = any($1::bigint[])',
    [sizes],
  )

/** A worker that answers late does not take back what another one was told meanwhile. */
export const saveWitnessed = (work: Work, name: string, size: number, note: string): Promise<number> =>
  work.run(
    `insert into audit_witness as w (name, size, note) values ($1, $2, $3)
     on conflict (name) do update set size = excluded.size, note = excluded.note
       where w.size < excluded.size`,
    [name, size, note],
  )

/** What each witness has cosigned last, the farthest first. */
export const witnessNotes = (read: Reading) =>
  read.rows<{ note: string }>(
    'select note from audit_witness where note is not null order by size desc, name',
  )

/** How many leaves a witness has not cosigned, and since when the oldest checkpoint over them stands. */
export const witnessBacklog = (read: Reading, names: readonly string[]) =>
  read.rows<{ name: string; behind: number; oldest: Date | null }>(
    `select n.name, greatest(newest.size - cosigned.size, 0)::bigint as behind,
       (select c.at from audit_checkpoint c where c.size > cosigned.size order by c.size limit 1) as oldest
     from unnest($1::text[]) as n(name)
     cross join lateral (select coalesce(
       (select w.size from audit_witness w where w.name = n.name), 0) as size) cosigned
     cross join (select coalesce(
       (select size from audit_checkpoint order by size desc limit 1), 0) as size) newest`,
    [names],
  )

export const published = (row: CheckpointRow): PublishedCheckpoint => ({
  size: row.size,
  at: row.at.toISOString(),
  note: row.note,
})

export const leavesFrom = (read: Reading, from: number, most: number) =>
  read.rows<LeafRow>(
    'select leaf_no, leaf_hash from audit_leaf where leaf_no >= $1 order by leaf_no limit $2',
    [from, most],
  )

/** The lines that say they stand for these leaves; more than one may say so of a leaf after tampering. */
export const linesOfLeaves = (read: Reading, { from, to }: LeafRange) =>
  read.rows<LineRow & { leaf_no: number }>(
    `select ${LINE}, l.leaf_no from audit_line l where l.leaf_no >= $1 and l.leaf_no < $2 order by l.leaf_no, l.id`,
    [from, to],
  )

export const linesBeyond = (read: Reading, size: number) =>
  read.rows<{ id: string; leaf_no: number }>(
    `(select id, leaf_no from audit_line where leaf_no < 0 order by leaf_no limit 100)
     union all (select id, leaf_no from audit_line where leaf_no >= $1 order by leaf_no limit 100)`,
    [size],
  )

export const waitingLinesAfter = (read: Reading, id: string, most: number) =>
  read.rows<LineRow>(
    `select ${LINE} from audit_line l where l.leaf_no is null and l.id > $1 order by l.id limit $2`,
    [id, most],
  )

/** Lines that wait, and lines that claim a leaf which does not exist or which another line has too. */
export const linesWithoutLeaf = (
  read: Reading,
  { after, size, most }: { after: string; size: number; most: number },
) =>
  read.rows<LineRow & { leaf_no: number | null }>(
    `select ${LINE}, l.leaf_no from audit_line l
     where l.id > $1 and (l.leaf_no is null or l.leaf_no < 0 or l.leaf_no >= $2
       or (select count(*) from audit_line o where o.leaf_no = l.leaf_no) > 1)
     order by l.id limit $3`,
    [after, size, most],
  )

/** The newest line of each subject that says her salts were erased. */
export const erasuresOf = (read: Reading, useCase: string, subjects: readonly string[]) =>
  read.rows<{ subject_id: string; id: string }>(
    `select distinct on (subject_id) subject_id, id from audit_line
     where subject_id = any($2::uuid[]) and use_case = $1 and salt is not null order by subject_id, id desc`,
    [useCase, subjects],
  )

/** Of all her lines, or of so many that were written up to a moment. */
export const eraseSalts = (
  work: Work,
  subjectId: string,
  { before, most }: { readonly before: Date; readonly most: number } | { before: null; most: null },
): Promise<number> =>
  work.run(
    `update audit_line set salt = null where subject_id = $1 and id = any(array(
       select id from audit_line where subject_id = $1 and salt is not null
         and ($2::timestamptz is null or at <= $2) order by id limit $3))`,
    [subjectId, before, most],
  )

export const nodesAt = (read: Reading, nodes: readonly { level: number; index: number }[]) =>
  read.rows<NodeRow>(
    'select n.level, n.index, n.hash from audit_node n join unnest($1::smallint[], $2::bigint[]) as t(l, i) on n.level = t.l and n.index = t.i',
    [nodes.map((n) => n.level), nodes.map((n) => n.index)],
  )

/** Stored nodes that a tree of `size` does not have. */
export const nodesBeyond = (read: Reading, size: number, height: number) =>
  read.rows<NodeRow>(
    `select level, index, hash from audit_node
     where level <= 0 or level > 52 or level % $2::int <> 0 or index < 0
       or (index + 1)::numeric * (2 ^ level)::numeric > $1::numeric limit 100`,
    [size, height],
  )

export const nodesBetween = (read: Reading, level: number, { from, to }: LeafRange) =>
  read.rows<{ hash: Buffer }>(
    'select hash from audit_node where level = $1 and index >= $2 and index < $3 order by index',
    [level, from, to],
  )
export const leavesBetween = (read: Reading, { from, to }: LeafRange) =>
  read.rows<{ hash: Buffer }>(
    'select leaf_hash as hash from audit_leaf where leaf_no >= $1 and leaf_no < $2 order by leaf_no',
    [from, to],
  )
