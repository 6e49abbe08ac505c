// Why somebody was locked for is asked for, and so it is kept: sealed under her key, with the lock.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import { lockByCall, SCRIPT } from '../../../../testing/lock-steps.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { lockForHolder } from './lock-at-counter.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

const reasonKept = async (personalNumber: string): Promise<unknown> => {
  const { rows } = await fixture.pool.query<{ subject_id: string; sealed_set: Buffer }>(
    `select l.subject_id, l.sealed_set from account_lock l
       join account a on a.subject_id = l.subject_id where a.personal_number = $1`,
    [personalNumber],
  )
  const [row] = rows
  assert.ok(row)
  const note = await fixture.context.tools.sealer.open(row.subject_id, 'account_lock.set', row.sealed_set)
  return (JSON.parse(note.toString('utf8')) as { reason?: unknown }).reason
}

test('the reason of a lock at the counter and by the hotline is kept with the lock', async () => {
  const [{ person: here }, calling] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const note = 'mất điện thoại sáng nay'
  const bao = await settleOfficer(fixture)
  await bao.do(lockForHolder, { personalNumber: here.personalNumber, script: SCRIPT, note })
  assert.equal(await reasonKept(here.personalNumber), note)
  await lockByCall(fixture, calling, note)
  assert.equal(await reasonKept(calling.person.personalNumber), note)
})
