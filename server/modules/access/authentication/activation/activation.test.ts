// From an accepted application to an open app on a bound device: what may be skipped (nothing), and what
// strangers learn (nothing).
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { applyFor, PASSCODE, PASSWORD } from '../../../../../testing/settle-citizen.ts'
import { TestDevice } from '../../../../../testing/test-device.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { viewIdentityCard } from '../../../documents/wallet/identity-card.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { startActivation } from './begin-journey.ts'
import { finishJourney, resendJourneyCode, verifyJourneyCode, viewJourney } from './finish-journey.ts'
import { judgeJourneyPassword } from '../secrets/judge-password.ts'
import { openApp } from '../sessions/open-app.ts'
import { viewDevices } from '../sessions/sessions.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const DAY_MS = 86_400_000
const accepted = async (changes: Parameters<typeof newPerson>[0] = {}) => {
  const person = newPerson(changes)
  const visitor = fixture.visitor()
  await fixture.register(person)
  assert.equal((await applyFor(fixture, visitor, person)).status.state, 'accepted')
  return { person, visitor }
}
const proven = async (visitor: Visitor, phone: string): Promise<void> => {
  await visitor.do(startActivation)
  await visitor.do(verifyJourneyCode, { code: await fixture.code(phone) })
}
const finishing = (device = new TestDevice()) => ({
  password: PASSWORD,
  passcode: PASSCODE,
  device: device.binding(),
})
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('on the seventh day it can still be activated, also from another device by number and phone; then not any more', async () => {
  const [late, tooLate] = [await accepted(), await accepted()]
  const pair = { personalNumber: late.person.personalNumber, phone: late.person.phone }
  moveClock(clockAtFirst + 7 * DAY_MS - 120_000)
  const elsewhere = fixture.visitor()
  await elsewhere.do(startActivation, pair)
  await elsewhere.do(verifyJourneyCode, { code: await fixture.code(pair.phone) })
  await elsewhere.do(finishJourney, finishing())
  assert.equal((await elsewhere.do(viewMe)).state, 'active')
  moveClock(clockAtFirst + 7 * DAY_MS + 60_000)
  const visitor = fixture.visitor()
  await visitor.do(startActivation, {
    personalNumber: tooLate.person.personalNumber,
    phone: tooLate.person.phone,
  })
  await visitor.do(verifyJourneyCode, { code: await fixture.code(tooLate.person.phone) })
  assert.equal((await visitor.refusal(finishJourney, finishing())).code, 'activation.too-late')
})

test('no step can be skipped: nothing is set before the code is right', async () => {
  const { person, visitor } = await accepted()
  assert.equal((await fixture.visitor().refusal(startActivation)).code, 'journey.gone')
  await visitor.do(startActivation)
  assert.equal((await visitor.refusal(finishJourney, finishing())).code, 'journey.order')
  const code = await fixture.code(person.phone)
  assert.equal((await visitor.refusal(verifyJourneyCode, { code: wrong(code) })).code, 'code.wrong')
  assert.equal((await visitor.refusal(finishJourney, finishing())).code, 'journey.order')
  const state = await visitor.do(verifyJourneyCode, { code })
  assert.deepEqual([state.step, state.needs], ['secrets', { password: true, passcode: true, device: true }])
  for (const missing of ['password', 'passcode', 'device'] as const) {
    const { [missing]: _, ...rest } = finishing()
    assert.equal((await visitor.refusal(finishJourney, rest)).code, 'journey.order', missing)
  }
  await visitor.do(finishJourney, finishing())
  assert.equal((await visitor.refusal(viewJourney)).code, 'journey.gone')
})

const blind = ({ code, ...rest }: Awaited<ReturnType<typeof state>>) => ({
  ...rest,
  code: code && { ...code, sentAt: '', expiresAt: '', otherWayAt: '', resendAt: '' },
})
const state = (visitor: Visitor) => visitor.do(viewJourney)

