// A trusted relative locks: only while the tie counts, with her own passcode; both are told, both logs have a
// line, and locks of others stay.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { findSubject } from '../../../people/accounts/open-account.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { openApp } from '../../../access/authentication/sessions/open-app.ts'
import { lockStateOf, lockSubject, unlockSubject } from '../../../people/locks/lock-subject.ts'
import {
  answerRelative,
  endRelative,
  leaveRelative,
  nameRelative,
  viewRelatives,
} from './trusted-relative-deeds.ts'
import { lockForRelative } from './trusted-relative-lock.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const HOUR_MS = 3_600_000
type Citizen = Awaited<ReturnType<typeof settleCitizen>>
const subjectOf = async ({ person }: Citizen): Promise<string> =>
  (await findSubject(fixture.context.tools.read, fixture.context.tools, person.personalNumber)) ?? ''
const groundsOf = async (who: Citizen): Promise<string[]> =>
  (await lockStateOf(fixture.context.tools.read, await subjectOf(who))).grounds.map(({ ground }) => ground)
const reopen = async ({ visitor, device }: Citizen): Promise<Visitor> => {
  await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
  return visitor
}

/** Hạnh has named Lan, who said yes; the hours of waiting have passed. */
const pairUp = async (hours = 73): Promise<{ hanh: Citizen; lan: Citizen; id: string }> => {
  const [hanh, lan] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  await hanh.visitor.do(nameRelative, {
    personalNumber: lan.person.personalNumber,
    label: 'Chị Lan',
    passcode: PASSCODE,
  })
  await fixture.settle()
  const id = (await lan.visitor.do(viewRelatives)).namedBy[0]?.id ?? ''
  await lan.visitor.do(answerRelative, { id, accept: true })
  await fixture.settle()
  moveClock(clockAtFirst + hours * HOUR_MS)
  return { hanh, lan, id }
}

test('a trusted relative locks with her own passcode: the account is locked, both are told, both logs say so', async () => {
  const { hanh, lan, id } = await pairUp()
  const visitor = await reopen(lan)
  assert.equal((await visitor.refusal(lockForRelative, { id, passcode: '999998' })).code, 'passcode.wrong')
  assert.deepEqual(await groundsOf(hanh), [])
  assert.deepEqual(await visitor.do(lockForRelative, { id, passcode: PASSCODE }), {})
  await fixture.settle()
  assert.deepEqual(await groundsOf(hanh), ['holder-request'])
  assert.equal(
    (await hanh.visitor.refusal(openApp, { ...(await hanh.device.proof(hanh.visitor)), passcode: PASSCODE }))
      .code,
    'account.locked',
  )
  await fixture.letters(hanh.person.phone, /Chị Lan.*đã khoá/)
  await fixture.letters(hanh.person.email, /Chị Lan.*đã khoá/)
  await fixture.letters(lan.person.phone, /đã khoá tài khoản giúp/)
  assert.ok((await visitor.do(viewAccessLog)).items.some(({ purpose }) => purpose === 'relative-locked-for'))
  await fixture.context.transact(async (work) => {
    await unlockSubject(work, fixture.context.tools, {
      subjectId: await subjectOf(hanh),
      by: 'officer-second',
    })
  })
  await fixture.settle()
  assert.ok(
    (await (await reopen(hanh)).do(viewAccessLog)).items.some(
      ({ purpose }) => purpose === 'account-locked-by-relative',
    ),
  )
})

test('before the hours of waiting, after either side has ended it, or as a stranger, nobody locks; the refusal is one and the same', async () => {
  const { hanh, lan, id } = await pairUp(71)
  assert.equal(
    (await (await reopen(lan)).refusal(lockForRelative, { id, passcode: PASSCODE })).code,
    'relative.not-trusted',
  )
  const stranger = await settleCitizen(fixture)
  assert.equal(
    (await stranger.visitor.refusal(lockForRelative, { id, passcode: PASSCODE })).code,
    'relative.not-trusted',
  )
  moveClock(clockAtFirst + 80 * HOUR_MS)
  await (await reopen(hanh)).do(endRelative, { id })
  assert.equal(
    (await (await reopen(lan)).refusal(lockForRelative, { id, passcode: PASSCODE })).code,
    'relative.not-trusted',
  )
  moveClock(clockAtFirst)
  const other = await pairUp()
  const left = await reopen(other.lan)
  await left.do(leaveRelative, { id: other.id })
  assert.equal(
    (await left.refusal(lockForRelative, { id: other.id, passcode: PASSCODE })).code,
    'relative.not-trusted',
  )
  await fixture.settle()
  assert.deepEqual([await groundsOf(hanh), await groundsOf(other.hanh)], [[], []])
})

test('the person whom the relative named cannot lock the relative: trust has a direction', async () => {
  const { hanh, lan, id } = await pairUp()
  assert.equal(
    (await (await reopen(hanh)).refusal(lockForRelative, { id, passcode: PASSCODE })).code,
    'relative.not-trusted',
  )
  assert.deepEqual(await groundsOf(lan), [])
})

test('a lock by death or by a competent body stays as it is, and the relative is answered the same', async () => {
  const { hanh, lan, id } = await pairUp()
  const subjectId = await subjectOf(hanh)
  await fixture.context.transact((work) =>
    lockSubject(work, fixture.context.tools, { subjectId, ground: 'death', by: 'register' }),
  )
  await fixture.context.transact((work) =>
    lockSubject(work, fixture.context.tools, { subjectId, ground: 'body-request', by: 'body', bodyKey: 'a' }),
  )
  assert.deepEqual(await (await reopen(lan)).do(lockForRelative, { id, passcode: PASSCODE }), {})
  await fixture.settle()
  assert.deepEqual((await groundsOf(hanh)).toSorted(), ['body-request', 'death', 'holder-request'])
  await fixture.context.transact((work) =>
    unlockSubject(work, fixture.context.tools, { subjectId, by: 'officer-second' }),
  )
  assert.deepEqual(
    (await groundsOf(hanh)).toSorted(),
    ['body-request', 'death'],
    "what a counter lifts is the relative's lock alone",
  )
})

test('a tie that ends between the press and the lock locks nobody', async () => {
  const { hanh, lan, id } = await pairUp()
  const visitor = await reopen(lan)
  await visitor.do(lockForRelative, { id, passcode: PASSCODE })
  await (await reopen(hanh)).do(endRelative, { id })
  await fixture.settle()
  assert.deepEqual(await groundsOf(hanh), [])
})
