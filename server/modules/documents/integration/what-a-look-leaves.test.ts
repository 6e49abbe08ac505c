// What a look at a register leaves behind: a line and a letter once each, and nothing that nobody asked for.
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { openAgency, type Agency } from '../../../../world/agencies/agency.ts'
import type { AgencyRecord } from '../../../../world/agencies/agency-records.ts'
import { addSource } from '../sources/known-sources.ts'
import { integrateDocument, removeDocument, reportDifference, syncDocument } from './integrate-document.ts'
import { lookForDocuments } from './look-for-documents.ts'
import { viewDocuments } from './view-documents.ts'

type Citizen = Awaited<ReturnType<typeof settleCitizen>>
const KEY = 'a key that the agency gave out'

let fixture: Fixture
let agency: Agency
before(async () => {
  fixture = await openFixture()
  agency = openAgency([], KEY)
  await new Promise<void>((resolve) => agency.server.listen(0, '127.0.0.1', resolve))
  await connect({})
})
after(async () => {
  agency.server.closeAllConnections()
  await new Promise((resolve) => agency.server.close(resolve))
  await fixture.stop()
})

const connect = ({ mostPerMinute = 6000, door = '' }): Promise<unknown> => {
  const { port } = agency.server.address() as AddressInfo
  const definition = {
    id: 'driving-licences',
    name: { vi: 'Sổ giấy phép lái xe', en: 'Licence register' },
    url: `http://127.0.0.1:${port}${door}`,
    timeout_ms: 5000,
    mostPerMinute,
  }
  const { transact, tools } = fixture.context
  return transact((work) => addSource(work, tools, definition, KEY))
}

let serial = 0
/** In the agency's hands under its number, which she would type. */
const licenceOf = ({ person }: Citizen, changes: Partial<AgencyRecord['holder']> = {}): AgencyRecord => {
  const number = `9940${String(++serial).padStart(8, '0')}`
  const record: AgencyRecord = {
    type: 'driving-licence',
    keys: { licence_number: number },
    reference: `GPLX-${number}`,
    version: 1,
    standing: 'valid',
    standing_since: null,
    holder: {
      personal_number: person.personalNumber,
      old_number: null,
      full_name: person.fullName,
      birth_date: person.birthDate,
      ...changes,
    },
    values: {
      licence_number: number,
      classes: ['A1'],
      issued_on: '2016-12-17',
      issuer: 'Cơ quan cấp phép',
      points: 12,
    },
  }
  agency.records.push(record)
  return record
}
const licence = (licence_number: string) => ({ type: 'driving-licence', keys: { licence_number } })
const ask = (visitor: Visitor, { keys }: AgencyRecord): Promise<{ id: string }> =>
  visitor.do(integrateDocument, licence(keys['licence_number'] ?? ''))
const look = async (): Promise<void> => {
  await lookForDocuments(fixture.context)
  await fixture.settle()
}
const lookAgain = async ({ visitor }: Citizen, id: string): Promise<void> => {
  await visitor.do(syncDocument, { id })
  await look()
}
const only = async ({ visitor }: Citizen) => {
  const { documents } = await visitor.do(viewDocuments)
  assert.equal(documents.length, 1)
  return documents[0] ?? assert.fail()
}
const linesOf = async ({ person }: Citizen, purpose: string): Promise<number> => {
  const { rows } = await fixture.pool.query(
    `select 1 from audit_line l join account a using (subject_id)
     where a.personal_number = $1 and l.purpose = $2`,
    [person.personalNumber, purpose],
  )
  return rows.length
}

test('two workers at once ask for a document once', async () => {
  const citizen = await settleCitizen(fixture)
  await ask(citizen.visitor, licenceOf(citizen))
  await Promise.all([look(), look(), look()])
  assert.equal((await only(citizen)).state, 'held')
  assert.equal(await linesOf(citizen, 'document-received'), 1)
})

test('a register that finds none has one line in her log, however often it is asked', async () => {
  const citizen = await settleCitizen(fixture)
  const { id } = await citizen.visitor.do(integrateDocument, licence('994099999999'))
  await look()
  await lookAgain(citizen, id)
  assert.equal((await only(citizen)).state, 'missing')
  assert.equal(await linesOf(citizen, 'document-not-found'), 1)
})

