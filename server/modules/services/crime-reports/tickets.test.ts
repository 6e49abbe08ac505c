// A ticket is good once and in its time, however it is brought, and an account draws few; a receipt code that
// opens nothing tells nothing.
import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import { settleCitizen } from '../../../../testing/settle-citizen.ts'
import {
  addPolice,
  drawTicketsOf,
  newReceiptCode,
  sendWithTicket,
  strangerWithTickets,
  theft,
} from '../../../../testing/crime-report-steps.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { answerByReceipt, readByReceipt } from './by-receipt.ts'
import { sendAnonymousReport } from './send-anonymous.ts'
import { drawTickets, viewTicketKey } from './tickets.ts'

const DAY_MS = 86_400_000
const clockAtFirst = clockOffset_ms()
let fixture: Fixture
before(async () => {
  fixture = await openFixture()
  await addPolice(fixture)
})
afterEach(() => moveClock(clockAtFirst))
after(() => fixture.stop())

test('a ticket is good once, also when it comes many times at the same moment', async () => {
  const { visitor, tickets } = await strangerWithTickets(fixture)
  const send = (receiptCode: string) =>
    visitor.do(sendAnonymousReport, { ...theft, ticket: tickets[0], receiptCode }).then(
      ({ reference }) => reference,
      (error: { code?: string }) => error.code,
    )
  const codes = [newReceiptCode(), newReceiptCode(), newReceiptCode()]
  const ends = await Promise.all(codes.map(send))
  assert.equal(ends.filter((end) => end === 'crime-report.ticket-used').length, 2)
  const won = ends.findIndex((end) => end?.startsWith('SEN-'))
  assert.equal(await send(codes[won] ?? ''), ends[won], 'the same receipt again: its answer was lost')
  assert.equal(await send(newReceiptCode()), 'crime-report.ticket-used')
  // No picture is read for it: drawing one anew costs a hundred times what a look at a ticket does.
  const unreadable = Buffer.from('no picture').toString('base64')
  const sentAnew = { ...theft, pictures: [unreadable], ticket: tickets[0], receiptCode: newReceiptCode() }
  assert.equal((await visitor.refusal(sendAnonymousReport, sentAnew)).code, 'crime-report.ticket-used')
})

test('a ticket that is forged, changed, of another time or too old is refused, and nothing is written', async () => {
  const { visitor, tickets } = await strangerWithTickets(fixture)
  const [ticket] = tickets
  assert.ok(ticket)
  const refused = async (changes: object): Promise<string> =>
    (
      await visitor.refusal(sendAnonymousReport, {
        ...theft,
        ticket: { ...ticket, ...changes },
        receiptCode: newReceiptCode(),
      })
    ).code
  const wrong = [
    { nonce: tickets[1]?.nonce },
    { signature: tickets[1]?.signature },
    { key: 'B1' },
    { nonce: 'AAAA' },
    { signature: 'A'.repeat(342) },
  ]
  for (const changes of wrong) {
    assert.equal(await refused(changes), 'crime-report.ticket-refused', JSON.stringify(changes))
  }
  moveClock(clockAtFirst + 80 * DAY_MS)
  assert.equal(await refused({}), 'crime-report.ticket-refused')
})

test('an account draws a bounded number of tickets in a month, and only what is a number below the key', async () => {
  const { visitor } = await settleCitizen(fixture)
  const { key } = await visitor.do(viewTicketKey)
  const high = Buffer.alloc(256, 0xff).toString('base64url')
  const asked = { key, blinded: [high] }
  assert.equal((await visitor.refusal(drawTickets, asked)).code, 'request.invalid')
  await drawTicketsOf(visitor)
  await drawTicketsOf(visitor)
  assert.equal((await visitor.refusal(drawTickets, asked)).code, 'limit.reached')
  assert.equal((await fixture.visitor().refusal(drawTickets, asked)).code, 'session.required')
  const other = (await settleCitizen(fixture)).visitor
  assert.equal((await other.refusal(drawTickets, { ...asked, key: 'B1' })).code, 'crime-report.key-over')
})

test('a code that opens nothing tells nothing, and a network that tries many waits; a right one never counts', async () => {
  const { visitor, receiptCode } = await sendWithTicket(fixture)
  for (let read = 0; read < 40; read++) {
    await visitor.do(readByReceipt, { receiptCode })
  }
  const guesser = fixture.visitor()
  for (let tried = 0; tried < 30; tried++) {
    const { code } = await guesser.refusal(readByReceipt, { receiptCode: newReceiptCode() })
    assert.equal(code, 'crime-report.no-such-receipt')
  }
  const { code } = await guesser.refusal(answerByReceipt, { receiptCode: newReceiptCode(), text: 'xin chào' })
  assert.equal(code, 'crime-report.too-many-codes')
  const mistyped = receiptCode.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  assert.equal((await guesser.refusal(readByReceipt, { receiptCode: mistyped })).code, 'request.invalid')
  await visitor.do(readByReceipt, { receiptCode })
})
