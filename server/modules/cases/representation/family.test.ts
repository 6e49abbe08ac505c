// A child registered from the mother's account, her profile opened, each use consented to, both parents
// seeing; the end at 14 and the hand-over.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { activateFor, PASSCODE } from '../../../../testing/settle-citizen.ts'
import type { TestPerson } from '../../../../testing/test-person.ts'
import {
  addChild,
  bornFor,
  CONSENT,
  pictureOf,
  registerChild,
  settleParent,
  type Citizen,
} from '../../../../testing/family-steps.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { openApp } from '../../access/authentication/sessions/open-app.ts'
import { openProfile } from '../../access/authentication/sessions/open-profile.ts'
import { viewDevices } from '../../access/authentication/sessions/sessions.ts'
import { viewMe } from '../../platform/home/view-me.ts'
import { viewIdentityCard } from '../../documents/wallet/identity-card.ts'
import { viewOwnDiscrepancies } from '../discrepancies/own-discrepancies.ts'
import { viewFamily } from './family.ts'
import { registerWard, reportRelation } from './register-ward.ts'
import { followNextWard } from './tie.ts'
import { consentForWard, handOver } from './ward-deeds.ts'
import { AccountActivated } from '../../access/authentication/events.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const DAY_MS = 86_400_000
const parent = (changes?: Partial<TestPerson>, level?: number) => settleParent(fixture, changes, level)
const childOf = (mother: Citizen, changes?: Partial<TestPerson>) => addChild(fixture, mother, changes)
const registered = (mother: Citizen, changes?: Partial<TestPerson>) => registerChild(fixture, mother, changes)
const stateOf = async ({ personalNumber }: TestPerson) =>
  (
    await fixture.pool.query<{ state: string; level: number }>(
      'select state, level from account where personal_number = $1',
      [personalNumber],
    )
  ).rows[0]

test('a mother registers her nine-year-old from her own level-2 account; both parents see him, and each is told', async () => {
  const mother = await parent()
  const father = await parent({ sex: 'male', fullName: 'Phạm Gia Long' })
  const { child, tieId } = await registered(mother, { fatherNumber: father.person.personalNumber })
  assert.match(tieId, /^[0-9a-f-]{36}$/)
  assert.deepEqual(await stateOf(child), { state: 'active', level: 1 })
  const seen = (await father.visitor.do(viewFamily)).members.find(
    ({ personalNumber }) => personalNumber === child.personalNumber,
  )
  assert.deepEqual([seen?.state, seen?.kind], ['registered', 'parent'])
  await fixture.letters(mother.person.phone, /Phạm Gia Bình đã có tài khoản/)
  await fixture.letters(father.person.phone, /Phạm Gia Bình đã có tài khoản/)
})

test('a parent who comes to level 2 later joins the other one', async () => {
  const mother = await parent()
  const father = await parent({ sex: 'male' }, 1)
  const { child } = await registered(mother, { fatherNumber: father.person.personalNumber })
  assert.equal((await father.visitor.do(viewFamily)).members[0]?.why, 'has-own-account')
  await fixture.pool.query('update account set level = 2 where personal_number = $1', [
    father.person.personalNumber,
  ])
  const {
    rows: [row],
  } = await fixture.pool.query<{ subject_id: string }>(
    'select subject_id from account where personal_number = $1',
    [father.person.personalNumber],
  )
  await fixture.context.transact((work) =>
    Promise.resolve(work.publish(AccountActivated, row?.subject_id ?? '', { deviceName: 'x' })),
  )
  await fixture.settle()
  assert.equal(
    (await father.visitor.do(viewFamily)).members.find(
      ({ personalNumber }) => personalNumber === child.personalNumber,
    )?.state,
    'registered',
  )
})

