// Letters travel over real SMPP and SMTP to servers on loopback, out of a real database.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import type { LetterParams } from '../../contract/phrases/letters.ts'
import { startMailRoom, type MailRoom } from './mail-room.ts'
import { openMessageBook } from './message-book.ts'
import { startSmsCentre, type SmsCentre } from './sms-centre.ts'
import { openTestContext } from '../../testing/database.ts'
import { later, now } from '../../server/kernel/clock.ts'
import { newCode, newId } from '../../server/kernel/id.ts'
import { recordReceipt } from '../../server/modules/platform/notifications/deliver.ts'
import type { Delivery, Patience } from '../../server/modules/platform/notifications/letter.ts'
import {
  deliveryOf,
  sendLetter,
  type LetterOrder,
} from '../../server/modules/platform/notifications/send-letter.ts'
import {
  startLetterJob,
  type LetterEvent,
  type LetterJob,
  type LetterJobOptions,
} from '../../server/jobs/deliver-letters.ts'

const PHONE = '+84912000111'
const EMAIL = 'lan@example.vn'
const patience: Patience = { attempts: 4, first_s: 0.05, longest_s: 0.2, claim_s: 5 }

const book = openMessageBook()
let place: Awaited<ReturnType<typeof openTestContext>>
let centre: SmsCentre
let room: MailRoom
let jobs: LetterJob[] = []
let events: LetterEvent[] = []

before(async () => {
  place = await openTestContext()
  centre = await startSmsCentre(book)
  room = await startMailRoom(book)
})
afterEach(async () => {
  await Promise.all(jobs.map((job) => job.stop()))
  jobs = []
  events = []
  book.clear()
  await place.pool.query('delete from letter')
  await place.pool.query('delete from outbox')
  centre.setDelay(10)
  centre.setWeather('fine')
  centre.setReceipts(1)
  room.setRefusing(false)
})
after(async () => {
  await Promise.all([centre.stop(), room.stop()])
  await place.stop()
})

const smpp = () => ({
  ...centre.smpp,
  from: 'SEN',
  reconnectFirst_ms: 30,
  reconnectMost_ms: 100,
  answerWithin_ms: 1000,
  throttleFirst_ms: 50,
})
const smtp = () => ({ ...room.smtp, from: 'Sen <khong-tra-loi@sen.example>' })
const start = (changes: Partial<LetterJobOptions> = {}): LetterJob => {
  const { transact, tools } = place.context
  const job = startLetterJob({
    transact,
    tools,
    smpp: smpp(),
    smtp: smtp(),
    every_ms: 20,
    tidyEvery_ms: 50,
    patience,
    log: (event) => void events.push(event),
    ...changes,
  })
  jobs.push(job)
  return job
}

const write = (
  order: Partial<LetterOrder<'code-enrolment'>> = {},
): Promise<{ subjectId: string; id: string; code: string }> => {
  const subjectId = newId()
  const code = newCode(6)
  const params: LetterParams<'code-enrolment'> = { code, minutes: 3 }
  return place.context.transact(async (work) => ({
    subjectId,
    code,
    id: await sendLetter(work, place.context.tools, {
      subjectId,
      channel: 'sms',
      to: { phone: PHONE, email: EMAIL },
      template: 'code-enrolment',
      params,
      language: 'vi',
      isSecret: true,
      expiresAt: later(now(), 180),
      ...order,
    }),
  }))
}
const writeMany = async (count: number) => {
  const letters: Awaited<ReturnType<typeof write>>[] = []
  for (let i = 0; i < count; i++) {
    letters.push(await write())
  }
  return letters
}
const stands = ({ subjectId, id }: { subjectId: string; id: string }) =>
  deliveryOf(place.context.tools.read, subjectId, id)

