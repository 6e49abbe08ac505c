// Closing one's own account: with passcode and code, taken back until its day, stopped by whoever did not ask
// for it; and what is gone when it is closed.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { activateFor, applyFor, PASSCODE, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../../testing/test-person.ts'
import { clockOffset_ms, moveClock, now } from '../../../../kernel/clock.ts'
import { reserveSubject, openAccount } from '../../../people/accounts/open-account.ts'
import { lockNow, makeLockCode } from '../../../people/locks/lock-oneself.ts'
import { lockByLockCode } from '../../../people/locks/lock-in-public.ts'
import {
  answerRelative,
  nameRelative,
  viewRelatives,
} from '../../../cases/representation/relatives/trusted-relative-deeds.ts'
import { reportDiscrepancy } from '../../../cases/discrepancies/own-discrepancies.ts'
import { viewMe } from '../../../platform/home/view-me.ts'
import { disputeRecovery } from '../recovery/stop-recovery.ts'
import { openApp } from '../sessions/open-app.ts'
import { askClosing, confirmClosing, keepAccount, viewClosing } from './close-account-deeds.ts'
import { closeDue } from './close-due.ts'

const DAY_MS = 86_400_000
let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

type Holder = Awaited<ReturnType<typeof settleCitizen>>
const openAgain = async ({ visitor, device }: Holder): Promise<void> => {
  await visitor.do(openApp, { ...(await device.proof(visitor)), passcode: PASSCODE })
}
const settled = async (): Promise<Holder> => {
  const holder = await settleCitizen(fixture)
  await openAgain(holder)
  return holder
}
const askAndConfirm = async ({ visitor, person }: Holder) => {
  await visitor.do(askClosing, { passcode: PASSCODE })
  return visitor.do(confirmClosing, { code: await fixture.code(person.phone) })
}
/** The job, until nothing more is due. */
const runJob = async (): Promise<void> => {
  const { transact, tools } = fixture.context
  while ((await closeDue(transact, tools)) > 0) {
    continue
  }
  await fixture.settle()
}
const rows = async (sql: string, params: unknown[]): Promise<Record<string, unknown>[]> =>
  (await fixture.pool.query<Record<string, unknown>>(sql, params)).rows
/** A closed account holds no number: the keyed digest leads to it. */
const accountOf = async ({ person }: Holder): Promise<Record<string, unknown>> => {
  const digest = fixture.context.tools.digests.identifier('number', person.personalNumber)
  const [row] = await rows(
    `select a.* from account a join identifier i using (subject_id) where i.kind = 'number' and i.digest = $1`,
    [digest],
  )
  return row ?? {}
}
const subjectOf = async (holder: Holder): Promise<string> => String((await accountOf(holder))['subject_id'])
const stateOf = async (holder: Holder): Promise<unknown> => (await accountOf(holder))['state']
const stopCode = async (to: string): Promise<string> => {
  const [message] = (await fixture.letters(to, /not-me/)).filter(({ text }) => /not-me/.test(text))
  return /(\d{4} \d{4})/.exec(message?.text ?? '')?.[1] ?? ''
}

test('passcode and code begin it; she uses the account meanwhile, takes it back, and nothing is closed', async () => {
  const holder = await settled()
  assert.equal((await holder.visitor.refusal(askClosing, { passcode: '000000' })).code, 'passcode.wrong')
  assert.equal((await holder.visitor.refusal(keepAccount)).code, 'closing.gone')
  await holder.visitor.do(askClosing, { passcode: PASSCODE })
  assert.equal((await holder.visitor.do(viewClosing)).closing, null, 'asking alone begins nothing')
  const { erased } = await holder.visitor.do(viewClosing)
  assert.deepEqual(
    erased.kept.map(({ kind }) => kind),
    ['passing', 'offices', 'letters', 'consents', 'use', 'cases', 'account'],
  )
  const { dueAt } = await holder.visitor.do(confirmClosing, { code: await fixture.code(holder.person.phone) })
  const seen = await holder.visitor.do(viewClosing)
  assert.equal(seen.closing?.dueAt, dueAt)
  assert.ok(Math.abs(Date.parse(dueAt) - Date.parse(seen.closing.begunAt) - seen.waitDays * DAY_MS) < 1000)
  for (const to of [holder.person.phone, holder.person.email]) {
    assert.match(await stopCode(to ?? ''), /^\d{4} \d{4}$/, `the notice to ${to} says how to stop it`)
  }
  assert.equal((await holder.visitor.refusal(askClosing, { passcode: PASSCODE })).code, 'closing.goes-on')
  assert.equal((await holder.visitor.do(viewMe)).state, 'active')

  await holder.visitor.do(keepAccount)
  moveClock(clockAtFirst + (seen.waitDays + 1) * DAY_MS)
  await runJob()
  assert.equal(await stateOf(holder), 'active')
  await fixture.letters(holder.person.phone, /không bị đóng nữa/)
})

