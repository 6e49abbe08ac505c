// Passcodes, passwords, devices and sessions of an active account, and what a thief can do to them.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, PASSWORD, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { TestDevice } from '../../../../../testing/test-device.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { viewInbox } from '../../../platform/notifications/inbox.ts'
import { startNewDevice, startNewPassword } from '../activation/begin-journey.ts'
import { changeEmail, changePassword, changePhone, confirmEmail, confirmPhone } from './change-secrets.ts'
import { finishJourney, verifyJourneyCode } from '../activation/finish-journey.ts'
import { closeApp, openApp } from '../sessions/open-app.ts'
import { prepareTry, settleTry } from './password.ts'
import { endSession, keepSignIn, removeDevice, signOutEverywhere, viewDevices } from '../sessions/sessions.ts'

let fixture: Fixture
let citizen: Awaited<ReturnType<typeof settleCitizen>>
/** Whose devices come and go, so that the citizen's own never gives way. */
let binder: Awaited<ReturnType<typeof settleCitizen>>
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  citizen = await settleCitizen(fixture)
  binder = await settleCitizen(fixture)
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const open = async (visitor: Visitor, device: TestDevice, passcode = PASSCODE) =>
  visitor.do(openApp, { ...(await device.proof(visitor)), passcode })
const refusedOpen = async (visitor: Visitor, device: TestDevice, passcode = PASSCODE) =>
  visitor.refusal(openApp, { ...(await device.proof(visitor)), passcode })
const bindAnother = async (passcode = PASSCODE, of = binder) => {
  // An hour passes: one phone gets five codes in it.
  await fixture.pool.query("delete from attempt_counter where scope = 'code.sent'")
  const visitor = fixture.visitor()
  const device = new TestDevice()
  await visitor.do(startNewDevice, { personalNumber: of.person.personalNumber, password: PASSWORD })
  await visitor.do(verifyJourneyCode, { code: await fixture.code(of.person.phone) })
  device.token = (await visitor.do(finishJourney, { passcode, device: device.binding() })).device ?? ''
  return { visitor, device }
}
const HERE = '10.9.9.9'
/** A way in as the sign-in page goes it. */
const giveNumberAndPassword = async (
  personalNumber: string,
  password: string,
  device?: string,
): Promise<boolean> => {
  const tried = await prepareTry(fixture.context.tools, { personalNumber, password, device }, now(), HERE)
  return (await fixture.context.transact((work) => settleTry(work, tried, now()))) !== null
}
const signInAtPortal = () =>
  fixture.context.transact(async (work) => {
    const {
      rows: [row],
    } = await fixture.pool.query<{ subject_id: string }>(
      'select subject_id from account where personal_number = $1',
      [citizen.person.personalNumber],
    )
    keepSignIn(work, {
      subjectId: row?.subject_id ?? '',
      clientId: 'cong',
      clientName: 'Cổng',
      clientDomain: 'x.example',
      providerSession: crypto.randomUUID(),
      grantId: 'g',
      acr: 'loa1',
      userAgent: 'test',
      at: now(),
    })
  })

test('five wrong passcodes are borne, the sixth locks until midnight in Vietnam, and the next day begins anew', async () => {
  const { visitor, device } = await bindAnother()
  for (const left of [5, 4, 3, 2, 1]) {
    const refusal = await refusedOpen(visitor, device, '000000')
    assert.deepEqual([refusal.code, refusal.details.params], ['passcode.wrong', { left }])
  }
  assert.equal((await refusedOpen(visitor, device, '000000')).code, 'passcode.locked')
  await fixture.letters(binder.person.phone, /Mã PIN trên máy Máy thử tạm khoá đến 00:00/)
  const locked = await refusedOpen(visitor, device)
  const midnight_ms = Date.parse(`${dayInVietnam(now())}T00:00:00+07:00`) + 86_400_000
  assert.equal(locked.code, 'passcode.locked')
  assert.ok(Math.abs((locked.details.retryAfter_s ?? 0) - (midnight_ms - now().getTime()) / 1000) < 2)
  moveClock(clockAtFirst + midnight_ms - now().getTime() - 5000)
  assert.equal((await refusedOpen(visitor, device)).code, 'passcode.locked')
  moveClock(clockOffset_ms() + 6000)
  const refusal = await refusedOpen(visitor, device, '000000')
  assert.deepEqual([refusal.code, refusal.details.params], ['passcode.wrong', { left: 5 }])
  await open(visitor, device)
  assert.deepEqual((await refusedOpen(visitor, device, '000000')).details.params, { left: 5 })
})

