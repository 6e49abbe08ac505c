// The electronic identity card: what it says of the register's present moment, and who sees that it was
// opened.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { openApp } from '../../access/authentication/sessions/open-app.ts'
import { viewIdentityCard } from './identity-card.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

test('her card shows what the register holds now: a change of name and an expiry are there the same moment', async () => {
  const { person, visitor, device } = await settleCitizen(fixture)
  const card = await visitor.do(viewIdentityCard)
  assert.deepEqual(
    [card.fullName, card.state, card.hometown, card.residence],
    [person.fullName, 'valid', 'Tỉnh Nghệ An', 'Số 12, đường Bờ Sông'],
  )
  assert.ok(card.portrait?.startsWith('data:image/jpeg;base64,'))
  await fixture.register({ ...person, fullName: 'Nguyễn Thị Hạnh Phúc' })
  assert.equal((await visitor.do(viewIdentityCard)).fullName, 'Nguyễn Thị Hạnh Phúc')
  moveClock(Date.parse('2041-04-12T16:59:00Z') - Date.now())
  await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
  assert.equal(
    (await visitor.do(viewIdentityCard)).state,
    'valid',
    'the last minute of its last day in Vietnam',
  )
  moveClock(clockOffset_ms() + 120_000)
  assert.equal((await visitor.do(viewIdentityCard)).state, 'expired')
})

test('every opening of the card leaves a line that she can read', async () => {
  const { visitor } = await settleCitizen(fixture)
  await visitor.do(viewIdentityCard)
  const lines = (await visitor.do(viewAccessLog, {})).items.filter((item) => item.purpose === 'identity-card')
  assert.deepEqual(
    lines.map((line) => [line.whoKind, line.fields.includes('portrait')]),
    [['holder', true]],
  )
})

test('a locked account shows no card', async () => {
  const { person, visitor, device } = await settleCitizen(fixture)
  await fixture.pool.query(`update account set state = 'locked' where personal_number = $1`, [
    person.personalNumber,
  ])
  assert.equal((await visitor.refusal(viewIdentityCard)).code, 'session.required')
  const stranger = fixture.visitor()
  assert.equal(
    (await stranger.refusal(openApp, { ...(await device.proof(stranger)), passcode: PASSCODE })).code,
    'account.locked',
  )
})
