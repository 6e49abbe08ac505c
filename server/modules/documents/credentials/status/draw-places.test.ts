// Places in status lists: none twice, drawn from the whole of a list, without a counter that all wait for.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import fc from 'fast-check'
import { openTestContext } from '../../../../../testing/database.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { statusListRule } from '../rules.ts'
import { drawPlaces, listsFor, type Place } from './draw-places.ts'
import { closeFullLists, publishedList, publishLists } from './publish-lists.ts'
import { setStatuses } from './set-statuses.ts'

let database: Awaited<ReturnType<typeof openTestContext>>
const clockAtFirst = clockOffset_ms()
before(async () => {
  database = await openTestContext()
})
afterEach(() => moveClock(clockAtFirst))
after(() => database.stop())

const { entries, openAtOnce } = inForce(statusListRule, now())
const lists = () => listsFor(database.context.tools.read, 14, now())
const draw = async (count: number): Promise<Place[]> => {
  const open = await lists()
  return database.context.transact((work) => drawPlaces(work, open, count, now()))
}
const nameOf = ({ listId, idx }: Place): string => `${listId} ${idx}`

test('nobody gets a place that another has, however many draw at the same time', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }),
      async (counts) => {
        const drawn = await Promise.all(counts.map(draw))
        assert.deepEqual(
          drawn.map(({ length }) => length),
          counts,
        )
        for (const place of drawn.flat()) {
          assert.ok(place.idx >= 0 && place.idx < entries)
          assert.ok(!seen.has(nameOf(place)))
          seen.add(nameOf(place))
        }
      },
    ),
    { numRuns: 30 },
  )
})

test('places are drawn from the whole of each list and from all that are open: the herd is what it says', async () => {
  const drawn = (await Promise.all(Array.from({ length: 20 }, () => draw(50)))).flat()
  assert.equal(new Set(drawn.map(({ listId }) => listId)).size, openAtOnce)
  // In each of sixteen parts of a list some: the chance that one of them stays empty is below 10^-25.
  assert.equal(new Set(drawn.map(({ idx }) => Math.floor((idx * 16) / entries))).size, 16)
  // In no order: of neighbours in one draw about half go up.
  const steps = drawn.slice(1).map(({ idx }, i) => idx > (drawn[i]?.idx ?? 0))
  const up = steps.filter(Boolean).length / steps.length
  assert.ok(up > 0.4 && up < 0.6, String(up))
})

test('processes that start at once open the same few lists, not each its own', async () => {
  moveClock(clockOffset_ms() + 8 * 86_400_000)
  const opened = await Promise.all(Array.from({ length: 8 }, lists))
  for (const one of opened) {
    assert.ok(one.length >= 1)
  }
  const settled = await lists()
  assert.equal(settled.length, openAtOnce)
  assert.deepEqual(new Set(opened.flat()), new Set(settled))
})

test('what is valid longer stands in lists of its own, and for years in none', async () => {
  const { read } = database.context.tools
  const month = await listsFor(read, 30, now())
  const fortnight = await lists()
  assert.equal(month.filter((id) => fortnight.includes(id)).length, 0)
  await assert.rejects(listsFor(read, 400, now()), /no status list/)
})

test('a list takes no more places once it is half full, another one is opened, and what is left of it is found', async () => {
  const open = await lists()
  const [full = ''] = open
  await database.pool.query(
    `insert into status_entry (list_id, idx) select $1, i from generate_series(0, $2::int) as i on conflict do nothing`,
    [full, entries / 2],
  )
  await closeFullLists(database.context)
  const next = await lists()
  assert.equal(next.length, openAtOnce)
  assert.ok(!next.includes(full))
  // Whoever chose the list before it was closed still draws from it, twice as often.
  const drawn = await database.context.transact((work) => drawPlaces(work, [full], 200, now()))
  assert.equal(new Set(drawn.map(nameOf)).size, 200)
  assert.ok(drawn.every(({ idx }) => idx > entries / 2))
  // Some bites of it are left for the test of forgetting.
  await database.pool.query('delete from status_entry where list_id = $1 and idx between 25000 and $2::int', [
    full,
    entries / 2,
  ])
})

test('what is built says of places that nobody has that they are valid, and is small', async () => {
  const [place] = await draw(1)
  assert.ok(place)
  await database.context.transact((work) => setStatuses(work, [place], 1))
  const published = await publishedList(database.context, place.listId)
  assert.ok(published && published.token.length < 2000, `${published?.token.length}`)
})

test('a list is built by one worker at a time, and again when it is due', async () => {
  while (await publishLists(database.context)) {
    continue
  }
  assert.equal(await publishLists(database.context), false)
  moveClock(clockOffset_ms() + 241_000)
  const due = (await database.pool.query('select 1 from status_list where build_at <= $1', [now()])).rows
    .length
  assert.ok(due >= openAtOnce)
  const runs = await Promise.all(Array.from({ length: due + 4 }, () => publishLists(database.context)))
  let done = runs.filter(Boolean).length
  while (await publishLists(database.context)) {
    done++
  }
  assert.equal(done, due)
})

test('a list that is over is forgotten with its places, and then there is none at its address', async () => {
  const [place] = await draw(3)
  const listId = place?.listId ?? ''
  moveClock(clockOffset_ms() + 40 * 86_400_000)
  while (await publishLists(database.context)) {
    continue
  }
  assert.equal(await publishedList(database.context, listId), null)
  for (const table of ['status_list', 'status_list_token', 'status_entry']) {
    // Every one is over by now, the half full one too.
    const { rows } = await database.pool.query(`select 1 from ${table} limit 1`)
    assert.equal(rows.length, 0, table)
  }
})

test('a list that there never was is none, whatever its name', async () => {
  for (const id of ['x', '', '../secrets', 'A'.repeat(16)]) {
    assert.equal(await publishedList(database.context, id), null)
  }
})
