// The operator's switch for text messages to strangers: it is seen, it has a reason, and it leaves a line.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'

let shell: OperatorShell
before(async () => {
  shell = await openShell({ isMigrated: true })
})
after(() => shell.stop())

const sen = (...words: string[]) => shell.sen({}, 'sms', ...words)
const status = async (): Promise<Record<string, unknown>> =>
  JSON.parse((await sen('status')).out) as Record<string, unknown>

test('what strangers get by text message is paused and resumed with a reason, and both stand in the log', async () => {
  assert.deepEqual(await status(), { paused: false, this_hour: [] })
  const paused = await sen('pause', '--for', 'strangers', '--reason', 'a flood from abroad')
  assert.equal(paused.code, 0, paused.err)
  const during = await status()
  assert.deepEqual([during['paused'], during['reason']], [true, 'a flood from abroad'])
  const resumed = await sen('resume', '--for', 'strangers', '--reason', 'it is over')
  assert.equal(resumed.code, 0, resumed.err)
  assert.equal((await status())['paused'], false)
  const { rows } = await shell.database.pool.query<{ purpose: string; detail: Record<string, unknown> }>(
    "select purpose, detail from audit_line where use_case like 'sen sms %' order by id",
  )
  assert.deepEqual(
    rows.map(({ purpose, detail }) => [purpose, detail['for'], detail['reason']]),
    [
      ['operator-sms-pause', 'strangers', 'a flood from abroad'],
      ['operator-sms-resume', 'strangers', 'it is over'],
    ],
  )
  assert.ok(rows.every(({ detail }) => detail['hostUser']))
})

test('words that are none cost one sentence and change nothing', async () => {
  for (const words of [
    ['pause', '--reason', 'x'],
    ['pause', '--for', 'everybody', '--reason', 'x'],
    ['pause', '--for', 'strangers'],
    ['pause', '--for', 'strangers', '--reason', ' '],
    ['resume', '--for', 'strangers', '--reason', 'nothing was paused'],
    ['status', 'all'],
  ]) {
    const { code, out, err } = await sen(...words)
    assert.deepEqual([code, out], [1, ''], words.join(' '))
    assert.ok(err.trim() !== '' && !err.includes('.ts:'), err)
  }
  assert.equal((await status())['paused'], false)
})