test('thirty wrong passcodes at once are no more than six tries', async () => {
  const { visitor, device } = await bindAnother()
  const codes = await Promise.all(
    Array.from({ length: 30 }, async () => (await refusedOpen(visitor, device, '000000')).code),
  )
  assert.equal(codes.filter((code) => code === 'passcode.wrong').length, 5)
})

test('a device opens the app only by its own key, a fresh challenge of its own, and its own passcode', async () => {
  const { visitor, device } = await bindAnother('381604')
  const other = new TestDevice()
  const proof = await device.proof(visitor)
  assert.equal(
    (await visitor.refusal(openApp, { ...proof, signature: other.sign(proof.challenge), passcode: '381604' }))
      .code,
    'device.unknown',
  )
  assert.equal(
    (
      await visitor.refusal(openApp, {
        ...(await citizen.device.proof(visitor)),
        device: device.token,
        passcode: '381604',
      })
    ).code,
    'device.unknown',
  )
  assert.equal(
    (await visitor.refusal(openApp, { ...proof, challenge: 'x'.repeat(80), passcode: '381604' })).code,
    'device.proof-spent',
  )
  other.token = 'A'.repeat(120)
  assert.equal((await refusedOpen(visitor, other)).code, 'device.unknown')
  assert.equal((await refusedOpen(visitor, device, PASSCODE)).code, 'passcode.wrong')
  moveClock(clockAtFirst + 121_000)
  assert.equal((await visitor.refusal(openApp, { ...proof, passcode: '381604' })).code, 'device.proof-spent')
})

test('a stranger who knows the number closes only the way of unknown devices: the bound one still opens', async () => {
  const { person, device } = citizen
  for (let i = 0; i < 5; i++) {
    assert.equal(await giveNumberAndPassword(person.personalNumber, 'Wrong-Sen#2026'), false)
  }
  assert.equal(await giveNumberAndPassword(person.personalNumber, PASSWORD), false)
  assert.equal(await giveNumberAndPassword(person.personalNumber, PASSWORD, device.token), true)
  assert.equal(
    (
      await fixture
        .visitor()
        .refusal(startNewDevice, { personalNumber: person.personalNumber, password: PASSWORD })
    ).code,
    'sign-in.no-match',
  )
  moveClock(clockAtFirst + 16 * 60_000)
  assert.equal(await giveNumberAndPassword(person.personalNumber, PASSWORD), true)
})

test('guesses that are made all at once count like those made one by one', async () => {
  const { person } = citizen
  moveClock(clockAtFirst + 40 * 60_000)
  const right = await prepareTry(
    fixture.context.tools,
    { personalNumber: person.personalNumber, password: PASSWORD },
    now(),
    HERE,
  )
  for (let i = 0; i < 6; i++) {
    await giveNumberAndPassword(person.personalNumber, 'Wrong-Sen#2026')
  }
  assert.equal(await fixture.context.transact((work) => settleTry(work, right, now())), null)
  moveClock(clockAtFirst + 80 * 60_000)
  assert.equal(await giveNumberAndPassword(person.personalNumber, PASSWORD), true)
})

test('a number that does not exist and a wrong password: one answer, the same rows', async () => {
  const traces = async (personalNumber: string) => {
    const visitor = fixture.visitor()
    const refusals = []
    for (let i = 0; i < 6; i++) {
      refusals.push(await visitor.refusal(startNewDevice, { personalNumber, password: 'Wrong-Sen#2026' }))
    }
    const digest = fixture.context.tools.digests.identifier('number', personalNumber)
    const { rows } = await fixture.pool.query(
      'select way, failures, paused_until is not null as is_paused from password_guard where number_digest = $1',
      [digest],
    )
    return { codes: refusals.map(({ code, details }) => ({ code, details })), rows }
  }
  const { person } = await settleCitizen(fixture)
  assert.deepEqual(await traces(newPerson().personalNumber), await traces(person.personalNumber))
})

