// Sen's line to an SMS centre, against centres that misbehave as real ones do.
import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { test } from 'node:test'
import { later, now } from '../../server/kernel/clock.ts'
import { newId } from '../../server/kernel/id.ts'
import type { Receipt } from '../../server/modules/platform/notifications/letter.ts'
import { openSmsLine } from '../../server/modules/platform/notifications/sms-line.ts'
import { openMessageBook } from './message-book.ts'
import { startSmsCentre } from './sms-centre.ts'

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const until = async (look: () => boolean): Promise<void> => {
  for (let i = 0; i < 300 && !look(); i++) {
    await wait(10)
  }
  assert.ok(look(), 'it never came')
}
const quick = { from: 'SEN', reconnectFirst_ms: 20, reconnectMost_ms: 80, answerWithin_ms: 100 }
const message = (text = 'Mã: 482913') => ({
  reference: newId(),
  to: '+84912000111',
  title: '',
  text,
  language: 'vi' as const,
  expiresAt: later(now(), 180),
})

test('a receipt that could not be written down comes again, and one that found nobody waits for the next bind', async () => {
  const centre = await startSmsCentre(openMessageBook())
  centre.setDelay(0)
  const receipts: Receipt[] = []
  let troubles = 1
  const open = () =>
    openSmsLine(
      { ...quick, ...centre.smpp },
      {
        onReceipt: async (receipt) => {
          if (troubles-- > 0) {
            throw new Error('the database is away')
          }
          receipts.push(receipt)
        },
        onUp: () => undefined,
        onLost: () => undefined,
      },
    )
  const line = open()
  await until(() => line.isUp())
  const first = await line.send(message())
  await until(() => receipts.length === 1)
  assert.deepEqual(receipts, [
    { providerMessageId: first.kind === 'sent' ? first.providerMessageId : '', outcome: 'delivered' },
  ])
  centre.setDelay(100)
  await line.send(message())
  await line.stop()
  await wait(200)
  const next = open()
  await until(() => receipts.length === 2)
  await next.stop()
  await centre.stop()
})

test('a wrong password and a centre that says nothing or nonsense are tried again with growing pauses, and no letter is given to them', async () => {
  const centre = await startSmsCentre(openMessageBook())
  const sockets = new Set<Socket>()
  const odd = (greet: (socket: Socket) => void) =>
    new Promise<{ port: number; stop(): void }>((resolve) => {
      const server = createServer((socket) => {
        sockets.add(socket.on('error', () => undefined))
        greet(socket)
      })
      server.listen(0, '127.0.0.1', () =>
        resolve({ port: (server.address() as AddressInfo).port, stop: () => server.close() }),
      )
    })
  const silent = await odd(() => undefined)
  const mad = await odd((socket) => void socket.write(Buffer.from('ffffffff0000000000000000deadbeef', 'hex')))
  const expected = {
    'bind refused 14': { ...centre.smpp, password: 'wrong' },
    'bind unanswered': { ...centre.smpp, port: silent.port },
    broken: { ...centre.smpp, port: mad.port },
  }
  await Promise.all(
    Object.entries(expected).map(async ([reason, options]) => {
      const lost: string[] = []
      const line = openSmsLine(
        { ...quick, ...options },
        { onReceipt: async () => undefined, onUp: () => undefined, onLost: (why) => void lost.push(why) },
      )
      await until(() => lost.length >= 2)
      assert.deepEqual([...new Set(lost)], [reason])
      assert.equal(line.isUp(), false)
      assert.equal((await line.send(message())).kind, 'held')
      await line.stop()
    }),
  )
  for (const socket of sockets) {
    socket.destroy()
  }
  silent.stop()
  mad.stop()
  await centre.stop()
})

test('a letter whose answer is lost counts as a try, since it may have gone', async () => {
  const centre = await startSmsCentre(openMessageBook())
  const line = openSmsLine(
    { ...quick, ...centre.smpp },
    { onReceipt: async () => undefined, onUp: () => undefined, onLost: () => undefined },
  )
  await until(() => line.isUp())
  const sending = line.send(message())
  await centre.stop()
  assert.deepEqual(await sending, { kind: 'again', reason: 'smpp unanswered' })
  await line.stop()
})
