/**
 * The promise: what people and officers do every day with dossiers costs among five million of them what it
 * costs among 50,000: each act at most 1.2 times the pages of the database, no table read whole, no list
 * sorted whole, every statement of one person or one office unless named here, a page of a queue under 50 ms
 * of PostgreSQL. A key of a hundred times the rows is a level higher: a page for each descent of one is taken
 * off, and printed. Pages are the measure, because time on a shared machine is not one; it is printed beside.
 * The control takes away the key of official codes: it has to be noticed.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { newId } from '../server/kernel/id.ts'
import { openOfficeDossier } from '../server/modules/services/dossiers/work-dossier.ts'
import { fileService } from '../server/modules/services/dossiers/file-dossier.ts'
import { listDossiers } from '../server/modules/services/dossiers/list-dossiers.ts'
import { listOwnDossiers, viewOwnDossier } from '../server/modules/services/dossiers/own-dossiers.ts'
import { readPasswords } from '../server/storage/embedded/initialise.ts'
import { existingHome } from '../server/storage/embedded/database-place.ts'
import { startCluster } from '../server/storage/embedded/cluster.ts'
import { openPool, type Pool } from '../server/storage/pool.ts'
import { openFixture, type Fixture } from '../testing/fixture.ts'
import { settleCitizen } from '../testing/settle-citizen.ts'
import type { Visitor } from '../testing/visitor.ts'
import { settleOfficer } from '../testing/officer.ts'
import { viewOverview } from '../testing/overview.ts'
import { median } from './median-part.ts'
import { findCase } from '../testing/find-case.ts'
import {
  acrossShards,
  descentsOf,
  explained,
  EXPLAINING,
  listen,
  longestSort,
  wholeTables,
  type Listener,
  type Statement,
} from './dossiers-part-plans.ts'
import * as store from './dossiers-part-store.ts'

const RATIO_MAX = 1.2
const PAGE_MS_MAX = 50
/** What may be read whole, or sorted: as much as any page or bounded count takes in. */
const BOUNDED_ROWS = 1000
const TIMES = 7
const FRONT_PEOPLE = 10
const say = (text: string): void => void process.stderr.write(`${text}\n`)
const round = (value: number): number => Math.round(value * 100) / 100

