// What a code is worth to whoever stands opposite: each verdict, at its edge.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issuer as otherIssuer, issue, stranger } from '../../../testing/credential-kit.ts'
import {
  CARD_ISSUER,
  cardStatuses,
  issueCard,
  phoneKey,
  showCard,
  SHOWN_AT_s,
  STATUS_LIST,
  trustedCardIssuer,
} from '../../../testing/shown-card-kit.ts'
import { judgeCode, type KeptTrust, type Verdict } from './judge-code.ts'

const keptWith = (status: string | null): KeptTrust => ({
  list: { issuedAt_s: SHOWN_AT_s - 86_400, expiresAt_s: SHOWN_AT_s + 86_400, issuers: [trustedCardIssuer] },
  statusLists: new Map(status === null ? [] : [[STATUS_LIST, status]]),
})
const kept = keptWith(await cardStatuses())
const code = await showCard(await issueCard())
const judge = (text = code, now_s = SHOWN_AT_s + 22, by: KeptTrust | null = kept): Promise<Verdict> =>
  judgeCode(text, by, now_s)
const isAt = async (now_s: number, by?: KeptTrust): Promise<string> => (await judge(code, now_s, by)).is

test('a genuine code shows what was offered and nothing else, and how old each thing is that it rests on', async () => {
  assert.deepEqual(await judge(), {
    is: 'valid',
    shown: {
      kind: { vi: 'Căn cước', en: 'Identity card' },
      issuer: { vi: 'Cơ quan cấp thử', en: 'Trial issuer' },
      words: [{ name: 'name', names: { vi: 'Họ và tên', en: 'Full name' }, kind: 'text' }],
      claims: { name: 'Nguyễn Thị Hạnh', personal_number: '940191004826', birthdate: '1991-04-12' },
    },
    signedAt_s: SHOWN_AT_s,
    listOf_s: SHOWN_AT_s - 86_400,
    statusOf_s: SHOWN_AT_s - 3600,
  })
  const adult = await judge(await showCard(await issueCard(), [['age_over_18']]))
  assert.deepEqual(adult.is === 'valid' && adult.shown.claims, { age_over_18: true })
})

test('a scanner that adds white space changes nothing', async () => {
  assert.equal((await judge(` ${code.slice(0, 300)}\r\n${code.slice(300)}\t`)).is, 'valid')
})

test('a code lives for sixty seconds by the clock of whoever checks', async () => {
  assert.equal(await isAt(SHOWN_AT_s + 60), 'valid')
  assert.equal(await isAt(SHOWN_AT_s + 61), 'old')
  assert.deepEqual(await judge(code, SHOWN_AT_s + 27 * 60), { is: 'old', signedAt_s: SHOWN_AT_s })
})

test('a phone whose clock is a little ahead is believed; one that is further ahead is told apart from an old code', async () => {
  assert.equal(await isAt(SHOWN_AT_s - 30), 'valid')
  assert.equal(await isAt(SHOWN_AT_s - 31), 'clocks-differ')
})

test('an expired document says its last moment, and an old code of it nothing else', async () => {
  const expiresAt_s = SHOWN_AT_s - 31
  const expired = await showCard(await issueCard({ expiresAt_s }))
  assert.deepEqual(await judge(expired, SHOWN_AT_s), {
    is: 'expired',
    kind: { vi: 'Căn cước', en: 'Identity card' },
    expiredAt_s: expiresAt_s,
  })
})

test('revoked and held documents are told apart, with the age of the list and no reason', async () => {
  const kind = { vi: 'Căn cước', en: 'Identity card' }
  const statusOf_s = SHOWN_AT_s - 3600
  for (const [status, is] of [
    [1, 'revoked'],
    [2, 'suspended'],
    [3, 'revoked'],
  ] as const) {
    const by = keptWith(await cardStatuses(status))
    assert.deepEqual(await judge(code, SHOWN_AT_s, by), { is, kind, statusOf_s })
    assert.equal(await isAt(SHOWN_AT_s + 3600, by), is, 'also when the code is old')
  }
})