test('the code of the notice stops it and locks the account; a wrong one and an old one do nothing', async () => {
  const holder = await settled()
  await askAndConfirm(holder)
  const code = await stopCode(holder.person.phone)
  const { personalNumber } = holder.person
  const stranger = fixture.visitor()
  const wrong = code.startsWith('1') ? '2222 2222' : '1111 1111'
  assert.equal(
    (await stranger.refusal(disputeRecovery, { personalNumber, code: wrong })).code,
    'recovery.dispute-wrong',
  )
  assert.equal(await stateOf(holder), 'active')
  await stranger.do(disputeRecovery, { personalNumber, code })
  assert.equal(await stateOf(holder), 'locked')
  assert.equal(
    (await stranger.refusal(disputeRecovery, { personalNumber, code })).code,
    'recovery.dispute-wrong',
  )
  moveClock(clockAtFirst + 30 * DAY_MS)
  await runJob()
  assert.equal(await stateOf(holder), 'locked', 'nothing is closed')
})

test('her own lock takes it back', async () => {
  const holder = await settled()
  await askAndConfirm(holder)
  await holder.visitor.do(lockNow)
  await fixture.settle()
  moveClock(clockAtFirst + 30 * DAY_MS)
  await runJob()
  assert.equal(await stateOf(holder), 'locked')
  assert.equal(
    (
      await rows('select ended_as from account_closing where subject_id = $1', [await subjectOf(holder)])
    )[0]?.['ended_as'],
    'locked',
  )
})

test('she is reminded, then it is closed: nothing of hers opens, and the phone is free for others', async () => {
  const holder = await settled()
  const { personalNumber, phone } = holder.person
  const { lockCode } = await holder.visitor.do(makeLockCode, { passcode: PASSCODE })
  await askAndConfirm(holder)
  const subjectId = await subjectOf(holder)
  moveClock(clockAtFirst + 12 * DAY_MS + 60_000)
  await runJob()
  await fixture.letters(phone, /Nhắc lại: tài khoản của bạn đóng/)
  assert.equal(await stateOf(holder), 'active')
  moveClock(clockAtFirst + 14 * DAY_MS + 60_000)
  await runJob()
  assert.equal(await stateOf(holder), 'closed')
  await fixture.letters(phone, /Tài khoản định danh của bạn đã đóng/)
  const year = now().getUTCFullYear() + 10
  const text = new RegExp(`Hồ sơ đã giải quyết.*, đến \\d\\d/\\d\\d/${year}: .*không hạn: `, 's')
  await fixture.letters(holder.person.email, text)
  assert.equal((await holder.visitor.refusal(viewMe)).code, 'session.required')
  assert.equal(
    (
      await holder.visitor.refusal(openApp, {
        ...(await holder.device.proof(holder.visitor)),
        passcode: PASSCODE,
      })
    ).code,
    'device.unknown',
  )
  assert.equal((await accountOf(holder))['personal_number'], null)
  for (const table of ['device', 'contact', 'password', 'app_session', 'lock_code']) {
    assert.deepEqual(await rows(`select 1 from ${table} where subject_id = $1`, [subjectId]), [], table)
  }
  assert.equal(
    (await fixture.visitor().refusal(lockByLockCode, { personalNumber, lockCode })).code,
    'lock.not-accepted',
  )
  const lines = await rows('select purpose from audit_line where subject_id = $1', [subjectId])
  for (const purpose of ['closing-asked', 'closing-begun', 'account-closed']) {
    assert.ok(
      lines.some((line) => line['purpose'] === purpose),
      purpose,
    )
  }
  const other = newPerson()
  await fixture.register(other)
  const { transact, tools } = fixture.context
  const opened = await transact(async (work) =>
    openAccount(work, tools, {
      subjectId: await reserveSubject(work, tools, other.personalNumber),
      personalNumber: other.personalNumber,
      level: 1,
      language: 'vi',
      phone,
      email: null,
      proof: { channel: 'sms', at: now() },
    }),
  )
  assert.ok(typeof opened !== 'string', 'another person has the phone now')
})

