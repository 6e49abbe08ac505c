/**
 * What somebody with the database's full role can do to a log: each forgery in SQL of its own, at places that
 * the caller draws. For tests only. Those that need lines to come ask Sen to write some.
 */
import type { Work } from '../server/kernel/work.ts'
import { examplePerson } from './audit-log.ts'

interface Place {
  /** Two leaves whose lines have their salts. */
  readonly n: number
  readonly m: number
  /** How many leaves there are, and the id of a line that waits. */
  readonly size: number
  readonly waiting: string
  /** A person whose lines were erased by a deed of Sen's. */
  readonly erased: string
  /** Some deeds of Sen's that stand, with a line each. */
  readonly writeOn: () => Promise<void>
  /** Whatever can be made without a key: the digest of a line as it stands now, and the leaf of that. */
  readonly digestAnew: (where: string) => Promise<void>
}
type Forge = (work: Work, place: Place) => Promise<unknown>

const sql =
  (text: (place: Place) => string): Forge =>
  (work, place) =>
    work.run(text(place))

/** Triggers, rules and views lie in wait before Sen writes on. */
const lying =
  (text: string): Forge =>
  async (work, { writeOn }) => {
    await work.run(text)
    await writeOn()
  }
const trigger = (when: string, body: string): Forge =>
  lying(
    `do $do$ begin
       create function lie() returns trigger language plpgsql as $$ begin ${body} end $$;
       create ${when} on audit_line for each row execute function lie();
     end $do$`,
  )

const COLUMNS =
  'subject_id, id, at, use_case, actor, purpose, outcome, fields, detail, salt, digest, leaf_no, seal, mac'
/** A copy of the line of leaf `n` under another id, with that number or waiting. */
const copied = (n: number, id: string, leafNo: number | null): string => {
  const values = COLUMNS.replace(' id,', ` '${id}',`).replace('leaf_no', String(leafNo))
  return `insert into audit_line select ${values} from audit_line where leaf_no = ${n}`
}

const swapped = (columns: readonly string[]): Forge =>
  sql(
    ({ n, m }) =>
      `update audit_line l set (${columns.join()}) = (select ${columns.join()} from audit_line o
         where o.leaf_no = ${n} + ${m} - l.leaf_no) where l.leaf_no in (${n}, ${m})`,
  )

const putBack = (dump: string, tables: readonly string[]): Forge =>
  sql(
    () =>
      `do $$ begin ${tables.map((name) => `delete from ${name}; insert into ${name} table ${dump}.${name};`).join(' ')} end $$`,
  )
export const LOG_TABLES = ['audit_line', 'audit_leaf', 'audit_node', 'audit_checkpoint', 'audit_sequencer']

const rewritten =
  (change: (place: Place) => string): Forge =>
  async (work, place) => {
    await work.run(`update audit_line set ${change(place)} where leaf_no = ${place.n}`)
    await place.digestAnew(`leaf_no = ${place.n}`)
  }

const inserted: Record<string, Forge> = {
  'a line doubled under another id': sql(({ n }) => copied(n, examplePerson(6000), n)),
  'a line doubled to wait': sql(({ n }) => copied(n, examplePerson(6001), null)),
  'a line of her own with a right digest': async (work, place) => {
    const { n } = place
    const id = 'ffffffff-0000-7000-8000-000000000007'
    await work.run(copied(n, id, null))
    await place.digestAnew(`id = '${id}'`)
  },
  'a line and a leaf at the end': async (work, place) => {
    const { n, size } = place
    const id = 'ffffffff-0000-7000-8000-000000000008'
    await work.run(copied(n, id, size))
    await work.run(`insert into audit_leaf select ${size}, leaf_hash from audit_leaf where leaf_no = ${n}`)
    await place.digestAnew(`id = '${id}'`)
    await work.run(`update audit_sequencer set size = ${size + 1}`)
  },
}

