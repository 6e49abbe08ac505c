// Whom an officer meets by a case counts as whom she names, and what her budgets refuse is on record with her
// and with whoever she meant.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { applyFor, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson, type TestPerson } from '../../../../testing/test-person.ts'
import { openCase } from '../../../../testing/level-2-steps.ts'
import { SCRIPT } from '../../../../testing/lock-steps.ts'
import { settleOfficer } from '../../../../testing/officer.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { countUse } from '../../../kernel/limit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { level2Kind } from '../../cases/enrolment/level-2/level-2-case.ts'
import { takeLevel2Portrait } from '../../cases/enrolment/level-2/level-2-evidence.ts'
import { viewLevel2 } from '../../cases/enrolment/level-2/open-level-2.ts'
import { askUnlock } from '../../cases/lock-requests/ask-unlock.ts'
import { openApplication } from '../../cases/enrolment/level-1/review-enrolment.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { findCase } from '../../../../testing/find-case.ts'
import { searchBudget } from '../../platform/counter/rules.ts'
import { searchPerson } from '../../platform/counter/search-person.ts'
import { personsPerHour } from './rules.ts'
import { viewUnusualVolumes } from './supervise.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const HOUR_MS = 3_600_000
let reached = 0
/** The beginning of an hour that no test has used: what was spent in it is what this test spends. */
const nextHour = () => {
  const at = Math.max(reached, Date.now() + clockOffset_ms())
  reached = (Math.floor(at / HOUR_MS) + 1) * HOUR_MS + 1000
  moveClock(reached - Date.now())
}
const at = () => new Date(Date.now() + clockOffset_ms())
const rule = () => inForce(personsPerHour, at())
const look = (personalNumber: string) => ({ personalNumber, purpose: 'counter-service' as const })

/** So much of an officer's hour is spent already. */
const spend = (scope: string, key: string, times: number) =>
  fixture.context.transact(async (work) => {
    for (let i = 0; i < times; i++) {
      await countUse(work, fixture.context.tools.digests, { scope, key, most: times, per_s: 3600 })
    }
  })
const keyOf = async (officerId: string): Promise<string> => {
  const { rows } = await fixture.pool.query<{ key: string | null }>(
    "select encode(person_digest, 'hex') as key from officer where id = $1",
    [officerId],
  )
  return rows[0]?.key ?? `officer:${officerId}`
}

interface Line {
  readonly about: string
  readonly purpose: string
  readonly outcome: string
}
const refusalsOf = async (officerId: string): Promise<Line[]> => {
  const { rows } = await fixture.pool.query<Line>(
    `select subject_id as about, purpose, outcome from audit_line
     where actor = $1 and purpose in ('refusal', 'officer-refusal') order by purpose, subject_id`,
    [`officer:${officerId}`],
  )
  return rows
}
const NOBODY = '00000000-0000-7000-8000-000000000000'
const own = (outcome: string): Line => ({ about: NOBODY, purpose: 'refusal', outcome })
const meant = (about: string, outcome: string): Line => ({ about, purpose: 'officer-refusal', outcome })
const subjectOf = async ({ personalNumber }: TestPerson): Promise<string | null> =>
  fixture.context.subjectOfNumber(fixture.context.tools.read, fixture.context.tools, personalNumber)

test('whom an officer names beyond her budget reads so, once; of whom nothing is known nothing is begun', async () => {
  nextHour()
  const { person, visitor } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  await spend('officer.persons', await keyOf(bao.officerId), rule().most)
  const stranger = newPerson()
  const known = await bao.refusal(searchPerson, look(person.personalNumber))
  const unknown = await bao.refusal(searchPerson, look(stranger.personalNumber))
  assert.equal(known.code, 'officer.persons-spent')
  // The officer is told the same of either.
  assert.deepEqual([unknown.code, unknown.details.params], [known.code, known.details.params])
  await bao.refusal(searchPerson, look(person.personalNumber))
  const subjectId = (await subjectOf(person)) ?? ''
  assert.deepEqual(await refusalsOf(bao.officerId), [
    meant(NOBODY, 'officer.persons-spent'),
    meant(subjectId, 'officer.persons-spent'),
    own('officer.persons-spent'),
    own('officer.persons-spent'),
    own('officer.persons-spent'),
  ])
  assert.equal(await subjectOf(stranger), null)
  const { items } = await visitor.do(viewAccessLog, {})
  const [line, ...more] = items.filter(({ purpose }) => purpose === 'officer-refusal')
  assert.deepEqual(more, [])
  assert.match(line?.who ?? '', new RegExp(bao.number))
})

test('what an officer is refused in an hour fills no log: beyond so many it leaves no line', async () => {
  nextHour()
  const { person } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  await spend('officer.persons', await keyOf(bao.officerId), rule().most)
  await spend('officer.refusals', `officer:${bao.officerId}`, 599)
  const refused = () => bao.refusal(searchPerson, look(person.personalNumber))
  assert.equal((await refused()).code, 'officer.persons-spent')
  const lines = await refusalsOf(bao.officerId)
  assert.equal(lines.length, 2)
  assert.equal((await refused()).code, 'officer.persons-spent')
  assert.deepEqual(await refusalsOf(bao.officerId), lines)
})