test('she registers anew as anybody does, and what was open before stays dead', async () => {
  const holder = await settled()
  await askAndConfirm(holder)
  moveClock(clockAtFirst + 12 * DAY_MS + 60_000)
  await runJob()
  moveClock(clockAtFirst + 15 * DAY_MS)
  await runJob()
  assert.equal(await stateOf(holder), 'closed')
  const visitor = fixture.visitor()
  const { status } = await applyFor(fixture, visitor, holder.person)
  assert.equal(status.state, 'accepted')
  const device = await activateFor(fixture, visitor, holder.person)
  await openAgain({ ...holder, visitor, device })
  assert.equal((await visitor.do(viewMe)).state, 'active')
  assert.equal((await visitor.do(viewClosing)).closing, null)
  assert.equal((await holder.visitor.refusal(viewMe)).code, 'session.required')
})

test('whom she named and who named her are told, and the ties are over', async () => {
  const [holder, friend] = [await settled(), await settled()]
  const naming = (personalNumber: string) => ({ personalNumber, label: 'Chị họ', passcode: PASSCODE })
  await holder.visitor.do(nameRelative, naming(friend.person.personalNumber))
  await friend.visitor.do(nameRelative, naming(holder.person.personalNumber))
  await fixture.settle()
  for (const one of [holder, friend]) {
    const [asked] = (await one.visitor.do(viewRelatives)).namedBy
    await one.visitor.do(answerRelative, { id: asked?.id ?? '', accept: true })
    await fixture.settle()
  }
  await askAndConfirm(holder)
  moveClock(clockAtFirst + 12 * DAY_MS + 60_000)
  await runJob()
  moveClock(clockAtFirst + 15 * DAY_MS)
  await runJob()
  assert.equal(await stateOf(holder), 'closed')
  for (const table of ['trusted_relative', 'trusted_by']) {
    assert.deepEqual(
      await rows(`select 1 from ${table} where subject_id = $1`, [await subjectOf(holder)]),
      [],
      table,
    )
  }
  await openAgain(friend)
  const left = await friend.visitor.do(viewRelatives)
  assert.deepEqual(left.namedBy, [])
  assert.ok(left.named.every(({ state }) => state === 'ended'))
})

test('while a case of hers is open nothing is begun, and what has begun waits for it', async () => {
  const holder = await settled()
  const report = { field: 'fullName', value: 'Nguyễn Thị Hạnh Dung' }
  await askAndConfirm(holder)
  await holder.visitor.do(reportDiscrepancy, report)
  await fixture.settle()
  assert.equal((await holder.visitor.do(viewClosing)).waitsFor, 'case')
  moveClock(clockAtFirst + 12 * DAY_MS + 60_000)
  await runJob()
  moveClock(clockAtFirst + 15 * DAY_MS)
  await runJob()
  assert.equal(await stateOf(holder), 'active')
  await openAgain(holder)
  await holder.visitor.do(keepAccount)
  assert.equal((await holder.visitor.refusal(askClosing, { passcode: PASSCODE })).code, 'closing.case-open')
})

test('after a stop of the server she is reminded first, and has the days of the reminder', async () => {
  const holder = await settled()
  await askAndConfirm(holder)
  moveClock(clockAtFirst + 20 * DAY_MS)
  await runJob()
  await fixture.letters(holder.person.phone, /Nhắc lại: tài khoản của bạn đóng/)
  assert.equal(await stateOf(holder), 'active')
  await openAgain(holder)
  const { closing } = await holder.visitor.do(viewClosing)
  assert.ok(Math.abs(Date.parse(closing?.dueAt ?? '') - now().getTime() - 2 * DAY_MS) < 60_000)
  moveClock(clockAtFirst + 22 * DAY_MS + 60_000)
  await runJob()
  assert.equal(await stateOf(holder), 'closed')
})

test('one whose closing fails each time holds up nobody else', async () => {
  const [broken, other] = [await settled(), await settled()]
  for (const holder of [broken, other]) {
    await askAndConfirm(holder)
    moveClock(clockOffset_ms() + 60_000)
  }
  moveClock(clockAtFirst + 12 * DAY_MS + 600_000)
  await runJob()
  await fixture.pool.query("update contact set sealed_value = $2 where subject_id = $1 and kind = 'phone'", [
    await subjectOf(broken),
    Buffer.alloc(64),
  ])
  moveClock(clockAtFirst + 15 * DAY_MS)
  await assert.rejects(runJob(), 'its fault is not hidden')
  assert.equal(await stateOf(broken), 'active', 'nothing of it is half done')
  assert.equal(await stateOf(other), 'closed')
})
