// A body has one name, which the operator wrote down: no officer makes another one of it by a capital, a
// space or a word of her own.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { tk03For } from '../../../../../testing/tk03.ts'
import { receiveTk03 } from '../../../cases/lock-requests/receive-tk03.ts'
import { withListedIssuer } from '../../../evidence/capture/paper.ts'
import { addBody, eachBody, endBody, listBodies, listedBody } from './competent-body.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const COURT = 'Toà án nhân dân khu vực 2'
const add = (name: string) => fixture.context.transact((work) => addBody(work, name))
const end = (name: string) => fixture.context.transact((work) => endBody(work, name))
const listed = (name: string) => listedBody(fixture.context.tools.read, name)

test('without a list names count as they are typed; with one only its own, as it writes them', async () => {
  assert.equal(await listed(' Toà án B'), ' Toà án B')
  await add(COURT)
  assert.equal(await listed('  TOÀ ÁN  nhân dân, khu vực 2'), COURT)
  assert.equal(await listed('Tòa án nhân dân khu vực 2'), COURT, 'the tone stands on the other letter')
  await assert.rejects(listed('Toà án B'), { code: 'evidence.body-unlisted' })
  await add('Toà án B')
  assert.equal(await end('toà án b'), true)
  assert.equal(await end('toà án b'), false)
  await assert.rejects(listed('Toà án B'), { code: 'evidence.body-unlisted' })
  const all: string[] = []
  for await (const name of eachBody(fixture.context.tools.read)) {
    all.push(name)
  }
  assert.deepEqual(all, [COURT])
  assert.equal(await end(COURT), true)
  await assert.rejects(listed(COURT), { code: 'evidence.body-unlisted' }, 'an empty list is a list')
})

test('decisions name a body of the list; a birth certificate may be of any place', async () => {
  await add(COURT)
  const { read } = fixture.context.tools
  const decision = { kind: 'court-decision', authority: 'toà án nhân dân khu vực 2' }
  assert.equal((await withListedIssuer(read, decision)).authority, COURT)
  const other = { ...decision, authority: 'Toà án nào đó' }
  await assert.rejects(withListedIssuer(read, other), { code: 'evidence.body-unlisted' })
  const certificate = { kind: 'birth-certificate', authority: 'UBND xã đã sáp nhập' }
  assert.deepEqual(await withListedIssuer(read, certificate), certificate)
})

test('form TK03 of a body that is not on the list is not received', async () => {
  await add(COURT)
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const unlisted = tk03For(person, { authority: 'Cơ quan tự đặt' })
  assert.equal((await bao.refusal(receiveTk03, unlisted)).code, 'evidence.body-unlisted')
  assert.ok((await bao.do(receiveTk03, tk03For(person, { authority: COURT.toUpperCase() }))).reference)
})

test('names are offered by what they hold, to officers at work and to nobody else', async () => {
  await add(COURT)
  const bao = await settleOfficer(fixture)
  assert.deepEqual((await bao.do(listBodies, { text: 'KHU VỰC' })).names, [COURT])
  for (const half of ['Toà á', 'Tòa án nhâ', 'toa an nhan d', 'toàn']) {
    const { names } = await bao.do(listBodies, { text: half })
    assert.deepEqual(names, half === 'toàn' ? [] : [COURT], half)
  }
  assert.deepEqual((await bao.do(listBodies, { text: '%' })).names, [COURT])
  assert.deepEqual((await bao.do(listBodies, { text: 'viện kiểm sát' })).names, [])
  assert.equal((await fixture.visitor().refusal(listBodies, { text: 'toà' })).code, 'session.required')
})
