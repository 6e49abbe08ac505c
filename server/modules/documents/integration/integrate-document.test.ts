// Documents of other registers, asked for at real agencies: processes of their own, with their own faults.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ViewDocuments } from '../../../../contract/documents.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { openAgencyProcesses, type AgencyProcesses } from '../../../../world/agencies/agency-processes.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { openApp } from '../../access/authentication/sessions/open-app.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { closeSource, openSources } from '../sources/known-sources.ts'
import { integrateDocument, removeDocument, reportDifference, syncDocument } from './integrate-document.ts'
import { lookForDocuments } from './look-for-documents.ts'
import { viewDocuments, viewDocumentState, viewDocumentTypes } from './view-documents.ts'

type Own = OutputOf<typeof ViewDocuments>['documents'][number]

/** Each question to a register that hangs waits so long. */
const TIMEOUT_MS = 3000

let fixture: Fixture
let agencies: AgencyProcesses
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  agencies = openAgencyProcesses(fixture.context, { timeout_ms: TIMEOUT_MS })
  await agencies.start()
  // A process begins when it is first told something, and its beginning is no answer's time.
  for (const id of ['driving-licences', 'vehicle-registrations', 'health-insurance'] as const) {
    await agencies.tell(id, { is: 'fault', fault: 'none' })
  }
})
afterEach(async () => {
  moveClock(clockAtFirst)
  await agencies.reset()
})
after(async () => {
  await agencies.stop()
  await fixture.stop()
})

/** Somebody whom the world's agencies know; one database holds her once. */
const NUMBER = '940191004826'
let settled: Promise<Awaited<ReturnType<typeof settleCitizen>>> | null = null
/** Whenever it is by now, her app is open. */
const asHanh = async (): Promise<Visitor> => {
  const { visitor, device } = await (settled ??= settleCitizen(fixture, { personalNumber: NUMBER }))
  await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
  return visitor
}
const lettersToHer = async (text: RegExp) => {
  const { person } = await (settled ?? assert.fail())
  return fixture.letters(person.phone, text)
}

const ahead = async (by_s: number): Promise<void> => {
  moveClock(clockOffset_ms() + by_s * 1000)
  await asHanh()
}
const look = async (): Promise<void> => {
  await lookForDocuments(fixture.context)
  await fixture.settle()
}
const documentsOf = async (visitor: Visitor): Promise<Own[]> => (await visitor.do(viewDocuments)).documents
const oneOf = async (visitor: Visitor, id: string): Promise<Own> => {
  const found = (await documentsOf(visitor)).find((one) => one.id === id)
  assert.ok(found)
  return found
}
const LICENCE = { type: 'driving-licence', keys: { licence_number: '994 012 345 318' } }
const fresh = async (
  visitor: Visitor,
  asked: { type: string; keys: Record<string, string> },
): Promise<string> => {
  for (const { id } of await documentsOf(visitor)) {
    await visitor.do(removeDocument, { id })
  }
  return (await visitor.do(integrateDocument, asked)).id
}

