// One search finds a case of every kind by its reference, for an officer of its task at its office, and for
// nobody else; what she mistyped is told apart from what is not there.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findableKind } from '../../../../contract/counter.ts'
import { openCardFor } from '../../../../testing/card-steps.ts'
import { findCase } from '../../../../testing/find-case.ts'
import {
  applyFor,
  newPerson,
  openFixture,
  settleCitizen,
  type Fixture,
  type TestPerson,
  type Visitor,
} from '../../../../testing/fixture.ts'
import { openCase } from '../../../../testing/level-2-steps.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { newId } from '../../../kernel/id.ts'
import { openVoucherCase } from '../../access/authentication/voucher/open-voucher-case.ts'
import { reportDiscrepancy } from '../../cases/discrepancies/own-discrepancies.ts'
import { endRepresentation } from '../../cases/representation/requests/end-representation.ts'
import { openRepresentation } from '../../cases/representation/requests/take-request.ts'
import { beginTie } from '../../cases/representation/tie.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import { receiveTk03 } from '../../cases/lock-requests/receive-tk03.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import type { Task } from '../../registry/organisations/mandate.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
})
after(() => fixture.stop())

type Kind = (typeof findableKind.options)[number]
interface Opened {
  readonly reference: string
  readonly caseId: string
}
const named = (reference: string): Opened => ({ reference, caseId: reference })

const inReview = async (): Promise<Opened> => {
  const person = newPerson()
  await fixture.register(person)
  const { submit } = await applyFor(fixture, fixture.visitor(), person, {
    declared: { fullName: 'Lê Khác Tên' },
  })
  return named(submit.reference)
}
const representation = async (officer: Visitor): Promise<Opened> => {
  const { person } = await settleCitizen(fixture)
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [person.personalNumber])
  const ward = newPerson({ birthDate: '1958' })
  await fixture.register(ward)
  return officer.do(openRepresentation, {
    caseId: newId(),
    personalNumber: ward.personalNumber,
    representativeNumber: person.personalNumber,
    kind: 'guardian',
  })
}
const representationEnd = async (officer: Visitor): Promise<Opened> => {
  const [{ person }, ward] = [await settleCitizen(fixture), newPerson({ birthDate: '1958' })]
  await fixture.register(ward)
  const { context } = fixture
  await context.transact(async (work) => {
    const [wardId, representativeId] = [
      await reserveSubject(work, context.tools, ward.personalNumber),
      await reserveSubject(work, context.tools, person.personalNumber),
    ]
    await beginTie(work, { wardId, representativeId, kind: 'guardian', ground: 'papers' })
  })
  return officer.do(endRepresentation, {
    personalNumber: ward.personalNumber,
    representativeNumber: person.personalNumber,
    paper: { kind: 'court-decision', number: '1/QĐ-TA', date: '2025-01-02', authority: 'Toà án' },
    note: 'Toà tuyên chấm dứt giám hộ',
  })
}
const lockRequest = async (officer: Visitor, { personalNumber }: TestPerson): Promise<Opened> => {
  const paper = { authority: 'Viện kiểm sát', documentNumber: '12/VKS', documentDate: '2025-11-20' }
  const asked = { kind: 'body-lock', reason: 'phục vụ điều tra', replyTo: 'vks@thu.example' } as const
  return named((await officer.do(receiveTk03, { personalNumber, ...paper, ...asked })).reference)
}

/** One case of each kind, and a task that leads to it. */
const openEach = async (officer: Visitor): Promise<Readonly<Record<Kind, Opened & { task: Task }>>> => {
  const { person, visitor } = await settleCitizen(fixture)
  const report = await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Thử' })
  const card = await openCardFor(officer, person, { kind: 'exchange', reason: 'holder-asks' })
  const { personalNumber } = person
  const voucher = await officer.do(openVoucherCase, { caseId: newId(), personalNumber })
  return {
    'level-1': { ...(await inReview()), task: 'enrolment.decide' },
    'level-2': { ...(await openCase(officer, person)), task: 'level-2.second' },
    card: { ...card, task: 'card.print' },
    voucher: { ...voucher, task: 'recovery.second' },
    discrepancy: { reference: report.reference, caseId: report.id, task: 'discrepancy.work' },
    representation: { ...(await representation(officer)), task: 'representation.second' },
    'representation-end': { ...(await representationEnd(officer)), task: 'representation.second' },
    'lock-request': { ...(await lockRequest(officer, person)), task: 'lock.decide' },
  }
}

test('each kind is found by its reference, by whoever has a task for it at its office, and by nobody else', async () => {
  const everywhere = await settleOfficer(fixture)
  const elsewhere = await settleOfficer(fixture, { officeCode: 'KH-02' })
  const cases = await openEach(everywhere)
  for (const kind of findableKind.options) {
    const { reference, caseId, task } = cases[kind]
    const expected = { isCode: true, found: { kind, reference, caseId } }
    const ofTheTask = await settleOfficer(fixture, { tasks: [task] })
    const ofOthers = await settleOfficer(fixture, { tasks: ['assist', 'hotline', 'person.search'] })
    assert.deepEqual(await everywhere.do(findCase, { reference }), expected, kind)
    assert.deepEqual(await ofTheTask.do(findCase, { reference }), expected, `${kind} ${task}`)
    for (const officer of [ofOthers, elsewhere]) {
      assert.deepEqual(await officer.do(findCase, { reference }), { isCode: true, found: null }, kind)
    }
  }
})

test('it is read as a person types it; what is mistyped is no reference, and only officers may ask', async () => {
  const bao = await settleOfficer(fixture)
  const { person, visitor } = await settleCitizen(fixture)
  const { reference } = await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Thử' })
  const typed = reference.toLowerCase().replace(/^sen-/, '').replaceAll('-', ' ')
  assert.equal((await bao.do(findCase, { reference: typed })).found?.reference, reference)
  const wrong = `${reference.slice(0, -1)}${reference.endsWith('7') ? '8' : '7'}`
  assert.deepEqual(await bao.do(findCase, { reference: wrong }), { isCode: false, found: null })
  assert.equal((await bao.do(findCase, { reference: person.personalNumber })).isCode, false)
  assert.ok((await visitor.refusal(findCase, { reference })).code)
  assert.ok((await fixture.visitor().refusal(findCase, { reference })).code)
})
