// Events reach their reactions exactly once, out of a real database.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { z } from 'zod'
import { openTestContext } from '../../testing/database.ts'
import { defineEvent, type EventType } from '../kernel/event.ts'
import { newId } from '../kernel/id.ts'
import { problem } from '../kernel/problem.ts'
import { startLoop } from './loop.ts'
import { on, type Reaction } from '../kernel/reaction.ts'
import { openDispatcher, outboxBacklog } from './outbox.ts'

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
const events = [Counted, Ignored]
const publish = (count: number, event = Counted) =>
  place.context.transact(async (work) => {
    for (let i = 0; i < count; i++) {
      work.publish(event, newId(), { n: i })
    }
  })
const tally = (name: string): Reaction =>
  on(Counted, name, (work, { data }) =>
    work.run('insert into tally (name, fact) values ($1, $2)', [name, String(data.n)]),
  )
const counted = async (name: string): Promise<string[]> =>
  (await place.pool.query<{ fact: string }>('select fact from tally where name = $1', [name])).rows.map(
    (row) => row.fact,
  )
const dispatcher = (reactions: Reaction[], failures: unknown[] = [], first_s = 0.02) =>
  openDispatcher({
    transact: place.context.transact,
    tools: place.context.tools,
    events,
    reactions,
    onKept: () => undefined,
    onFailure: (failure) => void failures.push(failure),
    first_s,
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

test('every reaction to an event is done once, and an event that concerns nobody goes', async () => {
  await publish(5)
  await publish(3, Ignored)
  await drained(dispatcher([tally('a'), tally('b')]))
  assert.deepEqual((await counted('a')).sort(), ['0', '1', '2', '3', '4'])
  assert.equal((await counted('b')).length, 5)
})

test('four workers take three hundred events once each', async () => {
  await publish(300)
  await Promise.all(
    [1, 2, 3, 4].map(() =>
      drained(
        openDispatcher({
          ...place.context,
          events,
          reactions: [tally('a')],
          onFailure: () => undefined,
          onKept: () => undefined,
          lanes: 2,
        }),
      ),
    ),
  )
  const seen = await counted('a')
  assert.equal(seen.length, 300)
  assert.equal(new Set(seen).size, 300)
})

test('a reaction that throws undoes the others of its event, is tried again, and is then done once', async () => {
  const failures: { reason: string }[] = []
  let tries = 0
  const stubborn = on(Counted, 'stubborn', async (work, event, tools) => {
    await tally('late').run(work, event, tools)
    if (++tries < 4) {
      throw new Error('Nguyễn Văn An, 901234567890, could not be told')
    }
  })
  await publish(1)
  // The second try is far enough away, however slow the machine is.
  await dispatcher([tally('first'), stubborn], failures, 600).run()
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
  await place.pool.query('update outbox set due_at = now()')
  await drained(dispatcher([tally('first'), stubborn], failures))
  assert.equal(tries, 4)
  assert.deepEqual([await counted('first'), await counted('late')], [['0'], ['0']])
  assert.equal(failures.length, 3)
  assert.ok(!JSON.stringify(failures).includes('An'), JSON.stringify(failures))
})

test('an event that fails does not hold up the others', async () => {
  const reasons: string[] = []
  await publish(20)
  const picky = on(Counted, 'picky', async (_, { data }) => {
    if (data.n === 3) {
      throw problem('server.busy')
    }
  })
  const told = openDispatcher({
    ...place.context,
    events,
    reactions: [picky, tally('a')],
    onKept: () => undefined,
    onFailure: ({ reason }) => void reasons.push(reason),
    first_s: 60,
  })
  await told.run()
  assert.equal((await counted('a')).length, 19)
  assert.deepEqual(reasons, ['server.busy'])
})

interface KeptEvent {
  readonly kind: string
  readonly because: string
}
const watching = (known: readonly EventType[], kept: KeptEvent[]) =>
  openDispatcher({
    ...place.context,
    events: known,
    reactions: [tally('a')],
    onFailure: () => assert.fail('a kept event is no failure'),
    onKept: (event) => void kept.push(event),
  })

test('an event that no version here knows is kept, counted, left alone, and taken up by the version that knows it', async () => {
  const kept: KeptEvent[] = []
  await publish(2)
  const old = watching([Ignored], kept)
  await old.run()
  assert.deepEqual(kept, [
    { kind: 'Counted', because: 'unknown' },
    { kind: 'Counted', because: 'unknown' },
  ])
  assert.equal(await old.run(), false, 'not looked at again')
  const { read } = place.context.tools
  assert.deepEqual(await outboxBacklog(read), { failing: 0, kept: 2, oldest_s: 0 })
  assert.equal(await watching([Ignored], kept).run(), false, 'nor by a new start of the same version')
  await watching(events, kept).run()
  assert.deepEqual((await counted('a')).sort(), ['0', '1'])
  assert.deepEqual(await outboxBacklog(read), { failing: 0, kept: 0, oldest_s: 0 })
  assert.equal(kept.length, 2)
})

test('an event whose data does not fit is kept with its data, until a schema fits', async () => {
  const kept: KeptEvent[] = []
  const Wider = defineEvent('Counted', z.strictObject({ n: z.number(), of: z.string() }))
  await publish(1)
  await watching([Wider], kept).run()
  assert.deepEqual(kept, [{ kind: 'Counted', because: 'unreadable' }])
  assert.deepEqual((await place.pool.query('select kind, data, kept_because from outbox')).rows, [
    { kind: 'Counted', data: { n: 0 }, kept_because: 'unreadable' },
  ])
  await watching(events, kept).run()
  assert.deepEqual(await counted('a'), ['0'])
})

test('data that does not fit is not published, and undoes the transaction', async () => {
  const bad: { n: number } = JSON.parse('{"n":"one"}')
  await assert.rejects(
    place.context.transact(async (work) => {
      await work.run("insert into tally (name, fact) values ('undone', '0')")
      work.publish(Counted, newId(), bad)
    }),
    /Counted does not fit/,
  )
  assert.deepEqual(await counted('undone'), [])
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
