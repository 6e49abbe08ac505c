// The operator's commands about trust: what is trusted for what is told, a master list needs its digest, and
// what is taken back leaves a line.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'
import { neighbour } from '../../testing/chips/mutations-of-state.ts'
import { authorityNamed, fingerprintOf, masterListOf, pem } from '../../testing/chips/trust-kit.ts'

let shell: OperatorShell
before(async () => {
  shell = await openShell()
})
after(() => shell.stop())

const sen = (...words: string[]) => shell.sen({}, ...words)
interface Listed {
  readonly authorities: readonly Record<string, unknown>[]
}
const listed = async (): Promise<Listed['authorities']> =>
  (JSON.parse((await sen('trust', 'list')).out) as Listed).authorities

test('an import says whom it trusts for what; a list of an unknown signer needs the digest', async () => {
  const [foreign, own] = [neighbour(), authorityNamed('of the command line')]
  const file = await shell.fileOf('list.ml', masterListOf(foreign, [foreign.certificate, own.certificate]))
  const refused = await sen('trust', 'import', file)
  assert.equal(refused.code, 1)
  assert.match(refused.err, new RegExp(`${fingerprintOf(foreign)}.*--signer`))
  assert.deepEqual(await listed(), [])
  const done = await sen('trust', 'import', file, '--signer', fingerprintOf(foreign).toUpperCase())
  assert.equal(done.code, 0, done.err)
  assert.match(done.err, new RegExp(`Trusted for documents ID of VN: .*${fingerprintOf(own)}`))
  assert.match(done.err, /Left out, of other states than VN: 1\./)
})

test('what is trusted is listed, taken back with a reason, and told in the log', async () => {
  const own = authorityNamed('to be taken back')
  await sen('trust', 'import', await shell.fileOf('own.pem', pem(own.certificate)), '--documents', 'ID,P')
  const one = async () => (await listed()).find(({ sha256 }) => sha256 === fingerprintOf(own))
  const before = await one()
  assert.deepEqual(
    [before?.['state'], before?.['documents'], before?.['removed_at']],
    ['VN', ['ID', 'P'], null],
  )
  const reason = 'the state told us by letter 12/2026'
  const removed = await sen('trust', 'remove', '--authority', fingerprintOf(own), '--reason', reason)
  assert.equal(removed.code, 0, removed.err)
  assert.equal((await one())?.['removed_reason'], reason)
  const { rows } = await shell.database.pool.query<{ purpose: string; detail: Record<string, unknown> }>(
    "select purpose, detail from audit_line where use_case = 'sen trust remove'",
  )
  assert.deepEqual(
    rows.map(({ purpose, detail }) => [purpose, detail['sha256'], detail['reason']]),
    [['operator-trust-remove', fingerprintOf(own), reason]],
  )
  assert.ok(rows[0]?.detail['hostUser'])
})

test('words that are none cost one sentence and change nothing', async () => {
  const digest = fingerprintOf(authorityNamed('never came'))
  for (const words of [
    ['remove', '--authority', digest],
    ['remove', '--authority', digest, '--reason', ' '],
    ['remove', '--authority', 'abc', '--reason', 'x'],
    ['remove', '--authority', digest, '--reason', 'x'],
    ['import', 'nowhere', '--states', 'Vietnam'],
    ['import', 'nowhere', '--documents', 'passport'],
    ['import', 'nowhere', '--signer', 'abc'],
    ['list', 'all'],
  ]) {
    const { code, out, err } = await sen('trust', ...words)
    assert.deepEqual([code, out], [1, ''], words.join(' '))
    assert.ok(err.trim() !== '' && !err.includes('.ts:'), err)
  }
})