const deleted: Record<string, Forge> = {
  'a line': sql(({ n }) => `delete from audit_line where leaf_no = ${n}`),
  'a line with its leaf': sql(
    ({ n }) =>
      `with a as (delete from audit_line where leaf_no = ${n}) delete from audit_leaf where leaf_no = ${n}`,
  ),
  'a waiting line': sql(({ waiting }) => `delete from audit_line where id = '${waiting}'`),
  'all that waits': sql(() => 'delete from audit_line where leaf_no is null'),
  'all lines of a person': sql(
    ({ n }) =>
      `delete from audit_line where subject_id = (select subject_id from audit_line where leaf_no = ${n})`,
  ),
  'the tail': sql(
    ({ n }) =>
      `with a as (delete from audit_line where leaf_no >= ${n}), b as (delete from audit_checkpoint where size > ${n}) delete from audit_leaf where leaf_no >= ${n}`,
  ),
  everything: sql(
    () =>
      `do $$ begin ${LOG_TABLES.slice(0, 4)
        .map((name) => `delete from ${name};`)
        .join(' ')} update audit_sequencer set size = 0, peaks = ''; end $$`,
  ),
  'one line, and those after it moved up': sql(
    ({ n }) =>
      `do $$ begin delete from audit_line where leaf_no = ${n}; delete from audit_leaf where leaf_no = ${n};
       update audit_line set leaf_no = leaf_no - 1 where leaf_no > ${n};
       create table moved as select leaf_no - (leaf_no > ${n})::int as leaf_no, leaf_hash from audit_leaf;
       delete from audit_leaf; insert into audit_leaf table moved; end $$`,
  ),
  'a number of a line': sql(({ n }) => `update audit_line set leaf_no = null where leaf_no = ${n}`),
}

const moved: Record<string, Forge> = {
  'two lines': swapped(['leaf_no']),
  'two leaves': sql(
    ({ n, m }) =>
      `update audit_leaf l set leaf_hash = (select leaf_hash from audit_leaf o where o.leaf_no = ${n} + ${m} - l.leaf_no) where leaf_no in (${n}, ${m})`,
  ),
  'two lines with their leaves': async (work, place) => {
    await moved['two lines']?.(work, place)
    await moved['two leaves']?.(work, place)
  },
  'a line that waits before another': sql(
    ({ waiting }) =>
      `update audit_line set id = '01000000-0000-7000-8000-000000000001' where id = '${waiting}'`,
  ),
  'a line to another number': sql(({ n, m }) => `update audit_line set leaf_no = ${m} where leaf_no = ${n}`),
  bodies: swapped(
    ['at', 'use_case', 'actor', 'purpose', 'outcome', 'fields', 'detail'].concat('salt', 'digest'),
  ),
  'bodies and signatures': swapped(
    ['subject_id', 'at', 'use_case', 'actor', 'purpose', 'outcome', 'fields'].concat(
      'detail',
      'salt',
      'digest',
      'seal',
      'mac',
    ),
  ),
  signatures: swapped(['seal', 'mac']),
  salts: swapped(['salt']),
  seals: swapped(['seal']),
}

const changed: Record<string, Forge> = {
  'whose it is': sql(
    ({ n, m }) => `update audit_line set subject_id = '${examplePerson(7000 + m)}' where leaf_no = ${n}`,
  ),
  'a text': sql(
    ({ n, m }) =>
      `update audit_line set ${['use_case', 'actor', 'purpose', 'outcome'][m % 4]} = 'x${m}' where leaf_no = ${n}`,
  ),
  'a moment': sql(
    ({ n, m }) => `update audit_line set at = at + interval '${m + 1} microseconds' where leaf_no = ${n}`,
  ),
  'a detail': sql(
    ({ n, m }) => `update audit_line set detail = detail || '{"k${m}": ${m}}' where leaf_no = ${n}`,
  ),
  'a bit of a digest': sql(
    ({ n, m }) =>
      `update audit_line set digest = set_bit(digest, ${m}, 1 - get_bit(digest, ${m})) where leaf_no = ${n}`,
  ),
  'a bit of a salt': sql(
    ({ n, m }) =>
      `update audit_line set salt = set_bit(salt, ${m}, 1 - get_bit(salt, ${m})) where leaf_no = ${n}`,
  ),
  'a bit of a leaf': sql(
    ({ n, m }) =>
      `update audit_leaf set leaf_hash = set_bit(leaf_hash, ${m}, 1 - get_bit(leaf_hash, ${m})) where leaf_no = ${n}`,
  ),
  'a bit of a signature': sql(
    ({ n, m }) =>
      `update audit_line set mac = set_bit(mac, ${m}, 1 - get_bit(mac, ${m})) where leaf_no = ${n}`,
  ),
  'what a writer knew': sql(
    ({ n }) =>
      `update audit_line set seal = regexp_replace(seal, ' - (\\S+)$', ' 0,1,2,3 \\1') where leaf_no = ${n}`,
  ),
  'a waiting line': sql(({ waiting }) => `update audit_line set outcome = 'other' where id = '${waiting}'`),
  'a line, its digest and its leaf': rewritten(({ m }) => `outcome = 'x${m}'`),
  'whose, with digest and leaf': rewritten(({ m }) => `subject_id = '${examplePerson(7000 + m)}'`),
  'no signature at all': sql(({ n }) => `update audit_line set seal = null, mac = null where leaf_no = ${n}`),
}