/** `args`: --rows N (5,000,000), --base N (50,000). A cluster of its own, gone afterwards. */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({
    args: [...args],
    options: { rows: { type: 'string' }, base: { type: 'string' } },
  })
  const folder = await mkdtemp(join(tmpdir(), 'sen-bench-dossiers-'))
  await chmod(folder, 0o755)
  const dataDir = join(folder, 'data')
  const cluster = await startCluster({
    dataDir,
    settings: {
      ...EXPLAINING,
      autovacuum: 'off',
      fsync: 'off',
      synchronous_commit: 'off',
      maintenance_work_mem: '512MB',
    },
  })
  try {
    await mayExplain(dataDir, cluster.url)
    process.env['SEN_TEST_DATABASE_URL'] = explained(cluster.url)
    return await measure(Number(values.base ?? 50_000), Number(values.rows ?? 5_000_000))
  } finally {
    await cluster.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const mayExplain = async (dataDir: string, clusterUrl: string): Promise<void> => {
  const home = await existingHome(dataDir)
  const passwords = home === null ? null : await readPasswords(home)
  const url = new URL(clusterUrl)
  url.username = 'postgres'
  url.password = passwords?.postgres ?? ''
  const master = openPool(url.href, 1)
  await master.query('alter role sen superuser').finally(() => master.end())
}

const PROCEDURE = 'residence-confirmation'
const file = (visitor: Visitor) =>
  visitor.do(fileService, {
    procedure: PROCEDURE,
    draft: newId(),
    version: 1,
    answers: { what: 'present', purpose: 'nộp cho trường học' },
  })
const settle = async (fixture: Fixture): Promise<Visitor> => {
  const { visitor, person } = await settleCitizen(fixture)
  await store.raiseToLevel2(fixture.pool, person.personalNumber)
  return visitor
}

type Acts = Readonly<Record<string, () => Promise<unknown>>>

const settleScene = async (fixture: Fixture, pool: Pool): Promise<Acts> => {
  const [filer, owner, officer] = [await settle(fixture), await settle(fixture), await settleOfficer(fixture)]
  const { reference } = await file(owner)
  await store.takeTemplate(pool, reference)
  await store.copyEnded(pool, reference)
  for (let i = 0; i < FRONT_PEOPLE; i++) {
    const one = await file(await settle(fixture))
    await store.copyWaiting(pool, one.reference, 7)
  }
  await fixture.settle()
  const second = (await owner.do(listOwnDossiers, {})).next ?? ''
  const queue = await officer.do(listDossiers, { which: 'receive' })
  return {
    'file a dossier': () => file(filer),
    'first page of a queue': () => officer.do(listDossiers, { which: 'receive' }),
    'next page of a queue': () => officer.do(listDossiers, { which: 'receive', cursor: queue.next ?? '' }),
    'counts of all queues': () => officer.do(viewOverview),
    'her list of 2,001': () => owner.do(listOwnDossiers, {}),
    'next page of her list': () => owner.do(listOwnDossiers, { cursor: second }),
    'her dossier, its timeline': () => owner.do(viewOwnDossier, { reference }),
    'search by official code': () => officer.do(findCase, { reference }),
    'an officer opens it by its code': () => officer.do(openOfficeDossier, { reference }),
  }
}

/** Why a statement over a large table may name neither a person nor an office. */
const ACROSS: Readonly<Record<string, string>> = {
  'case_name by case_name_reference_key': 'an official code is all that is known: it leads to the person',
  'case_name by case_name_pkey': 'an id is all that is known: it leads to the person',
  'insert into case_name': 'the name is kept by its own id, so that the code leads to the person',
}

interface Cost {
  readonly queries: number
  readonly pages: number
  readonly descents: number
  readonly postgres_ms: number
  readonly whole: readonly string[]
  readonly sorted: number
  readonly across: readonly string[]
  readonly pagesOf: ReadonlyMap<string, number>
}

const costOf = async ({ pool, listener, rowsOf }: Told, act: () => Promise<unknown>): Promise<Cost> => {
  const tries: (readonly Statement[])[] = []
  for (let i = 0; i < TIMES; i++) {
    await store.forgetAttempts(pool)
    tries.push(await listener.of(act))
  }
  // The first has plans to make and keys to open.
  const counted = tries.slice(2)
  const all = counted.flat()
  return {
    queries: median(counted.map(({ length }) => length)),
    pages: median(counted.map((one) => sum(one.map(({ pages }) => pages)))),
    descents: median(counted.map((one) => sum(one.map((of) => descentsOf(of, rowsOf, BOUNDED_ROWS))))),
    postgres_ms: round(median(counted.map((one) => sum(one.map(({ ms }) => ms))))),
    whole: [...new Set(all.flatMap((one) => wholeTables(one, rowsOf, BOUNDED_ROWS)))],
    sorted: Math.max(0, ...all.map(longestSort)),
    across: [...new Set(all.flatMap((one) => acrossShards(one, rowsOf, BOUNDED_ROWS)))],
    pagesOf: pagesByStatement(counted),
  }
}
/** Of an act, on average: so that a failure says which statement it is. */
const pagesByStatement = (tries: readonly (readonly Statement[])[]): ReadonlyMap<string, number> => {
  const all = new Map<string, number>()
  for (const { text, pages } of tries.flat()) {
    all.set(text, round((all.get(text) ?? 0) + pages / tries.length))
  }
  return all
}
const GROWN_SHOWN = 4
const grownMost = (before: Cost, after: Cost): readonly string[] =>
  [...after.pagesOf]
    .map(([text, pages]) => ({ text, pages, was: before.pagesOf.get(text) ?? 0 }))
    .filter(({ pages, was }) => pages > was * RATIO_MAX)
    .toSorted((one, other) => other.pages - other.was - (one.pages - one.was))
    .slice(0, GROWN_SHOWN)
    .map(({ text, pages, was }) => `${was} → ${pages}: ${text.slice(0, 80)}`)
const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

interface Told {
  readonly pool: Pool
  readonly listener: Listener
  readonly rowsOf: ReadonlyMap<string, number>
}

const costs = async (told: Told, acts: Acts): Promise<Readonly<Record<string, Cost>>> => {
  const found: Record<string, Cost> = {}
  for (const [name, act] of Object.entries(acts)) {
    found[name] = await costOf(told, act)
    say(`  ${name}: ${JSON.stringify(found[name])}`)
  }
  return found
}

const BLOCK = 500_000
const fillTo = async (pool: Pool, from: number, to: number, most: number): Promise<void> => {
  const began = performance.now()
  await store.withoutIndexes(pool, async () => {
    for (let next = from; next <= to; next += BLOCK) {
      await store.fill(pool, { from: next, to: Math.min(to, next + BLOCK - 1), most, at: new Date() })
      say(`filled to ${Math.min(to, next + BLOCK - 1)} after ${round((performance.now() - began) / 1000)} s`)
    }
  })
  say(`${to} dossiers with their keys after ${round((performance.now() - began) / 1000)} s`)
}

const measure = async (base: number, rows: number): Promise<Record<string, unknown>> => {
  const listener = listen()
  const fixture = await openFixture()
  const quiet = new URL(fixture.url)
  quiet.searchParams.delete('options')
  const pool = openPool(quiet.href, 1)
  try {
    const acts = await settleScene(fixture, pool)
    await fillTo(pool, 1, base, base)
    const toldSmall = { pool, listener, rowsOf: await store.settleStatistics(pool) }
    await listener.learnIdle()
    const small = await costs(toldSmall, acts)
    await fillTo(pool, base + 1, rows, rows)
    const toldLarge = { pool, listener, rowsOf: await store.settleStatistics(pool) }
    const large = await costs(toldLarge, acts)
    await store.loseReferences(pool)
    const control = await costOf(toldLarge, acts['search by official code'] ?? (() => Promise.resolve()))
    return verdict({ base, rows, small, large, control })
  } finally {
    await pool.end()
    await fixture.stop()
  }
}

interface Measured {
  readonly base: number
  readonly rows: number
  readonly small: Readonly<Record<string, Cost>>
  readonly large: Readonly<Record<string, Cost>>
  readonly control: Cost
}

const failuresOf = (name: string, before: Cost, after: Cost): readonly string[] => [
  ...(after.pages - after.descents <= before.pages * RATIO_MAX
    ? []
    : [`${after.pages} pages instead of ${before.pages}`]),
  ...after.whole.map((one) => `whole: ${one}`),
  ...(after.sorted <= BOUNDED_ROWS ? [] : [`sorts ${after.sorted} rows`]),
  ...after.across.filter((one) => !(one in ACROSS)).map((one) => `of no person and no office: ${one}`),
  ...(name.includes('queue') && after.postgres_ms > PAGE_MS_MAX ? [`${after.postgres_ms} ms`] : []),
]

const verdict = ({ base, rows, small, large, control }: Measured): Record<string, unknown> => {
  const acts = Object.entries(large).map(([act, after]) => {
    const before = small[act] ?? after
    return {
      act,
      queries: after.queries,
      pages: [before.pages, after.pages],
      ratio: round(after.pages / before.pages),
      descents: after.descents,
      ratio_at_equal_height: round((after.pages - after.descents) / before.pages),
      postgres_ms: [before.postgres_ms, after.postgres_ms],
      sorted_rows: after.sorted,
      of_no_person_and_no_office: after.across,
      grown: grownMost(before, after),
      failures: failuresOf(act, before, after),
    }
  })
  const doesControlShow = control.whole.length > 0
  const isKept = acts.every(({ failures }) => failures.length === 0) && doesControlShow
  return {
    bench: 'dossiers',
    base,
    rows,
    ratio_most: RATIO_MAX,
    queue_page_ms_most: PAGE_MS_MAX,
    acts,
    across: ACROSS,
    control: { act: 'search by official code, its key taken away', found: control.whole, doesControlShow },
    isKept,
  }
}