test('a forgotten password is set anew on the bound device with a code to the phone; the old one and other sessions are gone', async () => {
  const { person, visitor, device } = await settleCitizen(fixture)
  const other = fixture.visitor()
  await open(other, device)
  const here = fixture.visitor()
  assert.equal(
    (
      await here.refusal(startNewPassword, {
        ...(await device.proof(here, 'new-password')),
        passcode: '974310',
      })
    ).code,
    'passcode.wrong',
  )
  await here.do(startNewPassword, { ...(await device.proof(here, 'new-password')), passcode: PASSCODE })
  assert.equal((await here.refusal(finishJourney, { password: 'Sen-Moi#2027' })).code, 'journey.order')
  await here.do(verifyJourneyCode, { code: await fixture.code(person.phone) })
  await here.do(finishJourney, { password: 'Sen-Moi#2027' })
  assert.equal((await here.do(viewMe)).fullName, person.fullName)
  for (const ended of [visitor, other]) {
    assert.equal((await ended.refusal(viewMe)).code, 'session.required')
  }
  assert.equal(await giveNumberAndPassword(person.personalNumber, PASSWORD), false)
  assert.equal(await giveNumberAndPassword(person.personalNumber, 'Sen-Moi#2027'), true)
  await fixture.letters(person.phone, /mật khẩu/i)
})

test('a change of password needs the old one and ends every other session, at portals too', async () => {
  const { visitor } = citizen
  const other = fixture.visitor()
  await open(other, citizen.device)
  await signInAtPortal()
  assert.equal(
    (await visitor.refusal(changePassword, { old: 'Wrong-Sen#2026', new: 'Sen-Moi#2027' })).code,
    'sign-in.no-match',
  )
  assert.equal((await visitor.refusal(changePassword, { old: PASSWORD, new: 'short' })).code, 'password.weak')
  assert.equal((await other.do(viewDevices)).sessions.filter((s) => s.kind === 'portal').length, 1)
  await visitor.do(changePassword, { old: PASSWORD, new: 'Sen-Moi#2027' })
  await visitor.do(changePassword, { old: 'Sen-Moi#2027', new: PASSWORD })
  assert.equal((await other.refusal(viewMe)).code, 'session.required')
  assert.deepEqual(
    (await visitor.do(viewDevices)).sessions.filter((s) => s.kind === 'portal'),
    [],
  )
})

test("a new phone is proven by a code of its own, the old one is told, and another's that changed hands is hers", async () => {
  const { visitor, person } = await settleCitizen(fixture)
  const fresh = newPerson().phone
  assert.equal(
    (await visitor.refusal(changePhone, { phone: fresh, passcode: '000000' })).code,
    'passcode.wrong',
  )
  assert.equal((await visitor.refusal(confirmPhone, { code: '000000' })).code, 'journey.gone')
  await visitor.do(changePhone, { phone: fresh, passcode: PASSCODE })
  await visitor.do(confirmPhone, { code: await fixture.code(fresh) })
  assert.ok((await fixture.letters(person.phone, /sang số khác/)).some((m) => !m.code))
  assert.ok((await visitor.do(viewMe)).phone.endsWith(fresh.slice(-3)))
  const other = await settleCitizen(fixture)
  await visitor.do(changePhone, { phone: other.person.phone, passcode: PASSCODE })
  await visitor.do(confirmPhone, { code: await fixture.code(other.person.phone) })
  assert.equal((await other.visitor.do(viewMe)).phone, '')
  const next = await settleCitizen(fixture, { phone: person.phone })
  assert.equal((await next.visitor.do(viewMe)).state, 'active')
})

test('a new e-mail is proven by a code of its own, and the old one is told', async () => {
  const { visitor, person } = await settleCitizen(fixture)
  await visitor.do(changeEmail, { email: 'moi@thu.example', passcode: PASSCODE })
  await visitor.do(confirmEmail, { code: await fixture.code('moi@thu.example') })
  await fixture.letters(person.email, /mo•|m•|moi/i)
  assert.ok((await visitor.do(viewInbox, {})).items.some((item) => item.kind === 'security'))
  assert.match((await visitor.do(viewMe)).email ?? '', /thu\.example$/)
})

test('removing a device kills its session and its key in the same moment', async () => {
  const [{ visitor, device }, other] = [await bindAnother(), await bindAnother()]
  const { devices } = await visitor.do(viewDevices)
  const mine = devices.find((d) => d.isThis)?.id
  await other.visitor.do(removeDevice, { id: mine, passcode: PASSCODE })
  assert.equal((await visitor.refusal(viewMe)).code, 'session.required')
  assert.equal((await refusedOpen(visitor, device)).code, 'device.unknown')
  assert.equal(
    (await other.visitor.refusal(removeDevice, { id: mine, passcode: PASSCODE })).code,
    'session.gone',
  )
  await fixture.letters(binder.person.phone, /Máy Máy thử đã bị gỡ lúc/)
})

