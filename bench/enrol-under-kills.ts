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
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Settings } from '../server/storage/embedded/server-settings.ts'
import { openClients } from './enrol-under-kills-part-clients.ts'
import { StruckPostgres, StruckSen } from './kills-part-machine.ts'
import { settlePeople, toDisk } from './enrol-under-kills-part-people.ts'
import { faultsAgainst, type Faults } from './enrol-under-kills-part-truth.ts'

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
    const struck = await strikeWhile(clients.done, () => clients.journal.finished, plan, postgres, sen)
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

/** Small and seeded (mulberry32), so that a run can be told again. */
const chanceFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const VICTIMS: readonly Victim[] = ['server', 'postgres', 'both']

/** Spread over the work: the next blow falls when so much is done, and a random while later. */
const strikeWhile = async (
  done: Promise<void>,
  finished: () => number,
  plan: Plan,
  postgres: StruckPostgres,
  sen: StruckSen,
) => {
  const chance = chanceFrom(plan.seed)
  const kills: Record<Victim, number> = { server: 0, postgres: 0, both: 0 }
  let isOver = false
  let ready_ms_most = 0
  const over = (): void => {
    isOver = true
  }
  void done.then(over, over)
  for (let blow = 0; blow < plan.kills; blow++) {
    const at = Math.floor(((blow + chance() * 0.5) * plan.people) / plan.kills)
    while (!isOver && finished() < at) {
      await pause(5)
    }
    if (isOver) {
      break
    }
    await pause(chance() * 400)
    const victim = VICTIMS[blow % VICTIMS.length] ?? 'both'
    kills[victim]++
    const began = performance.now()
    await Promise.all([
      victim === 'server' ? undefined : postgres.kill(),
      victim === 'postgres' ? undefined : sen.kill(),
    ])
    if (victim !== 'server') {
      await postgres.start()
    }
    await ready(sen)
    ready_ms_most = Math.max(ready_ms_most, Math.round(performance.now() - began))
  }
  while (!isOver) {
    if (sen.isGone) {
      await sen.start()
    }
    await pause(100)
  }
  await done
  return { kills, ready_ms_most }
}

/** A server whose database was killed under it must find the new one by itself. */
const ready = async (sen: StruckSen): Promise<void> => {
  if (sen.isGone) {
    await sen.start()
  }
  for (let i = 0; i < 1200; i++, await pause(25)) {
    if (
      await fetch(`${sen.origin}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
        (answer) => answer.ok,
        () => false,
      )
    ) {
      return
    }
    if (sen.isGone) {
      await sen.start()
    }
  }
  throw new Error(`Sen did not become ready again: ${sen.words}`)
}
