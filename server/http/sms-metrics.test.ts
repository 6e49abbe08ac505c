// What a monitoring sees of text messages to strangers: at once, and without a person.
import assert from 'node:assert/strict'
import Fastify, { type FastifyInstance } from 'fastify'
import { after, before, test } from 'node:test'
import { openTestContext } from '../../testing/database.ts'
import { shownPresence } from '../../testing/presence.ts'
import { stopAll } from '../../testing/stop-all.ts'
import { now } from '../kernel/clock.ts'
import { countCode } from '../modules/people/accounts/code-budget.ts'
import { pauseSms, resumeSms } from '../modules/people/accounts/sms-pause.ts'
import { mountMetrics } from './metrics.ts'

let house: Awaited<ReturnType<typeof openTestContext>>
let app: FastifyInstance
before(async () => {
  house = await openTestContext()
  app = Fastify()
  mountMetrics(app, { context: house.context, readiness: { missing: () => [] }, witnesses: [] })
})
after(() => stopAll({ 'the server': () => app.close(), 'the database': () => house.stop() }))

const metrics = async (): Promise<string[]> =>
  (await app.inject('/metrics')).body.split('\n').filter((line) => line.startsWith('sen_sms_'))
const missing = async (): Promise<unknown> =>
  (await app.inject('/readyz')).json<{ missing: unknown }>().missing

test('codes, their cost, how full the ceilings are and the switch', async () => {
  const { transact, tools } = house.context
  const presence = await shownPresence()
  const asker = { kind: 'stranger', network: '198.51.100.7', presence } as const
  const ceilings = {
    perBlock: 10,
    perPrefix: 10,
    nation: 100,
    cost_dong: 1_000_000,
    keptForFirsts_percent: 0,
    alarmAt: 80,
  }
  for (let i = 0; i < 3; i++) {
    const code = { purpose: 'enrolment', channel: 'sms', to: `+8491765432${i}`, asker }
    await transact((work) => countCode(work, tools, code, ceilings))
  }
  const lines = await metrics()
  assert.ok(lines.includes('sen_sms_codes{crowd="applicants",prefix="+8491"} 3'), lines.join('\n'))
  assert.ok(lines.includes('sen_sms_cost_dong{crowd="applicants"} 2250'), lines.join('\n'))
  // Against the ceilings in force, not those of this test.
  assert.ok(lines.includes('sen_sms_ceiling_percent{ceiling="block"} 1'), lines.join('\n'))
  assert.ok(lines.includes('sen_sms_paused 0'), lines.join('\n'))
  assert.ok(!lines.some((line) => /765432|198\.51/.test(line)))
})

test('a pause is seen at once', async () => {
  const { transact } = house.context
  await transact((work) => pauseSms(work, { since: now().toISOString(), reason: 'a flood' }))
  assert.ok((await metrics()).includes('sen_sms_paused 1'))
  assert.deepEqual(await missing(), ['sms to strangers (paused by the operator)'])
  await transact((work) => resumeSms(work))
  assert.deepEqual(await missing(), [])
})
