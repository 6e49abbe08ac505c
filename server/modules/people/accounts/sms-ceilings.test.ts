// What strangers can have sent by text message: a budget that the installation keeps, an alarm before it is
// spent, and nothing of it from whoever has shown something.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openTestContext } from '../../../../testing/database.ts'
import { shownPresence } from '../../../../testing/presence.ts'
import { share } from '../../../../testing/thorough.ts'
import { SMS_WATCH_EVERY_MS, watchSms } from '../../../jobs/watch-sms.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Line, OutwardMessage, Sending } from '../../platform/notifications/letter.ts'
import { countCode, type AskedCode, type CodeAsker } from './code-budget.ts'
import { smsCeilings } from './rules.ts'
import { ceilingFigures, type SmsCeilings } from './sms-ceilings.ts'
import { pauseSms, resumeSms } from './sms-pause.ts'

let house: Awaited<ReturnType<typeof openTestContext>>
const clockAtFirst = clockOffset_ms()
const HOUR_MS = 3_600_000
/** Each test has an hour of its own, from its first second on, with an empty one before it. */
const toNextHour = (): void => moveClock(clockOffset_ms() + 2 * HOUR_MS - (now().getTime() % HOUR_MS) + 1000)
before(async () => {
  house = await openTestContext()
})
beforeEach(toNextHour)
after(async () => {
  moveClock(clockAtFirst)
  await house.stop()
})

const wide: SmsCeilings = {
  perBlock: 1000,
  perPrefix: 1000,
  nation: 1000,
  cost_dong: 1_000_000,
  keptForFirsts_percent: 0,
  alarmAt: 80,
}
let serial = 0
const newPhone = (prefix = '+8491'): string => `${prefix}${String(++serial).padStart(7, '0')}`
const address = (i: number): string => `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`
const presence = await shownPresence()
const stranger = (network: string): CodeAsker => ({ kind: 'stranger', network, presence })
const blind = (network: string, isHerNetwork = false): CodeAsker => ({
  kind: 'blind',
  presence,
  network,
  named: `somebody ${++serial}`,
  isHerNetwork,
})
const bySms = { purpose: 'enrolment', channel: 'sms' } as const
const codeFor = (asker: CodeAsker, to = newPhone()): AskedCode => ({ ...bySms, to, asker })
const ask = (code: AskedCode, ceilings: SmsCeilings): Promise<string> =>
  house.context
    .transact((work) => countCode(work, house.context.tools, code, ceilings))
    .then(
      () => 'sent',
      (error: unknown) => (error instanceof Problem ? error.code : String(error)),
    )
/** One after another; how many were sent before the first that was not. */
const sentBefore = async (codeOf: () => AskedCode, ceilings: SmsCeilings): Promise<number> => {
  for (let sent = 0; ; sent++) {
    const end = await ask(codeOf(), ceilings)
    if (end !== 'sent') {
      assert.equal(end, 'code.sms-closed')
      return sent
    }
  }
}

interface Told {
  readonly line: string
  readonly at_ms: number
}
const watchInto = (told: Told[], ceilings: SmsCeilings): Promise<boolean> =>
  watchSms(house.context.transact, {
    say: (line) => void told.push({ line, at_ms: now().getTime() }),
    ceilings,
  })

test('a pump of 10,000 addresses at 1,000 numbers: five an hour to each, within the budget, told within a minute', async () => {
  const real = inForce(smsCeilings, now())
  const ceilings: SmsCeilings = {
    perBlock: real.perBlock,
    perPrefix: share(real.perPrefix),
    nation: share(real.nation),
    cost_dong: share(real.cost_dong),
    // All of it, so that the pump is seen to come as far as it can.
    keptForFirsts_percent: 0,
    alarmAt: real.alarmAt,
  }
  const [addresses, numbers] = [share(10_000), share(1000)]
  const phones = Array.from({ length: numbers }, () => newPhone())
  // A third of all at a tenth of the numbers.
  const target = (i: number): string => phones[i % (i % 3 === 0 ? numbers / 10 : numbers)] ?? ''
  const sentTo = new Map<string, number>()
  const ends = new Set<string>()
  const told: Told[] = []
  const crossed_ms = new Map<number, number>()
  let sent = 0
  const askOne = async (i: number): Promise<void> => {
    const end = await ask(codeFor(stranger(address(i)), target(i)), ceilings)
    ends.add(end)
    if (end === 'sent') {
      sent++
      sentTo.set(target(i), (sentTo.get(target(i)) ?? 0) + 1)
    }
    for (const percent of [ceilings.alarmAt, 100]) {
      if (sent * 100 >= ceilings.perPrefix * percent && !crossed_ms.has(percent)) {
        crossed_ms.set(percent, now().getTime())
      }
    }
  }
  const AT_ONCE = 10
  const begun_ms = clockOffset_ms()
  const step_ms = Math.floor((0.9 * HOUR_MS) / (addresses / AT_ONCE))
  let watched_ms = 0
  for (let first = 0, ahead_ms = 0; first < addresses; first += AT_ONCE, ahead_ms += step_ms) {
    for (; watched_ms <= ahead_ms; watched_ms += SMS_WATCH_EVERY_MS) {
      moveClock(begun_ms + watched_ms)
      await watchInto(told, ceilings)
    }
    moveClock(begun_ms + ahead_ms)
    await Promise.all(Array.from({ length: AT_ONCE }, (_, k) => askOne(first + k)))
  }
  assert.deepEqual(ends, new Set(['code.sms-closed', 'limit.reached', 'sent']))
  assert.ok(Math.max(...sentTo.values()) <= 5)
  assert.equal(sent, ceilings.perPrefix)
  const alarms = told.filter(({ line }) => line.includes('prefix (applicants +8491)'))
  assert.deepEqual(
    alarms.map(({ line }) => /(at 80 %|reached)/.exec(line)?.[1]),
    ['at 80 %', 'reached'],
  )
  alarms.forEach(({ at_ms }, i) => {
    const late_ms = at_ms - (crossed_ms.get(i === 0 ? ceilings.alarmAt : 100) ?? 0)
    assert.ok(late_ms >= 0 && late_ms <= 60_000, `${late_ms} ms`)
  })
})

