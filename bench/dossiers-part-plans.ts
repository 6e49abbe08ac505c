/**
 * What PostgreSQL did for an act: each statement that it ran, with its plan as it was carried out. The
 * server itself tells it (auto_explain, as a notice to whoever asked), so that the plan is the one of the
 * act, with the act's own values, and not of a second try.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

interface Node {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Shared Hit Blocks'?: number
  readonly 'Shared Read Blocks'?: number
  readonly Plans?: readonly Node[]
}
export interface Statement {
  readonly text: string
  readonly ms: number
  /** Pages of 8 KB, from memory or disk, each time it is touched. */
  readonly pages: number
  readonly nodes: readonly Node[]
}

/** For a server that is started for a bench: every statement of a connection that wishes it is explained. */
export const EXPLAINING = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_buffers': 'on',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
  'auto_explain.log_min_duration': '-1',
}

/** Who connects by this address is told of each statement; only a superuser may ask for it. */
export const explained = (url: string): string => {
  const wanted = new URL(url)
  wanted.searchParams.set('options', '-c auto_explain.log_min_duration=0')
  return wanted.href
}

const allOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(allOf)]

const readNotice = (message: string): Statement | null => {
  const [, ms, json] = /^duration: ([\d.]+) ms {2}plan:\n(\{[^]*\})$/.exec(message) ?? []
  if (ms === undefined || json === undefined) {
    return null
  }
  const { 'Query Text': text, Plan: plan } = JSON.parse(json) as { 'Query Text': string; Plan: Node }
  return {
    text: text.replaceAll(/\s+/g, ' ').trim(),
    ms: Number(ms),
    pages: (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0),
    nodes: allOf(plan),
  }
}

export interface Listener {
  /** What Sen asks by itself while nobody does anything: never counted as an act's. */
  learnIdle(): Promise<void>
  of(act: () => Promise<unknown>): Promise<readonly Statement[]>
}

/** Listens at every connection that this process opens from now on. */
export const listen = (): Listener => {
  const heard: Statement[] = []
  const idle = new Set<string>()
  const hear = ({ message = '' }: { readonly message?: string | undefined }): void => {
    const statement = readNotice(message)
    if (statement) {
      heard.push(statement)
    }
  }
  const listened = new WeakSet<pg.Client>()
  const connect = Reflect.get(pg.Client.prototype, 'connect') as (...args: unknown[]) => unknown
  Reflect.set(pg.Client.prototype, 'connect', function (this: pg.Client, ...args: unknown[]): unknown {
    if (!listened.has(this)) {
      listened.add(this)
      this.on('notice', hear)
    }
    return connect.apply(this, args)
  })
  return {
    async learnIdle() {
      heard.splice(0)
      await pause(1500)
      for (const { text } of heard.splice(0)) {
        idle.add(text)
      }
    },
    async of(act) {
      heard.splice(0)
      await act()
      return heard.splice(0).filter(({ text }) => !idle.has(text))
    },
  }
}

/** A table that is read from end to end, where it has more rows than `smallest`. */
export const wholeTables = (
  { nodes }: Statement,
  rowsOf: ReadonlyMap<string, number>,
  smallest: number,
): readonly string[] =>
  nodes.flatMap(({ 'Node Type': type, 'Relation Name': table = '', 'Index Cond': cond }) =>
    (type === 'Seq Scan' || (type.startsWith('Index') && cond === undefined)) &&
    (rowsOf.get(table) ?? 0) > smallest
      ? [`${type} on ${table}`]
      : [],
  )

/** Scans and inserts of large tables whose key leads with neither a person nor an office. */
export const acrossShards = (
  { text, nodes }: Statement,
  rowsOf: ReadonlyMap<string, number>,
  smallest: number,
): readonly string[] => {
  const isLarge = (table: string): boolean => (rowsOf.get(table) ?? 0) > smallest
  const scans = nodes.flatMap((node) => {
    const { 'Index Cond': cond = '', 'Index Name': index = '', 'Relation Name': table = '' } = node
    return index !== '' && isLarge(table) && !/\b(subject_id|office_id) = /.test(cond)
      ? [`${table} by ${index}`]
      : []
  })
  const [, into = '', key] = /^insert into (\w+)(?: as \w+)? \((\w+)/.exec(text) ?? []
  return isLarge(into) && key !== 'subject_id' && key !== 'office_id'
    ? [...scans, `insert into ${into}`]
    : scans
}

/** How often a key of a large table is descended: a page more each where the key is a level higher. */
export const descentsOf = (
  { nodes }: Statement,
  rowsOf: ReadonlyMap<string, number>,
  smallest: number,
): number =>
  nodes
    .filter((node) => node['Index Name'] && (rowsOf.get(node['Relation Name'] ?? '') ?? 0) > smallest)
    .reduce((all, { 'Actual Loops': loops = 0 }) => all + loops, 0)

/** How many rows the longest sort of it took in; 0 where nothing is sorted. */
export const longestSort = ({ nodes }: Statement): number =>
  Math.max(
    0,
    ...nodes
      .filter((node) => node['Node Type'].endsWith('Sort'))
      .map(({ Plans: [input] = [] }) => (input?.['Actual Rows'] ?? 0) * (input?.['Actual Loops'] ?? 1)),
  )
