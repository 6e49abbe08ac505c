// The ladder on a real database: each rung at home, what ends with the old phone, what strangers learn
// (nothing).
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, PASSWORD, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { TestDevice } from '../../../../../testing/test-device.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import type { Visitor } from '../../../../../testing/visitor.ts'
import {
  beginRung,
  chipProof,
  finishOn,
  NEW_PASSCODE,
  newPhone,
  pictureOf,
  showChip,
  showCode,
  showFace,
  upToWait,
} from '../../../../../testing/recovery-steps.ts'
import { clockOffset_ms, moveClock } from '../../../../kernel/clock.ts'
import { findSubject } from '../../../people/accounts/open-account.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { lockSubject } from '../../../people/locks/lock-subject.ts'
import { viewAccessLog } from '../../../platform/audit/access-log.ts'
import { changePassword } from '../secrets/change-secrets.ts'
import { startNewDevice } from '../activation/begin-journey.ts'
import { beginRecovery, leaveRecovery, sendRecoveryCode, viewRecovery } from './begin-recovery.ts'
import { finishRecovery } from './finish-recovery.ts'
import { judgeRecoveryPassword } from '../secrets/judge-password.ts'
import { openApp } from '../sessions/open-app.ts'
import { proveChip, proveCode, provePortrait } from './prove-recovery.ts'
import { viewDevices } from '../sessions/sessions.ts'
import { viewOngoing } from './stop-recovery.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

const HOUR_MS = 3_600_000
const passed = (ms: number): void => moveClock(clockOffset_ms() + ms)
type Citizen = Awaited<ReturnType<typeof settleCitizen>>
const subjectOf = async ({ person }: Citizen): Promise<string> =>
  (await findSubject(fixture.context.tools.read, fixture.context.tools, person.personalNumber)) ??
  assert.fail()
/** With card, SIM and face, through the waiting. */
const upToSecrets = async (visitor: Visitor, person: Citizen['person']): Promise<void> => {
  await beginRung(visitor, person, 'chip')
  await showChip(visitor, person)
  await showCode(fixture, visitor, person.phone)
  assert.equal((await showFace(visitor, person.face)).step, 'wait')
  passed(6 * HOUR_MS + 60_000)
  assert.equal((await visitor.do(viewRecovery)).step, 'secrets')
}

test("by the card's chip, a code and her face it waits six hours; everything old ends in that moment, and the old phone is not asked", async () => {
  const citizen = await settleCitizen(fixture)
  const { person, visitor: old, device: oldDevice } = citizen
  const visitor = fixture.visitor()
  assert.equal((await beginRung(visitor, person, 'chip')).step, 'chip')
  assert.equal((await showChip(visitor, person)).step, 'code')
  assert.equal((await showCode(fixture, visitor, person.phone)).step, 'portrait')
  assert.equal((await showFace(visitor, person.face)).step, 'wait')
  passed(6 * HOUR_MS - 60_000)
  assert.equal((await visitor.refusal(finishRecovery, newPhone())).code, 'recovery.waiting')
  passed(120_000)
  await finishOn(visitor)
  assert.equal((await visitor.do(viewMe)).state, 'active')
  assert.equal((await visitor.do(viewDevices)).devices.length, 1)
  assert.equal((await old.refusal(viewMe)).code, 'session.required')
  assert.equal(
    (await old.refusal(openApp, { ...(await oldDevice.proof(old)), passcode: PASSCODE })).code,
    'device.unknown',
  )
  assert.equal(
    (
      await fixture
        .visitor()
        .refusal(startNewDevice, { personalNumber: person.personalNumber, password: PASSWORD })
    ).code,
    'sign-in.no-match',
  )
  await fixture.letters(person.email, /old phone|máy cũ/)
  const purposes = (await visitor.do(viewAccessLog)).items.map(({ purpose }) => purpose)
  assert.ok(purposes.includes('recovery-proof') && purposes.includes('recovery-done'), String(purposes))
})

