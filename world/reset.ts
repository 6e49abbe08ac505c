/**
 * Puts the demo world back to its first morning: everything that people did goes, cards that were made for
 * the cast too; the register, the officers and the audit log stay.
 */
import { clockOffset_ms, moveClock } from '../server/kernel/clock.ts'
import type { OpenAppContext } from '../server/start/open-app-context.ts'
import { takeBackCards } from '../server/modules/registry/population/issue-card.ts'
import { writeInstallation } from '../server/storage/installation.ts'
import { cast } from './cast.ts'

/** What a reset does not touch. The log of what happened goes on: a reset is a thing that happened. */
const KEPT = [
  'schema_migration',
  'installation',
  'person',
  'person_%',
  'card',
  'card_%',
  'register_portrait',
  'register_fingerprint',
  'former_number',
  'population_import',
  'territory_unit',
  'chip_%',
  'office',
  'officer',
  'officer_passkey',
  'mandate',
  'audit_%',
  'oidc_client',
  '%signing_key%',
]

export const resetWorld = async (context: OpenAppContext): Promise<void> => {
  await context.transact(async (work) => {
    const tables = await work.rows<{ name: string }>(
      `select quote_ident(tablename) as name from pg_tables where schemaname = current_schema() and not tablename like any ($1)`,
      [KEPT],
    )
    if (tables.length > 0) {
      await work.run(`truncate ${tables.map((table) => table.name).join(', ')}`)
    }
    for (const { personalNumber, issuedOn, isInRegister } of cast) {
      if (isInRegister) {
        await takeBackCards(work, personalNumber, issuedOn)
      }
    }
    await writeInstallation(work, 'clock_ahead_ms', '0')
  })
  moveClock(0)
}

/** Moves the world's clock; every process follows within a second. */
export const setWorldClock = async (context: OpenAppContext, ahead_s: number): Promise<void> => {
  await context.transact((work) => writeInstallation(work, 'clock_ahead_ms', String(ahead_s * 1000)))
  moveClock(ahead_s * 1000)
}

export const worldClockAhead_s = (): number => Math.round(clockOffset_ms() / 1000)
