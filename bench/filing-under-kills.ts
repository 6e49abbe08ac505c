/**
 * The promise (public services): what a person, whoever she asks, or an office was told is done with a
 * dossier, is done, once and whole, whatever is killed. 2,000 acts by 8 clients at once, from filing to the
 * result, while server, worker, PostgreSQL or all of them are killed at random moments; who is not answered
 * sends again. Afterwards all of it is started once more, the worker drains, and the database is held against
 * what was acknowledged.
 *
 * Controls, each of which has to be caught: wounds in the very database that was found whole; clients that
 * send again as if it were new; and a house whose statements each stand for themselves, without transactions.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostOffice, type PostOffice } from '../world/post-office/post-office.ts'
import { openClients, storiesFor } from './filing-under-kills-part-clients.ts'
import { givePasskeys, inHouse, settleTown } from './filing-under-kills-part-people.ts'
import { judge } from './filing-under-kills-part-truth.ts'
import { unseenWounds } from './filing-under-kills-part-wounds.ts'
import { asking, untilNone, UNTOLD, type Faults } from './kills-part-asking.ts'
import { isReady, StruckHouse } from './kills-part-house.ts'
import { StruckPostgres } from './kills-part-machine.ts'
import { chanceFrom, strikeWhile, toDisk, type Struck } from './kills-part-storm.ts'

interface Plan {
  readonly acts: number
  readonly clients: number
  readonly kills: number
  readonly seed: number
}
type Victim = 'server' | 'worker' | 'postgres' | 'all'
interface Way {
  readonly name: string
  readonly isCareless?: true
  /** What runs in the place of `sen`. */
  readonly script?: string
  readonly isWounded?: true
}
/** After so many failures in a row a client of a torn house goes away. */
const GIVES_UP_AFTER = 25
const TORN = join(import.meta.dirname, 'filing-under-kills-part-torn.ts')
interface Outcome extends Faults {
  readonly acknowledged: number
  readonly dossiers: number
  readonly kills: Readonly<Record<Victim, number>>
  readonly resent: number
  readonly took_s: number
  readonly ready_ms_most: number
  /** Letters that the worker had not handed over when it was judged: each stands in its queue. */
  readonly lettersWaiting: number
  /** Faults that `sen audit verify` finds in the log afterwards. */
  readonly logFaults: number
  readonly wounds: { readonly inflicted: number; readonly unseen: readonly string[] } | null
}
const say = (text: string): void => void process.stderr.write(`${text}\n`)

/**
 * `args`: --acts N (2,000), --clients C (8), --kills K (40), --seed S (7), --control-acts M (300), --control
 * no.
 */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      acts: { type: 'string' },
      clients: { type: 'string' },
      kills: { type: 'string' },
      seed: { type: 'string' },
      'control-acts': { type: 'string' },
      control: { type: 'string' },
    },
  })
  const plan: Plan = {
    acts: Number(values.acts ?? 2000),
    clients: Number(values.clients ?? 8),
    kills: Number(values.kills ?? 40),
    seed: Number(values.seed ?? 7),
  }
  const product = await undergo(plan, { name: 'product', isWounded: true })
  const controlPlan = { ...plan, acts: Number(values['control-acts'] ?? 300), kills: 20 }
  const controls =
    values.control === 'no'
      ? null
      : {
          careless: await undergo(controlPlan, { name: 'careless clients', isCareless: true }),
          torn: await undergo(controlPlan, { name: 'no transactions', script: TORN }),
        }
  const isClean =
    product.lost + product.twice + product.half + product.logFaults === 0 &&
    product.acknowledged >= plan.acts &&
    product.wounds?.unseen.length === 0
  const areCaught = controls === null || (controls.careless.twice > 0 && controls.torn.half > 0)
  return { bench: 'filing-under-kills', ...plan, product, controls, isKept: isClean && areCaught }
}

const linesTo = ({ smpp, smtp }: PostOffice): NodeJS.ProcessEnv => ({
  SEN_SMPP_URL: `smpp://${smpp.systemId}:${smpp.password}@${smpp.host}:${smpp.port}?from=${smpp.from}`,
  SEN_SMTP_URL: `smtp://${smtp.user}:${smtp.pass}@${smtp.host}:${smtp.port}?from=sen@sen.example`,
})

const undergo = async (plan: Plan, way: Way): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'sen-bench-filing-'))
  await chmod(folder, 0o755)
  const postgres = new StruckPostgres(join(folder, 'database'), {})
  await postgres.start()
  const post = await startPostOffice()
  post.setDelay(50)
  const house = await StruckHouse.on(postgres.url, join(folder, 'sen'), {
    lines: linesTo(post),
    script: way.script,
  })
  try {
    return await inStorm(plan, way, postgres, house)
  } finally {
    await house.stop()
    await post.stop()
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const inStorm = async (
  plan: Plan,
  way: Way,
  postgres: StruckPostgres,
  house: StruckHouse,
): Promise<Outcome> => {
  // The schema is laid by one of them.
  await house.server.start()
  await house.start()
  const stories = storiesFor(plan.acts)
  const { env } = house
  const town = await inHouse(env, postgres.url, (context) =>
    settleTown(context, { pairs: stories.length, clients: plan.clients }),
  )
  const manner = {
    chance: chanceFrom(plan.seed + 1),
    isCareless: way.isCareless ?? false,
    stories,
    ...(way.script === undefined ? {} : { givesUpAfter: GIVES_UP_AFTER }),
  }
  const clients = await openClients(house.origin, town, manner)
  await inHouse(env, postgres.url, (context) => givePasskeys(context.pool))
  await toDisk(postgres.url)
  say(`${way.name}: ${stories.length} dossiers are about to be filed; it begins`)
  const began = performance.now()
  const { journal } = clients
  const work = { ...clients.begin(), finished: () => journal.acknowledged, most: plan.acts }
  const struck = await strikeWhile(work, plan, struckOf(postgres, house))
  const took_s = Math.round((performance.now() - began) / 100) / 10
  await house.start()
  const judged = await asking(postgres.url, async (ask) => {
    await untilNone(ask, UNTOLD)
    const lettersWaiting = await untilNone(ask, QUEUED_LETTERS)
    const faults = await judge(journal, ask)
    return { ...faults, lettersWaiting, wounds: way.isWounded ? await unseenWounds(journal, ask) : null }
  })
  const log = await house.verifyLog()
  const { lost, twice, half, firsts } = judged
  say(
    `${way.name}: ${journal.acknowledged} acknowledged, ${lost} lost, ${twice} twice, ${half} half done, ${log.faults} faults in the log${firsts.length + log.faults > 0 ? `: ${[...firsts, ...log.firsts].join('; ')}` : ''}`,
  )
  return {
    ...judged,
    logFaults: log.faults,
    acknowledged: journal.acknowledged,
    dossiers: journal.dossiers.length,
    resent: journal.resent,
    ...struck,
    took_s,
  }
}
const QUEUED_LETTERS = `select count(*)::int as n from letter where state = 'queued'`

const struckOf = (postgres: StruckPostgres, house: StruckHouse): Struck<Victim> => ({
  victims: [
    ['server', () => house.server.kill()],
    ['postgres', () => postgres.kill()],
    ['worker', () => house.worker.kill()],
    ['all', () => Promise.all([postgres.kill(), house.server.kill(), house.worker.kill()])],
  ],
  async raise() {
    if (postgres.isGone) {
      await postgres.start()
    }
    await house.start()
  },
  isReady: () => isReady(house.origin),
  words: () => `${house.server.words}\n${house.worker.words}`,
})
