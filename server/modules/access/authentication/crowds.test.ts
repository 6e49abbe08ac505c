// Strangers who come first, from many networks: what they spend together is not hers.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { PASSCODE, PASSWORD, settleCitizen } from '../../../../testing/settle-citizen.ts'
import type { TestPerson } from '../../../../testing/test-person.ts'
import type { Visitor } from '../../../../testing/visitor.ts'
import { beginRung, showCode } from '../../../../testing/recovery-steps.ts'
import { clockOffset_ms, moveClock, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { Problem } from '../../../kernel/problem.ts'
import { lockByEmailCode, sendLockCode } from '../../people/locks/lock-in-public.ts'
import { startNewDevice } from './activation/begin-journey.ts'
import { beginRecovery } from './recovery/begin-recovery.ts'
import { proveCode } from './recovery/prove-recovery.ts'
import { changePhone } from './secrets/change-secrets.ts'
import { drawContactProof } from '../../evidence/capture/contact.ts'

let fixture: Fixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openFixture()
  // Half past one in the morning, so that all of a test is one hour of one day.
  const day_ms = 86_400_000
  moveClock(clockAtFirst + day_ms - (now().getTime() % day_ms) + 5_400_000)
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})
const toTheNextHour = (): void => moveClock(clockOffset_ms() + 3_600_000)
afterEach(toTheNextHour)

const wayOf = (doing: Promise<unknown>): Promise<string> =>
  doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  )
const asked = ({ personalNumber, phone }: Pick<TestPerson, 'personalNumber' | 'phone'>) => ({
  rung: 'face',
  personalNumber,
  channel: 'sms',
  phone,
})
/** So many networks ask once each; how each ended. */
const crowd = async (
  size: number,
  person: Pick<TestPerson, 'personalNumber' | 'phone'>,
): Promise<string[]> => {
  const ends: string[] = []
  for (let i = 0; i < size; i++) {
    ends.push(await wayOf(fixture.visitor().do(beginRecovery, asked(person))))
  }
  return ends
}
/** Read here, so that the next one is her own. */
const readCodes = async (count: number, to: string): Promise<void> => {
  for (let i = 0; i < count; i++) {
    await fixture.code(to)
  }
}
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('strangers of six networks who ask first, five times each, leave her the code of her recovery', async () => {
  const { person } = await settleCitizen(fixture)
  const ends: string[] = []
  for (let i = 0; i < 6; i++) {
    const stranger = fixture.visitor()
    for (let k = 0; k < 5; k++) {
      ends.push(await wayOf(stranger.do(beginRecovery, asked(person))))
    }
  }
  assert.deepEqual(ends.slice(-4), Array<string>(4).fill('code.crowded'), 'their further ones have a ceiling')
  await readCodes(ends.filter((end) => end === 'done').length, person.phone)
  const owner = fixture.visitor()
  await beginRung(owner, person, 'face')
  await showCode(fixture, owner, person.phone)
})

test('strangers of six networks leave her the code by which she locks', async () => {
  const { person } = await settleCitizen(fixture)
  const { personalNumber, email } = person
  for (let i = 0; i < 6; i++) {
    const stranger = fixture.visitor()
    for (let k = 0; k < 5; k++) {
      if ((await wayOf(stranger.do(sendLockCode, { personalNumber, email }))) === 'done') {
        await readCodes(1, email)
      }
    }
  }
  const owner = fixture.visitor()
  const { attempt } = await owner.do(sendLockCode, { personalNumber, email })
  await owner.do(lockByEmailCode, { attempt, code: await fixture.code(email) })
})

const signInFrom = async (visitor: Visitor, { person }: { person: TestPerson }): Promise<void> => {
  await visitor.do(startNewDevice, { personalNumber: person.personalNumber, password: PASSWORD })
}

test('a crowd of twenty networks: who comes then is told, with an account and without one alike, and her own network is served', async () => {
  const citizen = await settleCitizen(fixture)
  const home = fixture.visitor()
  await signInFrom(home, citizen)
  await fixture.code(citizen.person.phone)
  const nobody = { personalNumber: citizen.person.personalNumber, phone: '0900000002' }
  const expected = [...Array<string>(20).fill('done'), 'code.crowded']
  assert.deepEqual(await crowd(21, citizen.person), expected)
  assert.deepEqual(await crowd(21, nobody), expected)
  assert.equal(
    await wayOf(home.do(beginRecovery, asked(nobody))),
    'code.crowded',
    'who types another phone from her network does not learn that it is hers',
  )
  await readCodes(20, citizen.person.phone)
  await beginRung(home, citizen.person, 'face')
  await showCode(fixture, home, citizen.person.phone)
  toTheNextHour()
  const elsewhere = fixture.visitor()
  await beginRung(elsewhere, citizen.person, 'face')
  await showCode(fixture, elsewhere, citizen.person.phone)
})

test('what a crowd asks for a number with a wrong phone takes nothing from its owner', async () => {
  const { person } = await settleCitizen(fixture)
  await crowd(21, { personalNumber: person.personalNumber, phone: '0900000003' })
  const owner = fixture.visitor()
  await beginRung(owner, person, 'face')
  await showCode(fixture, owner, person.phone)
})

test('a hundred wrong guesses of a crowd end the guessing, and not the first code of whoever comes then', async () => {
  const { person } = await settleCitizen(fixture)
  for (let i = 0; i < 25; i++) {
    if (i % 8 === 7) {
      toTheNextHour()
    }
    const stranger = fixture.visitor()
    await beginRung(stranger, person, 'face')
    const code = wrong(await fixture.code(person.phone))
    for (let k = 0; k < 5; k++) {
      // The fifth of a code is looked at too, and answered as spent.
      await wayOf(stranger.do(proveCode, { code }))
    }
  }
  const { rows } = await fixture.pool.query<{ tries: string }>(
    'select sum(5 - tries_left) as tries from contact_proof where crowd_key = (select crowd_key from contact_proof order by created_at desc limit 1)',
  )
  const guessed = Number(rows[0]?.tries)
  assert.equal(guessed, 100 + 5, 'a hundred, and the first of each network that came after them')
  const owner = fixture.visitor()
  await beginRung(owner, person, 'face')
  await showCode(fixture, owner, person.phone)
})

test('codes that accounts send to a number that is not theirs have a ceiling of all of them', async () => {
  const phone = '0988777666'
  const ends: string[] = []
  for (let i = 0; i < 4; i++) {
    const { visitor } = await settleCitizen(fixture)
    for (let k = 0; k < 5; k++) {
      ends.push(await wayOf(visitor.do(changePhone, { phone, passcode: PASSCODE })))
    }
  }
  assert.equal(ends.filter((end) => end === 'done').length, 5, "the number's five")
})

test('what one office sends to one number has a ceiling of its officers together, and not of those elsewhere', async () => {
  const given = { phone: '0988777667', email: null, channel: 'sms' } as const
  const ends = new Map<string, number>()
  const send = (officerId: string, officeId: string) =>
    fixture.context.transact((work) =>
      drawContactProof(work, fixture.context.tools, {
        caseId: newId(),
        officerId,
        officeId,
        purpose: 'level-2',
        language: 'vi',
        given,
      }),
    )
  for (let i = 0; i < 4; i++) {
    const officerId = newId()
    for (let k = 0; k < 5; k++) {
      const end = await wayOf(send(officerId, 'one office'))
      ends.set(end, (ends.get(end) ?? 0) + 1)
    }
  }
  assert.deepEqual(Object.fromEntries(ends), { done: 5, 'limit.reached': 15 })
  await send(newId(), 'another office')
})
