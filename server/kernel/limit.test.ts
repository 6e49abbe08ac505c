// What one asker spends, and what she cannot spend for others.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { openTestContext } from '../../testing/database.ts'
import { askerAt, withinLimits } from './limit.ts'
import { Problem } from './problem.ts'
import type { Limit } from './use-case.ts'

let place: Awaited<ReturnType<typeof openTestContext>>
before(async () => {
  place = await openTestContext()
})
beforeEach(() => place.pool.query('delete from attempt_counter'))
after(() => place.stop())

const ask = async (network: string, number: string): Promise<string> => {
  const limits: readonly Limit[] = [
    { scope: 'number', key: number, most: 5, per_s: 86_400, of: 'named' },
    { scope: 'network', key: network, most: 3, per_s: 86_400 },
  ]
  try {
    await withinLimits(place.context, limits)
    return 'passed'
  } catch (error) {
    return error instanceof Problem ? error.code : 'fault'
  }
}
const used = async (scope: string): Promise<number> => {
  const { rows } = await place.pool.query<{ used: number }>(
    'select coalesce(sum(used), 0)::int as used from attempt_counter where scope = $1',
    [scope],
  )
  return rows[0]?.used ?? 0
}

test("what the asker's own limit refuses touches nothing else", async () => {
  const answers: string[] = []
  for (let i = 0; i < 30; i++) {
    answers.push(await ask('stranger', 'hers'))
  }
  assert.equal(answers.filter((answer) => answer === 'passed').length, 3)
  assert.equal(await used('number'), 3)
  assert.equal(await ask('owner', 'hers'), 'passed')
})

test('what the request names has its limit for whoever passes her own', async () => {
  const answers: string[] = []
  for (let i = 0; i < 7; i++) {
    answers.push(await ask(`network ${i}`, 'hers'))
  }
  assert.deepEqual(answers.slice(-3), ['passed', 'limit.reached', 'limit.reached'])
  assert.equal(await used('network'), 7)
})

test('thirty at once from one network pass exactly as often as one after another', async () => {
  const answers = await Promise.all(Array.from({ length: 30 }, () => ask('stranger', 'hers')))
  assert.equal(answers.filter((answer) => answer === 'passed').length, 3)
  assert.equal(await used('number'), 3)
})

test('all of a /48 is one asker about one person, and so is an address of IPv4', () => {
  assert.equal(askerAt('2001:db8:7:1'), askerAt('2001:db8:7:ffff'))
  assert.notEqual(askerAt('2001:db8:7:1'), askerAt('2001:db8:8:1'))
  assert.equal(askerAt('192.0.2.7'), '192.0.2.7')
})
