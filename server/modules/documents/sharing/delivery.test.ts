// What she agreed to arrives once for her eye, however the party behaves, and a party in trouble holds up
// nobody. What she wishes later is told until the party has answered, and late answers are seen.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { noticeClaims, NOTICE_TYPE } from '../../../../contract/party-wire.ts'
import {
  openLink,
  openSharingFixture,
  shareWith,
  sharingLog,
  yesTo,
  type Sharer,
  type SharingFixture,
} from '../../../../testing/sharing-fixture.ts'
import { openTestParty, type TestParty } from '../../../../testing/sharing-party.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { AccountDisplaced } from '../../people/accounts/events.ts'
import { resumeParty, suspendParty } from '../../registry/parties/known-parties.ts'
import { agreeToShare } from './answer-sharing.ts'
import { deliverPosts } from './deliver-posts.ts'
import { pushSharing } from './push-sharing.ts'
import { askErasure, viewReceipt, withdrawSharing } from './receipts.ts'

let fixture: SharingFixture
let her: Sharer
let party: TestParty
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openSharingFixture()
  ;({ party } = fixture)
})
// Each begins at the same moment, with somebody of her own.
beforeEach(async () => {
  moveClock(clockAtFirst)
  her = await fixture.holder()
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})
const DAY_S = 86_400
/** As she reads it; her session is of the moment at which the test began. */
const receiptOf = async (id: string) => {
  const at = clockOffset_ms()
  moveClock(clockAtFirst)
  const receipt = await her.visitor.do(viewReceipt, { id })
  moveClock(at)
  return receipt
}
const takenAt = (path: string) => party.taken.filter((one) => one.path === path)
const agree = async (): Promise<string> => {
  party.taken.length = 0
  const id = await openLink(fixture, her)
  return (await her.visitor.do(agreeToShare, await yesTo(fixture, id))).receiptId
}
const displace = async (before: Date): Promise<void> => {
  await fixture.context.transact((work) => {
    const data = { before: before.toISOString(), oldPhone: null, oldEmail: null }
    work.publish(AccountDisplaced, her.subjectId, data)
  })
  await fixture.settle()
}

test('a party in trouble is sent the same bytes again, and it is delivered once to her', async () => {
  const bad = [500, 400, 429].map((status) => ({ status }))
  party.replies.set('/answers', [...bad, { status: 201, body: 'no json' }])
  const id = await agree()
  for (const wait_s of [0, 4, 11, 61]) {
    assert.equal((await receiptOf(id)).state, 'sending')
    fixture.pass(wait_s)
    await fixture.deliver()
  }
  const { state, returnTo } = await receiptOf(id)
  assert.deepEqual([state, returnTo], ['delivered', null])
  const responses = takenAt('/answers').map(({ fields }) => fields['response'])
  assert.deepEqual([responses.length, new Set(responses).size], [4, 1])
  const delivered = (await sharingLog(her)).filter(({ purpose }) => purpose === 'sharing-delivered')
  assert.equal(delivered.length, 1)
})

test('what a party never takes is given up, erased, and told to her and to the operator', async () => {
  party.replies.set('/answers', [{ status: 503 }])
  const id = await agree()
  await fixture.deliver()
  fixture.pass(DAY_S)
  await fixture.deliver()
  assert.equal((await receiptOf(id)).state, 'undeliverable')
  await fixture.letters(her.person.phone, 'không nhận được giấy tờ')
  const told = (await fixture.reports()).find(({ kind }) => kind === 'undeliverable')
  assert.deepEqual([told?.party_id, told?.what], ['test-bank', 'open-account'])
  const left = await fixture.pool.query('select 1 from sharing_post')
  assert.equal(left.rowCount, 0)
})

test('a party that says three times that it does not take it is believed', async () => {
  party.replies.set('/answers', [{ status: 400 }])
  const id = await agree()
  for (let turn = 0; turn < 3; turn++) {
    await fixture.deliver()
    fixture.pass(61)
  }
  assert.equal((await receiptOf(id)).state, 'undeliverable')
  assert.equal(takenAt('/answers').length, 3)
})

test('where the party sends her on is an address of its registration, or none', async () => {
  for (const uri of ['https://evil.example.vn/x', 'javascript:alert(1)', 'https://localhost:1/x', 7, null]) {
    party.replies.set('/answers', [{ body: JSON.stringify({ redirect_uri: uri }) }])
    assert.equal((await receiptOf(await shareWith(fixture, her))).returnTo, null, String(uri))
  }
})

test('a party that hangs holds up nobody else', async () => {
  const other = await openTestParty({ id: 'other-bank' })
  try {
    await fixture.enlist(other.file)
    party.replies.set('/answers', [{ hangs: true }])
    const slow = await agree()
    const running = deliverPosts(fixture.context)
    const id = await openLink({ ...fixture, party: other }, her)
    await her.visitor.do(agreeToShare, await yesTo({ party: other }, id))
    const began_ms = performance.now()
    while ((await receiptOf(id)).state === 'sending' && performance.now() - began_ms < 4000) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    assert.equal((await receiptOf(id)).state, 'delivered', 'while the first one still hangs')
    assert.equal((await receiptOf(slow)).state, 'sending')
    party.hangUp()
    await running
  } finally {
    party.replies.set('/answers', [{ body: '{}' }])
    await other.stop()
  }
})

test('a party that is suspended before the answer went out is given nothing until it is let back', async () => {
  const { transact } = fixture.context
  const id = await agree()
  await transact((work) => suspendParty(work, 'test-bank', 'a test'))
  await fixture.deliver()
  assert.deepEqual([(await receiptOf(id)).state, takenAt('/answers').length], ['sending', 0])
  await transact((work) => resumeParty(work, 'test-bank'))
  fixture.pass(4)
  await fixture.deliver()
  assert.equal((await receiptOf(id)).state, 'delivered')
})

