// An application of before cards stood among the other cases is moved whole, and can be decided: what was
// sealed for it is opened under the label of its old column.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { walkCard } from '../../../../testing/card-steps.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { secondCard } from './decide-card.ts'
import { listCards, viewCard } from './open-card.ts'
import { trackCard } from './track-card.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const sqlOf = (name: string): Promise<string> =>
  readFile(new URL(`../../../storage/migrations/${name}`, import.meta.url), 'utf8')

/** As the rows stood before the move, sealed as they were sealed then. */
const putBack = async (caseId: string): Promise<void> => {
  const { pool, context } = fixture
  const { sealer } = context.tools
  await pool.query(await sqlOf('150-cards.sql'))
  await pool.query(await sqlOf('152-cards-overdue.sql'))
  await pool.query(
    `insert into id_card_application (subject_id, id, reference, office_id, kind, reason, state, with_account,
       about_key, taken_by, opened_by, opened_at, changed_at, submitted_at, due_at, sealed_content)
     select subject_id, id, reference, office_id, facts ->> 'kind', facts ->> 'reason', state,
       (facts ->> 'withAccount')::boolean, about_key, taken_by, opened_by::uuid, opened_at, changed_at,
       submitted_at, due_at, sealed_content
     from case_file where id = $1`,
    [caseId],
  )
  const { rows } = await pool.query<{ subject_id: string; name: string; sealed: Buffer }>(
    'select subject_id, name, sealed from case_attachment where case_id = $1',
    [caseId],
  )
  for (const { subject_id, name, sealed } of rows) {
    const bytes = await sealer.open(subject_id, `case_attachment.${name}`, sealed)
    await pool.query(`update id_card_application set sealed_${name} = $2 where id = $1`, [
      caseId,
      await sealer.seal(subject_id, `id_card.${name}`, bytes),
    ])
  }
  await pool.query(
    `insert into id_card_application_name select id, reference, subject_id, office_id from id_card_application`,
  )
  await pool.query(
    `insert into id_card_queue select office_id, 'second', due_at, id, subject_id from id_card_application`,
  )
  for (const table of ['case_file', 'case_name', 'case_queue', 'case_count', 'case_attachment']) {
    await pool.query(`delete from ${table}`)
  }
}

test('an old application waiting for its second pair of eyes is moved, counted, shown and accepted', async () => {
  const [bao, thu, person] = [
    await settleOfficer(fixture),
    await settleOfficer(fixture),
    newPerson({ hasRegisterPortrait: false, hasRegisterFingerprints: false, cardExpiresOn: '2025-09-30' }),
  ]
  await fixture.register(person)
  const seen = await walkCard(fixture, bao, person, { kind: 'exchange', reason: 'age-reached' })
  assert.equal(seen.state, 'waiting-second')
  const { caseId } = seen
  await putBack(caseId)
  assert.equal((await thu.refusal(viewCard, { caseId })).code, 'card.no-such-application')
  await fixture.pool.query(await sqlOf('173-casework-cards.sql'))
  const again = await thu.do(viewCard, { caseId })
  assert.deepEqual({ ...again, isTakenByMe: true }, { ...seen, isTakenByMe: true })
  assert.ok(again.portrait?.taken)
  assert.deepEqual(
    (await thu.do(listCards, { which: 'second' })).items.map((item) => item.caseId),
    [caseId],
  )
  const { rows } = await fixture.pool.query('select stage, waiting::int from case_count')
  assert.deepEqual(rows, [{ stage: 'second', waiting: 1 }])
  const accepted = await thu.do(secondCard, { caseId, verdict: 'confirm', note: 'Đã xem giấy tờ' })
  assert.equal(accepted.state, 'accepted')
  const { tools } = fixture.context
  assert.ok(await registerPortraitOf(tools.read, tools, person.personalNumber), 'the old portrait was opened')
  const { state, printedAt } = await fixture.visitor().do(trackCard, { reference: seen.reference })
  assert.deepEqual([state, printedAt], ['accepted', null])
})