test('nobody registers a child of others, without level 2, of age, without a card, with another face or a wrong passcode, or twice', async () => {
  const [mother, stranger, beginner] = [await parent(), await parent(), await parent({}, 1)]
  const child = await childOf(mother)
  const give = async (personalNumber: string, changes: object = {}) => ({
    personalNumber,
    picture: await pictureOf(),
    passcode: PASSCODE,
    consent: CONSENT,
    ...changes,
  })
  assert.equal(
    (await stranger.visitor.refusal(registerWard, await give(child.personalNumber))).code,
    'representation.unknown',
  )
  assert.equal(
    (await stranger.visitor.refusal(registerWard, await give('940217999990'))).code,
    'representation.unknown',
    'the same for a number that nobody has',
  )
  assert.equal(
    (await beginner.visitor.refusal(registerWard, await give((await childOf(beginner)).personalNumber))).code,
    'representation.level-2-needed',
  )
  assert.equal(
    (
      await mother.visitor.refusal(
        registerWard,
        await give(child.personalNumber, { picture: await pictureOf('khoa') }),
      )
    ).code,
    'representation.portrait-differs',
  )
  assert.equal(
    (await mother.visitor.refusal(registerWard, await give(child.personalNumber, { passcode: '111222' })))
      .code,
    'passcode.wrong',
  )
  assert.equal(
    (
      await mother.visitor.refusal(
        registerWard,
        await give(child.personalNumber, { picture: Buffer.from('no picture').toString('base64') }),
      )
    ).code,
    'portrait.not-a-picture',
  )
  for (const changes of [
    { birthDate: bornFor(15, 10) },
    { cardState: 'lost' },
    { cardExpiresOn: '2022-01-01' },
  ]) {
    assert.equal(
      (
        await mother.visitor.refusal(
          registerWard,
          await give((await childOf(mother, changes)).personalNumber),
        )
      ).code,
      'representation.not-eligible',
      JSON.stringify(changes),
    )
  }
  assert.equal(
    (
      await mother.visitor.refusal(
        registerWard,
        await give((await childOf(mother, { hasRegisterPortrait: false })).personalNumber),
      )
    ).code,
    'representation.counter-needed',
  )
  await mother.visitor.do(registerWard, await give(child.personalNumber))
  assert.equal(
    (await mother.visitor.refusal(registerWard, await give(child.personalNumber))).code,
    'representation.already',
  )
})

test('of a child under six no face is compared, and her account is of level 1', async () => {
  const mother = await parent()
  const { child } = await registered(mother, {
    birthDate: bornFor(4, 100),
    hasRegisterPortrait: false,
    sex: 'female',
  })
  assert.deepEqual(await stateOf(child), { state: 'active', level: 1 })
})

test("in the child's profile only the child's things are seen; what is for oneself refuses; a use needs a consent, and his log shows both", async () => {
  const mother = await parent()
  const father = await parent({ sex: 'male' })
  const { child, tieId } = await registered(mother, { fatherNumber: father.person.personalNumber })
  const { visitor } = mother
  assert.equal((await visitor.do(openProfile, { tieId })).acting?.fullName, child.fullName)
  assert.deepEqual(
    [(await visitor.do(viewMe)).fullName, (await visitor.do(viewFamily)).acting?.tieId],
    [child.fullName, tieId],
  )
  assert.equal((await visitor.refusal(viewDevices)).code, 'representation.not-for-ward')
  assert.equal((await visitor.refusal(viewIdentityCard)).code, 'representation.consent-needed')
  assert.equal(
    (await visitor.refusal(consentForWard, { use: 'identity-card', passcode: '111222' })).code,
    'passcode.wrong',
  )
  await visitor.do(consentForWard, { use: 'identity-card', passcode: PASSCODE })
  assert.equal((await visitor.do(viewIdentityCard)).personalNumber, child.personalNumber)
  moveClock(clockAtFirst + 301_000)
  assert.equal(
    (await visitor.refusal(viewIdentityCard)).code,
    'representation.consent-needed',
    'one consent is good for minutes',
  )
  moveClock(clockAtFirst)
  await father.visitor.do(openProfile, {
    tieId: (await father.visitor.do(viewFamily)).members[0]?.tieId ?? '',
  })
  const purposes = (await father.visitor.do(viewAccessLog, {})).items.map(({ purpose }) => purpose)
  for (const purpose of ['ward-registered', 'profile-opened', 'representative-consented', 'identity-card']) {
    assert.ok(purposes.includes(purpose), purpose)
  }
  await visitor.do(openProfile, { tieId: null })
  assert.equal((await visitor.do(viewMe)).fullName, mother.person.fullName)
})

