// What presence costs follows what is spent of the ceilings for text messages, by whoever spends it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestContext } from '../../../../testing/database.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { shownPresence } from '../../../../testing/presence.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import { countCode, type CodeAsker } from '../../people/accounts/code-budget.ts'
import { fullnessFor, type SmsCeilings } from '../../people/accounts/sms-ceilings.ts'
import { presencePrice, triesAt } from './rules.ts'

let house: Awaited<ReturnType<typeof openTestContext>>
const HOUR_MS = 3_600_000
const clockAtFirst = clockOffset_ms()
before(async () => {
  // An hour of its own: what is counted in the middle of it does not fall into two.
  moveClock(clockAtFirst + HOUR_MS - (now().getTime() % HOUR_MS) + 1000)
  house = await openTestContext()
})
after(async () => {
  moveClock(clockAtFirst)
  await house.stop()
})

test('the price has steps: each from its percent on, the dearest of those that are reached', () => {
  const price = inForce(presencePrice, now())
  const times = [0, 49, 50, 79, 80, 94, 95, 100].map((percent) => triesAt(price, percent) / price.tries)
  assert.deepEqual(times, [1, 1, 2, 2, 4, 4, 8, 8])
  const rounds = price.cost * price.tries
  assert.ok(rounds >= 100_000 && rounds <= 500_000, `${rounds} rounds are no price, or are a wait`)
})

test("how full it is for one asker: her own block's ceiling, or the nation's of applicants or of owners, the fullest", async () => {
  const [here, elsewhere] = ['10.77.1.1', '10.78.1.1']
  const at = now()
  const presence = await shownPresence()
  const wide: SmsCeilings = {
    perBlock: 1000,
    perPrefix: 1000,
    nation: 1000,
    cost_dong: 1_000_000,
    keptForFirsts_percent: 0,
    alarmAt: 80,
  }
  const { transact, tools } = house.context
  const full = (network: string, ceilings: Partial<SmsCeilings>) =>
    fullnessFor(tools, network, at, { ...wide, ...ceilings })
  const send = async (asker: CodeAsker, times: number) => {
    for (let sent = 0; sent < times; sent++) {
      const code = { purpose: 'enrolment', channel: 'sms', to: newPerson().phone } as const
      await transact((work) => countCode(work, tools, { ...code, asker }, wide))
    }
  }
  assert.equal(await full(here, { perBlock: 10 }), 0)
  await send({ kind: 'stranger', network: here, presence }, 3)
  assert.equal(await full(here, { perBlock: 10 }), 30)
  assert.equal(await full(elsewhere, { perBlock: 10 }), 0, 'of another block')
  assert.equal(await full(elsewhere, { nation: 10 }), 30, 'but the nation is one')
  await send({ kind: 'blind', network: here, presence, named: 'somebody', isHerNetwork: false }, 5)
  assert.equal(await full(elsewhere, { nation: 10 }), 50, 'owners are more than applicants now')
  assert.equal(await full(here, { nation: 10, perBlock: 10 }), 80)
})
