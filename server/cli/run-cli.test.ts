// The operator's commands, as her shell sees them: what is printed, and the exit code.
import assert from 'node:assert/strict'
import { chmod, readFile, stat, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'
import { NOBODY } from '../kernel/audit-store.ts'

let shell: OperatorShell
before(async () => {
  shell = await openShell()
})
after(() => shell.stop())

const sen = (...words: string[]) => shell.sen({}, ...words)

test('help lists every command; a command that is none, or wrong words, fail with a sentence', async () => {
  const help = await sen('help')
  assert.equal(help.code, 0)
  for (const command of [
    'serve',
    'work',
    'migrate',
    'units import',
    'population import',
    'population synthesize',
    'population export',
    'client add',
    'officer add',
    'trust import',
    'chip verify',
    'reader',
    'audit verify',
  ]) {
    assert.ok(help.out.includes(`  ${command}`), command)
  }
  for (const words of [
    ['bogus'],
    ['population', 'bogus'],
    ['population', 'import'],
    ['population', 'synthesize', 'many', '--seed', '1'],
    ['serve', 'extra'],
    ['client', 'add', '--name', 'A'],
    ['officer', 'add'],
    ['population', 'import', join(shell.folder, 'nowhere.csv')],
  ]) {
    const { code, err } = await sen(...words)
    assert.equal(code, 1, words.join(' '))
    assert.ok(err.trim() !== '' && !err.includes('.ts:'), err)
  }
})

test('a nation is made, read in, read in again without change, and written out again', async () => {
  const [made, written] = [join(shell.folder, 'made.csv'), join(shell.folder, 'written.csv')]
  assert.equal((await sen('population', 'synthesize', '50', '--seed', '1', '--out', made)).code, 0)
  const first = await sen('population', 'import', made)
  assert.deepEqual(
    [first.code, first.out.trim()],
    [0, 'imported 50 updated 0 unchanged 0 rejected 0'],
    first.err,
  )
  assert.equal(
    (await sen('population', 'import', made)).out.trim(),
    'imported 0 updated 0 unchanged 50 rejected 0',
  )
  assert.equal((await sen('population', 'export', '--out', written)).code, 0)
  const lines = (await readFile(written, 'utf8')).trim().split('\n')
  assert.equal(lines.length, 51)
})

test('a file with a wrong line is read in without it, says which, and exits with 2', async () => {
  const file = join(shell.folder, 'wrong.ndjson')
  await writeFile(
    file,
    `{"personal_number":"940191500001","full_name":"Nguyễn Thị Sen","birth_date":"1991","sex":"female"}\n{"personal_number":"12","full_name":"A","birth_date":"1991","sex":"female"}\n`,
  )
  const { code, out, err } = await sen('population', 'import', file)
  assert.deepEqual([code, out.trim()], [2, 'imported 1 updated 0 unchanged 0 rejected 1'])
  assert.match(err, /line 2, personal_number/)
})

test('a party and an officer are added, and what is printed can be read by a script', async () => {
  const client = await sen(
    'client',
    'add',
    '--name',
    'Cổng Sông Lam',
    '--redirect-uri',
    'https://cong.example/callback',
  )
  assert.equal(client.code, 0, client.err)
  assert.ok(
    (JSON.parse(client.out) as { client_id: string; client_secret: string }).client_secret.length >= 20,
  )
  const officer = await sen('officer', 'add', '--number', 'CB-1', '--name', 'Trần Quốc Bảo')
  assert.equal(officer.code, 0, officer.err)
  assert.match((JSON.parse(officer.out) as { enter: string }).enter, /\/counter\/enter#ticket=[\w-]{20,}$/)
})

test('an officer is added at an office of her own, as the person she is and until a day; what is no number, day, task or office is a sentence', async () => {
  assert.equal((await sen('office', 'add', '--code', 'SL-01', '--name', 'Công an phường Sông Lam')).code, 0)
  const add = (...words: string[]) =>
    sen('officer', 'add', '--number', 'CB-2', '--name', 'Hoàng Thị Thu', '--office', 'SL-01', ...words)
  assert.equal(
    (
      await add(
        '--tasks',
        'level-2.take,level-2.second',
        '--person-number',
        '940179003302',
        '--until',
        '2099-12-31',
      )
    ).code,
    0,
  )
  for (const words of [
    ['--person-number', '12'],
    ['--until', 'tomorrow'],
    ['--tasks', 'everything'],
    ['--office', 'XX-99'],
  ]) {
    const refused = await add(...words)
    assert.equal(refused.code, 1, words.join(' '))
    assert.ok(refused.err.length > 20)
  }
  assert.equal((await sen('office', 'add', '--code', 'x y', '--name', 'Z')).code, 1)
})

test('each command that changes or takes something out leaves a line: under which operator, by which user, with what effect', async () => {
  await shell.database.pool.query('delete from audit_line')
  const [made, written] = [join(shell.folder, 'some.csv'), join(shell.folder, 'whole.csv')]
  await writeFile(written, '')
  await chmod(written, 0o644)
  for (const words of [
    ['population', 'synthesize', '3', '--seed', '9', '--out', made],
    ['population', 'import', made],
    ['population', 'export', '--out', written],
    ['office', 'add', '--code', 'SL-02', '--name', 'Công an phường Hai'],
    ['officer', 'add', '--number', 'CB-9', '--name', 'Trần Quốc Bảo', '--tasks', 'hotline'],
    ['officer', 'add', '--number', 'CB-9', '--name', 'Trần Quốc Bảo', '--lost-passkey'],
    ['client', 'add', '--name', 'Cổng Hai', '--redirect-uri', 'https://hai.example/back'],
    ['keys', 'rotate'],
    ['audit', 'export', '--out', join(shell.folder, 'leaves')],
  ]) {
    const { code, err } = await sen(...words)
    assert.equal(code, 0, `${words.join(' ')}: ${err}`)
  }
  const { rows } = await shell.database.pool.query<{
    use_case: string
    purpose: string
    outcome: string
    actor: string
    subject_id: string
    detail: Record<string, unknown>
  }>('select use_case, purpose, outcome, actor, subject_id, detail from audit_line order by id')
  assert.deepEqual(
    rows.map(({ use_case, purpose, outcome }) => [use_case, purpose, outcome]),
    [
      ['sen population import', 'operator-import', 'open'],
      ['sen population import', 'operator-import', 'done'],
      ['sen population export', 'operator-export', 'open'],
      ['sen population export', 'operator-export', 'done'],
      ['sen office add', 'operator-office', 'done'],
      ['sen officer add', 'operator-officer', 'done'],
      ['sen officer add', 'operator-officer', 'done'],
      ['sen client add', 'operator-client', 'done'],
      ['sen keys rotate', 'operator-keys', 'done'],
      ['sen audit export', 'operator-audit', 'done'],
    ],
  )
  for (const { actor, subject_id, detail } of rows) {
    assert.deepEqual([actor, subject_id, detail['operator']], ['system:operator', NOBODY, ''])
    assert.equal(detail['hostUser'], userInfo().username)
  }
  assert.deepEqual(
    rows.filter(({ purpose }) => purpose === 'operator-officer').map(({ detail }) => detail['isPasskeyLost']),
    [false, true],
  )
  const { persons, isInBulk, whose } = rows[3]?.detail ?? {}
  assert.deepEqual(
    [persons, isInBulk, whose],
    [(await readFile(written, 'utf8')).trim().split('\n').length - 1, true, 'everybody in the register'],
  )
  assert.equal((await stat(written)).mode & 0o777, 0o600)
  assert.ok(!JSON.stringify(rows).includes('Trần Quốc Bảo'))
})

test('a command that is refused changes nothing and leaves no line; an export that ends halfway is on record', async () => {
  await shell.database.pool.query('delete from audit_line')
  assert.equal((await sen('officer', 'add', '--number', 'CB-9', '--name', 'B', '--office', 'XX-99')).code, 1)
  assert.equal(
    (await sen('population', 'export', '--out', join(shell.folder, 'no', 'such', 'place'))).code,
    1,
  )
  const { rows } = await shell.database.pool.query('select purpose, outcome from audit_line')
  assert.deepEqual(rows, [{ purpose: 'operator-export', outcome: 'open' }])
})