test('a list of statuses that its issuer no longer stands for, that never came or that was changed says nothing', async () => {
  const issuedAt_s = SHOWN_AT_s - 9 * 86_400
  assert.deepEqual(await judge(code, SHOWN_AT_s, keptWith(await cardStatuses(0, issuedAt_s))), {
    is: 'snapshot-old',
    statusOf_s: issuedAt_s,
  })
  assert.deepEqual(await judge(code, SHOWN_AT_s, keptWith(null)), { is: 'snapshot-old', statusOf_s: null })
  const forged = (await cardStatuses()).replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A'))
  assert.equal(await isAt(SHOWN_AT_s, keptWith(forged)), 'snapshot-old')
  const short = { uri: STATUS_LIST, idx: 900_000 }
  assert.equal((await judge(await showCard(await issueCard({ status: short })))).is, 'snapshot-old')
  const elsewhere = { uri: 'https://elsewhere.example.vn/1', idx: 1 }
  assert.equal((await judge(await showCard(await issueCard({ status: elsewhere })))).is, 'snapshot-old')
})

test('an issuer, a key or a kind of document that is not in the list is unknown, not forged', async () => {
  const listOf_s = SHOWN_AT_s - 86_400
  const licence = await showCard(await issue({ holderKey: phoneKey.jwk }), [['full_name']])
  assert.deepEqual(await judge(licence), { is: 'issuer-unknown', listOf_s })
  const school = await showCard(await issueCard({ vct: 'urn:sen:student:1' }))
  assert.deepEqual(await judge(school), { is: 'issuer-unknown', listOf_s })
  const otherKey = await showCard(await issueCard({ signer: otherIssuer.signer }))
  assert.deepEqual(await judge(otherKey), { is: 'issuer-unknown', listOf_s })
})

test('an issuer of the list signs for itself alone, not in the name of another one of the list', async () => {
  const other = { ...trustedCardIssuer, issuer: 'https://other.example.vn', keys: [] }
  const list = { ...kept.list, issuers: [trustedCardIssuer, other] }
  const inItsName = await showCard(await issueCard({ issuer: other.issuer }))
  assert.equal((await judge(inItsName, SHOWN_AT_s, { ...kept, list })).is, 'issuer-unknown')
})

test("somebody else's signature under the issuer's name is no genuine document", async () => {
  const { kid } = trustedCardIssuer.keys[0] ?? { kid: '' }
  const forger = { ...stranger.signer, header: { kid } }
  assert.deepEqual(await judge(await showCard(await issueCard({ signer: forger }))), { is: 'forged' })
  assert.equal(trustedCardIssuer.issuer, CARD_ISSUER)
})

test('a document that was copied to another phone is told from a forged one', async () => {
  const copied = await showCard(await issueCard(), [['name']], { by: stranger })
  assert.deepEqual(await judge(copied), { is: 'other-phone' })
})

test('what is no code of ours, of a later release, or did not come through whole is never judged as a document', async () => {
  assert.deepEqual(await judge('https://example.vn/khuyen-mai'), { is: 'not-ours' })
  assert.deepEqual(await judge(''), { is: 'not-ours' })
  assert.deepEqual(await judge(`7369${code.slice(4)}`), { is: 'newer' })
  assert.deepEqual(await judge(code.slice(0, -3)), { is: 'damaged' })
  assert.deepEqual(await judge(`${code.slice(0, 90)}${code.slice(93)}`), { is: 'damaged' })
})

test('a device that has never had a list says so instead of judging', async () => {
  assert.deepEqual(await judge(code, SHOWN_AT_s, null), { is: 'no-list' })
})

test('a verdict takes less than 300 ms', async (t) => {
  const began = performance.now()
  const rounds = 50
  for (let round = 0; round < rounds; round++) {
    assert.equal((await judge()).is, 'valid')
  }
  const each_ms = (performance.now() - began) / rounds
  t.diagnostic(`${each_ms.toFixed(1)} ms each`)
  assert.ok(each_ms < 300)
})
