/**
 * The storm: blows spread over the work, each at a random moment (seeded, so that a run can be told again);
 * what was struck is started again at once, until the work is done.
 */
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Small and seeded (mulberry32). */
export const chanceFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Struck<Victim extends string> {
  readonly victims: readonly (readonly [Victim, () => Promise<unknown>])[]
  /** Starts what is gone. */
  raise(): Promise<void>
  /** Whether all of it answers again. */
  isReady(): Promise<boolean>
  /** The last words of whatever does not. */
  words(): string
}
export interface Work {
  readonly done: Promise<void>
  finished(): number
  readonly most: number
}
interface Blows {
  readonly kills: number
  readonly seed: number
}

/** A server whose database was killed under it must find the new one by itself. */
const untilReady = async (struck: Struck<string>): Promise<void> => {
  for (let i = 0; i < 1200; i++, await pause(25)) {
    await struck.raise()
    if (await struck.isReady()) {
      return
    }
  }
  throw new Error(`Sen did not become ready again: ${struck.words()}`)
}

/** The next blow falls when so much is done, and a random while later. */
export const strikeWhile = async <Victim extends string>(
  work: Work,
  { kills: most, seed }: Blows,
  struck: Struck<Victim>,
): Promise<{ kills: Record<Victim, number>; ready_ms_most: number }> => {
  const chance = chanceFrom(seed)
  const kills = Object.fromEntries(struck.victims.map(([name]) => [name, 0])) as Record<Victim, number>
  let isOver = false
  let ready_ms_most = 0
  const over = (): void => {
    isOver = true
  }
  void work.done.then(over, over)
  for (let blow = 0; blow < most; blow++) {
    const at = Math.floor(((blow + chance() * 0.5) * work.most) / most)
    while (!isOver && work.finished() < at) {
      await pause(5)
    }
    if (isOver) {
      break
    }
    await pause(chance() * 400)
    const victim = struck.victims[blow % struck.victims.length]
    if (!victim) {
      break
    }
    const [name, kill] = victim
    kills[name]++
    const began = performance.now()
    await kill()
    await untilReady(struck)
    ready_ms_most = Math.max(ready_ms_most, Math.round(performance.now() - began))
  }
  while (!isOver) {
    await struck.raise()
    await pause(100)
  }
  await work.done
  return { kills, ready_ms_most }
}

/**
 * A commit that waits takes everything before it to the disk, also what did not wait: the first blow must not
 * hit what the clients stand on.
 */
export const toDisk = async (databaseUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `begin; set local synchronous_commit to on; select pg_logical_emit_message(true, 'bench', 'begun'); commit`,
  )
  await client.end()
}
