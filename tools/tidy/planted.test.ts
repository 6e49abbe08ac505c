/** Each law, tried on planted texts: what it forbids is found, and a clean sample passes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { settle } from './exceptions.ts'
import { checkEdges, checkRoutes } from './http-routes.ts'
import { laws } from './laws.ts'
import { checkLimitsAsData } from './limits-as-data.ts'
import {
  checkAuditInsert,
  checkBegin,
  checkClock,
  checkEnvironment,
  checkIds,
  checkProblemRenderer,
  checkRegisterPicture,
  checkSavepoint,
} from './one-door.ts'
import { checkPrivateFiles, checkReExports } from './private-files.ts'
import {
  checkAny,
  checkDoubleCast,
  checkLongFiles,
  checkLongFunctions,
  checkNames,
  checkSuppressions,
  checkTodo,
} from './shape.ts'
import type { Check } from './source.ts'
import { checkTables } from './tables.ts'
import { found, planted } from './plant.ts'

const wallet = 'server/modules/documents/wallet/issue.ts'
const accounts = 'server/modules/people/accounts/account.ts'

test('a foreign store, a foreign manifest and a re-export are found', () => {
  assert.deepEqual(
    found(checkPrivateFiles, {
      [wallet]: `import * as store from '../../people/accounts/store.ts'\nimport { find } from '../../people/accounts/contact-proof-store.ts'`,
    }),
    [`${wallet}:1`, `${wallet}:2`],
  )
  const manifests = {
    'server/http/server.ts': `import '../modules/platform/home/module.ts'`,
    'server/modules/all.ts': `import './platform/home/module.ts'`,
    [accounts]: `import './store.ts'`,
  }
  assert.deepEqual(found(checkPrivateFiles, manifests), ['server/http/server.ts:1'])
  for (const text of [
    `export * from './b.ts'`,
    `export type { B } from './b.ts'`,
    `import { b } from './b.ts'; export { b }`,
    `import { b } from './b.ts'; export const c = b`,
    `import b from './b.ts'; export default b`,
  ]) {
    assert.deepEqual(found(checkReExports, { 'formats/index.ts': text }), ['formats/index.ts:1'], text)
  }
  assert.deepEqual(
    found(checkReExports, { 'formats/a.ts': `import { b } from './b.ts'; const c = b(); export { c }` }),
    [],
  )
})

test('SQL over a table of another, or outside of the store, is found', () => {
  const migration = {
    'server/storage/migrations/040-accounts.sql':
      'create table account (\n  subject_id uuid primary key\n);\ncreate table contact_proof (id uuid);\n',
  }
  const tried = (path: string, text: string): string[] => found(checkTables, { ...migration, [path]: text })
  const statements = [
    'select * from account',
    'update account set state = $1',
    'insert into account (a) values ($1)',
    'truncate account',
    'select 1 from x join account a on true',
    'delete from account',
  ]
  for (const sql of statements) {
    assert.deepEqual(
      tried('server/modules/documents/wallet/store.ts', `run(\`${sql}\`)`),
      ['server/modules/documents/wallet/store.ts:1'],
      sql,
    )
    assert.deepEqual(tried(accounts, `run('${sql}')`), [`${accounts}:1`], sql)
    assert.deepEqual(tried('server/modules/people/accounts/store.ts', `run('${sql}')`), [], sql)
  }
  assert.deepEqual(
    tried(
      'server/jobs/forget.ts',
      `const list = ['contact_proof']\nrun(\`delete from \${table} where true\`)`,
    ),
    ['server/jobs/forget.ts:1', 'server/jobs/forget.ts:2'],
  )
  assert.deepEqual(tried(wallet, `throw new Error('a card from account holders')`), [])
  assert.deepEqual(
    found(checkTables, { 'server/storage/migrations/070-strange.sql': 'create table x (id uuid);' }),
    ['server/storage/migrations/070-strange.sql:1'],
  )
})

test('a second door is found', () => {
  const doors: [Check, string, home: string][] = [
    [checkEnvironment, `const p = process.env['PORT']`, 'server/start/config.ts'],
    [checkEnvironment, `const { env } = process`, 'server/start/config.ts'],
    [checkEnvironment, `import { env } from 'node:process'`, 'server/start/config.ts'],
    [checkBegin, `await c.query('begin')`, 'server/storage/transact.ts'],
    [checkBegin, 'await c.query(`BEGIN ISOLATION LEVEL SERIALIZABLE`)', 'server/storage/transact.ts'],
    [checkBegin, `await c.query('start transaction')`, 'server/storage/transact.ts'],
    [checkSavepoint, `await work.run('savepoint half')`, 'server/storage/transact.ts'],
    [checkSavepoint, 'await work.run(`savepoint ${name}`)', 'server/storage/transact.ts'],
    [checkSavepoint, `await work.run('ROLLBACK TO SAVEPOINT half')`, 'server/storage/transact.ts'],
    [checkAuditInsert, 'run(`insert into audit_line (id) values ($1)`)', 'server/kernel/audit-store.ts'],
    [
      checkRegisterPicture,
      `import { registerPortraitOf } from '../a.ts'`,
      'server/modules/evidence/capture/shown-portrait.ts',
    ],
    [
      checkRegisterPicture,
      `import * as pictures from '../population/register-portrait.ts'`,
      'server/modules/evidence/capture/shown-portrait.ts',
    ],
    [
      checkProblemRenderer,
      `reply.type('application/problem+json; charset=utf-8')`,
      'server/http/render-problem.ts',
    ],
    [checkClock, `const at = Date.now()`, 'server/kernel/clock.ts'],
    [checkClock, `const at = new Date()`, 'server/kernel/clock.ts'],
    [checkClock, `run('delete from x where ends_at < now()')`, 'server/kernel/clock.ts'],
    [checkIds, `import { randomUUID } from 'node:crypto'`, 'server/kernel/id.ts'],
    [checkIds, `const x = crypto.getRandomValues(b)`, 'server/kernel/id.ts'],
    [checkIds, `const x = Math.random()`, 'server/kernel/id.ts'],
  ]
  for (const [check, text, home] of doors) {
    assert.deepEqual(
      found(check, { [wallet]: text, [home]: text, 'server/a.test.ts': text }),
      [`${wallet}:1`],
      text,
    )
  }
  assert.deepEqual(
    found(checkClock, {
      [wallet]: `const at = new Date(0); const later = new Date(at.getTime() + 1); const day = now()`,
    }),
    [],
  )
  assert.deepEqual(
    found(checkClock, {
      'server/storage/migrations/001-a.sql': 'create table a (\n  at timestamptz default now() -- why\n);',
    }),
    ['server/storage/migrations/001-a.sql:2'],
  )
  assert.deepEqual(found(checkBegin, { [wallet]: `say('begin again')` }), [])
  assert.deepEqual(found(checkSavepoint, { [wallet]: `run('release savepoint half')` }), [])
})

test('what a reader cannot hold, or cannot trust, is found', () => {
  const long = `const f = () => {\n${'  x()\n'.repeat(59)}}`
  assert.deepEqual(
    found(checkLongFunctions, { 'formats/a.ts': long, 'formats/b.ts': long.replace('  x()\n', '') }),
    ['formats/a.ts:1'],
  )
  assert.deepEqual(
    found(checkLongFiles, { 'web/a.css': 'a\n'.repeat(301), 'web/b.css': 'a\n'.repeat(300) }),
    ['web/a.css:301'],
  )
  assert.deepEqual(
    found(checkNames, {
      'web/utils/day.ts': '',
      'server/test-helpers.ts': '',
      'server/accounts-service-impl.ts': '',
      'server/common.ts': '',
      'contract/commune.ts': '',
    }).length,
    4,
  )
  assert.deepEqual(
    found(checkAny, {
      'formats/a.ts': `// any\nconst anyone = 'any'\nconst x: any = 1\nlet y: Record<string, any[]>`,
    }),
    ['formats/a.ts:3', 'formats/a.ts:4'],
  )
  assert.deepEqual(
    found(checkDoubleCast, {
      'formats/a.ts': `f(x as unknown)\nf(x as unknown as Y)\nf((x as unknown) as Y)`,
    }),
    ['formats/a.ts:2', 'formats/a.ts:3'],
  )
  const silenced = `// @ts-ignore it is so\nf(1)\n// @ts-expect-error\nf(2)\n// @ts-expect-error the blank is not filled\nf(3)\n// oxlint-disable-next-line no-console\nf(4)\n// oxlint-disable-next-line no-console -- the tool speaks to its user\nf('// @ts-ignore')`
  assert.deepEqual(found(checkSuppressions, { 'formats/a.ts': silenced }), [
    'formats/a.ts:1',
    'formats/a.ts:3',
    'formats/a.ts:7',
  ])
  assert.deepEqual(
    found(checkTodo, { 'formats/a.ts': `// TODO later\nf('TODO')\n/* @TODO the second form */\nf(1)` }),
    ['formats/a.ts:1'],
  )
})

test('a route or a socket that nobody listed is found, and a listed one that is gone', () => {
  const texts = [
    `app.get('/x', h)`,
    'app.post(`/${page}/*`, h)',
    `scope.route({ method: 'GET', url: '/x', handler })`,
    `app.get<{ Params: P }>('/x/:id', h)`,
    `await app.register(cors)`,
  ]
  for (const text of texts) {
    assert.deepEqual(found(checkRoutes([]), { 'server/http/a.ts': text }), ['server/http/a.ts:1'], text)
  }
  assert.deepEqual(
    found(checkRoutes([]), {
      'server/http/a.ts': `held.get('x'); byPath.get('/x'); headers.delete(name, now)`,
    }),
    [],
  )
  const listed = [{ file: 'server/http/a.ts', set: 'GET /x', why: 'the same for everybody' }]
  assert.deepEqual(found(checkRoutes(listed), { 'server/http/a.ts': `app.get('/x', h)` }), [])
  assert.deepEqual(found(checkRoutes(listed), { 'server/http/a.ts': `app.get('/y', h)` }), [
    'server/http/a.ts:1',
    'server/http/a.ts:1',
  ])
  assert.deepEqual(
    found(checkEdges([]), { 'world/a.ts': `createServer(f).listen(1)\nconst s = new SMTPServer({})` }),
    ['world/a.ts:1', 'world/a.ts:2'],
  )
})

test('a limit in days or an age as a constant is found outside of the rules', () => {
  const text = `const RESERVED_S = 30 * 86_400\nrun("delete from x where at < $1 - interval '30 days'")\nif (ageOf(person) < 14) refuse()\nconst soon = 60 * 5`
  assert.deepEqual(
    found(checkLimitsAsData, { [accounts]: text, 'server/modules/people/accounts/rules.ts': text }),
    [`${accounts}:1`, `${accounts}:2`, `${accounts}:3`],
  )
})

test('an exception excuses only what it names, and one that is needed no more is found', () => {
  const findings = checkAny(planted({ 'formats/a.ts': 'let x: any', 'formats/b.ts': 'let x: any' }))
  const excused = [
    { law: 'any' as const, path: 'formats/a.ts', why: 'planted' },
    { law: 'any' as const, path: 'formats/c.ts', why: 'planted' },
  ]
  assert.deepEqual(
    settle('any', findings, excused).map(({ path }) => path),
    ['formats/b.ts', 'formats/c.ts'],
  )
})

test('a clean context passes every law that keeps no list', () => {
  const clean = planted({
    'formats/day.ts': `/** Days. */\nexport const day = (text: string): string => text.slice(0, 10)\n`,
    'server/modules/people/accounts/store.ts': `import type { Reading } from '../../../kernel/work.ts'\nexport const find = (read: Reading, id: string) =>\n  read.maybe('select state from account where subject_id = $1', [id])\n`,
    'server/modules/people/accounts/account.ts': `import { day } from '../../../../formats/day.ts'\nimport * as store from './store.ts'\nexport const dayOf = async (read: never, id: string) => day(String(await store.find(read, id)))\n`,
    'server/kernel/work.ts': `export interface Reading { maybe(sql: string, params: readonly unknown[]): Promise<unknown> }\n`,
    'server/storage/migrations/040-accounts.sql':
      'create table account (subject_id uuid primary key, state text);\n',
  })
  for (const [law, check] of laws) {
    if (law !== 'routes' && law !== 'edges') {
      assert.deepEqual(check(clean), [], law)
    }
  }
})