const until = async <T>(
  what: string,
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> => {
  for (let i = 0; i < 400; i++) {
    const seen = await look()
    if (seen) {
      return seen
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error(`never: ${what}; ${JSON.stringify(events.slice(-5))}`)
}
const reaches = (letter: { subjectId: string; id: string }, state: Delivery['state']) =>
  until(`${state}`, async () => {
    const delivery = await stands(letter)
    return delivery?.state === state && delivery
  })

test('a code by text message arrives with its accents and becomes delivered', async () => {
  start()
  const letter = await write()
  const delivery = await reaches(letter, 'delivered')
  assert.ok(delivery.sentAt && delivery.deliveredAt && delivery.deliveredAt >= delivery.sentAt)
  const [message] = book.messages('0912 000 111')
  assert.equal(message?.text, `Mã đăng ký: ${letter.code}. Hết hạn sau 3 phút. Không đọc mã cho bất kỳ ai.`)
  assert.equal(message?.code, letter.code)
  const {
    rows: [row],
  } = await place.pool.query('select sealed_to, sealed_params from letter where id = $1', [letter.id])
  assert.deepEqual(row, { sealed_to: null, sealed_params: null }, 'nothing secret is kept once it has left')
  const { rows: told } = await place.pool.query(
    `select data->>'state' as state from outbox where kind = 'CodeLetterMoved' order by id`,
  )
  assert.deepEqual(
    told.map((fact) => fact.state),
    ['sent', 'delivered'],
  )
})

test('a code by e-mail arrives, and the mail server has taken it over', async () => {
  start()
  const letter = await write({ channel: 'email' })
  await reaches(letter, 'sent')
  const [message] = book.messages(EMAIL)
  assert.equal(message?.subject, `Mã đăng ký: ${letter.code}`)
  assert.ok(message?.text.includes('Không đọc mã cho bất kỳ ai, kể cả người xưng là cán bộ.'))
  assert.equal(message?.code, letter.code)
})

test('a long text is joined by the phone, as one payload and in parts, in both alphabets', async () => {
  const long = {
    vi: 'Nguyễn Thị Ánh Tuyết 😀 được mời đến công an xã Đông Anh để bổ sung hồ sơ. '.repeat(2).trim(),
    en: 'Please come to the commune police {office} [hours: 8-11] ~ bring your card \\ and this text €5. '
      .repeat(2)
      .trim(),
  }
  const wanted = {
    vi: `Hồ sơ SEN-1 chưa được chấp nhận. ${long.vi}`,
    en: `Application SEN-1 was not accepted. ${long.en}`,
  }
  for (const longMessages of ['payload', 'parts'] as const) {
    const job = start({ smpp: { ...smpp(), longMessages } })
    for (const language of ['vi', 'en'] as const) {
      book.clear()
      const before = centre.accepted()
      const subjectId = newId()
      const id = await place.context.transact((work) =>
        sendLetter(work, place.context.tools, {
          subjectId,
          channel: 'sms',
          to: { phone: PHONE },
          template: 'enrolment-refused',
          params: { reference: 'SEN-1', reason: long },
          language,
        }),
      )
      await reaches({ subjectId, id }, 'delivered')
      assert.equal(book.messages(PHONE)[0]?.text, wanted[language], `${longMessages} ${language}`)
      assert.equal(centre.accepted() - before > 1, longMessages === 'parts')
    }
    await job.stop()
  }
})

test('while the centre is away nothing is lost and no try is spent; the letter leaves when it is back', async () => {
  const { port, systemId, password } = centre.smpp
  const job = start()
  await until('bound', () => job.readiness().sms === 'up')
  await centre.stop()
  await until('down', () => job.readiness().sms === 'down')
  const letter = await write()
  await new Promise((resolve) => setTimeout(resolve, 150))
  assert.equal((await stands(letter))?.state, 'queued')
  const lost = events.filter((event) => event.event === 'line-lost').length
  assert.ok(lost >= 2 && lost <= 6, `it was tried ${lost} times, with growing pauses`)
  centre = await startSmsCentre(book, { port, systemId, password })
  centre.setDelay(10)
  await reaches(letter, 'delivered')
  assert.equal(book.messages(PHONE).length, 1)
})

test('a centre that says "slower" is obeyed: the line pauses and the letter keeps its tries', async () => {
  centre.setWeather('throttled')
  start()
  const letter = await write()
  await until('held', () => events.filter((event) => event.event === 'held').length >= 2)
  centre.setWeather('fine')
  await reaches(letter, 'delivered')
  const {
    rows: [row],
  } = await place.pool.query('select attempts from letter where id = $1', [letter.id])
  assert.equal(row.attempts, 1)
})

test('an address that the operator refuses ends the letter at once, an undeliverable one by its receipt', async () => {
  start()
  centre.setWeather('refused')
  assert.equal((await reaches(await write(), 'failed')).failure, 'smpp 0xb')
  centre.setWeather('undeliverable')
  assert.equal((await reaches(await write(), 'failed')).failure, 'undelivered')
  room.setRefusing(true)
  assert.equal((await reaches(await write({ channel: 'email' }), 'failed')).failure, 'smtp 550')
})

test('a mail server that is away is waited for', async () => {
  const { port, user, pass } = room.smtp
  await room.stop()
  start()
  const letter = await write({ channel: 'email' })
  await until('held', () => events.some((event) => event.event === 'held' && event.channel === 'email'))
  room = await startMailRoom(book, { port, user, pass })
  await reaches(letter, 'sent')
  assert.equal(book.messages(EMAIL).length, 1)
})

test('a receipt that comes twice, or before the hand-over is written down, counts once', async () => {
  centre.setReceipts(3)
  centre.setDelay(0)
  start()
  const letters = await writeMany(10)
  for (const letter of letters) {
    await reaches(letter, 'delivered')
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  const { rows } = await place.pool.query(
    `select subject_id, count(*) as n from outbox where data->>'state' = 'delivered' group by 1`,
  )
  assert.deepEqual(
    rows.map((row) => row.n),
    Array(10).fill(1),
  )
  await place.context.transact((work) =>
    recordReceipt(work, { providerMessageId: 'a stranger', outcome: 'delivered' }),
  )
})

test('four workers never send one letter twice', async () => {
  for (let i = 0; i < 4; i++) {
    start()
  }
  const letters = await writeMany(60)
  for (const letter of letters) {
    await reaches(letter, 'delivered')
  }
  const codes = book.messages().map((message) => message.code)
  assert.equal(codes.length, 60)
  assert.equal(new Set(codes).size, new Set(letters.map((letter) => letter.code)).size)
})

test('a code overtakes the notices that wait before it', async () => {
  for (let i = 0; i < 60; i++) {
    await place.context.transact((work) =>
      sendLetter(work, place.context.tools, {
        subjectId: newId(),
        channel: 'sms',
        to: { phone: PHONE },
        template: 'password-changed',
        params: {},
        language: 'vi',
      }),
    )
  }
  const letter = await write()
  start()
  await until('all', () => book.messages().length === 61)
  const turn = 61 - book.messages().findIndex((message) => message.code === letter.code)
  assert.ok(turn <= 50, `it left as number ${turn}`)
})

test('a letter whose worker died after handing it over goes out again, and the log says so', async () => {
  const letter = await write()
  await place.pool.query(`update letter set claimed_at = $2, attempts = 1 where id = $1`, [letter.id, now()])
  start()
  await reaches(letter, 'delivered')
  assert.deepEqual(
    events.filter((event) => event.event === 'maybe-twice').map((event) => event.letter),
    [letter.id],
  )
})

test('a code is not sent after its expiry, nor without a line to send it', async () => {
  const job = start({ smpp: undefined })
  assert.deepEqual(job.readiness(), { sms: 'not-configured', email: 'up' })
  const letter = await write({ expiresAt: later(now(), 0.2) })
  assert.equal((await stands(letter))?.state, 'queued')
  assert.equal((await reaches(letter, 'failed')).failure, 'expired')
  start()
  await new Promise((resolve) => setTimeout(resolve, 100))
  assert.equal(book.messages().length, 0)
})

test('the log tells no address, no code and no text', async () => {
  const printed: string[] = []
  const real = { out: process.stdout.write, err: process.stderr.write }
  const letters: { subjectId: string; id: string; code: string }[] = []
  // Passed on as well: the test runner tells its results by the same way.
  process.stdout.write = (chunk: string | Uint8Array, ...rest: []) => {
    printed.push(String(chunk))
    return real.out.call(process.stdout, chunk, ...rest)
  }
  process.stderr.write = (chunk: string | Uint8Array, ...rest: []) => {
    printed.push(String(chunk))
    return real.err.call(process.stderr, chunk, ...rest)
  }
  try {
    start()
    for (const weather of ['fine', 'refused', 'undeliverable'] as const) {
      centre.setWeather(weather)
      room.setRefusing(weather !== 'fine')
      letters.push(await write(), await write({ channel: 'email' }))
      for (const letter of letters) {
        await until('settled', async () => (await stands(letter))?.state !== 'queued')
      }
    }
  } finally {
    process.stdout.write = real.out
    process.stderr.write = real.err
  }
  const all = JSON.stringify(events) + printed.join('')
  assert.ok(events.length >= 6)
  for (const secret of [
    ...letters.map((letter) => letter.code),
    '912000111',
    EMAIL,
    'Không đọc',
    centre.smpp.password,
    room.smtp.pass,
  ]) {
    assert.ok(
      !all.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '').includes(secret),
      'a secret stands in the log',
    )
  }
})
