// Permanent residence: moving in, forming a household, leaving one; nobody is in two households, and none is
// without its head.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  AT,
  BA_DINH,
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

test('a family that moves has one address, one household and one head, in one step and with its history', async () => {
  const { context, family, member, residence, by } = residents
  const [head = '', spouse = '', child = ''] = await family('HN-1', 'head', 'spouse', 'child')
  const result = by()
  const movers = [await member(head, 'head'), await member(spouse, 'spouse'), await member(child, 'child')]
  const done = await context.transact((work) =>
    registerPermanent(work, context.tools, result, { movers, to: home, from: TODAY }),
  )
  assert.deepEqual([done.changed.length, done.isRepeated], [3, false])
  const household = done.household ?? assert.fail()
  for (const number of [head, spouse, child]) {
    const { permanent, household: now, version } = await residence(number)
    assert.deepEqual(permanent, { ...home, since: TODAY })
    assert.deepEqual([now?.number, now?.head?.personalNumber, version], [household, head, 2])
    const [earlier] = await personHistory(context.tools.read, context.tools, number)
    assert.equal(earlier?.source, `residence ${result.reference}`)
    assert.deepEqual(earlier?.before, {
      permanent_address: 'Số 1, phố Quán Thánh',
      permanent_unit: BA_DINH,
      permanent_since: null,
      household_number: 'HN-1',
    })
  }
  assert.deepEqual(await relationsIn('HN-1'), [])
  assert.deepEqual(await relationsIn(household), [
    [head, 'head'],
    [spouse, 'spouse'],
    [child, 'child'],
  ])
})

test('the same result applied twice changes nothing, and another under its code is refused', async () => {
  const { context, family, member, residence, refusal, by } = residents
  const [head = ''] = await family('HN-2', 'head')
  const result = by()
  const move = async (unit: string) => {
    const movers = [await member(head, 'head')]
    return context.transact((work) =>
      registerPermanent(work, context.tools, result, { movers, to: { ...home, unit }, from: TODAY }),
    )
  }
  const first = await move(HOAN_KIEM)
  const again = await move(HOAN_KIEM)
  assert.deepEqual(again, { ...first, isRepeated: true })
  assert.equal((await residence(head)).version, 2)
  assert.equal(await refusal(() => move(VINH)), 'residence.reference-used')
  assert.equal((await residence(head)).permanent?.unit, HOAN_KIEM)
})

test('who joins a household gets the place of its head, and the temporary residence there ends', async () => {
  const { context, family, bring, member, residence, refusal, by } = residents
  const [head = ''] = await family('HN-3', 'head')
  const [guest = ''] = await bring({
    temporary_address: 'số 1,  phố Quán Thánh',
    temporary_unit: BA_DINH,
    temporary_from: '2026-01-01',
    temporary_until: '2027-01-01',
    absence: 'đi làm',
  })
  const join = (relation: 'spouse' | 'head', household = 'HN-3') =>
    member(guest, relation).then((mover) =>
      context.transact((work) =>
        registerPermanent(work, context.tools, by(), { movers: [mover], to: { household }, from: TODAY }),
      ),
    )
  assert.equal(await refusal(() => join('head')), 'residence.one-head')
  assert.equal(await refusal(() => join('spouse', 'HN-none')), 'residence.no-such-household')
  await join('spouse')
  const { permanent, temporary, absence, household } = await residence(guest)
  assert.deepEqual(permanent, { address: 'Số 1, phố Quán Thánh', unit: BA_DINH, since: TODAY })
  assert.deepEqual([temporary, absence], [null, null])
  assert.deepEqual(household, {
    number: 'HN-3',
    relation: 'spouse',
    head: { personalNumber: head, fullName: 'Trần Thị Sen' },
  })
  assert.equal(await refusal(() => join('spouse')), 'residence.already-there')
})

test('a household that its head leaves has a new one in the same step, named with everybody who stays', async () => {
  const { context, family, member, refusal, by } = residents
  const [head = '', spouse = '', child = ''] = await family('HN-4', 'head', 'spouse', 'child')
  const leave = async (members: readonly (readonly [string, 'head' | 'child' | 'spouse'])[] | null) => {
    const movers = [await member(head, 'head')]
    const named = await Promise.all((members ?? []).map(([number, relation]) => member(number, relation)))
    const staying = members === null ? [] : [{ household: 'HN-4', members: named }]
    return context.transact((work) =>
      registerPermanent(work, context.tools, by(), { movers, to: home, from: TODAY, staying }),
    )
  }
  assert.equal(await refusal(() => leave(null)), 'residence.new-head-needed')
  assert.equal(await refusal(() => leave([[spouse, 'head']])), 'residence.members-differ')
  const both = (one: 'head' | 'spouse', other: 'head' | 'child') =>
    [
      [spouse, one],
      [child, other],
    ] as const
  assert.equal(await refusal(() => leave(both('head', 'head'))), 'residence.one-head')
  assert.equal(await refusal(() => leave(both('spouse', 'child'))), 'residence.one-head')
  assert.equal(await refusal(() => leave(both('spouse', 'head'))), 'residence.head-without-capacity')
  await leave(both('head', 'child'))
  assert.deepEqual(await relationsIn('HN-4'), [
    [spouse, 'head'],
    [child, 'child'],
  ])
})

