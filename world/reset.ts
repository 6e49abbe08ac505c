/**
 * Puts the demo world back to its first morning: everything that people did goes, cards that were made for
 * the cast too; the register, the officers and the audit log stay.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { clockOffset_ms, moveClock } from '../server/kernel/clock.ts'
import type { AppContext } from '../server/kernel/app-context.ts'
import type { Work } from '../server/kernel/work.ts'
import { isLetterInHand } from '../server/modules/platform/notifications/deliver.ts'
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
  'source_register',
  'party',
  'party_%',
  'document_type',
  '%signing_key%',
]

type Context = Pick<AppContext, 'transact'>

/** A letter that an ended process had in its hands is not waited for longer. */
const WAITED_FOR_LETTERS_MS = 5000
const LOOK_EVERY_MS = 50

/** Empties all but what is kept; false, and nothing done, while a line still has an old letter. */
const emptyTables = async (work: Work, isPatient: boolean): Promise<boolean> => {
  const tables = await work.rows<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables
     where schemaname = current_schema() and not tablename like any ($1)`,
    [KEPT],
  )
  const names = tables.map((table) => table.name).join(', ')
  // Locked first: while we look, no line takes another letter.
  await work.run(`lock table ${names} in access exclusive mode`)
  if (isPatient && (await isLetterInHand(work))) {
    return false
  }
  await work.run(`truncate ${names}`)
  return true
}

/** A letter that is under way would arrive in the new world, so the reset waits until none is. */
export const resetWorld = async (context: Context, waited_ms = WAITED_FOR_LETTERS_MS): Promise<void> => {
  const patientUntil = performance.now() + waited_ms
  while (!(await tryReset(context, performance.now() < patientUntil))) {
    await pause(LOOK_EVERY_MS)
  }
  moveClock(0)
}

const tryReset = (context: Context, isPatient: boolean): Promise<boolean> =>
  context.transact(async (work) => {
    if (!(await emptyTables(work, isPatient))) {
      return false
    }
    for (const { personalNumber, issuedOn, isInRegister } of cast) {
      if (isInRegister) {
        await takeBackCards(work, personalNumber, issuedOn)
      }
    }
    await writeInstallation(work, 'clock_ahead_ms', '0')
    return true
  })

/** Moves the world's clock; every process follows within a second. */
export const setWorldClock = async (context: Context, ahead_s: number): Promise<void> => {
  await context.transact((work) => writeInstallation(work, 'clock_ahead_ms', String(ahead_s * 1000)))
  moveClock(ahead_s * 1000)
}

export const worldClockAhead_s = (): number => Math.round(clockOffset_ms() / 1000)
