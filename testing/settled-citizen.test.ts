// People whom tests begin with are as their own activation would have left them: row by row, line by line.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { findSubject } from '../server/modules/people/accounts/open-account.ts'
import { viewAccessLog } from '../server/modules/platform/audit/access-log.ts'
import { viewMe } from '../server/modules/platform/home/view-me.ts'
import { openFixture, type Fixture } from './fixture.ts'
import { activateFor, settleCitizen, settleInactive } from './settle-citizen.ts'
import { newPerson, type TestPerson } from './test-person.ts'
import type { Visitor } from './visitor.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
after(() => fixture.stop())

/** What the steps leave of themselves; nothing reads it once they are done. */
const OF_STEPS = ['journey']

/** How many rows of each table are hers. */
const rowsOf = async ({ personalNumber }: TestPerson): Promise<Record<string, number>> => {
  const { tools } = fixture.context
  const subject = await findSubject(tools.read, tools, personalNumber)
  const { rows: tables } = await fixture.pool.query<{ name: string; column: string }>(
    `select c.table_name as name, c.column_name as column from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
       and c.column_name in ('subject_id', 'about') order by 1`,
  )
  const counts: Record<string, number> = {}
  for (const { name, column } of tables) {
    const { rows } = await fixture.pool.query<{ count: number }>(
      `select count(*)::int as count from "${name}" where "${column}"::text = $1`,
      [subject],
    )
    if (!OF_STEPS.includes(name) && (rows[0]?.count ?? 0) > 0) {
      counts[name] = rows[0]?.count ?? 0
    }
  }
  return counts
}
const seen = async (visitor: Visitor) => ({
  me: Object.keys(await visitor.do(viewMe)).sort(),
  log: (await visitor.do(viewAccessLog, {})).items.map(({ purpose, outcome }) => [purpose, outcome]),
})

test('whoever is settled at once has what her own activation leaves', async () => {
  const atOnce = await settleCitizen(fixture)
  const person = newPerson()
  const visitor = fixture.visitor()
  await settleInactive(fixture, person)
  const { personalNumber, phone } = person
  await activateFor(fixture, visitor, person, { personalNumber, phone })
  assert.deepEqual(await rowsOf(atOnce.person), await rowsOf(person))
  assert.deepEqual(await seen(atOnce.visitor), await seen(visitor))
})