test('a pair of number and phone that do not belong together gets the same answers at every step, and never a code', async () => {
  const { person } = await accepted()
  const stranger = newPerson({ phone: person.phone.replace(/.{3}$/, '999') })
  const real = fixture.visitor()
  const pairs = [
    { personalNumber: newPerson().personalNumber, phone: stranger.phone },
    { personalNumber: person.personalNumber, phone: stranger.phone },
  ]
  const steps = async (visitor: Visitor, pair: object): Promise<unknown[]> => {
    const seen: unknown[] = [blind(await visitor.do(startActivation, pair)), blind(await state(visitor))]
    const refusal = await visitor.refusal(verifyJourneyCode, { code: '000001' })
    seen.push(
      refusal.code,
      refusal.details,
      blind(await visitor.do(resendJourneyCode, { channel: 'sms' })),
      blind(await visitor.do(resendJourneyCode, { channel: 'email' })),
      blind(await state(visitor)),
    )
    return seen
  }
  const hideNumber = (seen: unknown[], phone: string): string =>
    JSON.stringify(seen).replaceAll(phone.slice(-3), 'xxx')
  const expected = hideNumber(
    await steps(real, { personalNumber: person.personalNumber, phone: person.phone }),
    person.phone,
  )
  for (const pair of pairs) {
    assert.equal(hideNumber(await steps(fixture.visitor(), pair), stranger.phone), expected)
  }
  await fixture.code(person.phone)
  assert.deepEqual(fixture.post.messages(stranger.phone), [])
})

test('nobody learns the e-mail of an account from its number and phone', async () => {
  const { person } = await accepted()
  const visitor = fixture.visitor()
  await visitor.do(startActivation, { personalNumber: person.personalNumber, phone: person.phone })
  const { code } = await visitor.do(resendJourneyCode, { channel: 'email' })
  assert.ok(code && !code.to.includes('@'), code?.to)
  await visitor.do(verifyJourneyCode, { code: await fixture.code(person.email) })
})

const passwords: [string, string][] = [
  ['Ab1!xyz', 'password.weak'],
  ['Abcdefgh1!abcdefgh1!x', 'password.weak'],
  ['hoa-sen#2026', 'password.weak'],
  ['HOA-SEN#2026', 'password.weak'],
  ['Hoa-Sen#Nom', 'password.weak'],
  ['HoaSen2026', 'password.weak'],
  ['Password1!', 'password.breached'],
  ['Qwerty123!', 'password.breached'],
]
test("a password must have the law's shape, must not be a leaked one or hold what is hers, and that is told where it is typed", async () => {
  const { person, visitor } = await accepted({ birthDate: '1991-04-12' })
  const early = fixture.visitor()
  await early.do(startActivation, { personalNumber: person.personalNumber, phone: person.phone })
  await fixture.code(person.phone)
  assert.equal((await early.refusal(judgeJourneyPassword, { password: PASSWORD })).code, 'journey.order')
  await proven(visitor, person.phone)
  for (const [password, code] of [
    ...passwords,
    [`Aa!${person.personalNumber.slice(-6)}`, 'password.own-data'] as const,
    [`Aa!${person.phone.replace('+84', '0')}`, 'password.own-data'] as const,
    ['Hoa#12-04-1991', 'password.own-data'] as const,
  ]) {
    assert.equal((await visitor.refusal(judgeJourneyPassword, { password })).code, code, password)
    assert.equal((await visitor.refusal(finishJourney, { ...finishing(), password })).code, code, password)
  }
  await visitor.do(judgeJourneyPassword, { password: PASSWORD })
  assert.equal((await state(visitor)).step, 'secrets', 'nothing is kept by that')
  // Twenty letters with marks, typed decomposed: counted as people count.
  await visitor.do(finishJourney, { ...finishing(), password: 'Đường-sen-nở-2026!'.normalize('NFD') })
})

