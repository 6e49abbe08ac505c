// A household that becomes two, one that changes its head, and who is taken out of the register's address:
// none is without its head.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AT, BA_DINH, openResidents, VINH, type Residents } from '../../../../../testing/residents.ts'
import { membersOfHousehold } from './find-residence.ts'
import { removePermanent, type RemovalReason } from './remove-permanent.ts'
import { changeHead, splitHousehold } from './split-household.ts'
import type { Work } from '../../../../kernel/work.ts'

let residents: Residents
before(async () => {
  residents = await openResidents()
})
after(() => residents.stop())

const relationsIn = async (household: string) =>
  (await membersOfHousehold(residents.context.tools.read, household, AT)).members.map(
    ({ personalNumber, relation }) => [personalNumber, relation],
  )

test('a household becomes two at one address; somebody of age splits off, and somebody stays', async () => {
  const { context, family, member, residence, refusal, by } = residents
  const [head = '', son = '', wife = '', child = ''] = await family(
    'HN-7',
    'head',
    'relative',
    'child-in-law',
    'child',
  )
  const [stranger = ''] = await family('HN-8', 'head')
  const split = async (
    named: readonly (readonly [string, 'head' | 'spouse' | 'child' | 'parent'])[],
    staying?: { household: string; members: Awaited<ReturnType<typeof member>>[] },
  ) => {
    const leaving = await Promise.all(named.map(([number, relation]) => member(number, relation)))
    return context.transact((work) =>
      splitHousehold(work, context.tools, by(), { leaving, ...(staying ? { staying } : {}) }),
    )
  }
  assert.equal(await refusal(() => split([[child, 'head']])), 'residence.head-without-capacity')
  assert.equal(
    await refusal(() =>
      split([
        [son, 'head'],
        [stranger, 'parent'],
      ]),
    ),
    'residence.not-one-household',
  )
  assert.equal(
    await refusal(() =>
      split([
        [son, 'head'],
        [wife, 'spouse'],
        [child, 'child'],
        [head, 'parent'],
      ]),
    ),
    'residence.nobody-stays',
  )
  const { household, changed } = await split([
    [son, 'head'],
    [wife, 'spouse'],
  ])
  assert.deepEqual(changed, [son, wife])
  assert.deepEqual(await relationsIn(household ?? ''), [
    [son, 'head'],
    [wife, 'spouse'],
  ])
  assert.deepEqual(await relationsIn('HN-7'), [
    [head, 'head'],
    [child, 'child'],
  ])
  assert.deepEqual((await residence(son)).permanent, (await residence(head)).permanent)
  assert.equal(await refusal(() => split([[head, 'head']])), 'residence.new-head-needed')
  await split([[head, 'head']], { household: 'HN-7', members: [await member(child, 'head')] })
  assert.deepEqual(await relationsIn('HN-7'), [[child, 'head']])
})

test('another head is named with all members and their relation to her', async () => {
  const { context, family, member, refusal, by } = residents
  const [head = '', spouse = ''] = await family('HN-9', 'head', 'spouse')
  const name = (members: Awaited<ReturnType<typeof member>>[]) => (work: Work) =>
    changeHead(work, context.tools, by(), { household: 'HN-9', members })
  assert.equal(await refusal(name([await member(spouse, 'head')])), 'residence.members-differ')
  assert.equal(await refusal(name([])), 'residence.nobody-named')
  await context.transact(name([await member(spouse, 'head'), await member(head, 'spouse')]))
  assert.deepEqual(await relationsIn('HN-9'), [
    [spouse, 'head'],
    [head, 'spouse'],
  ])
})

test('permanent residence is removed for a reason of the law, and never against what the register says', async () => {
  const { context, family, bring, member, seen, residence, refusal, by } = residents
  const [head = '', spouse = '', child = ''] = await family('HN-10', 'head', 'spouse', 'child')
  const [away = '', dead = '', none = ''] = await bring(
    { permanent_address: 'a', permanent_unit: VINH, absence: 'đi học', absence_until: '2026-11-30' },
    {
      permanent_address: 'a',
      permanent_unit: VINH,
      life_status: 'dead',
      temporary_address: 'b',
      temporary_unit: BA_DINH,
    },
    {},
  )
  const remove = async (number: string, reason: RemovalReason, at = AT) => {
    const leaving = [await seen(number)]
    return context.transact((work) => removePermanent(work, context.tools, by(at), { leaving, reason }))
  }
  assert.equal(await refusal(() => remove(none, 'settled-abroad')), 'residence.no-permanent')
  assert.equal(await refusal(() => remove(away, 'died')), 'residence.still-living')
  assert.equal(await refusal(() => remove(away, 'absent-12-months')), 'residence.absence-known')
  await remove(away, 'absent-12-months', new Date('2026-11-30T17:00:00Z'))
  await remove(dead, 'died')
  const gone = await residence(dead)
  assert.deepEqual([gone.permanent, gone.temporary, gone.household], [null, null, null])
  assert.equal(await refusal(() => remove(head, 'settled-abroad')), 'residence.new-head-needed')
  const leaving = [await seen(head)]
  const staying = [
    { household: 'HN-10', members: [await member(spouse, 'head'), await member(child, 'child')] },
  ]
  await context.transact((work) =>
    removePermanent(work, context.tools, by(), { leaving, reason: 'settled-abroad', staying }),
  )
  assert.deepEqual(await relationsIn('HN-10'), [
    [spouse, 'head'],
    [child, 'child'],
  ])
})
