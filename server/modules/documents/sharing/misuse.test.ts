// What somebody tries who wants more of a person than she gives: another's request in her name, an answer
// that comes after she took it back, words that hide.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { noticeAnswer } from '../../../../contract/party-wire.ts'
import {
  linkTo,
  openLink,
  openSharingFixture,
  sharingLog,
  yesTo,
  type SharingFixture,
} from '../../../../testing/sharing-fixture.ts'
import { clockOffset_ms, moveClock } from '../../../kernel/clock.ts'
import { viewAccessLog } from '../../platform/audit/access-log.ts'
import { viewLineProof } from '../../platform/audit/line-proof.ts'
import { agreeToShare } from './answer-sharing.ts'
import { openSharing } from './open-sharing.ts'
import { mayReturnTo } from './party-line.ts'
import { pushSharing } from './push-sharing.ts'
import { askErasure, viewReceipt, withdrawSharing } from './receipts.ts'
import { viewSharing, viewWaitingSharings } from './view-sharing.ts'

let fixture: SharingFixture
const clockAtFirst = clockOffset_ms()
before(async () => {
  fixture = await openSharingFixture()
})
after(async () => {
  moveClock(clockAtFirst)
  await fixture.stop()
})
const takenAt = (path: string) => fixture.party.taken.filter((one) => one.path === path)

test('nobody lays a request that a party made for him before somebody else', async () => {
  const [her, stranger] = [await fixture.holder(), await fixture.holder()]
  const { personalNumber } = her.person
  const refused = async (request: string) =>
    (await fixture.visitor().refusal(pushSharing, { request, personalNumber })).code
  // As anybody gets it behind the link of the bank's page.
  assert.equal(await refused(await fixture.party.sign()), 'sharing.request-wrong')
  // As the bank pushed it to himself, and his phone has read it.
  const pushed = await fixture.party.sign({ personalNumber: stranger.person.personalNumber })
  assert.equal(await refused(pushed), 'sharing.request-wrong')
  assert.deepEqual((await her.visitor.do(viewWaitingSharings)).items, [])
  // Nor does he open by a link what was pushed to her.
  const link = await linkTo(fixture, { personalNumber })
  assert.equal((await stranger.visitor.refusal(openSharing, link)).code, 'sharing.request-wrong')
  const hers = await fixture.party.sign({ personalNumber, lasts_s: 3600 })
  await fixture.visitor().do(pushSharing, { request: hers, personalNumber })
  const [lying] = (await her.visitor.do(viewWaitingSharings)).items
  await her.visitor.do(agreeToShare, await yesTo(fixture, lying?.id ?? ''))
  await fixture.deliver()
})

test('what she wants erased before it has gone out does not go out any more', async () => {
  const her = await fixture.holder()
  fixture.party.taken.length = 0
  const id = await openLink(fixture, her)
  await her.visitor.do(agreeToShare, await yesTo(fixture, id))
  assert.equal((await her.visitor.do(askErasure, { id })).state, 'undeliverable')
  await fixture.deliver()
  assert.deepEqual([takenAt('/answers').length, takenAt('/notices').length], [0, 1])
})

test('a party hears that she has taken it back after what is on its way to it, never before', async () => {
  const her = await fixture.holder()
  const { party } = fixture
  party.taken.length = 0
  const { promise: withdrawn, resolve: goOn } = Promise.withResolvers<void>()
  party.replies.set('/answers', [{ body: () => withdrawn.then(() => '{}') }])
  const id = await openLink(fixture, her)
  await her.visitor.do(agreeToShare, await yesTo(fixture, id))
  const delivering = fixture.deliver()
  while (takenAt('/answers').length === 0) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await her.visitor.do(withdrawSharing, { id })
  goOn()
  await delivering
  await fixture.deliver()
  assert.equal(takenAt('/notices').length, 0)
  // The party has it: her receipt and her log say so, though she had taken it back before it answered.
  assert.equal((await her.visitor.do(viewReceipt, { id })).state, 'delivered')
  assert.equal((await sharingLog(her))[0]?.purpose, 'sharing-delivered')
  fixture.pass(31)
  await fixture.deliver()
  assert.deepEqual([takenAt('/answers').length, takenAt('/notices').length], [1, 1])
  moveClock(clockAtFirst)
  party.replies.set('/answers', [{ status: 200, body: '{}' }])
})

