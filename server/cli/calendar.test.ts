// `sen calendar`: an announced holiday by a file and two persons, on record; what is not so is refused in a
// sentence.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays } from '../../formats/vietnam-day.ts'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'
import { dayInVietnam } from '../kernel/policy.ts'
import { dayOfReceipt } from '../modules/registry/territory/working-calendar.ts'

let shell: OperatorShell
before(async () => {
  shell = await openShell()
})
after(() => shell.stop())

/** Three weeks ahead, a day on which offices work. */
const DAY = dayOfReceipt(addDays(dayInVietnam(new Date()), 21))
const change = (day: string, offices = 'closed') => ({
  source: 'Thông báo thử số 7/TB-THU',
  days: [{ day, offices, why: { vi: 'nghỉ bù thử', en: 'a day in lieu' } }],
})
const sen = (...words: string[]) => shell.sen({}, 'calendar', ...words)
const done = async (...words: string[]): Promise<Record<string, unknown>[]> => {
  const { code, out, err } = await sen(...words)
  assert.equal(code, 0, `${out}${err}`)
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
const refused = async (reason: RegExp, ...words: string[]): Promise<void> => {
  const { code, err } = await sen(...words)
  assert.equal(code, 1)
  assert.match(err, reason)
}
const fileOf = (content: unknown) => shell.fileOf('change.json', JSON.stringify(content))

test('one proposes, another confirms just that, and it is listed as it counts', async () => {
  const proposed = await done('propose', await fileOf(change(DAY)), '--by', 'Trần Thị An')
  const sha256 = String(proposed.at(-1)?.['sha256'])
  assert.deepEqual(proposed[0], { day: DAY, offices: 'closed', why: 'a day in lieu' })
  await refused(/somebody else has to look/, 'confirm', sha256, '--by', 'trần thị AN')
  await refused(/64 hexadecimal/, 'confirm', sha256.slice(1), '--by', 'Lê Văn Bình')
  await refused(/--by/, 'confirm', sha256)
  const [confirmed] = await done('confirm', sha256, '--by', 'Lê Văn Bình')
  assert.deepEqual([confirmed?.['revision'], confirmed?.['days']], [1, 1])
  const listed = await done('list')
  assert.deepEqual(
    listed.filter((line) => 'revision' in line).map(({ revision, isCounted }) => [revision, isCounted]),
    [[1, false]],
  )
  await refused(/closed on .* already/, 'propose', await fileOf(change(DAY)), '--by', 'Trần Thị An')
})

test('a proposal that was a slip is dropped', async () => {
  const back = await done('propose', await fileOf(change(DAY, 'open')), '--by', 'Trần Thị An')
  const sha256 = String(back.at(-1)?.['sha256'])
  assert.equal((await done('list')).filter((line) => line['sha256'] === sha256).length, 1)
  await done('drop', sha256, '--by', 'Trần Thị An')
  assert.equal((await done('list')).filter((line) => line['sha256'] === sha256).length, 0)
  await refused(/Nobody has proposed/, 'confirm', sha256, '--by', 'Lê Văn Bình')
})

test('each deed left a line about nobody, with who did it', async () => {
  const { rows } = await shell.database.pool.query<{ use_case: string; detail: Record<string, unknown> }>(
    "select use_case, detail from audit_line where use_case like 'sen calendar%' order by id",
  )
  assert.deepEqual(
    rows.map(({ use_case, detail }) => [use_case, detail['by']]),
    [
      ['sen calendar propose', 'Trần Thị An'],
      ['sen calendar confirm', 'Lê Văn Bình'],
      ['sen calendar propose', 'Trần Thị An'],
      ['sen calendar drop', 'Trần Thị An'],
    ],
  )
})

test('a file that cannot be meant is refused in a sentence', async () => {
  for (const bad of [{}, change('2026-02-30'), change(DAY, 'holiday'), { ...change(DAY), days: [] }]) {
    await refused(/./, 'propose', await fileOf(bad), '--by', 'Trần Thị An')
  }
  await refused(/not to come/, 'propose', await fileOf(change('2026-01-05')), '--by', 'Trần Thị An')
})