test('a block of networks has one ceiling, a /24 or a /48, and another block is not touched by it', async () => {
  const ceilings = { ...wide, perBlock: 6 }
  for (const [networkOf, elsewhere] of [
    [(i: number) => `198.51.100.${i}`, '198.51.101.1'],
    [(i: number) => `2001:db8:7:${i}`, '2001:db8:8:1'],
  ] as const) {
    let i = 0
    assert.equal(await sentBefore(() => codeFor(stranger(networkOf(++i))), ceilings), 6)
    assert.equal(await ask(codeFor(blind(networkOf(++i))), ceilings), 'code.sms-closed')
    assert.equal(await ask(codeFor(stranger(elsewhere)), ceilings), 'sent')
  }
})

test('a prefix has one ceiling, and other prefixes are not touched by it', async () => {
  const ceilings = { ...wide, perPrefix: 9 }
  const from = () => stranger(address(++serial))
  assert.equal(await sentBefore(() => codeFor(from(), newPhone('+8496')), ceilings), 9)
  assert.equal(await ask(codeFor(from(), newPhone('+8432')), ceilings), 'sent')
})

test('the nation has one, counted by many at once: never above, and all of it is given out', async () => {
  const ceilings = { ...wide, nation: 50 }
  const next = () => codeFor(stranger(address(++serial << 8)), newPhone(serial % 2 ? '+8491' : '+8432'))
  const ends = await Promise.all(Array.from({ length: 60 }, () => ask(next(), ceilings)))
  assert.deepEqual(new Set(ends), new Set(['sent', 'code.sms-closed']))
  const atOnce = ends.filter((end) => end === 'sent').length
  assert.equal(atOnce + (await sentBefore(next, ceilings)), 50)
  assert.equal(await ask(codeFor(blind(address(++serial << 8))), ceilings), 'sent', 'owners have their own')
})

test('the cost of an hour is bounded by the prices of the prefixes', async () => {
  const ceilings = { ...wide, cost_dong: 16 * 1800 }
  const next = (prefix: string) => () => codeFor(stranger(address(++serial << 8)), newPhone(prefix))
  assert.equal(await sentBefore(next('+8492'), ceilings), 32, 'at 900 đồng each')
  toNextHour()
  assert.equal(
    await sentBefore(next('+8496'), ceilings),
    32,
    'at 700: two to each sixteenth, the rest fits none',
  )
  const told: Told[] = []
  await watchInto(told, ceilings)
  assert.ok(
    told.some(({ line }) => /nation \(applicants\) is reached/.test(line)),
    told.map(({ line }) => line).join(),
  )
})

test('a part of each ceiling is kept for who asks for the first time in a day: a flood from few networks closes it for nobody else', async () => {
  const kept: SmsCeilings = { ...wide, keptForFirsts_percent: 25 }
  const fromBlock = (block: string) => () => codeFor(stranger(`${block}.${(++serial % 250) + 1}`))
  // Everybody in three blocks asks again and again: the nation's open part, and no more.
  for (const [ceilings, whole] of [
    [{ ...kept, nation: 40 }, 40],
    [{ ...kept, perPrefix: 40 }, 40],
  ] as const) {
    toNextHour()
    let sent = 0
    for (const block of [`172.20.${serial % 250}`, `172.21.${serial % 250}`, `172.22.${serial % 250}`]) {
      sent += await sentBefore(fromBlock(block), ceilings)
    }
    assert.ok(sent >= (whole * 3) / 4 && sent <= (whole * 3) / 4 + 3, `${sent} of ${whole}`)
    const told: Told[] = []
    await watchInto(told, ceilings)
    assert.ok(told.some(({ line }) => /is reached/.test(line)))
    const home = stranger(`172.30.${serial % 250}.7`)
    assert.equal(await ask(codeFor(home), ceilings), 'sent')
    assert.equal(await ask(codeFor(home), ceilings), 'code.sms-closed', 'once')
  }
  // Two addresses of a block do not close it for a third.
  toNextHour()
  const ceilings = { ...kept, perBlock: 8 }
  let turn = 0
  const two = () => codeFor(stranger(`172.23.5.${1 + (turn++ % 2)}`))
  assert.equal(await sentBefore(two, ceilings), 6)
  assert.equal(await ask(codeFor(stranger('172.23.5.3')), ceilings), 'sent')
})

