/**
 * The composition root: from settings to a house in which use cases can be performed. The only place that
 * knows all the parts.
 */
import { join } from 'node:path'
import type { Config } from './config.ts'
import { openDigests } from './digests.ts'
import { clockOffset_ms, moveClock } from '../kernel/clock.ts'
import { openLineWriter } from '../kernel/line-writer.ts'
import type { AppContext } from '../kernel/app-context.ts'
import type { Tools } from '../kernel/tools.ts'
import { chooseMatcher } from '../modules/evidence/biometrics/face/choose-matcher.ts'
import { referenceFingerMatcher } from '../modules/evidence/biometrics/fingers/finger-matcher.ts'
import { keepWord } from '../modules/platform/audit/writer-file.ts'
import { openSigner } from '../modules/access/federation/provider/signing-keys.ts'
import { openDocumentSigner } from '../modules/documents/credentials/signing/document-signer.ts'
import { openPresence } from '../modules/access/presence/presence.ts'
import { findSubject } from '../modules/people/accounts/open-account.ts'
import { countMet, spendPersons } from '../modules/registry/organisations/person-budget.ts'
import { openPasswords } from './passwords.ts'
import type { Secrets } from './secrets.ts'
import { readInstallation } from '../storage/installation.ts'
import { openPool, type Pool } from '../storage/pool.ts'
import { openSealer } from '../storage/sealed.ts'
import { openSharedReading } from '../storage/shared-reading.ts'
import { openReading, openTransact } from '../storage/transact.ts'

export interface OpenAppContext extends AppContext {
  readonly pool: Pool
  /** Called after a commit that left events. */
  onEvents(listener: () => void): void
  close(): Promise<void>
}

/** The most connections that one process holds at once; docs/operate.md tells their sum. */
export const poolSizes = { deeds: 20, beside: 8, other: 4 } as const

/** What the processes say of the audit lines that they wrote, beside the database. */
export const WRITERS = 'audit-writers'

export const openAppContext = async (
  config: Config,
  secrets: Secrets,
  databaseUrl: string,
): Promise<OpenAppContext> => {
  // For what is no use case: migrations, an import's COPY, locks that are held for long.
  const pool = openPool(databaseUrl, poolSizes.other)
  const deedPool = openPool(databaseUrl, poolSizes.deeds, { isPipelined: true })
  let wake: () => void = () => undefined
  const writer = openLineWriter(secrets.lineKey)
  const word = keepWord(writer, join(config.dataDir, WRITERS), (error) => {
    process.stderr.write(`audit writer: ${error instanceof Error ? error.message : String(error)}\n`)
  })
  const transact = openTransact(deedPool, { wake: () => wake(), writer })
  // Of its own: what a deed asks beside its transaction (a key, a client, a first read) must not wait for a
  // connection that such deeds hold.
  const sidePool = openPool(databaseUrl, poolSizes.beside, { isPipelined: true })
  const read = openSharedReading(sidePool)
  const sealer = openSealer(sidePool, secrets.kek, secrets.platformKey)
  const digests = openDigests(secrets.digestKey, secrets.passcodeKey)
  const tools: Tools = {
    presence: openPresence({ read, digests }),
    sealer,
    read,
    publicUrl: config.publicUrl,
    isWorldOn: config.isWorldOn,
    allowsTestPeople: config.operator === null,
    digests,
    passwords: openPasswords(),
    faces: chooseMatcher({ isWorldOn: config.isWorldOn, faceModels: config.faceModels }),
    fingers: referenceFingerMatcher,
    signer: openSigner(read, sealer),
    documentSigner: openDocumentSigner({ read, sealer, seed: secrets.documentAuthoritySeed }),
  }
  return {
    tools,
    transact,
    atOnce: openReading(deedPool),
    spendPersons,
    countMet,
    subjectOfNumber: findSubject,
    pool,
    onEvents: (listener) => {
      wake = listener
    },
    async close() {
      await word.stop()
      await Promise.all([pool.end(), deedPool.end(), sidePool.end()])
    },
  }
}

/** The world's clock is kept with the database, so that every process and every start has the same time. */
export const followWorldClock = async (context: AppContext): Promise<void> => {
  const ahead_ms = Number((await readInstallation(context.tools.read, 'clock_ahead_ms')) ?? 0)
  if (ahead_ms !== clockOffset_ms()) {
    moveClock(ahead_ms)
  }
}
