// What a monitoring sees of presence: how much is drawn and how much is refused, by reason, and nobody; and
// that whoever draws is counted first.
import assert from 'node:assert/strict'
import Fastify, { type FastifyInstance } from 'fastify'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../testing/fixture.ts'
import { newPerson } from '../../testing/test-person.ts'
import { stopAll } from '../../testing/stop-all.ts'
import { clockOffset_ms, moveClock, now } from '../kernel/clock.ts'
import { inForce } from '../kernel/policy.ts'
import { drawPresence } from '../modules/access/presence/draw-presence.ts'
import { presenceDraws } from '../modules/access/presence/rules.ts'
import { sendLockCode } from '../modules/people/locks/lock-in-public.ts'
import { mountMetrics } from './metrics.ts'

let house: Fixture
let app: FastifyInstance
const clockAtFirst = clockOffset_ms()
before(async () => {
  house = await openFixture()
  app = Fastify()
  mountMetrics(app, { context: house.context, readiness: { missing: () => [] }, witnesses: [] })
})
afterEach(() => moveClock(clockAtFirst))
after(() => stopAll({ 'the server': () => app.close(), 'the database': () => house.stop() }))

const figures = async (): Promise<ReadonlyMap<string, number>> => {
  const lines = (await app.inject('/metrics')).body.split('\n')
  return new Map(
    lines
      .filter((line) => line.startsWith('sen_presence_'))
      .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  )
}
const refusedFor = (reason: string): string => `sen_presence_refused_total{reason="${reason}"}`

test('each draw and each refusal is seen by its kind, and nothing of who asked', async () => {
  const visitor = house.visitor()
  const first = await figures()
  assert.equal(first.size, 7 + 4, 'every purpose and every reason is there from the start')
  const typed = { personalNumber: newPerson().personalNumber, email: newPerson().email }
  const { presenceFor: own } = visitor
  const headerOf = () => own(sendLockCode.contract, typed)
  const header = await headerOf()
  for (const [shown, reason] of [
    [undefined, 'missing'],
    ['AAAA', 'wrong'],
  ] as const) {
    visitor.presenceFor = () => Promise.resolve(shown)
    assert.equal((await visitor.refusal(sendLockCode, typed)).code, `presence.${reason}`)
  }
  visitor.presenceFor = () => Promise.resolve(header)
  await visitor.do(sendLockCode, typed)
  assert.equal((await visitor.refusal(sendLockCode, typed)).code, 'presence.used')
  const old = await headerOf()
  moveClock(clockOffset_ms() + 3_600_000)
  visitor.presenceFor = () => Promise.resolve(old)
  assert.equal((await visitor.refusal(sendLockCode, typed)).code, 'presence.expired')
  await visitor.do(drawPresence, { purpose: 'recovery.begin' })
  const last = await figures()
  for (const reason of ['missing', 'wrong', 'used', 'expired'].map(refusedFor)) {
    assert.equal((last.get(reason) ?? 0) - (first.get(reason) ?? 0), 1, reason)
  }
  const drawn = 'sen_presence_drawn_total{purpose="recovery.begin"}'
  assert.equal((last.get(drawn) ?? 0) - (first.get(drawn) ?? 0), 1)
  assert.ok(![...last.keys()].some((line) => line.includes(visitor.network)))
})

test('one network has so much drawn in an hour and no more; another one, and the next hour, have theirs', async () => {
  const HOUR_MS = 3_600_000
  moveClock(clockAtFirst + HOUR_MS - (now().getTime() % HOUR_MS) + 1000)
  const { perHour } = inForce(presenceDraws, now())
  const [visitor, other] = [house.visitor(), house.visitor()]
  Object.assign(other, { network: '203.0.113.77' })
  await visitor.do(drawPresence, { purpose: 'lock.send-code' })
  await house.pool.query("update attempt_counter set used = $1 where scope = 'presence.draw'", [perHour - 1])
  await visitor.do(drawPresence, { purpose: 'lock.send-code' })
  assert.equal((await visitor.refusal(drawPresence, { purpose: 'lock.send-code' })).code, 'limit.reached')
  await other.do(drawPresence, { purpose: 'lock.send-code' })
  moveClock(clockOffset_ms() + HOUR_MS)
  await visitor.do(drawPresence, { purpose: 'lock.send-code' })
})