test('whether hers is in it is told ten times a day: nobody reads her birth date from a phone held for a minute', async () => {
  const { person, visitor } = await accepted({ birthDate: '1991-04-12' })
  await proven(visitor, person.phone)
  const password = 'Hoa#12-04-1991'
  for (let n = 0; n < 5; n++) {
    assert.equal((await visitor.refusal(judgeJourneyPassword, { password })).code, 'password.own-data')
    const finished = await visitor.refusal(finishJourney, { ...finishing(), password })
    assert.equal(finished.code, 'password.own-data')
  }
  assert.equal((await visitor.refusal(judgeJourneyPassword, { password })).code, 'limit.reached')
  assert.equal((await visitor.refusal(finishJourney, { ...finishing(), password })).code, 'limit.reached')
  await visitor.do(finishJourney, finishing())
})

test('a passcode that anybody would guess is refused: runs, repeats, the birth date', async () => {
  const { person, visitor } = await accepted({ birthDate: '1991-04-12' })
  await proven(visitor, person.phone)
  for (const passcode of [
    '111111',
    '121212',
    '123456',
    '987654',
    '123123',
    '120491',
    '910412',
    '041291',
    '041991',
    '199104',
  ]) {
    assert.equal(
      (await visitor.refusal(finishJourney, { ...finishing(), passcode })).code,
      'passcode.weak',
      passcode,
    )
  }
})

test('a device is bound only by whoever holds its key', async () => {
  const { person, visitor } = await accepted()
  await proven(visitor, person.phone)
  const [mine, hers] = [new TestDevice(), new TestDevice()]
  const stolen = { ...mine.binding(), key: hers.key }
  const offCurve = { ...mine.binding(), key: { ...mine.key, y: mine.key.x } }
  for (const device of [
    stolen,
    offCurve,
    { ...mine.binding(), signature: mine.sign('another text') },
    { ...mine.binding(), signature: 'A'.repeat(86) },
  ]) {
    assert.equal((await visitor.refusal(finishJourney, { ...finishing(), device })).code, 'device.proof')
  }
  await visitor.do(finishJourney, finishing(mine))
  assert.equal((await visitor.do(viewDevices)).devices.length, 1)
})

test("a device's name can hold nothing that breaks a record", async () => {
  const { person, visitor } = await accepted()
  await proven(visitor, person.phone)
  for (const name of ['a\0b', '\ud800']) {
    assert.equal(
      (
        await visitor.refusal(finishJourney, {
          ...finishing(),
          device: { ...new TestDevice().binding(), name },
        })
      ).code,
      'request.invalid',
    )
  }
  await visitor.do(finishJourney, {
    ...finishing(),
    device: { ...new TestDevice().binding(), name: '\u202e <b> https://x.example' },
  })
  await fixture.letters(person.phone, /kích hoạt/i)
})

test('after activation the card is there, signed, and only to its holder', async () => {
  const { person, visitor } = await accepted()
  await proven(visitor, person.phone)
  const device = new TestDevice()
  device.token = (await visitor.do(finishJourney, finishing(device))).device ?? ''
  const card = await visitor.do(viewIdentityCard)
  assert.deepEqual(
    [card.personalNumber, card.fullName, card.state, card.level],
    [person.personalNumber, person.fullName, 'valid', 1],
  )
  const claims = JSON.parse(
    Buffer.from(card.signed.split('.').at(-2) ?? '', 'base64url').toString('utf8'),
  ) as { personalNumber: string; portrait?: string }
  assert.deepEqual([claims.personalNumber, claims.portrait], [person.personalNumber, undefined])
  assert.equal((await fixture.visitor().refusal(viewIdentityCard)).code, 'session.required')
  const again = fixture.visitor()
  assert.equal(
    (await again.do(openApp, { ...(await device.proof(again)), passcode: PASSCODE })).fullName,
    person.fullName,
  )
})
