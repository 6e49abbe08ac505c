// The line to another agency's register: what its trouble costs whoever waits, and itself when it comes back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SourceSilent } from './rest-line.ts'
import { openSourceLines } from './source-lines.ts'
import { sourceRegister } from './source-register.ts'

const rules = { silences: 3, rest_s: 30, atOnce: 2 }
const source = { id: 'one', url: 'http://127.0.0.1:1', mostPerMinute: 1000 }
const other = { ...source, id: 'two' }
const hangs = () => Promise.reject(new SourceSilent('hangs'))
const answers = () => Promise.resolve('here')

test('after three silences a register rests, is tried by one question, and is open again when that is answered', async () => {
  let at_ms = 0
  const lines = openSourceLines(() => at_ms)
  for (let i = 0; i < 3; i++) {
    assert.deepEqual(await lines.ask(source, rules, hangs), { is: 'silent', why: 'hangs' })
  }
  let isAsked = false
  const asking = () => {
    isAsked = true
    return answers()
  }
  assert.deepEqual(await lines.ask(source, rules, asking), { is: 'silent', why: 'rests' })
  assert.equal(isAsked, false, 'it is left alone')
  assert.deepEqual(
    await lines.ask(other, rules, answers),
    { is: 'answered', answer: 'here' },
    'another is not',
  )
  at_ms = 30_000
  const [first, second] = await Promise.all([
    lines.ask(source, rules, hangs),
    lines.ask(source, rules, answers),
  ])
  assert.deepEqual([first.is, second.is], ['silent', 'full'], 'one tries it, the others wait')
  assert.equal((await lines.ask(source, rules, answers)).is, 'silent', 'it rests anew')
  at_ms = 60_000
  assert.equal((await lines.ask(source, rules, answers)).is, 'answered')
  const [a, b] = await Promise.all([lines.ask(source, rules, answers), lines.ask(source, rules, answers)])
  assert.deepEqual([a.is, b.is], ['answered', 'answered'])
})

test('questions at once and in a minute have an end, which is nobody’s silence', async () => {
  let at_ms = 0
  const lines = openSourceLines(() => at_ms)
  const held: (() => void)[] = []
  const waits = () => new Promise<string>((resolve) => held.push(() => resolve('here')))
  const under = [lines.ask(source, rules, waits), lines.ask(source, rules, waits)]
  assert.deepEqual(await lines.ask(source, rules, answers), { is: 'full' })
  for (const end of held) {
    end()
  }
  await Promise.all(under)
  const few = { ...other, mostPerMinute: 2 }
  const ends = [
    await lines.ask(few, rules, answers),
    await lines.ask(few, rules, answers),
    await lines.ask(few, rules, answers),
  ]
  assert.deepEqual(
    ends.map(({ is }) => is),
    ['answered', 'answered', 'full'],
  )
  at_ms = 60_000
  assert.equal((await lines.ask(few, rules, answers)).is, 'answered')
})

test('a mistake of ours is no silence of theirs', async () => {
  const lines = openSourceLines(() => 0)
  await assert.rejects(
    lines.ask(source, rules, () => Promise.reject(new TypeError('ours'))),
    /ours/,
  )
  assert.equal((await lines.ask(source, rules, answers)).is, 'answered')
})

test('a register is reached over https, or on this machine; an address holds no secret', () => {
  const of = (url: string) =>
    sourceRegister.safeParse({
      id: 'one',
      name: { vi: 'a', en: 'a' },
      url,
      timeout_ms: 1000,
      mostPerMinute: 1,
    }).success
  for (const fine of [
    'https://so.example',
    'https://so.example/v1',
    'http://127.0.0.1:4001',
    'http://localhost:1',
  ]) {
    assert.ok(of(fine), fine)
  }
  for (const wrong of [
    'http://so.example',
    'ftp://so.example',
    'https://a:b@so.example',
    'https://so.example?k=1',
    'x',
  ]) {
    assert.equal(of(wrong), false, wrong)
  }
})