test('nobody opens a profile by a name that is not hers', async () => {
  const [mother, stranger] = [await parent(), await parent()]
  const { tieId } = await registered(mother)
  assert.equal((await stranger.visitor.refusal(openProfile, { tieId })).code, 'representation.ended')
  assert.equal(
    (await stranger.visitor.refusal(consentForWard, { use: 'identity-card', passcode: PASSCODE })).code,
    'representation.no-profile-open',
  )
})

test('on the day the child is 14 it ends by itself, also in an open profile; the account waits and is handed over to a phone of his own', async () => {
  const mother = await parent()
  const { child, tieId } = await registered(mother, { birthDate: bornFor(14, 3) })
  const { visitor } = mother
  await visitor.do(openProfile, { tieId })
  assert.equal(
    (await visitor.refusal(handOver, { tieId, phone: '0917555001', passcode: PASSCODE })).code,
    'representation.not-for-ward',
  )
  moveClock(clockAtFirst + 4 * DAY_MS)
  await visitor.do(openApp, { ...(await mother.device.proof(visitor)), passcode: PASSCODE })
  assert.equal(
    (await visitor.refusal(openProfile, { tieId })).code,
    'representation.ended',
    'before the clock has looked at it',
  )
  while (await fixture.context.transact((work) => followNextWard(work, fixture.context.tools))) {
    continue
  }
  await fixture.settle()
  await fixture.letters(mother.person.phone, /không còn đại diện cho Phạm Gia Bình/)
  assert.equal((await stateOf(child))?.state, 'issued')
  assert.equal((await visitor.do(viewFamily)).ended[0]?.handOver, 'possible')
  assert.equal(
    (await visitor.refusal(handOver, { tieId, phone: mother.person.phone, passcode: PASSCODE })).code,
    'representation.phone-not-own',
  )
  await visitor.do(handOver, { tieId, phone: child.phone, passcode: PASSCODE })
  await fixture.settle()
  assert.equal(
    (await visitor.refusal(handOver, { tieId, phone: '0917555002', passcode: PASSCODE })).code,
    'representation.no-hand-over',
  )
  await fixture.letters(child.phone, /đã được bàn giao/)
  const own = fixture.visitor()
  await activateFor(fixture, own, child, { personalNumber: child.personalNumber, phone: child.phone })
  assert.deepEqual(await stateOf(child), { state: 'active', level: 1 })
  assert.equal((await own.do(viewMe)).fullName, child.fullName)
  assert.equal((await visitor.do(viewFamily)).ended[0]?.handOver, 'done')
})

test('a card that has expired comes first, and after the days of the policy only a counter gives the account', async () => {
  const mother = await parent()
  const soon = bornFor(14, 3)
  const one = await registered(mother, {
    birthDate: soon,
    cardExpiresOn: new Date(now().getTime() + 3.5 * DAY_MS).toISOString().slice(0, 10),
  })
  const other = await registered(mother, { birthDate: soon })
  moveClock(clockAtFirst + 10 * DAY_MS)
  while (await fixture.context.transact((work) => followNextWard(work, fixture.context.tools))) {
    continue
  }
  await fixture.settle()
  await mother.visitor.do(openApp, { ...(await mother.device.proof(mother.visitor)), passcode: PASSCODE })
  assert.equal(
    (await mother.visitor.refusal(handOver, { tieId: one.tieId, phone: '0917555003', passcode: PASSCODE }))
      .code,
    'representation.card-first',
  )
  moveClock(clockAtFirst + 120 * DAY_MS)
  await mother.visitor.do(openApp, { ...(await mother.device.proof(mother.visitor)), passcode: PASSCODE })
  assert.equal(
    (await mother.visitor.refusal(handOver, { tieId: other.tieId, phone: '0917555004', passcode: PASSCODE }))
      .code,
    'representation.no-hand-over',
  )
})

test("a relation that the register lacks becomes a case of the reporter's; the answer is the same for every number", async () => {
  const mother = await parent()
  assert.deepEqual(
    await mother.visitor.do(reportRelation, { personalNumber: '940217999990', kind: 'parent' }),
    {},
  )
  assert.deepEqual(
    await mother.visitor.do(reportRelation, {
      personalNumber: (await childOf(await parent())).personalNumber,
      kind: 'parent',
    }),
    {},
  )
  await fixture.settle()
  const { items } = await mother.visitor.do(viewOwnDiscrepancies)
  assert.deepEqual(
    items.map(({ field, state }) => [field, state]),
    [['relation', 'open']],
  )
})
