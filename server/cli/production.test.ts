// What a demo world has touched never becomes an operator's, and an operator's never a world's.
import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'
import { freePorts } from '../../testing/whole-sen.ts'
import { worldTrustPem } from '../../world/chips/authority.ts'
import { castChip } from '../../world/chips/cast-chips.ts'

const OPERATOR = 'Cục thử nghiệm'
let shell: OperatorShell
before(async () => {
  shell = await openShell({ isMigrated: true })
})
after(() => shell.stop())

const office = ['office', 'add', '--code', 'PHUONG-1', '--name', 'Phường Một']
/** Told with one sentence when it serves, and by every other command. */
const isRefused = async (sentence: RegExp, settings: Record<string, string> = {}): Promise<void> => {
  const operators = { SEN_OPERATOR: OPERATOR, PORT: String(await freePorts()), ...settings }
  for (const words of [['serve'], office]) {
    const { code, out, said } = await shell.sen(operators, ...words)
    assert.deepEqual([code, out, said.length], [1, '', 1], said.join())
    assert.match(said[0] ?? '', sentence)
  }
}
const set = (fact: string) =>
  shell.database.pool.query("insert into installation (key, value) values ($1, 'yes')", [fact])
const unset = (fact: string) => shell.database.pool.query('delete from installation where key = $1', [fact])

test('a database and a data folder on which a world ran never get an operator', async () => {
  await set('made_by_world')
  await isRefused(/^The demo world has run on this data folder or database/)
  assert.equal((await shell.sen({}, ...office)).code, 0, 'without an operator it goes on')
  await unset('made_by_world')
  const marked = join(shell.folder, 'marked')
  await shell.sen({ SEN_DATA: marked }, ...office)
  await writeFile(join(marked, 'made-by-world'), '')
  await isRefused(/^The demo world has run on this data folder or database/, { SEN_DATA: marked })
})

test('a register with test people never gets an operator', async () => {
  const file = join(shell.folder, 'people.csv')
  assert.equal((await shell.sen({}, 'population', 'synthesize', '1', '--seed', '4', '--out', file)).code, 0)
  assert.equal((await shell.sen({}, 'population', 'import', file)).code, 0)
  await isRefused(/^The register holds test people/)
  await shell.database.pool.query('delete from person')
})

test("the world's authority is believed no longer from the day on which there is an operator, nor its officers taken", async () => {
  const trust = join(shell.folder, 'trust.pem')
  await writeFile(trust, worldTrustPem())
  const chip = join(shell.folder, 'chip.json')
  await writeFile(chip, JSON.stringify((await castChip('hanh'))?.file))
  assert.equal((await shell.sen({}, 'trust', 'import', trust)).code, 0)
  assert.equal((await shell.sen({}, 'chip', 'verify', chip)).code, 0)
  const { code, out } = await shell.sen({ SEN_OPERATOR: OPERATOR }, 'chip', 'verify', chip)
  assert.deepEqual([code, (JSON.parse(out) as { problems: string[] }).problems], [1, ['chip.signer-unknown']])
  const officer = ['officer', 'add', '--number', 'CB-1', '--name', 'An', '--person-number', '940086002171']
  const refused = await shell.sen({ SEN_OPERATOR: OPERATOR }, ...officer)
  assert.equal(refused.code, 1)
  assert.match(refused.said[0] ?? '', /test person/)
})

test("a command or server that was not told the operator does nothing on a nation's database", async () => {
  assert.equal((await shell.sen({ SEN_OPERATOR: OPERATOR }, ...office)).code, 0)
  const people = join(shell.folder, 'later.csv')
  assert.equal((await shell.sen({}, 'population', 'synthesize', '1', '--seed', '4', '--out', people)).code, 0)
  for (const words of [['serve'], office, ['population', 'import', people]]) {
    const { code, said } = await shell.sen({ PORT: String(await freePorts()) }, ...words)
    assert.deepEqual([code, said.length], [1, 1], said.join())
    assert.match(said[0] ?? '', /^This database has an operator \(Cục thử nghiệm\)/)
  }
  assert.equal((await shell.sen({ SEN_OPERATOR: 'Cục khác' }, ...office)).code, 0, 'it may be renamed')
})

test("a world stays out of an operator's database, and has no operator itself", async () => {
  assert.equal((await shell.sen({ SEN_OPERATOR: OPERATOR }, ...office)).code, 0)
  const world = { SEN_WORLD: 'on', PORT: String(await freePorts()) }
  const entering = await shell.sen(world, 'serve')
  assert.deepEqual([entering.code, entering.said.length], [1, 1], entering.said.join())
  assert.match(entering.said[0] ?? '', /^This database has been used with an operator/)
  const both = await shell.sen({ ...world, SEN_OPERATOR: OPERATOR }, 'serve')
  assert.match(both.said[0] ?? '', /^The demo world has no operator/)
})
