// What may happen between a question to a register and its answer, and what one entry costs the others.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { openAgencyProcesses, type AgencyProcesses } from '../../../../world/agencies/agency-processes.ts'
import { integrateDocument, reportDifference, syncDocument } from './integrate-document.ts'
import { lookForDocuments } from './look-for-documents.ts'
import { viewDocuments, viewDocumentTypes } from './view-documents.ts'

let fixture: Fixture
let agencies: AgencyProcesses
/** Somebody whom the world's agencies know. */
let visitor: Visitor
before(async () => {
  fixture = await openFixture()
  agencies = openAgencyProcesses(fixture.context)
  await agencies.start()
  for (const id of ['driving-licences', 'vehicle-registrations'] as const) {
    await agencies.tell(id, { is: 'fault', fault: 'none' })
  }
  visitor = (await settleCitizen(fixture, { personalNumber: '940191004826' })).visitor
})
after(async () => {
  await agencies.stop()
  await fixture.stop()
})

const look = async (): Promise<void> => {
  await lookForDocuments(fixture.context)
  await fixture.settle()
}
const oneOf = async (id: string) => {
  const found = (await visitor.do(viewDocuments)).documents.find((one) => one.id === id)
  return found ?? assert.fail()
}

test('what she reports while its register is being asked is told at the very next look, not a day later', async () => {
  const id = (
    await visitor.do(integrateDocument, {
      type: 'vehicle-registration',
      keys: { plate: '99B1-045.67', chassis_number: 'D4E5F6' },
    })
  ).id
  await look()
  await agencies.tell('vehicle-registrations', { is: 'fault', fault: 'slow' })
  await visitor.do(syncDocument, { id })
  const under = look()
  await delay(400)
  await visitor.do(reportDifference, { id })
  await under
  await agencies.tell('vehicle-registrations', { is: 'fault', fault: 'none' })
  await look()
  await agencies.tell('vehicle-registrations', { is: 'settle' })
  await visitor.do(syncDocument, { id })
  await look()
  assert.equal((await oneOf(id)).state, 'held')
})

test('an entry of hers that nobody can read is her register’s silence to her, and to nobody else', async () => {
  const id = (
    await visitor.do(integrateDocument, {
      type: 'driving-licence',
      keys: { licence_number: '994012345318' },
    })
  ).id
  await agencies.tell('driving-licences', {
    is: 'change',
    reference: 'GPLX-994012345318',
    values: { points: 10_000_000_000 },
  })
  for (let i = 0; i < 4; i++) {
    await visitor.do(syncDocument, { id })
    await look()
  }
  assert.ok((await oneOf(id)).silentSince)
  const { sources } = await visitor.do(viewDocumentTypes)
  assert.equal(sources.find((one) => one.id === 'driving-licences')?.silentSince, null)
  await agencies.reset()
  await visitor.do(syncDocument, { id })
  await look()
  assert.equal((await oneOf(id)).state, 'held', 'the line never rested')
})