test("a chip that is refused, a copy, another person's card or a card that is not the present one is no proof", async () => {
  const citizen = await settleCitizen(fixture)
  const other = await settleCitizen(fixture)
  const oldCard = { ...citizen.person, issuedOn: '2019-01-01' }
  const visitor = fixture.visitor()
  await beginRung(visitor, citizen.person, 'chip')
  const refusal = async (input: object): Promise<string> => (await visitor.refusal(proveChip, input)).code
  assert.equal(
    await refusal(await chipProof(visitor, citizen.person, { variant: 'tampered' })),
    'recovery.chip-refused',
  )
  assert.equal(
    await refusal(await chipProof(visitor, citizen.person, { variant: 'copied' })),
    'recovery.chip-copied',
  )
  assert.equal(
    await refusal(await chipProof(visitor, citizen.person, { answers: 'none' })),
    'recovery.chip-copied',
  )
  assert.equal(await refusal(await chipProof(visitor, other.person)), 'recovery.chip-other-person')
  assert.equal(await refusal(await chipProof(visitor, oldCard)), 'recovery.chip-refused')
  const good = await chipProof(visitor, citizen.person)
  await visitor.do(proveChip, good)
  assert.equal((await visitor.refusal(proveChip, good)).code, 'recovery.order')
})

test('an answer of the chip counts once', async () => {
  const citizen = await settleCitizen(fixture)
  const [one, two] = [fixture.visitor(), fixture.visitor()]
  await beginRung(one, citizen.person, 'chip')
  await beginRung(two, citizen.person, 'chip')
  const proof = await chipProof(one, citizen.person)
  assert.equal((await two.refusal(proveChip, proof)).code, 'recovery.chip-copied')
})

test('by code and portrait it waits a day; meanwhile the old phone reads, changes nothing and may end it', async () => {
  const citizen = await settleCitizen(fixture)
  const { person, visitor: old, device } = citizen
  const visitor = fixture.visitor()
  await upToWait(fixture, visitor, citizen.person)
  assert.equal((await visitor.refusal(finishRecovery, newPhone())).code, 'recovery.waiting')
  assert.equal((await old.do(viewMe)).state, 'active')
  assert.equal(
    (await old.refusal(changePassword, { old: PASSWORD, new: 'Khac-Han#2026' })).code,
    'recovery.held-still',
  )
  assert.equal((await old.do(viewOngoing)).ongoing?.rung, 'face')
  passed(24 * HOUR_MS - 60_000)
  assert.equal((await visitor.refusal(finishRecovery, newPhone())).code, 'recovery.waiting')
  passed(120_000)
  assert.equal((await visitor.do(viewRecovery)).step, 'secrets')
  await finishOn(visitor)
  assert.equal(
    (await old.refusal(openApp, { ...(await device.proof(old)), passcode: PASSCODE })).code,
    'device.unknown',
  )
  await fixture.letters(person.phone, /máy cũ/)
})

test('three pictures that differ end it; a poor one is not counted', async () => {
  const citizen = await settleCitizen(fixture)
  const visitor = fixture.visitor()
  await beginRung(visitor, citizen.person, 'face')
  await showCode(fixture, visitor, citizen.person.phone)
  for (const left of [2, 1, 0]) {
    assert.deepEqual((await visitor.refusal(provePortrait, await pictureOf('khoa'))).details.params, { left })
  }
  assert.equal((await visitor.do(viewRecovery)).end, 'failed')
  assert.equal((await visitor.refusal(provePortrait, await pictureOf('hanh'))).code, 'recovery.gone')
})

test("her own lock opens with the recovery that proves her; a death or a body's request bars every rung", async () => {
  const own = await settleCitizen(fixture)
  const { transact, tools } = fixture.context
  await transact(async (work) =>
    lockSubject(work, tools, { subjectId: await subjectOf(own), ground: 'holder-request', by: 'holder' }),
  )
  const visitor = fixture.visitor()
  await upToSecrets(visitor, own.person)
  await finishOn(visitor)
  assert.equal((await visitor.do(viewMe)).state, 'active')
  const barred = await settleCitizen(fixture)
  await transact(async (work) =>
    lockSubject(work, tools, {
      subjectId: await subjectOf(barred),
      ground: 'body-request',
      by: 'body',
      bodyKey: 'a',
    }),
  )
  const other = fixture.visitor()
  await beginRung(other, barred.person, 'face')
  await showCode(fixture, other, barred.person.phone)
  assert.equal((await other.refusal(provePortrait, await pictureOf('hanh'))).code, 'recovery.barred')
})

