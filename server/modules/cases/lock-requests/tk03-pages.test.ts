// A body's form is pictured where it is received, and whoever decides has the very pages before her: an
// account is locked for nobody's typed word alone.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { TestPerson } from '../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { idOfPage, pictureOfPaper } from '../../../../testing/paper-pages.ts'
import { tk03For } from '../../../../testing/tk03.ts'
import { newId } from '../../../kernel/id.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { decideLockRequest } from './decide-lock-request.ts'
import { openLockRequest, viewLockPages } from './look-at-lock-request.ts'
import { forwardTk03, receiveTk03 } from './receive-tk03.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-06', name: 'Công an xã Khác' }))
})
after(() => fixture.stop())

const form = await pictureOfPaper('PHIẾU TK03')
const document = await pictureOfPaper('VĂN BẢN')
const pages = [{ page: form }, { page: document }]
const seenPages = [idOfPage(form), idOfPage(document)]
const tk03Of = (person: TestPerson, changes: object = {}) =>
  tk03For(person, { caseId: newId(), pages, ...changes })
const attached = async (reference: string): Promise<number> =>
  (
    await fixture.pool.query(
      `select 1 from case_attachment join case_name on case_id = id where reference = $1`,
      [reference],
    )
  ).rows.length

test('whoever decides on a form sees its very pages, and grants nothing that she has not seen', async () => {
  const [bao, thu, { person, visitor }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const { reference } = await bao.do(receiveTk03, tk03Of(person))
  await bao.do(forwardTk03, { reference })
  assert.deepEqual(
    (await thu.do(openLockRequest, { reference })).pages,
    seenPages.map((id) => ({ id, isUnsigned: false })),
  )
  const shown = await thu.do(viewLockPages, { reference })
  assert.deepEqual(
    shown.pages.map(({ id }) => id),
    seenPages,
  )
  assert.ok(shown.pages.every(({ picture }) => picture.startsWith('data:image/jpeg;base64,')))
  const grant = { reference, verdict: 'grant', reason: 'đúng thẩm quyền' } as const
  for (const seen of [undefined, seenPages.slice(1)]) {
    const refused = await thu.refusal(decideLockRequest, { ...grant, seenPages: seen })
    assert.equal(refused.code, 'evidence.more-to-see')
  }
  const { items } = await visitor.do(viewAccessLog, {})
  assert.ok(items.some((one) => one.purpose === 'lock-request-opened' && one.fields.includes('documents')))
  assert.equal((await thu.do(decideLockRequest, { ...grant, seenPages })).state, 'granted')
  assert.equal(await attached(reference), 2)
})

test('a refusal needs no look, and then the pages are gone', async () => {
  const [bao, thu, { person }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const { reference } = await bao.do(receiveTk03, tk03Of(person))
  await bao.do(forwardTk03, { reference })
  await thu.do(decideLockRequest, { reference, verdict: 'refuse', reason: 'sai thẩm quyền' })
  assert.equal(await attached(reference), 0)
  assert.deepEqual(await thu.do(viewLockPages, { reference }), { pages: [] })
})

test('another office sees no page; without the line to a device they stand there as not signed', async () => {
  const [bao, elsewhere, { person }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture, { officeCode: 'KH-06' }),
    await settleCitizen(fixture),
  ]
  bao.hasDevices = false
  const { reference } = await bao.do(receiveTk03, tk03Of(person))
  const { pages: kept } = await bao.do(openLockRequest, { reference })
  assert.deepEqual(
    kept.map(({ isUnsigned }) => isUnsigned),
    [true, true],
  )
  assert.equal((await elsewhere.refusal(viewLockPages, { reference })).code, 'lock.no-such-request')
})

test('what is no picture of a paper, or too many, is not received, and neither is the id of another request', async () => {
  const [bao, { person }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const text = [{ page: Buffer.from('không phải ảnh').toString('base64') }]
  assert.equal(
    (await bao.refusal(receiveTk03, tk03Of(person, { pages: text }))).code,
    'evidence.page-unreadable',
  )
  const five = Array.from({ length: 5 }, () => ({ page: form }))
  assert.equal((await bao.refusal(receiveTk03, tk03Of(person, { pages: five }))).code, 'evidence.pages-full')
  const caseId = newId()
  await bao.do(receiveTk03, tk03Of(person, { caseId }))
  const { person: other } = await settleCitizen(fixture)
  assert.equal((await bao.refusal(receiveTk03, tk03Of(other, { caseId }))).code, 'lock.no-such-request')
})

test('nobody keeps the decoders of all counters busy with forms: not without the task, not with one number', async () => {
  const without = await settleOfficer(fixture, { tasks: ['representation.second'] })
  const bao = await settleOfficer(fixture)
  const { person } = await settleCitizen(fixture)
  const text = tk03Of(person, { pages: [{ page: Buffer.from('không phải ảnh').toString('base64') }] })
  const herself = await settleOfficer(fixture, { personNumber: person.personalNumber })
  assert.equal((await herself.refusal(receiveTk03, text)).code, 'lock.about-yourself')
  for (const [officer, code] of [
    [without, 'permit.refused'],
    [bao, 'evidence.page-unreadable'],
  ] as const) {
    for (let tries = 0; tries < 60; tries += 1) {
      assert.equal((await officer.refusal(receiveTk03, text)).code, code)
    }
    assert.equal((await officer.refusal(receiveTk03, text)).code, 'limit.reached')
  }
  const other = await settleOfficer(fixture)
  assert.ok((await other.do(receiveTk03, tk03Of(person))).reference)
})

test('of two forms that are sent at once under one id the later is refused', async () => {
  const bao = await settleOfficer(fixture)
  const [{ person }, { person: other }] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const { reference } = await bao.do(receiveTk03, tk03Of(other))
  const caseId = newId()
  const first = await fixture.pool.connect()
  try {
    await first.query('begin')
    await first.query(
      `insert into case_name (id, kind, reference, subject_id, office_id)
       select $2, kind, 'first ' || reference, subject_id, office_id from case_name where reference = $1`,
      [reference, caseId],
    )
    const later = bao.refusal(receiveTk03, tk03Of(person, { caseId }))
    await setTimeout(500)
    await first.query('commit')
    assert.equal((await later).code, 'lock.no-such-request')
  } finally {
    first.release()
  }
})
