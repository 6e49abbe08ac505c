import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '../server/kernel/id.ts'
import { startLetterJob, type LetterJob } from '../server/jobs/deliver-letters.ts'
import { claimLetters, settleLetter } from '../server/modules/platform/notifications/deliver.ts'
import { usualPatience, type Line } from '../server/modules/platform/notifications/letter.ts'
import { sendLetter } from '../server/modules/platform/notifications/send-letter.ts'
import { openTestContext } from '../testing/database.ts'
import { startPostOffice, type PostOffice } from './post-office/post-office.ts'
import { resetWorld } from './reset.ts'

const PHONE = '+84912345678'
let place: Awaited<ReturnType<typeof openTestContext>>
let post: PostOffice
let job: LetterJob | undefined

before(async () => {
  place = await openTestContext()
  post = await startPostOffice()
})
afterEach(async () => {
  await job?.stop()
  job = undefined
})
after(async () => {
  await post.stop()
  await place.stop()
})

const write = (): Promise<string> =>
  place.context.transact((work) =>
    sendLetter(work, place.context.tools, {
      subjectId: newId(),
      channel: 'sms',
      to: { phone: PHONE },
      template: 'enrolment-refused',
      params: { reference: 'SEN-1', reason: { vi: 'Ảnh mờ.', en: 'The picture is blurred.' } },
      language: 'vi',
    }),
  )

const slowLine: Line = {
  atOnce: 4,
  isUp: () => true,
  send: () => Promise.resolve({ kind: 'held', reason: 'slow' }),
  stop: () => Promise.resolve(),
}

const count = async (): Promise<number> =>
  (await place.pool.query<{ n: number }>('select count(*)::int as n from letter')).rows[0]?.n ?? -1

const sent = async (): Promise<void> => {
  const until = performance.now() + 10_000
  for (;;) {
    const { rows } = await place.pool.query<{ state: string }>('select state from letter')
    if (rows[0]?.state === 'sent') {
      return
    }
    assert.ok(performance.now() < until, `still ${rows[0]?.state}`)
    await pause(20)
  }
}

test('a letter that a line has in its hands is waited for, so none of the old world comes into the new one', async () => {
  await write()
  const { transact } = place.context
  const [letter] = await transact((work) => claimLetters(work, 'sms', slowLine, usualPatience))
  assert.ok(letter)
  let isReset = false
  const reset = resetWorld(place.context).then(() => (isReset = true))
  await pause(300)
  assert.equal(isReset, false)
  assert.equal(await count(), 1, 'nothing is emptied by halves')
  await transact((work) =>
    settleLetter(work, letter, { kind: 'sent', providerMessageId: null }, usualPatience),
  )
  await reset
  assert.equal(await count(), 0)
})

test('what the network has taken over and not brought yet is lost with the old world', async () => {
  post.setDelay(400)
  const { transact, tools } = place.context
  job = startLetterJob({ transact, tools, smpp: post.smpp, log: () => undefined, every_ms: 20 })
  await write()
  await sent()
  await resetWorld(place.context)
  post.clear()
  await pause(600)
  assert.deepEqual(post.messages(), [])
})

test('a letter of a process that ended is not waited for without end', async () => {
  await write()
  await place.context.transact((work) => claimLetters(work, 'sms', slowLine, usualPatience))
  await resetWorld(place.context, 200)
  assert.equal(await count(), 0)
})
