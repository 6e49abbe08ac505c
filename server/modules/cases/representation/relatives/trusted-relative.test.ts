// A trusted relative: named, accepted, waited for, ended by either; and that naming tells nothing about
// whether a number has an account.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { openApp } from '../../../access/authentication/sessions/open-app.ts'
import { findSubject } from '../../../people/accounts/open-account.ts'
import {
  answerRelative,
  endRelative,
  leaveRelative,
  nameRelative,
  viewRelatives,
} from './trusted-relative-deeds.ts'
import { isTrustedRelative } from './trusted-relative-standing.ts'

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
const isTrusted = async (of: Citizen, relative: Citizen): Promise<boolean> =>
  isTrustedRelative(fixture.context.tools.read, await subjectOf(of), await subjectOf(relative))
const naming = (personalNumber: string) => ({ personalNumber, label: 'Chị Lan', passcode: PASSCODE })
/** The app's session ends with the hours that are waited for. */
const reopen = async ({ visitor, device }: Citizen): Promise<Visitor> => {
  await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
  return visitor
}
const first = <T>(list: readonly T[]): T => {
  const [one] = list
  assert.ok(one)
  return one
}
const pairUp = async (): Promise<[Citizen, Citizen, string]> => {
  const [hanh, lan] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  await hanh.visitor.do(nameRelative, naming(lan.person.personalNumber))
  await fixture.settle()
  const { id } = first((await lan.visitor.do(viewRelatives)).namedBy)
  return [hanh, lan, id]
}

test('a relative counts only after she said yes and the hours of waiting have passed', async () => {
  const [hanh, lan, id] = await pairUp()
  assert.equal(first((await hanh.visitor.do(viewRelatives)).named).state, 'asked')
  assert.equal(first((await lan.visitor.do(viewRelatives)).namedBy).name, hanh.person.fullName)
  assert.equal(await isTrusted(hanh, lan), false)
  await lan.visitor.do(answerRelative, { id, accept: true })
  await fixture.settle()
  assert.equal(first((await hanh.visitor.do(viewRelatives)).named).state, 'waiting')
  assert.equal(await isTrusted(hanh, lan), false)
  moveClock(clockAtFirst + 72 * HOUR_MS - 60_000)
  assert.equal(await isTrusted(hanh, lan), false)
  moveClock(clockAtFirst + 72 * HOUR_MS + 60_000)
  assert.equal(await isTrusted(hanh, lan), true)
  assert.equal(await isTrusted(lan, hanh), false, 'trust has a direction')
  assert.equal(first((await (await reopen(hanh)).do(viewRelatives)).named).state, 'trusted')
})

test('either side ends it, and it counts no more from that moment on', async () => {
  for (const side of ['person', 'relative'] as const) {
    moveClock(clockAtFirst)
    const [hanh, lan, id] = await pairUp()
    await lan.visitor.do(answerRelative, { id, accept: true })
    await fixture.settle()
    moveClock(clockAtFirst + 80 * HOUR_MS)
    assert.equal(await isTrusted(hanh, lan), true)
    if (side === 'person') {
      await (await reopen(hanh)).do(endRelative, { id })
    } else {
      await (await reopen(lan)).do(leaveRelative, { id })
    }
    assert.equal(await isTrusted(hanh, lan), false, side)
    await fixture.settle()
    assert.deepEqual((await (await reopen(lan)).do(viewRelatives)).namedBy, [])
    assert.equal(first((await (await reopen(hanh)).do(viewRelatives)).named).state, 'ended')
    assert.equal((await hanh.visitor.refusal(endRelative, { id })).code, 'relative.gone')
  }
})

test('a no is told, and cannot be turned into a yes', async () => {
  const [hanh, lan, id] = await pairUp()
  await lan.visitor.do(answerRelative, { id, accept: false })
  await fixture.settle()
  assert.equal(first((await hanh.visitor.do(viewRelatives)).named).state, 'declined')
  assert.equal((await lan.visitor.refusal(answerRelative, { id, accept: true })).code, 'relative.gone')
})

test('naming a number without an account answers the same and looks the same', async () => {
  const [hanh, lan] = [await settleCitizen(fixture), await settleCitizen(fixture)]
  const nobody = newPerson().personalNumber
  const answers = [
    await hanh.visitor.do(nameRelative, naming(lan.person.personalNumber)),
    await hanh.visitor.do(nameRelative, naming(nobody)),
  ]
  assert.deepEqual(answers[0], answers[1])
  await fixture.settle()
  const [one, two] = (await hanh.visitor.do(viewRelatives)).named
  assert.deepEqual([one?.state, one?.label, one?.trustedFrom], [two?.state, two?.label, two?.trustedFrom])
})

test('an invitation lapses when nobody answers; a place is free again then', async () => {
  const [hanh, lan, id] = await pairUp()
  moveClock(clockAtFirst + 7 * 24 * HOUR_MS + 60_000)
  assert.equal(
    (await (await reopen(lan)).refusal(answerRelative, { id, accept: true })).code,
    'relative.gone',
  )
  assert.equal(first((await (await reopen(hanh)).do(viewRelatives)).named).state, 'lapsed')
})

test('at most three at once, nobody twice, nobody herself, and not without the passcode', async () => {
  const hanh = await settleCitizen(fixture)
  const numbers = [newPerson(), newPerson(), newPerson(), newPerson()].map((p) => p.personalNumber)
  const [a = '', b = '', c = '', d = ''] = numbers
  assert.equal(
    (await hanh.visitor.refusal(nameRelative, { ...naming(a), passcode: '999998' })).code,
    'passcode.wrong',
  )
  assert.equal(
    (await hanh.visitor.refusal(nameRelative, naming(hanh.person.personalNumber))).code,
    'relative.yourself',
  )
  await hanh.visitor.do(nameRelative, naming(a))
  assert.equal((await hanh.visitor.refusal(nameRelative, naming(a))).code, 'relative.named-already')
  await hanh.visitor.do(nameRelative, naming(b))
  await hanh.visitor.do(nameRelative, naming(c))
  assert.equal((await hanh.visitor.refusal(nameRelative, naming(d))).code, 'relative.too-many')
})

test('a stranger can neither answer nor end what belongs to others', async () => {
  const [, , id] = await pairUp()
  const stranger = await settleCitizen(fixture)
  assert.equal((await stranger.visitor.refusal(answerRelative, { id, accept: true })).code, 'relative.gone')
  assert.equal((await stranger.visitor.refusal(endRelative, { id })).code, 'relative.gone')
  assert.equal((await stranger.visitor.refusal(leaveRelative, { id })).code, 'relative.gone')
})
