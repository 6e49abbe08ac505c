// What a case of differing data has from the one case: opened once however many do it at a time, counted to
// the last one, told late once; and cases of an older Sen go on.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { newId } from '../../../kernel/id.ts'
import { viewOverview } from '../../../../testing/overview.ts'
import { CENTRAL_OFFICE } from '../../registry/organisations/mandate.ts'
import { tellLateCases } from '../casework/late-cases.ts'
import { discrepancyKind } from './discrepancy-case.ts'
import { openDiscrepancy } from './open-discrepancy.ts'
import { reportDiscrepancy, viewOwnDiscrepancies, withdrawDiscrepancy } from './own-discrepancies.ts'
import { confirmDiscrepancy, proposeDiscrepancy } from './settle-discrepancy.ts'
import { noteDiscrepancy, viewDiscrepancy } from './work-discrepancy.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const note = 'Đã xem giấy khai sinh gốc'
const waitingAt = async (officer: Visitor): Promise<number> =>
  (await officer.do(viewOverview)).queues.find(({ key }) => key === 'discrepancies')?.waiting ?? -1
const subjectOf = async (personalNumber: string): Promise<string> => {
  const { rows } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from account where personal_number = $1',
    [personalNumber],
  )
  return rows[0]?.subject_id ?? ''
}

test('a difference that many see at once is one case, counted once, and leaves the count with its end', async () => {
  const [bao, { person, visitor }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const subjectId = await subjectOf(person.personalNumber)
  const before = await waitingAt(bao)
  const seen = Array.from({ length: 4 }, () =>
    fixture.context.transact((work) =>
      openDiscrepancy(work, fixture.context.tools, {
        subjectId,
        personalNumber: person.personalNumber,
        field: 'hometown',
        officeId: CENTRAL_OFFICE.id,
        origin: 'citizen',
        by: 'citizen',
        values: [{ source: 'holder', value: 'Xã Thử' }],
      }),
    ),
  )
  const [first, ...others] = await Promise.all(seen)
  assert.ok(others.every(({ id }) => id === first?.id))
  assert.equal(await waitingAt(bao), before + 1)
  const id = first?.id ?? ''
  await bao.do(proposeDiscrepancy, { id, outcome: 'agrees-now', note })
  assert.equal(await waitingAt(bao), before + 1, 'what moves within the stage is not counted anew')
  await (await settleOfficer(fixture)).do(confirmDiscrepancy, { id, verdict: 'send-back', note })
  assert.equal((await visitor.do(withdrawDiscrepancy, { id })).state, 'withdrawn')
  assert.equal(await waitingAt(bao), before)
})

test('whoever only noted something may be the second one; whoever proposed may not, also after a note of hers', async () => {
  const [bao, thu, { visitor }] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    await settleCitizen(fixture),
  ]
  const { id } = await visitor.do(reportDiscrepancy, { field: 'hometown', value: 'Xã Thử' })
  await thu.do(noteDiscrepancy, { id, note })
  await bao.do(proposeDiscrepancy, { id, outcome: 'agrees-now', note })
  await bao.do(noteDiscrepancy, { id, note })
  const refusal = await bao.refusal(confirmDiscrepancy, { id, verdict: 'confirm', note })
  assert.equal(refusal.code, 'discrepancy.same-eyes')
  assert.equal((await thu.do(confirmDiscrepancy, { id, verdict: 'confirm', note })).state, 'settled')
})

const at = '2026-11-02T03:00:00.000Z'
const values = [{ source: 'holder', value: 'Xã Thử' }]

/** Two cases as an older Sen kept them, the second one told late; then the step to this Sen. */
const settleOlder = async (subjectId: string, personalNumber: string): Promise<[string, string]> => {
  const { digests, sealer } = fixture.context.tools
  const key = (number: string): string => digests.identifier('number', number).toString('hex')
  const content = {
    personalNumber,
    values,
    proposal: { outcome: 'agrees-now', value: null, note, by: 'CB-1', version: 1 },
    course: [{ at, what: 'opened', by: 'system', note: null }],
  }
  const [id, told] = [newId(), newId()]
  const migration = async (name: string): Promise<string> =>
    readFile(new URL(`../../../storage/migrations/${name}.sql`, import.meta.url), 'utf8')
  await fixture.pool.query(await migration('125-discrepancies'))
  for (const [caseId, field, toldAt] of [
    [id, 'hometown', null],
    [told, 'religion', at],
  ] as const) {
    const sealed = await sealer.seal(subjectId, 'discrepancy.content', JSON.stringify(content))
    await fixture.pool.query(
      `insert into discrepancy values ($1, $2, $3, $4, $5, $6, 'holder', 'citizen', 'proposed', null, null,
         $7, $8, $8, $8, null, $9, $10)`,
      [
        subjectId,
        caseId,
        `SEN-TEST-${caseId.slice(-4)}-X`,
        CENTRAL_OFFICE.id,
        key(personalNumber),
        field,
        key('941000000000'),
        at,
        toldAt,
        sealed,
      ],
    )
  }
  // Counts stand in slots drawn by chance; an older Sen had none, and the step counts what waits.
  await fixture.pool.query(`delete from case_count where kind = 'discrepancy'`)
  await fixture.pool.query(await migration('174-casework-discrepancies'))
  return [id, told]
}

test('a case of an older Sen keeps its history, its place, its proposer and its late notice', async () => {
  const [bao, { person, visitor }] = [await settleOfficer(fixture), await settleCitizen(fixture)]
  const before = await waitingAt(bao)
  const [id, told] = await settleOlder(await subjectOf(person.personalNumber), person.personalNumber)
  assert.equal(await waitingAt(bao), before + 2)
  const { transact, tools } = fixture.context
  assert.equal(await tellLateCases(transact, tools, discrepancyKind, new Date(at)), 0)
  assert.ok(
    (await tellLateCases(transact, tools, discrepancyKind, new Date('2026-11-02T03:00:01.000Z'))) >= 1,
  )
  const seen = await bao.do(viewDiscrepancy, { id })
  assert.deepEqual([seen.state, seen.proposal?.isMine, seen.values], ['proposed', false, values])
  assert.deepEqual(
    seen.course.map(({ what }) => what),
    ['opened', 'overdue'],
  )
  const other = await bao.do(viewDiscrepancy, { id: told })
  assert.deepEqual(
    other.course.map(({ what }) => what),
    ['opened'],
    'it was told before',
  )
  assert.equal((await bao.do(confirmDiscrepancy, { id, verdict: 'confirm', note })).state, 'settled')
  assert.equal((await visitor.do(viewOwnDiscrepancies)).items.length, 2)
})