test('a limit of one page leaves the same line as her budget, by a number or by a case', async () => {
  nextHour()
  const { person } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const { caseId } = await openCase(bao, person)
  const before = (await refusalsOf(bao.officerId)).length
  assert.equal(before, 0)
  const key = `officer:${bao.officerId}`
  await spend('counter.search', key, inForce(searchBudget, at()).perHour)
  await spend('level-2.compare', key, inForce(level2Kind.budget, at()).compared)
  assert.equal((await bao.refusal(searchPerson, look(person.personalNumber))).code, 'limit.reached')
  const picture = 'AAAA'
  const refused = () => bao.refusal(takeLevel2Portrait, { caseId, picture })
  assert.equal((await refused()).code, 'limit.reached')
  assert.equal((await refused()).code, 'limit.reached')
  const subjectId = (await subjectOf(person)) ?? ''
  assert.deepEqual(await refusalsOf(bao.officerId), [
    meant(subjectId, 'limit.reached'),
    meant(subjectId, 'limit.reached'),
    own('limit.reached'),
    own('limit.reached'),
    own('limit.reached'),
  ])
})

test("nobody's line is left where the officer may not do it, or nothing of the kind is there", async () => {
  nextHour()
  const { person } = await settleCitizen(fixture)
  const bao = await settleOfficer(fixture)
  const { caseId } = await openCase(bao, person)
  const clerk = await settleOfficer(fixture, { tasks: ['assist'] })
  const picture = 'AAAA'
  assert.equal((await clerk.refusal(takeLevel2Portrait, { caseId, picture })).code, 'permit.refused')
  assert.deepEqual(await refusalsOf(clerk.officerId), [own('permit.refused')])
  // What she tries without the task is counted apart, and fills nobody's log once it is too much.
  const { compared } = inForce(level2Kind.budget, at())
  await spend('level-2.compare without-task', `officer:${clerk.officerId}`, compared)
  assert.equal((await clerk.refusal(takeLevel2Portrait, { caseId, picture })).code, 'limit.reached')
  assert.deepEqual(await refusalsOf(clerk.officerId), [own('permit.refused')])
})

test('a case leads to a person: at the end of her budget an officer opens nobody new, and those of this hour go on', async () => {
  nextHour()
  const bao = await settleOfficer(fixture)
  const inReview = async () => {
    const person = newPerson()
    await fixture.register(person)
    return (await applyFor(fixture, fixture.visitor(), person, { declared: { fullName: 'Lê Khác Tên' } }))
      .submit.reference
  }
  const [first, last, beyond] = [await inReview(), await inReview(), await inReview()]
  await spend('officer.met-persons', await keyOf(bao.officerId), rule().withCases.most - 2)
  await bao.do(openApplication, { reference: first })
  await bao.do(openApplication, { reference: first })
  await bao.do(openApplication, { reference: last })
  for (const _ of [1, 2]) {
    const refused = await bao.refusal(openApplication, { reference: beyond })
    assert.equal(refused.code, 'officer.persons-spent')
    assert.equal(refused.details.params?.['most'], rule().withCases.most)
    assert.ok((refused.details.retryAfter_s ?? 0) > 3000)
  }
  await bao.do(openApplication, { reference: last })
  // A number leads no further either, and the address of a case is not yet anybody.
  const { person } = await settleCitizen(fixture)
  assert.equal((await bao.refusal(searchPerson, look(person.personalNumber))).code, 'officer.persons-spent')
  assert.equal((await bao.do(findCase, { reference: beyond })).found?.reference, beyond)
  const met = (await refusalsOf(bao.officerId)).filter(({ purpose }) => purpose === 'officer-refusal')
  assert.equal(met.length, 3)
  assert.ok(met.every(({ outcome }) => outcome === 'officer.persons-spent'))
  await (await settleOfficer(fixture)).do(openApplication, { reference: beyond })
  nextHour()
  await bao.do(openApplication, { reference: beyond })
})

test('whom she named and then opens is one person; a refused deed counts; unusually many are told once', async () => {
  nextHour()
  const [bao, thu] = [await settleOfficer(fixture), await settleOfficer(fixture, { name: 'Hoàng Thị Thu' })]
  const key = await keyOf(bao.officerId)
  await spend('officer.met-persons', key, rule().withCases.unusual - 3)
  const told = async () => {
    await fixture.settle()
    const { items } = await thu.do(viewUnusualVolumes, {})
    return items.flatMap(({ officer, kind, count }) =>
      officer.number === bao.number ? [{ kind, count }] : [],
    )
  }
  const [one, two] = [(await settleCitizen(fixture)).person, (await settleCitizen(fixture)).person]
  await bao.do(searchPerson, look(one.personalNumber))
  const { caseId } = await openCase(bao, one)
  await bao.do(viewLevel2, { caseId })
  await openCase(bao, two)
  assert.deepEqual(await told(), [])
  const nobodys = newPerson()
  await fixture.register(nobodys)
  const ask = { personalNumber: nobodys.personalNumber, script: SCRIPT, note: 'Đến quầy trực tiếp' }
  assert.equal((await bao.refusal(askUnlock, ask)).code, 'lock.not-locked')
  assert.deepEqual(await told(), [{ kind: 'persons-per-hour', count: rule().withCases.unusual }])
})
