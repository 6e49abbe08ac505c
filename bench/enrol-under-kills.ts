/**
 * The promise (security and reliability, R1): whoever was told that her enrolment stands, has it, whatever is
 * killed. 1,000 enrolments for level 2
 * by 8 clients at once, while server, PostgreSQL or both are killed at random moments; every client keeps a
 * journal of what was acknowledged and
 * sends the rest again with the same idempotency keys. Afterwards the database is held against the journals:
 * nothing lost, nothing twice,
 * nothing half done. The control, the same under asynchronous commit, must lose some: else the kills prove
 * nothing.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Settings } from '../server/storage/embedded/server-settings.ts'
import { openClients } from './enrol-under-kills-part-clients.ts'
import { settlePeople } from './enrol-under-kills-part-people.ts'
import { faultsAgainst } from './enrol-under-kills-part-truth.ts'
import type { Faults } from './kills-part-asking.ts'
import { isReady, StruckSen } from './kills-part-house.ts'
import { StruckPostgres } from './kills-part-machine.ts'
import { strikeWhile, toDisk, type Struck } from './kills-part-storm.ts'

interface Plan {
  readonly people: number
  readonly clients: number
  readonly kills: number
  readonly seed: number
}
interface Outcome extends Faults {
  readonly acknowledged: number
  readonly kills: Readonly<Record<Victim, number>>
  readonly resent: number
  readonly took_s: number
  readonly ready_ms_most: number
  /** Faults that `sen audit verify` finds in the log afterwards. */
  readonly logFaults: number
}
type Victim = 'server' | 'postgres' | 'both'

const ASYNCHRONOUS: Settings = { synchronous_commit: 'off', wal_writer_delay: '10s' }
const say = (text: string): void => void process.stderr.write(`${text}\n`)

/**
 * `args`: --people N (1,000), --clients C (8), --kills K (30), --seed S (7), --control-people M (as N),
 * --control no.
 */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      people: { type: 'string' },
      clients: { type: 'string' },
      kills: { type: 'string' },
      seed: { type: 'string' },
      'control-people': { type: 'string' },
      control: { type: 'string' },
    },
  })
  const plan: Plan = {
    people: Number(values.people ?? 1000),
    clients: Number(values.clients ?? 8),
    kills: Number(values.kills ?? 30),
    seed: Number(values.seed ?? 7),
  }
  const product = await undergo('product', plan, {})
  const control =
    values.control === 'no'
      ? null
      : await undergo(
          'control',
          { ...plan, people: Number(values['control-people'] ?? plan.people) },
          ASYNCHRONOUS,
        )
  const isClean =
    product.lost + product.twice + product.half + product.logFaults === 0 &&
    product.acknowledged === plan.people
  return {
    bench: 'enrol-under-kills',
    ...plan,
    product,
    control,
    isKept: isClean && (control === null || control.lost > 0),
  }
}

const undergo = async (name: string, plan: Plan, settings: Settings): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'sen-bench-kills-'))
  await chmod(folder, 0o755)
  const postgres = new StruckPostgres(join(folder, 'database'), settings)
  await postgres.start()
  const sen = await StruckSen.on(postgres.url, join(folder, 'sen'))
  try {
    await sen.start()
    const town = await settlePeople(sen, postgres.url, plan.people, plan.clients)
    say(`${name}: ${town.people.length} people stand in the register; it begins`)
    const began = performance.now()
    const clients = await openClients(sen.origin, town, () => toDisk(postgres.url))
    const { done, journal } = clients
    const work = { done, finished: () => journal.finished, most: plan.people }
    const struck = await strikeWhile(work, plan, struckOf(postgres, sen))
    const took_s = Math.round((performance.now() - began) / 100) / 10
    const faults = await faultsAgainst(clients.journal, postgres.url)
    const log = await sen.verifyLog()
    say(
      `${name}: ${clients.journal.finished} acknowledged, ${faults.lost} lost, ${faults.twice} twice, ${faults.half} half done, ${log.faults} faults in the log${faults.firsts.length + log.faults > 0 ? `: ${[...faults.firsts, ...log.firsts].join('; ')}` : ''}`,
    )
    return {
      ...faults,
      logFaults: log.faults,
      acknowledged: clients.journal.finished,
      resent: clients.journal.resent,
      ...struck,
      took_s,
    }
  } finally {
    await sen.stop()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const struckOf = (postgres: StruckPostgres, sen: StruckSen): Struck<Victim> => ({
  victims: [
    ['server', () => sen.kill()],
    ['postgres', () => postgres.kill()],
    ['both', () => Promise.all([postgres.kill(), sen.kill()])],
  ],
  async raise() {
    if (postgres.isGone) {
      await postgres.start()
    }
    if (sen.isGone) {
      await sen.start()
    }
  },
  isReady: () => isReady(sen.origin),
  words: () => sen.words,
})