test('what is refused takes nothing from any ceiling', async () => {
  const network = '203.0.113.9'
  const spent = async () =>
    (await ceilingFigures(house.context.tools.read)).map(({ ceiling, key, codes }) => [ceiling, key, codes])
  await ask(codeFor(stranger(network)), wide)
  const before = await spent()
  assert.equal(await ask(codeFor(stranger(network)), { ...wide, nation: 0 }), 'code.sms-closed')
  assert.equal(await ask(codeFor(stranger(network)), { ...wide, perPrefix: 0 }), 'code.sms-closed')
  assert.deepEqual(await spent(), before)
})

test('who has shown something, and who takes the code by e-mail, meets no ceiling and no pause', async () => {
  const none: SmsCeilings = { ...wide, perBlock: 0, perPrefix: 0, nation: 0, cost_dong: 0 }
  const network = '203.0.113.77'
  const unbounded = async (ceilings: SmsCeilings) => {
    assert.equal(await ask(codeFor(stranger(network)), ceilings), 'code.sms-closed')
    assert.equal(await ask(codeFor(blind(network)), ceilings), 'code.sms-closed')
    for (const asker of [
      { kind: 'proven', id: `a session ${++serial}` },
      { kind: 'typed', id: `an officer ${++serial}` },
      blind(network, true),
    ] satisfies CodeAsker[]) {
      assert.equal(await ask(codeFor(asker), ceilings), 'sent', asker.kind)
    }
    const mail = { ...codeFor(stranger(network), `a${++serial}@thu.example`), channel: 'email' }
    assert.equal(await ask(mail, ceilings), 'sent')
  }
  await unbounded(none)
  const { transact } = house.context
  await transact((work) => pauseSms(work, { since: now().toISOString(), reason: 'a flood' }))
  await unbounded(wide)
  await transact((work) => resumeSms(work))
  assert.equal(await ask(codeFor(stranger(network)), wide), 'sent')
})

test('an alarm is told once by however many watch, and also when the hour ends in that moment', async () => {
  const ceilings = { ...wide, perBlock: 5 }
  moveClock(clockOffset_ms() + HOUR_MS - 3000)
  const network = '192.0.2.1'
  for (let i = 0; i < 4; i++) {
    await ask(codeFor(stranger(network)), ceilings)
  }
  moveClock(clockOffset_ms() + 10_000)
  const told: Told[] = []
  await Promise.all([watchInto(told, ceilings), watchInto(told, ceilings)])
  await watchInto(told, ceilings)
  assert.equal(told.length, 1, told.map(({ line }) => line).join())
  assert.match(told[0]?.line ?? '', /one block is at 80 %/)
  assert.doesNotMatch(told[0]?.line ?? '', /192\.0/)
})

test('whoever is on duty gets one letter of what was raised together; one that fails is said', async () => {
  const ceilings = { ...wide, perBlock: 1 }
  await ask(codeFor(stranger('192.0.2.200')), ceilings)
  const letters: OutwardMessage[] = []
  const said: string[] = []
  const lineThat = (answer: Sending): Line => ({
    atOnce: 1,
    isUp: () => true,
    send(message) {
      letters.push(message)
      return Promise.resolve(answer)
    },
    stop: () => Promise.resolve(),
  })
  const watch = (answer: Sending) =>
    watchSms(house.context.transact, {
      say: (line) => void said.push(line),
      mail: { line: lineThat(answer), to: 'truc@thu.example' },
      ceilings,
    })
  await watch({ kind: 'sent', providerMessageId: null })
  await watch({ kind: 'sent', providerMessageId: null })
  assert.equal(letters.length, 1)
  assert.match(letters[0]?.text ?? '', /một dải mạng[\s\S]*one block of networks/)
  assert.equal(said.length, 2, 'near, and reached')
  toNextHour()
  await ask(codeFor(stranger('192.0.2.200')), ceilings)
  await watch({ kind: 'held', reason: 'smtp 421' })
  assert.match(said.at(-1) ?? '', /was not sent \(smtp 421\)/)
})
