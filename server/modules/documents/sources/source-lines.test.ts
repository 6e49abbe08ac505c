// The line to another agency's register: what its trouble costs whoever waits, and itself when it comes back.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { findRecord, SourceSilent } from './rest-line.ts'
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

test('what it cannot say of one entry makes it rest for nobody', async () => {
  const lines = openSourceLines(() => 0)
  for (let i = 0; i < 5; i++) {
    assert.deepEqual(await lines.ask(source, rules, () => Promise.reject(new SourceSilent('record'))), {
      is: 'silent',
      why: 'record',
    })
  }
  assert.equal((await lines.ask(source, rules, answers)).is, 'answered')
})

test('an entry that cannot be read, or a question that it refuses, is told apart from a register in trouble', async () => {
  let answer: readonly [status: number, body: string] = [200, '']
  const server = createServer((_, response) => void response.writeHead(answer[0]).end(answer[1]))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const line = { url: `http://127.0.0.1:${port}`, timeout_ms: 2000, key: 'k' }
  const person = { personal_number: '940191004826', old_number: null }
  const whyOf = (status: number, body: string) => {
    answer = [status, body]
    return findRecord(line, { request_id: 'r', type: 't', keys: {}, person }).then(
      () => 'answered',
      (silence: SourceSilent) => silence.why,
    )
  }
  const told = [
    await whyOf(200, '{"answer":"none"}'),
    await whyOf(200, '{"answer":"found","record":{"reference":""}}'),
    await whyOf(400, '{}'),
    await whyOf(422, '{}'),
    await whyOf(200, '{"answer":"later"}'),
    await whyOf(200, '<html>'),
    await whyOf(500, '{}'),
    await whyOf(404, '{}'),
    await whyOf(403, '{}'),
  ]
  server.closeAllConnections()
  server.close()
  assert.deepEqual(told, [
    'answered',
    'record',
    'record',
    'record',
    'form',
    'form',
    'fault',
    'fault',
    'refuses-us',
  ])
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