const erased: Record<string, Forge> = {
  'one salt': sql(({ n }) => `update audit_line set salt = null where leaf_no = ${n}`),
  'all salts': sql(() => 'update audit_line set salt = null'),
  "a waiting line's salt": sql(({ waiting }) => `update audit_line set salt = null where id = '${waiting}'`),
  'a line given to somebody who was erased': sql(
    ({ n, erased: whose }) =>
      `update audit_line set salt = null, subject_id = '${whose}' where leaf_no = ${n}`,
  ),
  'with an erasure made by hand': async (work, place) => {
    const { n } = place
    const id = 'ffffffff-0000-7000-8000-000000000009'
    await work.run(copied(n, id, null))
    await work.run(
      `update audit_line set use_case = 'audit.erase-salts', purpose = 'erasure' where id = $1`,
      [id],
    )
    await place.digestAnew(`id = '${id}'`)
    await work.run(`update audit_line set salt = null where leaf_no = ${n}`)
  },
  'the erasure turned to somebody else': sql(
    ({ m }) =>
      `update audit_line set subject_id = '${examplePerson(9000 + m)}' where use_case = 'audit.erase-salts'`,
  ),
}

const lain: Record<string, Forge> = {
  'a trigger that takes the line away again': trigger(
    'trigger lie after insert',
    'delete from audit_line where id = new.id; return null;',
  ),
  'a trigger that takes some lines away': trigger(
    'trigger lie after insert',
    `delete from audit_line where id = new.id and new.use_case = 'wallet.identity-card'; return null;`,
  ),
  'a trigger that turns the line to another person': trigger(
    'trigger lie before insert',
    `new.subject_id := '${examplePerson(8000)}'; return new;`,
  ),
  'a trigger that empties the detail and the names of fields': trigger(
    'trigger lie before insert',
    `new.detail := '{"a":1}'; new.fields := '{}'; return new;`,
  ),
  'a trigger that takes the salt': trigger('trigger lie before insert', 'new.salt := null; return new;'),
  'a rule that puts lines elsewhere': lying(
    `do $$ begin create table aside (like audit_line);
     create rule aside as on insert to audit_line
       do instead insert into aside values (new.*) returning aside.*; end $$`,
  ),
  'a view in the place of the table': lying(
    `do $$ begin alter table audit_line rename to lines_kept;
     create view audit_line as select * from lines_kept;
     create function lie() returns trigger language plpgsql as 'begin return new; end';
     create trigger lie instead of insert on audit_line for each row execute function lie(); end $$`,
  ),
}

const dumps: Record<string, Forge> = {
  'of the first half': putBack('dump_early', LOG_TABLES),
  'of a moment ago': putBack('dump_late', LOG_TABLES),
  'of the lines alone': putBack('dump_early', ['audit_line']),
  'of lines and leaves': putBack('dump_early', ['audit_line', 'audit_leaf']),
  'and Sen writes on': async (work, place) => {
    await putBack('dump_late', LOG_TABLES)(work, place)
    await place.writeOn()
  },
}

export const forgeries: ReadonlyMap<string, Forge> = new Map(
  Object.entries({ inserted, deleted, moved, changed, erased, lain, 'put back': dumps }).flatMap(
    ([what, each]) =>
      Object.entries(each).map(([name, forge]): [string, Forge] => [`${what}: ${name}`, forge]),
  ),
)
