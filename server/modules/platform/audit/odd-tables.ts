/**
 * Tables of the log that are anything but plain ones which answer every reader alike: what stands in place of
 * one, or beside it, may show the house one log and the verifier another.
 */
import type { Reading } from '../../../kernel/work.ts'
import type { Fault } from './faults.ts'

const TABLES = ['audit_line', 'audit_leaf', 'audit_node', 'audit_checkpoint', 'audit_sequencer']
interface OddTable {
  readonly name: string
  /** null: no such table. */
  readonly kind: string | null
  readonly has_rules: boolean
  readonly has_triggers: boolean
  readonly has_row_security: boolean
  /** In another schema that this reader looks into: the house may look into the other first. */
  readonly has_double: boolean
  readonly has_children: boolean
}
const oddTables = (read: Reading) =>
  read.rows<OddTable>(
    `with seen as (
       select t.name, c.relkind::text as kind,
         exists (select 1 from pg_rewrite w where w.ev_class = c.oid) as has_rules,
         exists (select 1 from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal) as has_triggers,
         coalesce(c.relrowsecurity, false) as has_row_security,
         exists (select 1 from pg_class o where o.relname = t.name and o.oid <> c.oid
           and o.relkind in ('r', 'p', 'v', 'm', 'f')
           and o.relnamespace = any (current_schemas(false)::text[]::regnamespace[])) as has_double,
         exists (select 1 from pg_inherits i where i.inhparent = c.oid or i.inhrelid = c.oid) as has_children
       from unnest($1::text[]) as t(name) left join pg_class c on c.oid = to_regclass(t.name)
     )
     select * from seen where kind is distinct from 'r' or has_rules or has_triggers or has_row_security
       or has_double or has_children
     order by name`,
    [TABLES],
  )

/**
 * Of which role, or null for all, a search path of its own is kept for this database: whoever sets one leads
 * that role to another log than the verifier's. Sen keeps none.
 */
const keptSearchPaths = async (read: Reading): Promise<readonly (string | null)[]> =>
  (
    await read.rows<{ role: string | null }>(
      `select distinct r.rolname::text as role
       from pg_db_role_setting s cross join unnest(s.setconfig) as c(kept)
         left join pg_roles r on r.oid = s.setrole
       where c.kept like 'search_path=%'
         and s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
       order by role`,
      [],
    )
  ).map(({ role }) => role)
const searchPathWords = (role: string | null): string =>
  `${role === null ? 'the database' : `the role ${role}`} has one of its own, and Sen keeps none: who reads by it may be shown another log`

/** As a fault says it. */
const oddWords = (odd: OddTable): string => {
  if (odd.kind === null) {
    return 'it is not there'
  }
  if (odd.kind !== 'r') {
    return 'something else than a plain table has its name'
  }
  const has = [
    odd.has_rules && 'rules',
    odd.has_triggers && 'triggers',
    odd.has_row_security && 'row security',
    odd.has_double && 'a double of its name in another schema',
    odd.has_children && 'a table that inherits from it, or inherits itself',
  ].filter(Boolean)
  return `it has ${has.join(', ')}, and Sen makes none`
}

/** What the catalogue says against the log. */
export const oddFaults = async (read: Reading): Promise<readonly Fault[]> => [
  ...(await oddTables(read)).map((odd) => ({ place: `table ${odd.name}`, what: oddWords(odd) })),
  ...(await keptSearchPaths(read)).map((role) => ({ place: 'search path', what: searchPathWords(role) })),
]
