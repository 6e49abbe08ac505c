// The post office as the demo world uses it: found by phone in any form, told live, closed to strangers.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createTransport } from 'nodemailer'
import smpp, { type Pdu } from 'smpp'
import { openMessageBook } from './message-book.ts'
import { startPostOffice, type PostOffice } from './post-office.ts'

let office: PostOffice
before(async () => {
  office = await startPostOffice()
})
after(() => office.stop())

test('messages are kept newest first, the last 500, and found by phone in any form or by address', () => {
  const book = openMessageBook()
  const heard: (string | null)[] = []
  const stop = book.onMessage((message) => void heard.push(message.code))
  for (let i = 0; i < 510; i++) {
    book.add({
      channel: 'sms',
      to: '+84912000111',
      subject: null,
      text: `Mã: ${String(100000 + i)}.`,
      state: 'delivered',
    })
  }
  stop()
  book.add({
    channel: 'email',
    to: 'Lan@Example.vn',
    subject: 'x',
    text: 'Hồ sơ 901234567890, ngày 01/12/2026',
    state: 'delivered',
  })
  assert.equal(book.messages().length, 500)
  assert.equal(book.messages('0912 000 111')[0]?.code, '100509')
  assert.equal(book.messages('+84912000111').length, 499)
  assert.equal(book.messages('lan@example.vn')[0]?.code, null, 'a number of a person is no code')
  assert.equal(heard.length, 510)
})

test('a message that failed shows neither text nor code', () => {
  const book = openMessageBook()
  book.add({ channel: 'sms', to: '+84912000111', subject: null, text: 'Mã: 482913', state: 'failed' })
  assert.deepEqual(
    book.messages().map(({ text, code, state }) => ({ text, code, state })),
    [{ text: '', code: null, state: 'failed' }],
  )
})

test('who does not know the password sends nothing', async () => {
  const session = smpp.connect({ host: office.smpp.host, port: office.smpp.port })
  session.on('error', () => undefined)
  const answer = await new Promise<Pdu>((resolve) =>
    session.on(
      'connect',
      () => void session.bind_transceiver({ system_id: 'sen', password: 'wrong' }, resolve),
    ),
  )
  assert.equal(answer.command_status, 0x0e)
  session.destroy()
  const { host, port, from } = office.smtp
  const transport = createTransport({ host, port, auth: { user: 'sen', pass: 'wrong' } })
  await assert.rejects(transport.sendMail({ from, to: 'lan@example.vn', text: 'x' }), { code: 'EAUTH' })
  await assert.rejects(createTransport({ host, port }).sendMail({ from, to: 'lan@example.vn', text: 'x' }))
  assert.deepEqual(office.messages(), [])
})
