/**
 * The promise: strangers from many addresses who attack for a whole day (simulated clock) shut no owner out.
 * Each gets as far with her recovery as she would without them (from where she is, or by another way that the
 * refusal names), locks and disputes; text messages stay within the budget, and the alarm is raised within a
 * minute.
 */
import { parseArgs } from 'node:util'
import { openFixture, type Fixture } from '../testing/fixture.ts'
import { PASSWORD, settleCitizen } from '../testing/settle-citizen.ts'
import { chanceOf } from '../testing/recovery-acts/chance.ts'
import { watchSms } from '../server/jobs/watch-sms.ts'
import { clockOffset_ms, machineNow, moveClock, now } from '../server/kernel/clock.ts'
import { inForce } from '../server/kernel/policy.ts'
import { startNewDevice } from '../server/modules/access/authentication/activation/begin-journey.ts'
import { smsCeilings } from '../server/modules/people/accounts/rules.ts'
import { readMail, herDay, type Owner } from './abuse-part-owners.ts'
import { attack, newStranger, type Ends } from './abuse-part-strangers.ts'

const say = (text: string): void => void process.stderr.write(`${text}\n`)
const HOUR_MS = 3_600_000
const STEP_MS = 30_000
const STEPS = HOUR_MS / STEP_MS
const AT_ONCE = 8
const setClock = (at_ms: number): void => moveClock(at_ms - machineNow().getTime())

interface Plan {
  readonly addresses: number
  readonly owners: number
  readonly hours: number
  /** Of each address in an hour. */
  readonly calls: number
  readonly seed: number
}

/**
 * `args`: --full (10,000 addresses, 1,000 owners); --addresses N, --owners N, --hours N, --calls N (of each
 * address in an hour), --seed N.
 */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const number = { type: 'string' } as const
  const { values } = parseArgs({
    args: [...args],
    options: {
      full: { type: 'boolean' },
      addresses: number,
      owners: number,
      hours: number,
      calls: number,
      seed: number,
    },
  })
  const [addresses, owners, calls] = values.full ? [10_000, 1000, 2] : [100, 10, 6]
  const plan: Plan = {
    addresses: Number(values.addresses ?? addresses),
    owners: Number(values.owners ?? owners),
    hours: Number(values.hours ?? 24),
    calls: Number(values.calls ?? calls),
    seed: Number(values.seed ?? 1),
  }
  const clockAtFirst = clockOffset_ms()
  const fixture = await openFixture()
  try {
    return await simulate(fixture, plan)
  } finally {
    moveClock(clockAtFirst)
    await fixture.stop()
  }
}

const settleOwner = async (fixture: Fixture): Promise<Owner> => {
  const citizen = await settleCitizen(fixture)
  const home = fixture.visitor()
  // She has signed in from home before: from then on it is a network of hers.
  await home.do(startNewDevice, { personalNumber: citizen.person.personalNumber, password: PASSWORD })
  await fixture.settle()
  return { ...citizen, home }
}