test('one recovery of a person counts: the newest that showed a proof; a stranger who only knows the number ends nothing', async () => {
  const citizen = await settleCitizen(fixture)
  const [first, stranger, second] = [fixture.visitor(), fixture.visitor(), fixture.visitor()]
  await upToWait(fixture, first, citizen.person)
  await beginRung(stranger, citizen.person, 'face')
  // The stranger's code comes to the same phone: it is read here, so that the next one is her own.
  await fixture.code(citizen.person.phone)
  assert.equal((await first.do(viewRecovery)).step, 'wait')
  await beginRung(second, citizen.person, 'face')
  await showCode(fixture, second, citizen.person.phone)
  assert.equal((await first.do(viewRecovery)).end, 'superseded')
  passed(25 * HOUR_MS)
  assert.equal((await first.refusal(finishRecovery, newPhone())).code, 'recovery.gone')
})

test('whoever begins for a number that is not hers gets the same answers, no code, and causes no notice', async () => {
  const citizen = await settleCitizen(fixture)
  const strange = '+84917999888'
  const shape = async (personalNumber: string, phone: string): Promise<string> => {
    const visitor = fixture.visitor()
    const seen: unknown[] = []
    for (const rung of ['chip', 'face', 'relative'] as const) {
      seen.push(await visitor.do(beginRecovery, { rung, personalNumber, channel: 'sms', phone }))
      if (rung !== 'chip') {
        seen.push(
          (await visitor.refusal(proveCode, { code: '000000' })).code,
          await visitor.do(sendRecoveryCode),
        )
      }
    }
    return JSON.stringify(seen)
      .replace(/"20\d\d-[^"]*"/g, '"t"')
      .replace(/\d{3}"/g, 'xxx"')
  }
  const real = await shape(citizen.person.personalNumber, citizen.person.phone)
  assert.equal(await shape(newPerson().personalNumber, strange), real)
  assert.equal(await shape(citizen.person.personalNumber, '+84917999777'), real)
  await fixture.settle()
  assert.deepEqual(fixture.post.messages(strange), [])
  assert.ok(!fixture.post.messages(citizen.person.email).some(({ text }) => /lấy lại/.test(text)))
})

test('no step comes before its time, and a recovery that was left is over', async () => {
  const citizen = await settleCitizen(fixture)
  const visitor = fixture.visitor()
  assert.equal((await visitor.refusal(viewRecovery)).code, 'recovery.gone')
  await beginRung(visitor, citizen.person, 'face')
  assert.equal((await visitor.refusal(finishRecovery, newPhone())).code, 'recovery.order')
  assert.equal((await visitor.refusal(judgeRecoveryPassword, { password: PASSWORD })).code, 'recovery.order')
  assert.equal((await visitor.refusal(provePortrait, await pictureOf('hanh'))).code, 'recovery.order')
  await showCode(fixture, visitor, citizen.person.phone)
  assert.equal((await visitor.refusal(proveCode, { code: '000000' })).code, 'recovery.order')
  await visitor.do(leaveRecovery)
  assert.equal((await visitor.refusal(viewRecovery)).code, 'recovery.gone')
})

test('the new phone needs a good password, a good passcode and its own key', async () => {
  const { person } = await settleCitizen(fixture)
  const visitor = fixture.visitor()
  await upToSecrets(visitor, person)
  const good = newPhone()
  for (const [password, code] of [
    ['short', 'password.weak'],
    ['Password1!', 'password.breached'],
    [`Aa!${person.phone.slice(-6)}`, 'password.own-data'],
  ] as const) {
    assert.equal((await visitor.refusal(judgeRecoveryPassword, { password })).code, code)
    assert.equal((await visitor.refusal(finishRecovery, { ...good, password })).code, code)
  }
  await visitor.do(judgeRecoveryPassword, { password: good.password })
  assert.equal((await visitor.refusal(finishRecovery, { ...good, passcode: '123456' })).code, 'passcode.weak')
  assert.equal(
    (
      await visitor.refusal(finishRecovery, {
        ...good,
        device: { ...good.device, key: new TestDevice().key },
      })
    ).code,
    'device.proof',
  )
  const device = await finishOn(visitor)
  await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: NEW_PASSCODE })
})
