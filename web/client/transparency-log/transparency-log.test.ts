// What a browser makes of its log: a line is proven from what is on the screen, a log that was rewritten is
// noticed by whoever has seen it before, and the evidence stays.
import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { base64 } from '../../../formats/transparency-log/base64.ts'
import { insertedLine } from '../../../testing/proven-line.ts'
import { WitnessLog } from '../../../testing/witness-log.ts'
import { checkLine, type LineProof, type ShownLine } from './check-line.ts'
import { saidLine } from './said-line.ts'
import { followAnew, followLog, keepBreak, seenLog } from './seen-log.ts'

const SEED = Uint8Array.from({ length: 32 }, (_, i) => i)
const kept = new Map<string, string>()
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  },
})
beforeEach(() => kept.clear())

const growthOf = (log: WitnessLog) => (from: number, to: number) =>
  Promise.resolve(log.proof(from, to).map(base64))
const shownOf = (log: WitnessLog, size: number) => ({ key: log.signer.verifierKey, note: log.note(size) })
const neverAsked = (): Promise<never> => Promise.reject(new Error('nobody needs a proof here'))

test('the first checkpoint is believed, and each later one is held against it', async () => {
  const log = new WitnessLog(SEED).grow(40)
  assert.equal((await followLog(shownOf(log, 9), neverAsked)).state, 'first')
  assert.equal((await followLog(shownOf(log, 30), growthOf(log))).state, 'grown')
  assert.equal((await followLog(shownOf(log, 30), growthOf(log))).state, 'same')
  assert.equal((await followLog(shownOf(log, 12), growthOf(log))).state, 'earlier')
  assert.deepEqual(
    [seenLog()?.note, seenLog()?.since.size, seenLog()?.broken],
    [log.note(30), 9, null],
    'the newest is kept, and since when',
  )
})

test('a log that was rewritten, set back or replaced is noticed, stays noticed, and both notes stay', async () => {
  const log = new WitnessLog(SEED).grow(40)
  const forked = new WitnessLog(SEED).grow(5).grow(35, 'forked')
  const another = new WitnessLog(SEED.toReversed()).grow(40)
  const lies = [
    ['two-histories', forked, 30, growthOf(forked)],
    ['two-histories', forked, 20, growthOf(forked)],
    ['two-histories', forked, 12, growthOf(forked)],
    ['no-proof', forked, 30, () => Promise.resolve(null)],
    ['no-proof', forked, 30, () => Promise.resolve(['nothing'])],
    ['no-proof', log, 12, () => Promise.resolve(null)],
    ['other-key', another, 40, growthOf(another)],
  ] as const
  for (const [why, liar, size, readGrowth] of lies) {
    kept.clear()
    await followLog(shownOf(log, 20), neverAsked)
    const followed = await followLog(shownOf(liar, size), readGrowth)
    assert.deepEqual(followed, {
      state: 'broken',
      broken: { why, earlier: shownOf(log, 20), later: shownOf(liar, size) },
    })
    assert.deepEqual(
      await followLog(shownOf(log, 20), neverAsked),
      followed,
      'also when the truth is shown again',
    )
    followAnew()
    assert.equal((await followLog(shownOf(log, 20), neverAsked)).state, 'first')
  }
})

test('a note that the log has not signed is no evidence and changes nothing', async () => {
  const log = new WitnessLog(SEED).grow(40)
  await followLog(shownOf(log, 20), neverAsked)
  const before = seenLog()
  const forged = { key: log.signer.verifierKey, note: log.note(20).replace('\n20\n', '\n21\n') }
  assert.deepEqual(await followLog(forged, neverAsked), { state: 'unbelieved', reason: 'log.signature' })
  assert.deepEqual(seenLog(), before)
})

test('where no answer comes nothing is concluded', async () => {
  const log = new WitnessLog(SEED).grow(40)
  await followLog(shownOf(log, 20), neverAsked)
  await assert.rejects(
    followLog(shownOf(log, 30), () => Promise.reject(new Error('no network'))),
    /no network/,
  )
  assert.equal(seenLog()?.broken, null)
})

test('what was spoilt in the browser’s own store accuses nobody', async () => {
  const log = new WitnessLog(SEED).grow(40)
  for (const spoilt of [
    '{',
    '7',
    '{"key":1}',
    JSON.stringify({ ...shownOf(log, 20), note: 'x', since: { size: 20, at: null } }),
  ]) {
    kept.set('sen.log-seen', spoilt)
    assert.equal((await followLog(shownOf(log, 20), neverAsked)).state, 'first', spoilt)
  }
})

test('two versions that were shown at once are kept as evidence too', async () => {
  const log = new WitnessLog(SEED).grow(40)
  await followLog(shownOf(log, 20), neverAsked)
  const broken = { why: 'two-histories', earlier: shownOf(log, 9), later: shownOf(log, 20) } as const
  keepBreak(broken)
  assert.deepEqual(await followLog(shownOf(log, 20), neverAsked), { state: 'broken', broken })
})