const simulate = async (fixture: Fixture, plan: Plan): Promise<Record<string, unknown>> => {
  const chance = chanceOf(plan.seed)
  const mail = readMail(fixture)
  const owners: Owner[] = []
  for (let i = 0; i < plan.owners; i++) {
    owners.push(await settleOwner(fixture))
  }
  say(`${owners.length} owners have accounts`)
  const strangers = Array.from({ length: plan.addresses }, () => newStranger(fixture))
  const turnOf = owners.map(() => chance.below(plan.hours * STEPS))
  const day_ms = 24 * HOUR_MS
  const begin_ms = (Math.floor(now().getTime() / day_ms) + 1) * day_ms + 1000
  const ends: Ends = new Map()
  const alarms: string[] = []
  const alarming = { say: (line: string) => void alarms.push(line) }
  const days: Awaited<ReturnType<typeof herDay>>[] = []
  let owed = 0
  for (let step = 0; step < plan.hours * STEPS; step++) {
    setClock(begin_ms + step * STEP_MS)
    await watchSms(fixture.context.transact, alarming)
    owed += (plan.addresses * plan.calls) / STEPS
    while (owed >= 1) {
      const batch = Array.from({ length: Math.min(AT_ONCE, Math.floor(owed)) }, () => chance.pick(strangers))
      owed -= batch.length
      await Promise.all(batch.map((one) => attack(one, chance, owners, ends)))
    }
    await fixture.settle()
    for (const [i, owner] of owners.entries()) {
      if (turnOf[i] === step) {
        await mail.quiet()
        days.push(await herDay(fixture, mail, owner))
      }
    }
    if (step % (STEPS * 4) === STEPS * 4 - 1) {
      say(`hour ${Math.floor((step + 1) / STEPS)}: ${days.length} owners, ${alarms.length} alarms`)
    }
  }
  await watchSms(fixture.context.transact, alarming)
  return judged(plan, {
    days,
    alarms,
    ends,
    spent: await spentIn(fixture),
    mostToOneNumber: mail.most(owners),
  })
}

interface Spent {
  readonly ceiling: 'block' | 'prefix' | 'nation'
  readonly codes: number
  readonly cost_dong: number
}
/** The fullest hour of each kind of ceiling. */
const spentIn = async ({ pool }: Fixture): Promise<readonly Spent[]> =>
  (
    await pool.query<Spent>(
      `select ceiling, max(codes)::int as codes, max(cost_dong)::int as cost_dong from
         (select ceiling, key, ends_at, sum(codes) as codes, sum(cost_dong) as cost_dong
          from sms_spending group by ceiling, key, ends_at) as of_hour
       group by ceiling order by ceiling`,
    )
  ).rows

interface Seen {
  readonly days: readonly Awaited<ReturnType<typeof herDay>>[]
  readonly alarms: readonly string[]
  readonly ends: Ends
  readonly spent: readonly Spent[]
  readonly mostToOneNumber: number
}

const judged = (
  plan: Plan,
  { days, alarms, ends, spent, mostToOneNumber }: Seen,
): Record<string, unknown> => {
  const { perBlock, perPrefix, nation, cost_dong: cost } = inForce(smsCeilings, now())
  const most = { block: perBlock, prefix: perPrefix, nation }
  const count = (is: (day: (typeof days)[number]) => boolean): number => days.filter(is).length
  const result = {
    ...plan,
    calls_made: [...ends.values()].reduce((sum, n) => sum + n, 0),
    ends: Object.fromEntries([...ends].sort()),
    fullest_hour: spent,
    ceilings: { ...most, cost_dong: cost },
    most_to_one_pumped_number_in_an_hour: mostToOneNumber,
    alarms: { near: alarms.filter((line) => !line.includes('reached')).length, of: alarms.length },
    recovered: count(({ recovered }) => recovered !== null),
    recovered_elsewhere: count(({ recovered }) => recovered === 'elsewhere'),
    recovered_at_home_after_a_refusal: count(({ recovered }) => recovered === 'home'),
    locked: count(({ locked }) => locked !== null),
    locked_by_email: count(({ locked }) => locked === 'email'),
    locked_by_phone_after_a_refusal: count(({ locked }) => locked === 'device'),
    disputed: count(({ disputed }) => disputed),
  }
  const broken = [
    ...(['recovered', 'locked', 'disputed'] as const).filter((deed) => result[deed] !== plan.owners),
    ...spent
      .filter(({ ceiling, codes }) => codes > most[ceiling])
      .map(({ ceiling }) => `the ceiling of a ${ceiling}`),
    ...(spent.some((one) => one.ceiling === 'nation' && one.cost_dong > cost) ? ['the cost'] : []),
    ...(mostToOneNumber > 5 ? ['five to one number'] : []),
    ...(alarms.length === 0 ? ['the alarm'] : []),
  ]
  if (broken.length > 0) {
    throw new Error(`not kept: ${broken.join(', ')}\n${JSON.stringify(result)}`)
  }
  return result
}