test('her licence comes from its register with all that the kind says, and she is told; the log says who asked', async () => {
  const visitor = await asHanh()
  const id = await fresh(visitor, LICENCE)
  assert.deepEqual((await oneOf(visitor, id)).state, 'looking')
  const lines = async () =>
    (await visitor.do(viewAccessLog, {})).items.filter(({ purpose }) => purpose === 'documents-viewed').length
  const before = await lines()
  assert.deepEqual(await visitor.do(viewDocumentState, { id }), { state: 'looking', isSilent: false })
  await look()
  assert.deepEqual(await visitor.do(viewDocumentState, { id }), { state: 'held', isSilent: false })
  assert.equal(await lines(), before, 'to wait for it leaves no line: nothing of it is read')
  const licence = await oneOf(visitor, id)
  assert.deepEqual(
    [licence.state, licence.standing, licence.keys, licence.values?.['classes'], licence.values?.['points']],
    ['held', 'valid', { licence_number: '994012345318' }, ['A1', 'B'], 10],
  )
  assert.deepEqual([licence.silentSince, licence.dueAt, licence.difference], [null, null, null])
  await lettersToHer(/Giấy phép lái xe đã có trong ví/)
  const purposes = (await visitor.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
  for (const purpose of ['document-asked-for', 'document-received', 'documents-viewed']) {
    assert.ok(purposes.includes(purpose), purpose)
  }
})

test('the same document is there once, and not more than the kind allows', async () => {
  const visitor = await asHanh()
  await fresh(visitor, LICENCE)
  assert.equal(
    (await visitor.refusal(integrateDocument, { ...LICENCE, keys: { licence_number: '994012345318' } })).code,
    'documents.there-already',
  )
  const wrong = await visitor.refusal(integrateDocument, { ...LICENCE, keys: { licence_number: '12' } })
  assert.equal(wrong.code, 'documents.key-wrong')
  assert.equal(
    (await visitor.refusal(integrateDocument, { type: 'no-such', keys: {} })).code,
    'documents.no-such-type',
  )
})

test('nobody learns from it whether a licence of somebody else exists', async () => {
  const visitor = await asHanh()
  const others = await fresh(visitor, { ...LICENCE, keys: { licence_number: '994085001193' } })
  const nobodys = (
    await visitor.do(integrateDocument, { ...LICENCE, keys: { licence_number: '994085001199' } })
  ).id
  await look()
  const said = ({ state, standing, values, difference, reportedAt }: Own) => ({
    state,
    standing,
    values,
    difference,
    reportedAt,
  })
  const [a, b] = [await oneOf(visitor, others), await oneOf(visitor, nobodys)]
  assert.deepEqual(said(a), said(b))
  assert.equal(a.state, 'missing')
  assert.ok(a.dueAt)
})

test('a register that hangs holds up neither the app nor the other registers; what came before is shown, with since when', async () => {
  const visitor = await asHanh()
  const id = await fresh(visitor, LICENCE)
  await look()
  await agencies.tell('driving-licences', { is: 'fault', fault: 'hangs' })
  await ahead(25 * 3600)
  const insured = (
    await visitor.do(integrateDocument, {
      type: 'health-insurance',
      keys: { card_number: 'DN4 40 9401234567' },
    })
  ).id
  const began = performance.now()
  await look()
  assert.ok(performance.now() - began < 4 * TIMEOUT_MS, 'the question has an end')
  const licence = await oneOf(visitor, id)
  assert.deepEqual([licence.state, licence.standing, licence.values?.['points']], ['held', 'valid', 10])
  assert.ok(licence.silentSince && licence.syncedAt && licence.syncedAt < licence.silentSince)
  assert.equal((await oneOf(visitor, insured)).state, 'held')
  const sources = (await visitor.do(viewDocumentTypes)).sources
  const silentSince = (name: string) => sources.find((one) => one.id === name)?.silentSince
  assert.ok(silentSince('driving-licences'))
  assert.equal(silentSince('health-insurance'), null)
  await agencies.tell('driving-licences', { is: 'fault', fault: 'none' })
  await ahead(3600)
  await look()
  assert.equal((await oneOf(visitor, id)).silentSince, null)
  assert.equal(
    (await openSources(fixture.context.tools.read)).every((one) => one.silentSince === null),
    true,
  )
})

test('a register that answers with a fault, a page or nonsense is silent, not empty', async () => {
  const visitor = await asHanh()
  const id = await fresh(visitor, LICENCE)
  for (const fault of ['fault', 'garbage'] as const) {
    await agencies.tell('driving-licences', { is: 'fault', fault })
    await look()
    const one = await oneOf(visitor, id)
    assert.equal(one.state, 'looking', fault)
    assert.ok(one.silentSince)
    await ahead(60)
  }
  await agencies.tell('driving-licences', { is: 'fault', fault: 'none' })
  await ahead(600)
  await look()
  assert.equal((await oneOf(visitor, id)).state, 'held')
})

test('a name written otherwise is shown to her; she says which is right, the agency corrects it, and the system finds it', async () => {
  const visitor = await asHanh()
  const id = await fresh(visitor, {
    type: 'vehicle-registration',
    keys: { plate: '99B1-045.67', chassis_number: 'D4E5F6' },
  })
  await look()
  const differs = await oneOf(visitor, id)
  assert.deepEqual(
    [differs.state, differs.values, differs.difference],
    ['differs', null, { field: 'fullName', sourceSays: 'Nguyễn T. Hạnh', registerSays: 'Nguyễn Thị Hạnh' }],
  )
  await lettersToHer(/Đăng ký xe ghi khác căn cước/)
  await agencies.tell('vehicle-registrations', { is: 'fault', fault: 'hangs' })
  assert.ok((await visitor.do(reportDifference, { id })).dueAt)
  assert.equal((await visitor.refusal(reportDifference, { id })).code, 'documents.no-difference')
  await look()
  await agencies.tell('vehicle-registrations', { is: 'fault', fault: 'none' })
  await ahead(120)
  await look()
  assert.equal((await oneOf(visitor, id)).state, 'differs')
  await agencies.tell('vehicle-registrations', { is: 'settle' })
  await ahead(3600)
  await look()
  const held = await oneOf(visitor, id)
  assert.deepEqual([held.state, held.values?.['plate'], held.difference], ['held', '99B104567', null])
})

test('what its register revokes is seen at the next look, and told; she cannot be told twice of the same', async () => {
  const visitor = await asHanh()
  const id = await fresh(visitor, LICENCE)
  await look()
  await agencies.tell('driving-licences', {
    is: 'change',
    reference: 'GPLX-994012345318',
    standing: 'revoked',
    values: { points: 0 },
  })
  await visitor.do(syncDocument, { id })
  await look()
  const licence = await oneOf(visitor, id)
  assert.deepEqual([licence.standing, licence.values?.['points']], ['revoked', 0])
  const told = (await lettersToHer(/đã bị thu hồi/)).length
  await visitor.do(syncDocument, { id })
  await look()
  assert.equal((await lettersToHer(/đã bị thu hồi/)).length, told)
})

test('a document is whoever’s it is: another person has no door to it', async () => {
  const visitor = await asHanh()
  const id = await fresh(visitor, LICENCE)
  const { visitor: other } = await settleCitizen(fixture)
  const codes = [
    await other.refusal(syncDocument, { id }),
    await other.refusal(reportDifference, { id }),
    await other.refusal(removeDocument, { id }),
    await other.refusal(viewDocumentState, { id }),
  ].map(({ code }) => code)
  assert.deepEqual(new Set(codes), new Set(['documents.no-such-document']))
  assert.deepEqual(await documentsOf(other), [])
  assert.equal((await fixture.visitor().refusal(viewDocuments)).code, 'session.required')
})

test('where this Sen has no line to the register, nothing is taken, and what was received stays', async () => {
  const visitor = await asHanh()
  const id = await fresh(visitor, LICENCE)
  await look()
  await fixture.context.transact((work) => closeSource(work, 'driving-licences'))
  assert.equal(
    (await visitor.refusal(integrateDocument, { ...LICENCE, keys: { licence_number: '123456789012' } })).code,
    'documents.not-connected',
  )
  await ahead(25 * 3600)
  await look()
  const one = await oneOf(visitor, id)
  assert.deepEqual([one.state, one.standing], ['held', 'valid'])
  assert.ok(one.silentSince)
})
