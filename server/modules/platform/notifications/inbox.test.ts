// The inbox over the one walk of use cases, out of a real database.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestContext } from '../../../../testing/database.ts'
import { anonymous, type Citizen } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/id.ts'
import { perform } from '../../../kernel/perform.ts'
import { markRead, viewInbox } from './inbox.ts'
import { sendLetter, unreadLetters } from './send-letter.ts'

let place: Awaited<ReturnType<typeof openTestContext>>
before(async () => {
  place = await openTestContext()
})
after(() => place.stop())

const citizen = (subjectId: string): Citizen => ({
  kind: 'citizen',
  subjectId,
  sessionId: newId(),
  deviceId: null,
})
const request = (language: 'vi' | 'en' = 'vi') => ({
  requestId: newId(),
  network: '127.0.0.1',
  language,
  device: 'test',
})
const write = (subjectId: string, device: string) =>
  place.context.transact((work) =>
    sendLetter(work, place.context.tools, {
      subjectId,
      channel: 'inbox',
      template: 'device-bound',
      params: { device },
      language: 'vi',
    }),
  )
const list = async (subjectId: string, cursor?: string, language: 'vi' | 'en' = 'vi') =>
  (
    await perform(place.context, viewInbox, {
      input: { cursor },
      actor: citizen(subjectId),
      request: request(language),
    })
  ).output

test('letters come newest first, page by page, each once, in the language of the reader', async () => {
  const me = newId()
  for (let i = 1; i <= 45; i++) {
    await write(me, `máy ${i}`)
  }
  await write(newId(), "somebody else's")
  const pages = []
  for (let cursor: string | undefined; ;) {
    const page = await list(me, cursor)
    pages.push(page)
    if (page.next === null) {
      break
    }
    cursor = page.next
  }
  assert.deepEqual(
    pages.map((page) => page.items.length),
    [20, 20, 5],
  )
  const all = pages.flatMap((page) => page.items)
  assert.equal(new Set(all.map((item) => /máy (\d+)/.exec(item.text)?.[1])).size, 45)
  // Two letters of one millisecond have no order.
  assert.ok(
    all.every((item, i) => i === 0 || item.at.slice(0, 23) <= (all[i - 1]?.at.slice(0, 23) ?? '')),
    'newest first',
  )
  const [first] = (await list(me, undefined, 'en')).items
  assert.equal(first?.title, 'A device was added')
  assert.deepEqual(first?.action, { label: 'See devices', to: '/app/devices' })
  assert.equal(first?.kind, 'security')
})

test('a letter is marked as read by its reader only', async () => {
  const [me, other] = [newId(), newId()]
  const id = await write(me, 'a')
  await write(me, 'b')
  assert.equal(await unreadLetters(place.context.tools.read, me), 2)
  await perform(place.context, markRead, { input: { ids: [id] }, actor: citizen(other), request: request() })
  assert.equal(await unreadLetters(place.context.tools.read, me), 2)
  await perform(place.context, markRead, { input: { ids: [id] }, actor: citizen(me), request: request() })
  assert.equal(await unreadLetters(place.context.tools.read, me), 1)
  assert.deepEqual(
    (await list(me)).items.map((item) => item.isRead),
    [false, true],
  )
})

test('a stranger and a forged cursor are refused', async () => {
  await assert.rejects(
    perform(place.context, viewInbox, { input: {}, actor: anonymous, request: request() }),
    {
      code: 'session.required',
    },
  )
  await assert.rejects(list(newId(), "x' or 1=1"), { code: 'request.invalid' })
})

test('what is in the inbox is sealed in the database', async () => {
  const id = await write(newId(), 'Điện thoại của Lan')
  const {
    rows: [row],
  } = await place.pool.query<{ sealed_params: Buffer }>('select sealed_params from letter where id = $1', [
    id,
  ])
  assert.ok(row && !row.sealed_params.includes('Lan'))
})
