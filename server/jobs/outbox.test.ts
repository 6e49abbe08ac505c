// Facts are told to reactions exactly once, out of a real database.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { z } from 'zod'
import { openTestContext } from '../../testing/database.ts'
import { defineEvent } from '../kernel/event.ts'
import { newId } from '../kernel/id.ts'
import { problem } from '../kernel/problem.ts'
import { startLoop } from './loop.ts'
import { openDispatcher, outboxBacklog, type Reaction } from './outbox.ts'

let place: Awaited<ReturnType<typeof openTestContext>>
before(async () => {
  place = await openTestContext()
  await place.pool.query('create table tally (name text not null, fact text not null)')
})
afterEach(async () => {
  await place.pool.query('delete from tally')
  await place.pool.query('delete from outbox')
})
after(() => place.stop())

const Counted = defineEvent('Counted', z.strictObject({ n: z.number() }))
const Ignored = defineEvent('Ignored', z.strictObject({ n: z.number() }))
const publish = (count: number, event = Counted) =>
  place.context.transact(async (work) => {
    for (let i = 0; i < count; i++) {
      work.publish(event, newId(), { n: i })
    }
  })
const tally = (name: string): Reaction => ({
  on: 'Counted',
  name,
  run: async (work, fact) =>
    void (await work.run('insert into tally (name, fact) values ($1, $2)', [name, String(fact.data['n'])])),
})
const counted = async (name: string): Promise<string[]> =>
  (await place.pool.query<{ fact: string }>('select fact from tally where name = $1', [name])).rows.map(
    (row) => row.fact,
  )
const dispatcher = (reactions: Reaction[], failures: unknown[] = []) =>
  openDispatcher({
    transact: place.context.transact,
    tools: place.context.tools,
    reactions,
    onFailure: (failure) => void failures.push(failure),
    first_s: 0.02,
  })
const drained = async (told: { run(): Promise<boolean> }): Promise<void> => {
  for (let i = 0; i < 300; i++) {
    await told.run()
    const {
      rows: [row],
    } = await place.pool.query('select count(*) as n from outbox')
    if (row.n === 0) {
      return
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('the outbox never became empty')
}

test('every reaction of a fact is done once, and a fact that concerns nobody goes', async () => {
  await publish(5)
  await publish(3, Ignored)
  await drained(dispatcher([tally('a'), tally('b')]))
  assert.deepEqual((await counted('a')).sort(), ['0', '1', '2', '3', '4'])
  assert.equal((await counted('b')).length, 5)
})

test('four workers tell three hundred facts once each', async () => {
  await publish(300)
  await Promise.all(
    [1, 2, 3, 4].map(() =>
      drained(
        openDispatcher({ ...place.context, reactions: [tally('a')], onFailure: () => undefined, lanes: 2 }),
      ),
    ),
  )
  const seen = await counted('a')
  assert.equal(seen.length, 300)
  assert.equal(new Set(seen).size, 300)
})

test('a reaction that throws undoes the others of its fact, is tried again, and is then done once', async () => {
  const failures: { reason: string }[] = []
  let tries = 0
  const stubborn: Reaction = {
    on: 'Counted',
    name: 'stubborn',
    run: async (work, fact) => {
      await tally('late').run(work, fact, place.context.tools)
      if (++tries < 4) {
        throw new Error('Nguyễn Văn An, 901234567890, could not be told')
      }
    },
  }
  await publish(1)
  const told = dispatcher([tally('first'), stubborn], failures)
  await told.run()
  const {
    rows: [row],
  } = await place.pool.query(
    "select attempts, last_error, due_at > now() - interval '1 minute' as is_later from outbox",
  )
  assert.equal(row.attempts, 1)
  assert.match(
    row.last_error,
    /^stubborn: Error at outbox\.test\.ts:\d+$/,
    'the place, and nothing of the message',
  )
  assert.deepEqual(await counted('first'), [])
  assert.equal((await outboxBacklog(place.context.tools.read)).failing, 1)
  await drained(told)
  assert.equal(tries, 4)
  assert.deepEqual([await counted('first'), await counted('late')], [['0'], ['0']])
  assert.equal(failures.length, 3)
  assert.ok(!JSON.stringify(failures).includes('An'), JSON.stringify(failures))
})

test('a fact that fails does not hold up the others', async () => {
  const reasons: string[] = []
  await publish(20)
  const picky: Reaction = {
    on: 'Counted',
    name: 'picky',
    run: async (_, fact) => {
      if (fact.data['n'] === 3) {
        throw problem('server.busy')
      }
    },
  }
  const told = openDispatcher({
    ...place.context,
    reactions: [picky, tally('a')],
    onFailure: ({ reason }) => void reasons.push(reason),
    first_s: 60,
  })
  await told.run()
  assert.equal((await counted('a')).length, 19)
  assert.deepEqual(reasons, ['server.busy'])
})

test('a loop runs again while there is work, is woken from its sleep, survives an error, and waits for its run when stopped', async () => {
  const seen: string[] = []
  let work = 3
  let isFinished = false
  const loop = startLoop({
    name: 'test',
    every_ms: 60_000,
    onError: (name) => void seen.push(`error ${name}`),
    run: async () => {
      seen.push('run')
      await new Promise((resolve) => setTimeout(resolve, 5))
      isFinished = true
      return work-- > 0
    },
  })
  await new Promise((resolve) => setTimeout(resolve, 60))
  assert.equal(seen.length, 4)
  isFinished = false
  loop.wake()
  loop.wake()
  await new Promise((resolve) => setTimeout(resolve, 1))
  await loop.stop()
  assert.ok(isFinished)
  assert.equal(seen.length, 5)

  let troubles = 0
  const troubled = startLoop({
    name: 'troubled',
    every_ms: 1,
    onError: () => void troubles++,
    run: () => Promise.reject(new Error('away')),
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  troubled.wake()
  await troubled.stop()
  assert.ok(troubles >= 1 && troubles <= 3, `${troubles}`)
})
