// One search finds a case of every kind by its reference, for an officer of its task at its office, and for
// nobody else; what she mistyped is told apart from what is not there. How a case of each kind is opened
// stands in testing/found/.
import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { findableKind } from '../../../../contract/counter.ts'
import { findCase } from '../../../../testing/find-case.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { FoundCase } from '../../../../testing/found/found-case.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { allModules } from '../../all.ts'
import { reportDiscrepancy } from '../../cases/discrepancies/own-discrepancies.ts'
import { addOffice } from '../../registry/organisations/add-officer.ts'
import { isTask } from '../../registry/organisations/mandate.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
})
after(() => fixture.stop())

const FOLDER = join(import.meta.dirname, '../../../../testing/found')

const foundCases = async (): Promise<readonly FoundCase[]> => {
  const cases: FoundCase[] = []
  for (const file of (await readdir(FOLDER)).filter((name) => name !== 'found-case.ts').toSorted()) {
    const { found }: { readonly found: FoundCase } = await import(pathToFileURL(join(FOLDER, file)).href)
    assert.equal(file, `${found.kind}.ts`)
    cases.push(found)
  }
  return cases
}

test('each kind is found by its reference, by whoever has a task for it at its office, and by nobody else', async () => {
  const everywhere = await settleOfficer(fixture)
  const elsewhere = await settleOfficer(fixture, { officeCode: 'KH-02' })
  const ofOthers = await settleOfficer(fixture, { tasks: ['assist', 'hotline', 'person.search'] })
  const cases = await foundCases()
  // A kind without a file in testing/found/ is one that nobody has tried to find.
  assert.deepEqual(cases.map(({ kind }) => kind).toSorted(), findableKind.options.toSorted())
  const declared = allModules.flatMap((module) => module.cases)
  for (const { kind, task, open } of cases) {
    const { reference, caseId } = await open(fixture, everywhere)
    const expected = { isCode: true, found: { kind, reference, caseId } }
    assert.deepEqual(await everywhere.do(findCase, { reference }), expected, kind)
    const tasks = declared.find((one) => one.kind === kind)?.tasks ?? []
    assert.ok(tasks.includes(task), `${task} leads to ${kind}`)
    for (const one of tasks) {
      assert.ok(isTask(one))
      const ofTheTask = await settleOfficer(fixture, { tasks: [one] })
      assert.deepEqual(await ofTheTask.do(findCase, { reference }), expected, `${kind} ${one}`)
    }
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
