// The same random acts of officers as in memory, through the use cases on PostgreSQL, with real chips, faces
// and fingers: nothing forbidden succeeds, and
// every success about a person left a line in her log.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { ActSource, type Act } from '../../../../../testing/officer-acts/act.ts'
import { Chance } from '../../../../../testing/officer-acts/chance.ts'
import { CounterInPostgres, settlePeople } from '../../../../../testing/officer-acts/in-postgres.ts'
import { Oracle } from '../../../../../testing/officer-acts/oracle.ts'
import { share } from '../../../../../testing/thorough.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { addOffice } from '../../../registry/organisations/add-officer.ts'

const SEED = 20_261_127
const SEQUENCES = share(400)

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  await fixture.context.transact((work) => addOffice(work, { code: 'KH-02', name: 'Văn phòng khác' }))
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})

const linesOfOfficers = async (): Promise<number> =>
  Number(
    (
      await fixture.pool.query<{ n: string }>(
        `select count(*) as n from audit_line where actor like 'officer:%' and outcome = any($1)`,
        [['done', 'open', 'read', 'waiting-second', 'accepted', 'refused', 'discarded']],
      )
    ).rows[0]?.n ?? 0,
  )
/** What leaves no line about the person says why in the use case. */
const leavesLine = (act: Act): boolean => act.do !== 'wait' && act.do !== 'death' && act.do !== 'answer'

test(`${SEQUENCES} random sequences of officers' acts on PostgreSQL: none succeeds that the policy forbids, and each is on record`, async (t) => {
  const casts = await settlePeople(fixture, SEQUENCES)
  const { person: owner } = await settleCitizen(fixture)
  // She has proven it later than anybody at the counter.
  await fixture.pool.query(
    `update contact set verified_at = '2100-01-01' where kind = 'phone' and subject_id =
       (select subject_id from account where personal_number = $1)`,
    [owner.personalNumber],
  )
  const ends = new Map<string, number>()
  let [acts, succeeded] = [0, 0]
  const before = await linesOfOfficers()
  for (const [sequence, cast] of casts.entries()) {
    const chance = new Chance(SEED + sequence)
    const isDisplacing = chance.is(0.3)
    const counter = new CounterInPostgres(fixture, cast, owner.phone, clockAtFirst)
    await counter.placeOnlyWay()
    if (isDisplacing) {
      await counter.placeImpostor()
    }
    const [oracle, source] = [new Oracle(isDisplacing), new ActSource(chance)]
    const done: Act[] = []
    for (let left = 10 + chance.below(14); left > 0; left--) {
      const act = source.next()
      done.push(act)
      const result = await counter.run(act)
      acts++
      if (result.ok && leavesLine(act)) {
        succeeded++
      }
      const end = result.ok ? `${act.do} ${result.state ?? ''}` : result.code
      ends.set(end, (ends.get(end) ?? 0) + 1)
      if (act.do === 'open' && result.ok) {
        source.sawOpened()
      }
      assert.equal(oracle.saw(act, result), null, `sequence ${sequence}: ${JSON.stringify(done)}`)
    }
  }
  t.diagnostic(`seed ${SEED}, ${SEQUENCES} sequences, ${acts} acts, ${succeeded} succeeded`)
  t.diagnostic(
    [...ends]
      .sort(([, a], [, b]) => b - a)
      .map(([end, n]) => `${end.trim()} ${n}`)
      .join(', '),
  )
  assert.ok((await linesOfOfficers()) - before >= succeeded, 'a success without its line')
  for (const reached of [
    'submit accepted',
    'submit waiting-second',
    'second accepted',
    'level-2.same-eyes',
    'permit.refused',
  ]) {
    assert.ok((ends.get(reached) ?? 0) > 0, `${reached} was never reached`)
  }
})