test('a withdrawal reaches the party signed by Sen, with a day to answer by, and its answer is told to her', async () => {
  const id = await shareWith(fixture, her, { reference: 'HS-7' })
  party.replies.set('/notices', [
    { status: 500 },
    { body: '{"state":"received"}' },
    { body: '{"state":"done"}' },
  ])
  const { withdrawal } = await her.visitor.do(withdrawSharing, { id })
  const days = (Date.parse(withdrawal?.dueAt ?? '') - Date.parse(withdrawal?.askedAt ?? '')) / (DAY_S * 1000)
  assert.deepEqual([withdrawal?.answer, days], ['waiting', 15])
  assert.equal((await her.visitor.refusal(withdrawSharing, { id })).code, 'sharing.withdrawn-already')
  for (const wait_s of [0, 61, 601]) {
    fixture.pass(wait_s)
    await fixture.deliver()
  }
  const notices = takenAt('/notices').map(({ fields }) => fields['notice'] ?? '')
  assert.equal(notices.length, 3)
  // As the tests' signer writes it: type, then claims.
  const read = notices.map((notice) => notice.split('.'))
  const claims = read.map(([, text = '']) =>
    noticeClaims.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))),
  )
  assert.equal(read[0]?.[0], NOTICE_TYPE)
  assert.deepEqual([claims[0]?.aud, claims[0]?.wish, claims[0]?.reference], ['test-bank', 'withdraw', 'HS-7'])
  assert.equal(new Set(claims.map(({ jti }) => jti)).size, 1, 'the same wish by the same name')
  const { answer, answeredAt } = (await receiptOf(id)).withdrawal ?? {}
  assert.deepEqual([answer, answeredAt !== null], ['done', true])
  await fixture.letters(her.person.phone, 'đã dừng dùng dữ liệu')
})

test('what a law makes the party keep, it names; what it does not answer in time is overdue', async () => {
  const [kept, late] = [await shareWith(fixture, her), await shareWith(fixture, her)]
  party.replies.set('/notices', [{ body: '{"state":"kept","law":"Luật 14/2022/QH15, Điều 38"}' }])
  const { erasure } = await her.visitor.do(askErasure, { id: kept })
  assert.equal((Date.parse(erasure?.dueAt ?? '') - Date.parse(erasure?.askedAt ?? '')) / (DAY_S * 1000), 20)
  await fixture.deliver()
  assert.equal((await receiptOf(kept)).erasure?.law, 'Luật 14/2022/QH15, Điều 38')
  assert.equal((await her.visitor.refusal(askErasure, { id: kept })).code, 'sharing.erasure-asked-already')
  party.replies.set('/notices', [{ body: '{"state":"kept"}' }])
  await her.visitor.do(askErasure, { id: late })
  await fixture.deliver()
  fixture.pass(20 * DAY_S)
  await fixture.deliver()
  assert.equal((await receiptOf(late)).erasure?.answer, 'overdue', 'a law that is not named is no answer')
  await fixture.letters(her.person.phone, 'chưa trả lời bạn đúng hạn')
  assert.equal((await fixture.reports()).find(({ kind }) => kind === 'overdue')?.times, 1)
  party.replies.set('/notices', [{ body: '{"state":"done"}' }])
  fixture.pass(DAY_S)
  await fixture.deliver()
  assert.equal((await receiptOf(late)).erasure?.answer, 'done')
})

test('what she withdraws before it went out does not go out', async () => {
  const id = await agree()
  await her.visitor.do(withdrawSharing, { id })
  await fixture.deliver()
  assert.deepEqual([(await receiptOf(id)).state, takenAt('/answers').length], ['undeliverable', 0])
})

test('what whoever had her account agreed to does not go out once it is hers again', async () => {
  const id = await agree()
  await displace(new Date(Date.now() + clockOffset_ms()))
  await fixture.deliver()
  const { rows } = await fixture.pool.query('select state from sharing_receipt where id = $1', [id])
  assert.deepEqual([rows, takenAt('/answers').length], [[{ state: 'undeliverable' }], 0])
})

test('what she agrees to once it is hers again goes out, and what was taken back stays taken back', async () => {
  await her.visitor.do(withdrawSharing, { id: await shareWith(fixture, her) })
  const before = new Date(Date.now() + clockOffset_ms())
  fixture.pass(1)
  const id = await agree()
  await displace(before)
  await fixture.deliver()
  const { rows } = await fixture.pool.query('select state from sharing_receipt where id = $1', [id])
  assert.deepEqual([rows, takenAt('/answers').length], [[{ state: 'delivered' }], 1])
  assert.equal(takenAt('/notices').length, 1, 'the party hears of the withdrawal')
})

test('what whoever had her account opened does not wait for her yes once it is hers again', async () => {
  await openLink(fixture, her)
  const before = new Date(Date.now() + clockOffset_ms())
  const { personalNumber } = her.person
  const pushed = await party.sign({ personalNumber, lasts_s: 3600 })
  await fixture.visitor().do(pushSharing, { request: pushed, personalNumber })
  await displace(before)
  const lying = 'select way from sharing_request where subject_id = $1'
  const { rows } = await fixture.pool.query(lying, [her.subjectId])
  assert.deepEqual(rows, [{ way: 'pushed' }], 'whom a party means is whoever has the number')
})

test('nobody takes back what somebody else agreed to', async () => {
  const id = await shareWith(fixture, her)
  const { visitor } = await fixture.holder()
  assert.equal((await visitor.refusal(withdrawSharing, { id })).code, 'sharing.no-such-receipt')
  assert.equal((await visitor.refusal(askErasure, { id })).code, 'sharing.no-such-receipt')
})
