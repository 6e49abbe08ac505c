// A request that was begun at a counter and left lying does not lie there for ever: it ends by itself at the
// moment that its page says, and both persons hear and read it.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { settleOfficer } from '../../../../../testing/officer.ts'
import { takePage } from '../../../../../testing/paper-pages.ts'
import { decision, requestPeople, requestWalk } from '../../../../../testing/request-steps.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { lapseOpen } from '../../casework/lapse-open.ts'
import { listRepresentations } from './decide-request.ts'
import { notePapers } from './paper-pages.ts'
import { requestKind } from './request-case.ts'
import { viewRepresentation } from './take-request.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())
const { representative } = requestPeople(() => fixture)
const { opened, walk } = requestWalk(() => fixture)
const DAY_MS = 86_400_000

/** Moves the product's clock there. */
const goTo = (moment: string, by_ms = 0): void =>
  moveClock(clockOffset_ms() + Date.parse(moment) + by_ms - now().getTime())
const lapseNow = (at = now()) => lapseOpen(fixture.context.transact, fixture.context.tools, requestKind, at)
const attached = async (caseId: string): Promise<number> =>
  (await fixture.pool.query('select 1 from case_attachment where case_id = $1', [caseId])).rows.length
const begun = async () => {
  const bao = await settleOfficer(fixture)
  const [guardian, ward] = [
    await representative(),
    await settleCitizen(fixture, { birthDate: '1958', face: 'man' }),
  ]
  const { caseId } = await opened(bao, ward.person, guardian)
  await bao.do(notePapers, { caseId, papers: [decision], until: null })
  await takePage(bao, caseId)
  const { lapsesAt, reference } = await bao.do(viewRepresentation, { caseId })
  return { caseId, lapsesAt: lapsesAt ?? assert.fail('it says no end'), reference, guardian, ward }
}
const stateOf = async (caseId: string) => {
  const { rows } = await fixture.pool.query<{ state: string }>('select state from case_file where id = $1', [
    caseId,
  ])
  return rows[0]?.state
}

test('it stands until the moment that its page says, and ends in it; both are told, and their logs say so', async () => {
  const { caseId, lapsesAt, reference, guardian, ward } = await begun()
  const { items } = await (await settleOfficer(fixture)).do(listRepresentations, { which: 'open' })
  assert.equal(items.find((one) => one.caseId === caseId)?.lapsesAt, lapsesAt, 'the queue says the same')
  goTo(lapsesAt)
  assert.equal(await lapseNow(new Date(Date.parse(lapsesAt) - 1)), 0)
  assert.deepEqual([await stateOf(caseId), await attached(caseId)], ['open', 1])
  assert.equal(await lapseNow(new Date(lapsesAt)), 1)
  assert.deepEqual([await stateOf(caseId), await attached(caseId)], ['discarded', 0])
  assert.equal(await lapseNow(), 0, 'once')
  await fixture.settle()
  const bao = await settleOfficer(fixture)
  const seen = await bao.do(viewRepresentation, { caseId })
  assert.deepEqual([seen.lapsesAt, seen.hasLapsed, seen.history.at(-1)?.by], [null, true, 'automatic'])
  for (const { person } of [guardian, ward]) {
    await fixture.letters(person.phone, `${reference} đã tự kết thúc`)
  }
  const { rows } = await fixture.pool.query<{ actor: string; outcome: string }>(
    `select actor, outcome from audit_line
     where use_case = 'representation.lapse' and detail ->> 'reference' = $1`,
    [reference],
  )
  assert.deepEqual(
    rows,
    [0, 1].map(() => ({ actor: 'system:expiry', outcome: 'discarded' })),
  )
})

test('whoever goes on with it begins its month anew; what was sent waits for its decision, and lapses never', async () => {
  const { caseId, lapsesAt } = await begun()
  goTo(lapsesAt, -60_000)
  const bao = await settleOfficer(fixture)
  await bao.do(notePapers, { caseId, papers: [decision], until: null })
  const { lapsesAt: anew } = await bao.do(viewRepresentation, { caseId })
  assert.ok(anew && Date.parse(anew) - Date.parse(lapsesAt) > 29 * DAY_MS)
  goTo(lapsesAt, DAY_MS)
  assert.deepEqual([await lapseNow(), await stateOf(caseId)], [0, 'open'])
  moveClock(clockAtFirst)
  const [guardian, ward] = [
    await representative(),
    await settleCitizen(fixture, { birthDate: '1958', face: 'man' }),
  ]
  const sent = await walk(await settleOfficer(fixture), ward.person, guardian)
  assert.deepEqual([sent.state, sent.lapsesAt], ['waiting-second', null])
  moveClock(clockAtFirst + 100 * DAY_MS)
  await lapseNow()
  assert.equal(await stateOf(sent.caseId), 'waiting-second')
})

test('one that gave way to another is not told as one that lapsed: nobody was written to', async () => {
  const { caseId, reference, guardian, ward } = await begun()
  moveClock(clockOffset_ms() + 2 * DAY_MS)
  const other = await settleOfficer(fixture)
  await opened(other, ward.person, guardian)
  await fixture.settle()
  const seen = await other.do(viewRepresentation, { caseId })
  assert.deepEqual([seen.state, seen.hasLapsed, seen.history.at(-1)?.by], ['discarded', false, 'automatic'])
  assert.ok(fixture.post.messages(guardian.person.phone).every(({ text }) => !text.includes(reference)))
})
