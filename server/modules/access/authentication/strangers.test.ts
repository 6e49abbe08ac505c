// What a stranger can spend who knows a number, a phone and a mailbox: nothing that belongs to their owner.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { beginApplication } from '../../../../testing/begin-application.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSCODE, PASSWORD, settleCitizen } from '../../../../testing/settle-citizen.ts'
import { newPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { accountState } from '../../../../testing/lock-steps.ts'
import { beginRung, showCode, showFace, stopCodeIn } from '../../../../testing/recovery-steps.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { UseCase } from '../../../kernel/use-case.ts'
import type { Operation } from '../../../../contract/operation.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { lockByEmailCode, lockByLockCode, sendLockCode } from '../../people/locks/lock-in-public.ts'
import { sendEnrolmentCode } from '../../cases/enrolment/level-1/fill-draft.ts'
import { startNewDevice } from './activation/begin-journey.ts'
import { verifyJourneyCode } from './activation/finish-journey.ts'
import { beginRecovery, redeemVoucher, sendRecoveryCode } from './recovery/begin-recovery.ts'
import { proveCode } from './recovery/prove-recovery.ts'
import { changePhone, confirmPhone } from './secrets/change-secrets.ts'
import { disputeRecovery } from './recovery/stop-recovery.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

/** How one deed ends, asked again and again. */
const oftenAs = async <Op extends Operation, A extends Actor, F, P>(
  times: number,
  visitor: Visitor,
  useCase: UseCase<Op, A, F, P>,
  input: unknown,
): Promise<string[]> => {
  const ends: string[] = []
  for (let i = 0; i < times; i++) {
    ends.push(
      await visitor.do(useCase, input).then(
        () => 'done',
        (error: unknown) => (error instanceof Problem ? error.code : String(error)),
      ),
    )
  }
  return ends
}
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('one address that asks for her recovery a hundred times takes neither recovery nor voucher from her', async () => {
  const { person } = await settleCitizen(fixture)
  const { personalNumber } = person
  const stranger = fixture.visitor()
  const asked = { rung: 'face', personalNumber, channel: 'sms', phone: '0900000001' }
  const ends = await oftenAs(100, stranger, beginRecovery, asked)
  assert.equal(ends.at(-1), 'limit.reached')
  await beginRung(fixture.visitor(), person, 'face')
  assert.deepEqual(
    await oftenAs(1, fixture.visitor(), redeemVoucher, { personalNumber, voucher: 'AAAA-BBBB-CCCC-DDDD' }),
    ['recovery.voucher-wrong'],
  )
})

test('who has the right code says "this was not me", however often a stranger has said it with a wrong one', async () => {
  const citizen = await settleCitizen(fixture)
  const { person } = citizen
  const thief = fixture.visitor()
  await beginRung(thief, person, 'face')
  await showCode(fixture, thief, person.phone)
  await showFace(thief, person.face)
  const { personalNumber } = person
  for (const stranger of [fixture.visitor(), fixture.visitor()]) {
    const ends = await oftenAs(12, stranger, disputeRecovery, { personalNumber, code: '00000000' })
    assert.deepEqual([...new Set(ends)], ['recovery.dispute-wrong', 'limit.reached'])
  }
  await fixture
    .visitor()
    .do(disputeRecovery, { personalNumber, code: await stopCodeIn(fixture, person.email) })
  assert.equal(await accountState(fixture, citizen), 'locked')
})

test('no number of strangers takes the public lock from her or from the nation', async () => {
  const citizen = await settleCitizen(fixture)
  const { person } = citizen
  const { personalNumber } = person
  for (let i = 0; i < 16; i++) {
    await oftenAs(10, fixture.visitor(), lockByLockCode, { personalNumber, lockCode: 'AAAA-AAAA-AAAA' })
  }
  assert.deepEqual(
    await oftenAs(1, fixture.visitor(), lockByLockCode, { personalNumber, lockCode: 'AAAA-AAAA-AAAA' }),
    ['lock.not-accepted'],
  )
  const owner = fixture.visitor()
  const { attempt } = await owner.do(sendLockCode, { personalNumber, email: person.email })
  await owner.do(lockByEmailCode, { attempt, code: await fixture.code(person.email) })
  assert.equal(await accountState(fixture, citizen), 'locked')
})

test('five applications with her phone are the most of an hour, and leave her the codes of her own sign-in', async () => {
  const { person } = await settleCitizen(fixture)
  for (let i = 0; i < 5; i++) {
    await beginApplication(fixture, person)
    // Read here, so that the next one is her own.
    await fixture.code(person.phone)
  }
  await assert.rejects(
    beginApplication(fixture, person),
    (error) => error instanceof Problem && error.code === 'limit.reached',
  )
  const owner = fixture.visitor()
  await owner.do(startNewDevice, { personalNumber: person.personalNumber, password: PASSWORD })
  await owner.do(verifyJourneyCode, { code: await fixture.code(person.phone) })
  await beginRung(fixture.visitor(), person, 'face')
})

test('one address that has her recovery codes sent leaves her a code of her own, and all of them have a ceiling', async () => {
  const { person } = await settleCitizen(fixture)
  const owner = fixture.visitor()
  for (let i = 0; i < 3; i++) {
    const stranger = fixture.visitor()
    await beginRung(stranger, person, 'face')
    const ends = await oftenAs(6, stranger, sendRecoveryCode, {})
    assert.deepEqual(ends, ['done', 'done', 'done', 'done', 'limit.reached', 'limit.reached'])
  }
  await beginRung(owner, person, 'face')
  const sent = async (): Promise<number> =>
    (await fixture.pool.query('select 1 from contact_proof where is_sent_out')).rows.length
  const before = await sent()
  for (let i = 0; i < 4; i++) {
    await oftenAs(5, fixture.visitor(), beginRecovery, {
      rung: 'face',
      personalNumber: person.personalNumber,
      channel: 'sms',
      phone: person.phone,
    })
  }
  // Those of three strangers and hers are sent: sixteen. Of these, the first of each.
  assert.equal((await sent()) - before, 4, 'twenty in an hour')
})

test("thirty wrong guesses of strangers do not spend her right code, and a stranger's own guesses end", async () => {
  const { person } = await settleCitizen(fixture)
  const ends: string[] = []
  const stranger = fixture.visitor()
  // From one in the morning on, so that all of it is one day.
  const day_ms = 86_400_000
  const morning_ms = clockOffset_ms() + day_ms - (now().getTime() % day_ms) + 3_600_000
  for (let i = 0; i < 8; i++) {
    moveClock(morning_ms + i * 3_600_000)
    await beginRung(stranger, person, 'face')
    const code = await fixture.code(person.phone)
    ends.push(...(await oftenAs(5, stranger, proveCode, { code: wrong(code) })))
  }
  assert.equal(ends.filter((end) => end === 'code.wrong').length <= 30, true)
  assert.deepEqual([...new Set(ends.slice(-5))], ['code.spent'])
  const owner = fixture.visitor()
  await beginRung(owner, person, 'face')
  await showCode(fixture, owner, person.phone)
})

test('one mailbox has one budget, in however many spellings', async () => {
  const { person } = await settleCitizen(fixture)
  const stranger = await beginApplication(fixture, person)
  const name = 'hanh'
  const ends: string[] = []
  for (let bits = 0; bits < 12; bits++) {
    const spelling = [...name].map((sign, i) => ((bits >> i) & 1 ? sign.toUpperCase() : sign)).join('')
    const input = { phone: person.phone, email: `${spelling}@Thu.example`, channel: 'email' }
    ends.push(...(await oftenAs(1, stranger, sendEnrolmentCode, input)))
  }
  assert.equal(ends.filter((end) => end === 'done').length, 5)
})

test('a mailbox that was once kept with capitals is found without them', async () => {
  const citizen = await settleCitizen(fixture, { email: 'Hanh.Sen@thu.example' })
  const owner = fixture.visitor()
  const { personalNumber } = citizen.person
  const { attempt } = await owner.do(sendLockCode, { personalNumber, email: 'hanh.sen@thu.example' })
  await owner.do(lockByEmailCode, { attempt, code: await fixture.code('hanh.sen@thu.example') })
  assert.equal(await accountState(fixture, citizen), 'locked')
})

test('a recovery that was begun before she changed her phone sends nothing more to the old one', async () => {
  const { person, visitor } = await settleCitizen(fixture)
  const thief = fixture.visitor()
  await beginRung(thief, person, 'face')
  await fixture.code(person.phone)
  const fresh = newPerson().phone
  await visitor.do(changePhone, { phone: fresh, passcode: PASSCODE })
  await visitor.do(confirmPhone, { code: await fixture.code(fresh) })
  await fixture.settle()
  const codes = (): number =>
    fixture.post.messages(person.phone).filter(({ text }) => /\b\d{6}\b/.test(text)).length
  const before = codes()
  assert.equal(before, 1)
  await thief.do(sendRecoveryCode)
  // What is sent later comes later.
  const later = newPerson().phone
  await visitor.do(changePhone, { phone: later, passcode: PASSCODE })
  await fixture.code(later)
  assert.equal(codes(), before)
})