test('an answer that says nothing of this kind changes nothing, leaves no line, and counts as silence', async () => {
  const citizen = await settleCitizen(fixture)
  const record = licenceOf(citizen)
  const { id } = await ask(citizen.visitor, record)
  await look()
  const { licence_number: _, ...rest } = record.values
  record.values = rest
  record.standing = 'revoked'
  await lookAgain(citizen, id)
  const one = await only(citizen)
  assert.deepEqual([one.state, one.standing, one.values?.['points']], ['held', 'valid', 12])
  assert.ok(one.silentSince)
  assert.equal(await linesOf(citizen, 'document-received'), 1)
})

test('where we may ask no more just now she waits some seconds, and the register is not called silent', async () => {
  const citizen = await settleCitizen(fixture)
  const { id } = await ask(citizen.visitor, licenceOf(citizen))
  // An address of its own has a count of its own.
  await connect({ mostPerMinute: 1, door: '/' })
  await look()
  const first = await only(citizen)
  // Twice: a new minute may begin between the first and the second.
  await lookAgain(citizen, id)
  const before = Date.now()
  await lookAgain(citizen, id)
  const one = await only(citizen)
  await connect({})
  assert.deepEqual([first.state, one.state, one.silentSince], ['held', 'held', null])
  const waits_s = (Date.parse(one.nextLookAt ?? '') - before) / 1000
  assert.ok(waits_s > 3 && waits_s < 30, String(waits_s))
})

test('what she took off while its register was being asked stays off, and nobody stumbles', async () => {
  const citizen = await settleCitizen(fixture)
  const { id } = await ask(citizen.visitor, licenceOf(citizen))
  agency.fault = 'slow'
  const under = lookForDocuments(fixture.context)
  await new Promise((resolve) => setTimeout(resolve, 400))
  await citizen.visitor.do(removeDocument, { id })
  assert.equal(await under, true)
  agency.fault = 'none'
  await fixture.settle()
  assert.deepEqual((await citizen.visitor.do(viewDocuments)).documents, [])
  assert.equal(await linesOf(citizen, 'document-received'), 0)
})

test('what she reports is told to the register once it takes it, and not again at each look', async () => {
  const citizen = await settleCitizen(fixture)
  const record = licenceOf(citizen, { full_name: 'Nguyễn T. Hạnh' })
  const { id } = await ask(citizen.visitor, record)
  await look()
  const { reference } = await only(citizen)
  await citizen.visitor.do(reportDifference, { id })
  await look()
  assert.deepEqual(agency.corrections.get(reference), {
    reference,
    record: record.reference,
    field: 'full_name',
    register_says: 'Nguyễn Thị Hạnh',
  })
  agency.corrections.clear()
  await lookAgain(citizen, id)
  assert.equal(agency.corrections.size, 0)
})

test('of one kind she has so many, and whoever tries numbers one after another is stopped', async () => {
  const { visitor } = await settleCitizen(fixture)
  const number = (i: number) => licence(`9941${String(i).padStart(8, '0')}`)
  const ids: string[] = []
  for (let i = 0; i < 20; i++) {
    ids.push((await visitor.do(integrateDocument, number(i))).id)
  }
  assert.equal((await visitor.refusal(integrateDocument, number(20))).code, 'documents.too-many')
  for (const id of ids) {
    await visitor.do(removeDocument, { id })
  }
  const codes: string[] = []
  for (let i = 21; i <= 41 && !codes.includes('limit.reached'); i++) {
    const { id } = await visitor.do(integrateDocument, number(i)).catch((error: { code: string }) => {
      codes.push(error.code)
      return { id: null }
    })
    await (id === null ? null : visitor.do(removeDocument, { id }))
  }
  assert.deepEqual(codes, ['limit.reached'])
})

test('an empty wallet that is looked at leaves no line; one with something in it does', async () => {
  const citizen = await settleCitizen(fixture)
  await citizen.visitor.do(viewDocuments)
  assert.equal(await linesOf(citizen, 'documents-viewed'), 0)
  await ask(citizen.visitor, licenceOf(citizen))
  await citizen.visitor.do(viewDocuments)
  assert.equal(await linesOf(citizen, 'documents-viewed'), 1)
})