const proven = async () => {
  const { log, line, salt, leafNo } = insertedLine(SEED)
  const proof: LineProof = {
    line: {
      id: line.id,
      at: line.at,
      content: 'open',
      line: { ...line, fields: [...line.fields] },
      salt: salt.toString('hex'),
      leafHash: log.leaf(leafNo).toString('base64'),
      leaf: leafNo,
    },
    proof: { note: log.note(), hashes: log.inclusion(leafNo).map(base64) },
  }
  const shown: ShownLine = {
    id: line.id,
    at: line.at,
    leaf: leafNo,
    purpose: line.purpose,
    outcome: line.outcome,
    fields: line.fields,
    who: 'Công an phường Sen · số hiệu 123-456',
    whoKind: 'officer',
  }
  const keys = { key: log.signer.verifierKey, witnesses: [] }
  const check = (change: Partial<ShownLine> = {}, given: LineProof = proof) =>
    checkLine({ ...shown, ...change }, given, keys, growthOf(log))
  return { proof, check, log }
}

test('a line is proven from what is on the screen, and nothing else on the screen passes', async () => {
  const { check, log, proof } = await proven()
  const verdict = await check()
  assert.ok(verdict.is === 'proven' && verdict.content === 'open')
  assert.deepEqual([verdict.leaf, verdict.shown.size], [proof.line.leaf, log.size])
  assert.equal((await check({ leaf: null })).is, 'proven', 'shown before it had its number')
  const lies: Partial<ShownLine>[] = [
    { purpose: 'card-view' },
    { outcome: 'refused' },
    { at: '2026-11-30T05:06:07.891Z' },
    { fields: [] },
    { fields: ['fullName', 'portrait', 'phone'] },
    { leaf: 3 },
    { id: '01900000-0000-7000-8000-000000000099' },
    { who: 'Công an phường Hồng · số hiệu 123-456' },
    { who: 'Công an phường Sen · số hiệu 999-999' },
    { who: 'Chính bạn', whoKind: 'holder' },
    { whoKind: 'automatic' },
  ]
  for (const lie of lies) {
    assert.deepEqual(await check(lie), { is: 'wrong', what: 'words' }, JSON.stringify(lie))
  }
})

test('a line that was changed, and one that is not where it is said to be, do not pass', async () => {
  const { check, proof, log } = await proven()
  const { line } = proof
  const original = line.line
  assert.ok(original)
  const changed = (change: Partial<LineProof['line']>): LineProof => ({
    ...proof,
    line: { ...line, ...change },
  })
  for (const spoilt of [
    changed({ line: { ...original, use_case: 'another.deed' } }),
    changed({ line: null }),
    changed({ salt: null }),
    changed({ salt: 'not hex' }),
    changed({ salt: '00'.repeat(16) }),
    changed({ leafHash: log.leaf(1).toString('base64') }),
  ]) {
    assert.deepEqual(await check({}, spoilt), { is: 'wrong', what: 'words' })
  }
  const elsewhere = { ...proof, proof: { note: log.note(), hashes: log.inclusion(3).map(base64) } }
  assert.deepEqual(await check({}, elsewhere), { is: 'wrong', what: 'place' })
  assert.deepEqual(await check({ leaf: null }, changed({ leaf: 3 })), { is: 'wrong', what: 'place' })
})

test('a line that waits for its number is said to wait, but not one that had a number before', async () => {
  const { check, proof } = await proven()
  const waiting = { line: { ...proof.line, leaf: null }, proof: null }
  assert.deepEqual(await check({ leaf: null }, waiting), { is: 'waiting' })
  assert.deepEqual(await check({}, waiting), { is: 'wrong', what: 'words' })
})

test('of a line whose content is withheld the place is proven', async () => {
  const { check, proof, log } = await proven()
  const withheld: LineProof = {
    ...proof,
    line: { ...proof.line, content: 'withheld', line: null, salt: null },
  }
  const verdict = await check({}, withheld)
  assert.ok(verdict.is === 'proven' && verdict.content === 'withheld')
  const lie = { ...withheld, line: { ...withheld.line, leafHash: log.leaf(2).toString('base64') } }
  assert.deepEqual(await check({}, lie), { is: 'wrong', what: 'place' })
})

test('a line in a log that was rewritten is not called proven', async () => {
  const { check } = await proven()
  await check()
  const { proof: other, log } = await proven()
  const forked = new WitnessLog(SEED).grow(log.size, 'forked')
  const answer = await check(
    {},
    { ...other, proof: { note: forked.note(), hashes: other.proof?.hashes ?? [] } },
  )
  assert.equal(answer.is, 'rewritten')
})

test('what was proven is said in the app’s own words, and nothing is said where it has no word', async () => {
  const { check } = await proven()
  const verdict = await check()
  assert.ok(verdict.is === 'proven' && verdict.line)
  const { line } = verdict
  assert.deepEqual(saidLine(line), {
    at: line.at,
    purpose: 'Đối chiếu đơn đăng ký với cơ sở dữ liệu',
    fields: ['họ tên', 'ảnh chân dung'],
    outcome: null,
  })
  assert.equal(saidLine({ ...line, outcome: 'refused' })?.outcome, 'Không chấp nhận')
  assert.equal(saidLine({ ...line, outcome: 'permit.refused' })?.outcome, null)
  for (const newer of [{ purpose: 'of-a-newer-release' }, { fields: ['fullName', 'ofNewer'] }]) {
    assert.equal(saidLine({ ...line, ...newer }), null)
  }
  assert.equal(saidLine(null), null)
})