test('a household that keeps its head is given no other, and one that nobody leaves is not named', async () => {
  const { context, family, member, refusal, by } = residents
  const [head = '', spouse = ''] = await family('HN-5', 'head', 'spouse')
  const [other = ''] = await family('HN-6', 'head')
  const movers = [await member(spouse, 'head')]
  const refused = (household: string, members: Awaited<ReturnType<typeof member>>[]) =>
    refusal((work) =>
      registerPermanent(work, context.tools, by(), {
        movers,
        to: home,
        from: TODAY,
        staying: [{ household, members }],
      }),
    )
  assert.equal(await refused('HN-5', [await member(head, 'head')]), 'residence.head-stays')
  assert.equal(await refused('HN-6', [await member(other, 'head')]), 'residence.members-differ')
})

test('what is refused changes nobody: versions, days to come, places that are none, too many people', async () => {
  const { context, bring, member, residence, refusal, by } = residents
  const [one = '', dead = ''] = await bring({}, { life_status: 'dead' })
  const first = await member(one, 'head')
  const ask = (changes: object, result = by()) =>
    refusal((work) =>
      registerPermanent(work, context.tools, result, { movers: [first], to: home, from: TODAY, ...changes }),
    )
  const nobody = { ...first, personalNumber: '940185999999' }
  assert.equal(await ask({ movers: [{ ...first, version: 7 }] }), 'residence.register-moved')
  assert.equal(await ask({ movers: [nobody] }), 'residence.no-such-person')
  assert.equal(await ask({ movers: [] }), 'residence.nobody-named')
  assert.equal(await ask({ movers: [first, first] }), 'residence.named-twice')
  assert.equal(await ask({ movers: Array.from({ length: 9 }, () => first) }), 'residence.too-many-together')
  assert.equal(await ask({ movers: [await member(dead, 'head')] }), 'residence.not-living')
  assert.equal(await ask({ from: '2026-12-01' }), 'residence.day-not-come')
  assert.equal(await ask({ from: '2026-02-30' }), 'residence.bad-day')
  assert.equal(await ask({ to: { ...home, unit: '99999' } }), 'residence.no-such-unit')
  assert.equal(await ask({ to: { ...home, unit: '01' } }), 'residence.no-such-unit')
  assert.equal(await ask({ to: { ...home, unit: "1' or '1'='1" } }), 'residence.no-such-unit')
  assert.equal(await ask({ to: { ...home, address: 'Số 1\nphố Huế' } }), 'residence.bad-place')
  assert.equal(await ask({ to: { ...home, address: '  ' } }), 'residence.bad-place')
  assert.equal(await ask({ to: { ...home, address: 'x'.repeat(301) } }), 'residence.bad-place')
  assert.equal(await ask({}, { reference: 'a b', at: AT }), 'residence.bad-reference')
  const { permanent, version } = await residence(one)
  assert.deepEqual([permanent, version], [null, 1])
})

test('a province is a place to register only where its communes have not been brought in', async () => {
  const { context, bring, member, residence, by } = residents
  const [one = ''] = await bring({})
  const movers = [await member(one, 'head')]
  await context.transact((work) =>
    registerPermanent(work, context.tools, by(), { movers, to: { ...home, unit: '48' }, from: TODAY }),
  )
  assert.equal((await residence(one)).permanent?.unit, '48')
})

test('a household of minors alone may have one of them as its head', async () => {
  const { context, bring, member, by } = residents
  const [elder = '', younger = ''] = await bring({ birth_date: '2010-01-01' }, { birth_date: '2012-01-01' })
  const movers = [await member(elder, 'head'), await member(younger, 'sibling')]
  const { household } = await context.transact((work) =>
    registerPermanent(work, context.tools, by(), { movers, to: home, from: TODAY }),
  )
  assert.deepEqual(await relationsIn(household ?? ''), [
    [elder, 'head'],
    [younger, 'sibling'],
  ])
})

test('the head turns eighteen on the birthday and not a day before; whom another represents is none', async () => {
  const { context, bring, member, refusal, by } = residents
  const [grown = '', young = '', ward = ''] = await bring(
    {},
    { birth_date: '2008-12-01' },
    { birth_date: '1980', representative_number: '940185000001' },
  )
  const form = async (head: string, at: Date) => {
    const movers = [await member(head, 'head'), await member(grown, 'relative')]
    return (work: Parameters<Parameters<typeof context.transact>[0]>[0]) =>
      registerPermanent(work, context.tools, by(at), { movers, to: home, from: TODAY })
  }
  assert.equal(await refusal(await form(young, AT)), 'residence.head-without-capacity')
  assert.equal(await refusal(await form(ward, AT)), 'residence.head-without-capacity')
  await context.transact(await form(young, new Date('2026-11-30T17:00:00Z')))
})