test("nobody can end another person's session or unbind her device", async () => {
  const thief = await settleCitizen(fixture)
  await open(citizen.visitor, citizen.device)
  const { devices, sessions } = await citizen.visitor.do(viewDevices)
  for (const { id } of devices) {
    assert.equal((await thief.visitor.refusal(removeDevice, { id })).code, 'session.gone')
  }
  for (const { id } of sessions) {
    assert.equal((await thief.visitor.refusal(endSession, { id })).code, 'session.gone')
  }
  assert.equal((await citizen.visitor.do(viewDevices)).devices.length, devices.length)
})

test('sign-out everywhere ends every other session and every portal, and says how many', async () => {
  await open(citizen.visitor, citizen.device)
  const others = [fixture.visitor(), fixture.visitor()]
  for (const other of others) {
    await open(other, citizen.device)
  }
  await signInAtPortal()
  const { ended } = await citizen.visitor.do(signOutEverywhere)
  assert.ok(ended >= 3)
  for (const other of others) {
    assert.equal((await other.refusal(viewMe)).code, 'session.required')
  }
  assert.deepEqual(
    (await citizen.visitor.do(viewDevices)).sessions.map((s) => s.isThis),
    [true],
  )
})

test('a fourth device makes the oldest give way', async () => {
  const own = await settleCitizen(fixture)
  for (let i = 0; i < 2; i++) {
    await bindAnother(PASSCODE, own)
  }
  assert.equal((await own.visitor.do(viewMe)).fullName, own.person.fullName)
  const last = await bindAnother(PASSCODE, own)
  assert.equal((await last.visitor.do(viewDevices)).devices.length, 3)
  assert.equal((await own.visitor.refusal(viewMe)).code, 'session.required')
  assert.equal((await refusedOpen(own.visitor, own.device)).code, 'device.unknown')
})

test('a session ends by itself after fifteen minutes without use, and slides with use', async () => {
  const visitor = fixture.visitor()
  await open(visitor, citizen.device)
  moveClock(clockAtFirst + 14 * 60_000)
  await visitor.do(viewMe)
  moveClock(clockAtFirst + 28 * 60_000)
  await visitor.do(viewMe)
  moveClock(clockAtFirst + 44 * 60_000)
  assert.equal((await visitor.refusal(viewMe)).code, 'session.required')
})

test('a closed app is closed for a thief of the cookie too', async () => {
  const visitor = fixture.visitor()
  await open(visitor, citizen.device)
  const stolen = visitor.sessions.get('app') ?? ''
  await visitor.do(closeApp)
  visitor.sessions.set('app', stolen)
  assert.equal((await visitor.refusal(viewMe)).code, 'session.required')
})

test('one phone gets five codes an hour, however often somebody begins anew', async () => {
  const { person } = await settleCitizen(fixture)
  const refusals: string[] = []
  for (let i = 0; i < 8; i++) {
    const stranger = fixture.visitor()
    refusals.push(
      await stranger.do(startNewDevice, { personalNumber: person.personalNumber, password: PASSWORD }).then(
        () => 'sent',
        (error: { code?: string }) => error.code ?? '',
      ),
    )
  }
  assert.equal(refusals.filter((code) => code === 'limit.reached').length >= 3, true, refusals.join())
})

test('a stranger who goes on guessing cannot keep the way of unknown devices closed', async () => {
  const { person } = await settleCitizen(fixture)
  const digest = fixture.context.tools.digests.identifier('number', person.personalNumber)
  const pausedUntil = async (): Promise<Date | null> =>
    (
      await fixture.pool.query<{ paused_until: Date | null }>(
        "select paused_until from password_guard where number_digest = $1 and way = 'unknown'",
        [digest],
      )
    ).rows[0]?.paused_until ?? null
  for (let tries = 0; tries < 5; tries++) {
    await giveNumberAndPassword(person.personalNumber, 'Sai-Roi#2026')
  }
  const first = await pausedUntil()
  assert.ok(first)
  for (let tries = 0; tries < 3; tries++) {
    await giveNumberAndPassword(person.personalNumber, 'Sai-Roi#2026')
  }
  assert.deepEqual(await pausedUntil(), first)
})