test('while her account is locked nothing of hers goes out, and afterwards it does', async () => {
  const her = await fixture.holder()
  fixture.party.taken.length = 0
  const id = await openLink(fixture, her)
  await her.visitor.do(agreeToShare, await yesTo(fixture, id))
  const become = (state: string) =>
    fixture.pool.query('update account set state = $2 where subject_id = $1', [her.subjectId, state])
  await become('locked')
  await fixture.deliver()
  assert.equal(takenAt('/answers').length, 0)
  await become('active')
  fixture.pass(4)
  await fixture.deliver()
  moveClock(clockAtFirst)
  assert.equal((await her.visitor.do(viewReceipt, { id })).state, 'delivered')
})

test('a document that is shown without a claim stands in the receipt and in the log', async () => {
  const her = await fixture.holder()
  const query = {
    credentials: [{ id: 'card', format: 'dc+sd-jwt', meta: { vct_values: ['urn:sen:identity-card:1'] } }],
  }
  const id = await openLink(fixture, her, { query })
  const shared = [{ type: 'identity-card', claims: [] }]
  await her.visitor.do(agreeToShare, await yesTo(fixture, id, shared))
  assert.deepEqual((await her.visitor.do(viewReceipt, { id })).shared, shared)
  const agreed = (await sharingLog(her)).find(({ purpose }) => purpose === 'sharing-agreed')
  assert.deepEqual(agreed?.fields, ['Căn cước điện tử'])
})

test('the proven line of her yes names the very text that the party signed', async () => {
  const her = await fixture.holder()
  const id = await openLink(fixture, her)
  await her.visitor.do(agreeToShare, await yesTo(fixture, id))
  const { request } = await her.visitor.do(viewReceipt, { id })
  const { items } = await her.visitor.do(viewAccessLog, { topic: 'sharing' })
  const agreed = items.find(({ purpose }) => purpose === 'sharing-agreed')
  const { line } = await her.visitor.do(viewLineProof, { id: agreed?.id ?? '' })
  // A digest by a key of ours would be our word again: she could not make it herself.
  assert.equal(line.line?.detail['request'], createHash('sha256').update(request).digest('hex'))
})

test('words of a party that hide or turn others round are no words', async () => {
  const her = await fixture.holder()
  for (const reference of ['HS-1\nSen: gọi 0900', 'HS\u202e1322', 'HS\u200b2231']) {
    const link = await linkTo(fixture, { reference })
    assert.equal((await her.visitor.refusal(openSharing, link)).code, 'sharing.request-wrong')
    assert.equal(noticeAnswer.safeParse({ state: 'kept', law: reference }).success, false)
  }
  const id = await openLink(fixture, her, { reference: 'Hồ sơ số 12/2026' })
  assert.equal((await her.visitor.do(viewSharing, { id })).reference, 'Hồ sơ số 12/2026')
})

test('nobody closes the line to a party by links to what its server does not have', async () => {
  const [her, stranger] = [await fixture.holder(), await fixture.holder()]
  const { origin, clientId, replies } = fixture.party
  replies.set('/broken', [{ status: 500 }])
  replies.set('/report.pdf', [{ body: ' '.repeat(300_000) }])
  for (let turn = 0; turn < 6; turn++) {
    for (const [path, code] of [
      ['broken', 'sharing.party-silent'],
      ['report.pdf', 'sharing.request-wrong'],
    ] as const) {
      const link = { from: 'link' as const, clientId, requestUri: `${origin}/${path}` }
      assert.equal((await stranger.visitor.refusal(openSharing, link)).code, code)
    }
  }
  await openLink(fixture, her)
})

test('a party sends her browser to its pages, and to nothing that only bears their origin', () => {
  const file = { answersAt: ['https://api.bank.example'], returnsTo: ['https://www.bank.example'] }
  assert.equal(mayReturnTo(file, 'https://www.bank.example/done?c=1'), true)
  for (const url of ['blob:https://www.bank.example/0d5f', 'https://x@www.bank.example/', '/done']) {
    assert.equal(mayReturnTo(file, url), false, url)
  }
})
