// `sen procedure`: a public service comes from a file, by two persons, without code.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'
import { dayInVietnam } from '../kernel/policy.ts'

let shell: OperatorShell
before(async () => {
  shell = await openShell()
})
after(() => shell.stop())

/** Written from docs/procedures.md alone. */
const wedding = readFileSync(new URL('../../testing/street-wedding.json', import.meta.url), 'utf8')
const TODAY = dayInVietnam(new Date())
const withChanges = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...(JSON.parse(wedding) as object), ...changes }, null, 2)

const sen = (...words: string[]) => shell.sen({}, 'procedure', ...words)
const done = async (...words: string[]): Promise<string> => {
  const { code, out, err } = await sen(...words)
  assert.equal(code, 0, `${out}${err}`)
  return out
}
const refused = async (reason: RegExp, ...words: string[]): Promise<void> => {
  const { code, err } = await sen(...words)
  assert.equal(code, 1)
  assert.match(err, reason)
}
const listed = async () =>
  (await done('list'))
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as {
          id: string
          version: number
          isInForce?: boolean
          proposedBy?: string
          sha256?: string
        },
    )
    .filter(({ id }) => id === 'street-wedding')

test('a file written from the documentation alone passes, and a wrong one is told by line', async () => {
  await done('check', await shell.fileOf('wedding.json', wedding))
  const bad = withChanges({ cutOff: '25:00' })
  const { code, out } = await sen('check', await shell.fileOf('bad.json', bad))
  assert.equal(code, 1)
  const line = bad.split('\n').findIndex((text) => text.includes('25:00')) + 1
  assert.match(out, new RegExp(`bad\\.json:${line}: cutOff is not a time of day`))
})

test('tried on an invented person it says what is known, asked, agreed to and by when, and writes nothing', async () => {
  const answers = await shell.fileOf(
    'answers.json',
    JSON.stringify({ until: 'evening', neighbour: '001070000009' }),
  )
  const file = await shell.fileOf('wedding.json', wedding)
  const out = await done('try', file, '--life', 'worker', '--answers', answers)
  assert.match(out, /Full name: Người thử nghiệm \(register\)/)
  assert.match(out, /Which day\? \[date\]/)
  assert.match(out, /Your neighbour agrees: 001070000009/)
  assert.match(out, /by \d{4}-\d{2}-\d{2}/)
  await refused(/--life is one of/, 'try', file, '--life', 'dragon')
  const strange = await shell.fileOf('strange.json', JSON.stringify({ colour: 'red' }))
  await refused(/no field of this form/, 'try', file, '--answers', strange)
  assert.deepEqual(await listed(), [])
})

test('one proposes, somebody else publishes, and from its first day on it is offered', async () => {
  const file = await shell.fileOf('first.json', withChanges({ from: TODAY }))
  const { sha256 } = JSON.parse(await done('propose', file, '--by', 'Nguyễn Thị An')) as { sha256: string }
  assert.equal(sha256, (JSON.parse(await done('check', file)) as { sha256: string }).sha256)
  await refused(/proposed already/, 'propose', file, '--by', 'Trần Văn Bình')
  assert.deepEqual(
    (await listed()).map((one) => [one.proposedBy, one.sha256]),
    [['Nguyễn Thị An', sha256]],
  )
  const publish = (by: string, digest = sha256, version = '1') =>
    ['publish', 'street-wedding', version, '--by', by, '--sha256', digest] as const
  await refused(/does not publish it/, ...publish('Nguyễn Thị An'))
  await refused(/does not publish it/, ...publish(' nguyễn  thị an'.trim()))
  await refused(/Nobody has proposed/, ...publish('Trần Văn Bình', sha256, '2'))
  await refused(/--by/, 'publish', 'street-wedding', '1', '--sha256', sha256)
  await refused(/--sha256/, 'publish', 'street-wedding', '1', '--by', 'Trần Văn Bình')
  const other = await shell.fileOf('other.json', withChanges({ from: TODAY, cutOff: '23:00' }))
  const read = (JSON.parse(await done('check', other)) as { sha256: string }).sha256
  await refused(/not what was proposed/, ...publish('Trần Văn Bình', read))
  await refused(/64 hexadecimal digits/, ...publish('Trần Văn Bình', sha256.slice(1)))
  await done(...publish('Trần Văn Bình', sha256.toUpperCase()))
  assert.deepEqual(
    (await listed()).map(({ version, isInForce }) => [version, isInForce]),
    [[1, true]],
  )
  await refused(/Nobody has proposed/, ...publish('Trần Văn Bình'))
})

test('what is published holds for ever: a change is a higher version that does not begin in the past', async () => {
  const again = await shell.fileOf('again.json', withChanges({ from: TODAY }))
  await refused(/a change is version 2/, 'propose', again, '--by', 'Nguyễn Thị An')
  const past = await shell.fileOf('past.json', withChanges({ version: 2, from: '2026-01-01' }))
  await refused(/which is past/, 'propose', past, '--by', 'Nguyễn Thị An')
  const ours = await shell.fileOf('ours.json', withChanges({ id: 'permanent-residence', from: TODAY }))
  await refused(/a change is version 2/, 'propose', ours, '--by', 'Nguyễn Thị An')
  const bad = await shell.fileOf('bad.json', withChanges({ version: 2, cutOff: '25:00' }))
  await refused(/^1 place is wrong/m, 'propose', bad, '--by', 'Nguyễn Thị An')
})

test('both acts leave a line about nobody, with who did it', async () => {
  const { rows } = await shell.database.pool.query<{ use_case: string; detail: Record<string, unknown> }>(
    `select use_case, detail from audit_line where use_case like 'sen procedure%' order by id`,
  )
  assert.deepEqual(
    rows.map(({ use_case, detail }) => [use_case, detail['procedure'], detail['by']]),
    [
      ['sen procedure propose', 'street-wedding', 'Nguyễn Thị An'],
      ['sen procedure publish', 'street-wedding', 'Trần Văn Bình'],
    ],
  )
  const [proposed, published] = rows.map(({ detail }) => detail['sha256'])
  assert.match(String(proposed), /^[0-9a-f]{64}$/)
  assert.equal(published, proposed, 'what was published is what was proposed')
})
