/**
 * The tests' door to a real database. Each test file gets a database of its own, cloned from one that is
 * migrated already. A role that owns only its database is enough: there it is a schema, migrated anew.
 */
import { openLineWriter } from '../server/kernel/line-writer.ts'
import { newSecret } from '../server/kernel/id.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import type { Tools } from '../server/kernel/tools.ts'
import { migrate } from '../server/storage/migrate.ts'
import { openPool, type Pool } from '../server/storage/pool.ts'
import { openDocumentSigner } from '../server/modules/documents/credentials/signing/document-signer.ts'
import { openPresence } from '../server/modules/access/presence/presence.ts'
import { findSubject } from '../server/modules/people/accounts/open-account.ts'
import { countMet, spendPersons } from '../server/modules/registry/organisations/person-budget.ts'
import { openSharedReading } from '../server/storage/shared-reading.ts'
import { openReading, openTransact } from '../server/storage/transact.ts'
import { openSealer } from '../server/storage/sealed.ts'
import { referenceFingerMatcher } from '../server/modules/evidence/biometrics/fingers/finger-matcher.ts'
import { openDigests } from '../server/start/digests.ts'
import { openPasswords } from '../server/start/passwords.ts'
import {
  createDatabase,
  dropDatabase,
  mayCreateDatabases,
  schemaTemplate,
  testClusterUrl,
  urlOf,
} from './cluster.ts'
import { TEST_PRICE } from './presence.ts'
import { stopAll } from './stop-all.ts'

/**
 * A job of the test may still be ending: then Postgres sees two who wait for each other, and one of them is
 * asked to try again.
 */
const dropSchema = async (pool: Pool, schema: string): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await pool.query(`drop schema ${schema} cascade`)
      return
    } catch (error) {
      if (tries >= 5 || (error as { code?: string }).code !== '40P01') {
        throw error
      }
    }
  }
}

/** Signs the audit lines of tests, so that a test can check them. */
export const TEST_LINE_KEY = Buffer.alloc(32, 7)

export interface TestDatabase {
  /** Leads to this test's own tables. */
  readonly url: string
  /** Null where it is a schema in a database of somebody's. */
  readonly name: string | null
  readonly pool: Pool
  stop(): Promise<void>
}

/** Where a role may not create databases: a schema in the one that it owns. */
const openSchema = async (clusterUrl: string, isMigrated: boolean): Promise<TestDatabase> => {
  const url = new URL(clusterUrl)
  const schema = `test_${newSecret(6).toString('hex')}`
  const first = openPool(url.href, 1)
  await first.query(`create schema ${schema}`)
  await first.end()
  url.searchParams.set('options', `-c search_path=${schema}`)
  const pool = openPool(url.href, 10)
  if (isMigrated) {
    await migrate(pool)
  }
  return {
    url: url.href,
    name: null,
    pool,
    async stop() {
      await stopAll({ 'dropping the schema': () => dropSchema(pool, schema), 'its pool': () => pool.end() })
    },
  }
}

/** The whole schema without a row, an empty database, or a copy of another test's. */
export const openTestDatabase = async ({
  isMigrated = true,
  template,
}: { isMigrated?: boolean; template?: string | undefined } = {}): Promise<TestDatabase> => {
  const clusterUrl = await testClusterUrl()
  const keeper = openPool(clusterUrl, 1)
  try {
    if (!(await mayCreateDatabases(keeper))) {
      return await openSchema(clusterUrl, isMigrated)
    }
    const name = await createDatabase(
      keeper,
      template ?? (isMigrated ? await schemaTemplate(keeper, clusterUrl) : undefined),
    )
    const url = urlOf(clusterUrl, name)
    const pool = openPool(url, 10)
    return {
      url,
      name,
      pool,
      async stop() {
        const last = openPool(clusterUrl, 1)
        await stopAll({
          'dropping the database': () => dropDatabase(last, name),
          'the pool that dropped it': () => last.end(),
          'its pool': () => pool.ended || pool.end(),
        })
      },
    }
  } finally {
    await keeper.end()
  }
}

/** What lies outside of the database: for a test that reads like a thief who has all of it. */
export interface TestKeys {
  readonly wrapping: Buffer
  readonly house: Buffer
}

/**
 * A house on a test database, with real sealing and digests under keys of this run, for tests of use cases.
 */
export const openTestContext = async (
  changes: Partial<Tools> = {},
): Promise<TestDatabase & { context: AppContext; keys: TestKeys }> => {
  const database = await openTestDatabase()
  const keys: TestKeys = { wrapping: newSecret(32), house: newSecret(32) }
  const besidePool = openPool(database.url, 4, { isPipelined: true })
  const deeds = openPool(database.url, 10, { isPipelined: true })
  const digests = openDigests(newSecret(32), newSecret(32))
  const read = openSharedReading(besidePool)
  const sealer = openSealer(besidePool, { id: 'test', key: keys.wrapping }, keys.house)
  const tools: Tools = {
    presence: openPresence({ read, digests }, () => TEST_PRICE),
    sealer,
    digests,
    passwords: openPasswords(),
    signer: {
      sign: (typ, claims) =>
        Promise.resolve(`${typ}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.`),
    },
    documentSigner: openDocumentSigner({ read, sealer, seed: newSecret(32) }),
    faces: { name: 'none', compare: () => Promise.resolve({ verdict: 'unsure', score: 0 }) },
    fingers: referenceFingerMatcher,
    read,
    publicUrl: 'http://localhost:4000',
    isWorldOn: false,
    allowsTestPeople: true,
    ...changes,
  }
  return {
    ...database,
    keys,
    stop: () =>
      stopAll({
        'the pool beside': () => besidePool.end(),
        'the pool of deeds': () => deeds.end(),
        'its database': () => database.stop(),
      }),
    context: {
      tools,
      transact: openTransact(deeds, { writer: openLineWriter(TEST_LINE_KEY) }),
      spendPersons,
      countMet,
      subjectOfNumber: findSubject,
      atOnce: openReading(deeds),
    },
  }
}
