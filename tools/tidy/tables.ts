/** Law 3: a table has one owner, named by its migration; its SQL stands in the owner's store. */
import { modules, placeOf } from './floors.ts'
import { isTest, lookAt, textOf, type Check, type Source } from './source.ts'

/** Migrations and tables whose names do not tell the owner. Each stands with its reason. */
export const namedOwners: Readonly<Record<string, { readonly owner: string; readonly why: string }>> = {
  '001-kernel': { owner: 'server/kernel', why: 'what every use case needs' },
  '236-spent-presence': {
    owner: 'server/kernel',
    why: 'the walk spends presence in the transaction of any deed',
  },
  '002-installation': { owner: 'server/storage', why: 'what is known of the database itself' },
  '175-outbox': { owner: 'server/storage', why: 'the outbox stands beside the transaction' },
  '052-sign-ins': {
    owner: 'server/modules/access/authentication',
    why: 'the sign-ins that a person sees and ends beside her sessions',
  },
  outbox: {
    owner: 'server/storage',
    why: 'events are stored by the transaction that they belong to, so below the jobs that take them',
  },
  audit_line: {
    owner: 'server/modules/platform/audit',
    why: 'it numbers, shows and proves the lines; only the insert stands below it',
  },
  identifier: { owner: 'server/modules/people/accounts', why: 'whose number or phone it is' },
  subject_key: { owner: 'server/storage', why: "the sealer's wrapped keys" },
  schema_migration: { owner: 'server/storage', why: 'migrate.ts makes it before there is any migration' },
}

const tableOwners = (sources: readonly Source[]): { owners: Map<string, string>; nameless: Source[] } => {
  const owners = new Map<string, string>([['schema_migration', 'server/storage']])
  const nameless: Source[] = []
  for (const source of sources) {
    const name = /^server\/storage\/migrations\/(.+)\.sql$/.exec(source.path)?.[1]
    if (name === undefined) {
      continue
    }
    const module = modules.find((one) =>
      name.replace(/^\d+-/, '').startsWith(one.slice(one.indexOf('/') + 1)),
    )
    const owner = namedOwners[name]?.owner ?? (module && `server/modules/${module}`)
    if (!owner) {
      nameless.push(source)
    }
    for (const [, table = ''] of source.text.matchAll(
      /^create (?:unlogged )?table (?:if not exists )?([a-z_]+)/gm,
    )) {
      owners.set(table, namedOwners[table]?.owner ?? owner ?? '')
    }
  }
  return { owners, nameless }
}

/** A sentence can hold "from"; SQL holds a statement's head, in lower case. */
export const isSql = (text: string): boolean => SQL.test(text)
const SQL =
  /\b(select\s|insert into |update [a-z_${}]+ (as )?[a-z]* ?set\b|delete from |truncate |copy [a-z_${(]|left join |for update\b)/
const MENTION = /\b(?:from|into|update|join|truncate|table|copy|lateral)\s+(?:only\s+)?("?[a-z_]+"?|\$\{)/g
const STORES: readonly RegExp[] = [/(\/|-)store\.ts$/, /^server\/(kernel|storage)\//]

export const checkTables: Check = (sources) => {
  const { owners, nameless } = tableOwners(sources)
  const unnamed = nameless.map(({ path }) => ({
    law: 'tables' as const,
    path,
    line: 1,
    what: 'its name tells no owner',
    mend: 'name the migration after its module, or name its owner in tools/tidy/tables.ts',
  }))
  const isOf = (path: string): boolean => /^(server|world)\//.test(path) && !isTest(path)
  const wrong = lookAt(
    sources,
    isOf,
    (node, found) => {
      const text = textOf(node)
      if (text === undefined) {
        return
      }
      const { fileName } = node.getSourceFile()
      for (const table of tablesIn(text, owners)) {
        const owner = owners.get(table)
        if (owner === undefined && STORES.some((store) => store.test(fileName))) {
          continue
        }
        if (owner === undefined) {
          found(node, `SQL over a table that is named elsewhere (${table})`)
        } else if (owner !== placeOf(fileName)) {
          found(node, `SQL over ${table}, which belongs to ${owner}`)
        } else if (isSql(text) && !STORES.some((store) => store.test(fileName))) {
          found(node, `SQL over ${table} outside of a store`)
        }
      }
    },
    {
      law: 'tables',
      mend: "move the statement into the owner's store.ts and call a deed or a view of the owner",
    },
  )
  return [...unnamed, ...wrong]
}

/**
 * The tables that a text names. A bare `'enrolment_draft'` is a table handed to SQL elsewhere; a bare
 * `'person'` is a word.
 */
const tablesIn = (text: string, owners: ReadonlyMap<string, string>): Set<string> => {
  if (owners.has(text) && text.includes('_')) {
    return new Set([text])
  }
  if (!isSql(text)) {
    return new Set()
  }
  const named = [...text.matchAll(MENTION)].map(([, name = '']) => name.replaceAll('"', ''))
  return new Set(named.filter((name) => owners.has(name) || name === '${'))
}
