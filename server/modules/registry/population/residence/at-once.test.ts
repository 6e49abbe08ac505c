// Changes of residence that come at the same moment, twice, or break off in the middle.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  AT,
  HOAN_KIEM,
  openResidents,
  TODAY,
  VINH,
  type Residents,
} from '../../../../../testing/residents.ts'
import { personHistory } from '../person-history.ts'
import { membersOfHousehold } from './find-residence.ts'
import { registerPermanent } from './register-permanent.ts'

let residents: Residents
before(async () => {
  residents = await openResidents()
})
after(() => residents.stop())

const home = { address: 'Số 7, phố Tràng Tiền', unit: HOAN_KIEM }
const relationsIn = async (household: string) =>
  (await membersOfHousehold(residents.context.tools.read, household, AT)).members.map(
    ({ personalNumber, relation }) => [personalNumber, relation],
  )

test('two moves of one person at once: one stands, and the other is told that the register has changed', async () => {
  const { context, family, member, residence, by } = residents
  const [head = ''] = await family('HN-11', 'head')
  const movers = [await member(head, 'head')]
  const ends = await Promise.allSettled(
    [HOAN_KIEM, VINH].map((unit) =>
      context.transact((work) =>
        registerPermanent(work, context.tools, by(), { movers, to: { ...home, unit }, from: TODAY }),
      ),
    ),
  )
  const [lost] = ends.flatMap((end) =>
    end.status === 'rejected' ? [(end.reason as { code: string }).code] : [],
  )
  assert.equal(lost, 'residence.register-moved')
  assert.equal((await residence(head)).version, 2)
})

test('one result sent twice at once is carried out once', async () => {
  const { context, family, member, residence, by } = residents
  const [head = ''] = await family('HN-12', 'head')
  const movers = [await member(head, 'head')]
  const result = by()
  const ends = await Promise.all(
    [1, 2, 3].map(() =>
      context.transact((work) =>
        registerPermanent(work, context.tools, result, { movers, to: home, from: TODAY }),
      ),
    ),
  )
  assert.deepEqual(ends.map(({ isRepeated }) => isRepeated).sort(), [false, true, true])
  assert.equal(new Set(ends.map(({ household }) => household)).size, 1)
  assert.equal((await residence(head)).version, 2)
})

test('somebody who joins while the head leaves is never left in a household without one', async () => {
  const { context, family, bring, member, by } = residents
  for (let round = 0; round < 8; round++) {
    const household = `HN-13-${round}`
    const [head = ''] = await family(household, 'head')
    const [guest = ''] = await bring({})
    const leaver = [await member(head, 'head')]
    const joiner = [await member(guest, 'relative')]
    await Promise.allSettled([
      context.transact((work) =>
        registerPermanent(work, context.tools, by(), { movers: leaver, to: home, from: TODAY }),
      ),
      context.transact((work) =>
        registerPermanent(work, context.tools, by(), { movers: joiner, to: { household }, from: TODAY }),
      ),
    ])
    const left = await relationsIn(household)
    assert.ok(left.length === 0 || left.some(([, relation]) => relation === 'head'), JSON.stringify(left))
  }
})

test('a transaction that is broken off after the deed leaves no change, no history and no mark of the result', async () => {
  const { context, pool, family, member, residence, by } = residents
  const [head = ''] = await family('HN-14', 'head')
  const movers = [await member(head, 'head')]
  const result = by()
  const broken = context.transact(async (work) => {
    await registerPermanent(work, context.tools, result, { movers, to: home, from: TODAY })
    throw new Error('broken off')
  })
  await assert.rejects(broken, /broken off/)
  const killed = context.transact(async (work) => {
    await registerPermanent(work, context.tools, result, { movers, to: home, from: TODAY })
    await work.run('select pg_terminate_backend(pg_backend_pid())')
  })
  await assert.rejects(killed)
  assert.equal((await residence(head)).version, 1)
  const { rows } = await pool.query('select 1 from residence_deed where reference = $1', [result.reference])
  const told = await pool.query("select 1 from outbox where data ->> 'reference' = $1", [result.reference])
  assert.deepEqual([rows.length, told.rows.length], [0, 0])
  assert.deepEqual(await personHistory(context.tools.read, context.tools, head), [])
  await context.transact((work) =>
    registerPermanent(work, context.tools, result, { movers, to: home, from: TODAY }),
  )
  assert.equal((await residence(head)).version, 2)
})
