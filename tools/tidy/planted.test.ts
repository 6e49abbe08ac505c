/** Each law, tried on planted texts: what it forbids is found, and a clean sample passes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { view } from '../../contract/operation.ts'
import { none } from '../../server/kernel/audit-line.ts'
import { anyone } from '../../server/kernel/permit.ts'
import { useCase } from '../../server/kernel/use-case.ts'
import { checkArrows, checkBeside, checkCircles, checkFixtures } from './arrows.ts'
import { checkHandMadeLines, checkPurposes } from './audit-lines.ts'
import { settle } from './exceptions.ts'
import { checkAttention } from './attention.ts'
import { checkEvents, checkLetters, faultsOfEvents } from './events.ts'
import { checkStyles } from './styles.ts'
import { unledOf } from './journeys.ts'
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
} from './one-door.ts'
import { checkPermits, faultsOfUseCases } from './permits.ts'
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
import type { Check, Source } from './source.ts'
import { checkTables } from './tables.ts'

const planted = (files: Readonly<Record<string, string>>): Source[] =>
  Object.entries(files).map(([path, text]) => ({ path, text }))
/** `path:line` of what a law finds. */
const found = (check: Check, files: Readonly<Record<string, string>>): string[] =>
  check(planted(files)).map(({ path, line }) => `${path}:${line}`)

const wallet = 'server/modules/documents/wallet/issue.ts'
const accounts = 'server/modules/people/accounts/account.ts'

test('an arrow that runs up is found, however it is written', () => {
  const upward = [
    `import { x } from '../../documents/wallet/issue.ts'`,
    `import type { X } from '../../documents/wallet/issue.ts'`,
    `const x = await import('../../documents/wallet/issue.ts')`,
    `let x: import('../../documents/wallet/issue.ts').X`,
    `export { x } from '../../documents/wallet/issue.ts'`,
  ]
  for (const text of upward) {
    assert.deepEqual(found(checkArrows, { [accounts]: `\n${text}\n`, [wallet]: '' }), [`${accounts}:2`], text)
  }
})

const UPWARD: [from: string, specifier: string][] = [
  ['formats/day.ts', '../contract/values.ts'],
  ['formats/day.ts', 'node:fs'],
  ['formats/day.ts', 'zod'],
  ['contract/a.ts', '../server/kernel/actor.ts'],
  ['server/kernel/a.ts', '../storage/pool.ts'],
  ['server/storage/a.ts', '../modules/people/accounts/account.ts'],
  ['server/modules/platform/audit/a.ts', '../../../jobs/loop.ts'],
  ['server/jobs/a.ts', '../start/open-app-context.ts'],
  ['server/modules/platform/home/a.ts', '../../all.ts'],
  ['server/modules/platform/home/a.ts', '../../../letters/letter.ts'],
  ['server/letters/a.ts', '../jobs/loop.ts'],
  ['web/ui/a.ts', '../../server/kernel/clock.ts'],
  ['server/http/a.ts', '../../web/ui/clock.ts'],
  ['world/a.ts', './web/start-page.tsx'],
  ['world/web/a.ts', '../cast.ts'],
  ['web/ui/a.ts', '../client/call.ts'],
  ['web/client/a.ts', '../kit/code/code-step.tsx'],
  ['web/kit/a.ts', '../apps/counter/journeys.ts'],
  ['web/apps/citizen/a.ts', '../counter/journeys.ts'],
  ['web/apps/counter/cards/a.ts', '../level-2/step-frame.tsx'],
  ['web/apps/counter/evidence/a.ts', '../level-2/level2-case.ts'],
  ['web/apps/counter/a/b.ts', '../../sign-in/asks.ts'],
  ['web/apps/citizen/a.ts', '../../../world/web/world.ts'],
  ['web/kit/a.ts', '../../world/web/world.ts'],
  ['world/web/a.ts', '../../web/apps/citizen/app.tsx'],
  ['web/extra/a.ts', '../ui/clock.ts'],
  ['server/modules/people/strange/a.ts', '../../../kernel/clock.ts'],
]

const DOWNWARD: [from: string, specifier: string][] = [
  [wallet, '../../people/accounts/account.ts'],
  [wallet, '../../../../formats/day.ts'],
  ['server/http/a.ts', '../modules/platform/home/view-me.ts'],
  ['web/ui/a.ts', '../../contract/account.ts'],
  ['web/client/a.ts', '../ui/clock.ts'],
  ['web/kit/a.ts', '../client/call.ts'],
  ['web/apps/citizen/a/b.ts', '../home/home-page.tsx'],
  ['web/apps/counter/cards/a.ts', '../evidence/verdict.tsx'],
  ['web/apps/counter/cards/a.ts', './card-words.ts'],
  ['web/apps/citizen/a/b.ts', '../../../kit/code/code-step.tsx'],
  ['world/web/a.ts', '../../web/kit/copy-button.tsx'],
  ['world/a.ts', '../server/start/open-app-context.ts'],
  ['formats/day.test.ts', 'node:test'],
  ['server/storage/pool.test.ts', '../start/open-app-context.ts'],
]

test('every floor has its place', () => {
  for (const [from, specifier] of UPWARD) {
    assert.deepEqual(
      found(checkArrows, { [from]: `import type { X } from '${specifier}'` }),
      [`${from}:1`],
      `${from} → ${specifier}`,
    )
  }
  for (const [from, specifier] of DOWNWARD) {
    assert.deepEqual(
      found(checkArrows, { [from]: `import type { X } from '${specifier}'` }),
      [],
      `${from} → ${specifier}`,
    )
  }
})

test('the web takes types from the contract and nothing that runs', () => {
  assert.deepEqual(
    found(checkArrows, { 'web/client/a.ts': `import { Enrol } from '../../contract/enrolment.ts'` }),
    ['web/client/a.ts:1'],
  )
  assert.deepEqual(
    found(checkArrows, { 'web/client/a.ts': `import { type Enrol } from '../../contract/enrolment.ts'` }),
    ['web/client/a.ts:1'],
  )
  assert.deepEqual(
    found(checkArrows, { 'web/client/a.ts': `import { vietnamDay } from '../../formats/vietnam-day.ts'` }),
    [],
  )
})

test('a circle is found, through a type import and over three files', () => {
  const two = {
    'formats/a.ts': `import type { B } from './b.ts'`,
    'formats/b.ts': `import { a } from './a.ts'`,
  }
  assert.deepEqual(found(checkCircles, two), ['formats/a.ts:1'])
  const three = {
    'formats/a.ts': `import './b.ts'`,
    'formats/b.ts': `import './c.ts'`,
    'formats/c.ts': `import type { A } from './a.ts'`,
    'formats/d.ts': `import './a.ts'`,
  }
  assert.match(
    checkCircles(planted(three))[0]?.what ?? '',
    /formats\/a\.ts → formats\/b\.ts → formats\/c\.ts → formats\/a\.ts/,
  )
  assert.deepEqual(
    found(checkCircles, {
      'formats/a.ts': `import './c.ts'`,
      'formats/b.ts': `import './c.ts'`,
      'formats/c.ts': '',
    }),
    [],
  )
})

test('whoever leans on the world or on a fixture, and a fixture in the product tree, is found', () => {
  assert.deepEqual(
    found(checkBeside, {
      'server/start/main.ts': `await import('../../world/attach-world.ts')`,
      'e2e/a.test.ts': `import '../world/cast.ts'`,
      'world/b.ts': `import './cast.ts'`,
    }),
    ['server/start/main.ts:1'],
  )
  assert.deepEqual(
    found(checkFixtures, {
      [wallet]: `import '../../../../testing/audit-log.ts'`,
      'server/modules/platform/audit/a.test.ts': `import './example-log.ts'`,
      'server/modules/platform/audit/example-log.ts': '',
      'testing/audit-log.ts': '',
    }),
    ['server/modules/platform/audit/example-log.ts:1', `${wallet}:1`],
  )
})

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

test('an audit line made by hand is found, and a reaction or a job may leave one', () => {
  const leave = `import { leaveLine } from '../../../kernel/leave-line.ts'`
  const write = `import { writeAuditLine as write } from '../../../kernel/audit-store.ts'`
  const insert = `import { insertLine } from '../../../kernel/audit-store.ts'`
  for (const text of [leave, write, insert]) {
    assert.deepEqual(found(checkHandMadeLines, { [wallet]: `\n${text}` }), [`${wallet}:2`], text)
    assert.deepEqual(found(checkHandMadeLines, { 'server/kernel/perform.ts': text }), [], text)
  }
  for (const path of [
    'server/reactions/tell-card.ts',
    'server/jobs/follow.ts',
    'server/modules/a/b/reactions.ts',
  ]) {
    assert.deepEqual(found(checkHandMadeLines, { [path]: leave }), [], path)
    assert.deepEqual(found(checkHandMadeLines, { [path]: write }), [`${path}:1`], path)
  }
})

test('a purpose without words is found, also when the compiler was talked out of it', () => {
  const wordless = [
    `audit: () => ({ about, purpose: 'card-admired' })`,
    `const line = { about: null, purpose: 'gone' as const, fields }`,
    `const line = { about, purpose } as AuditLine`,
    `leave(code as Purpose)`,
    `const line = <LineOf<'sign-in'>>made`,
    `const fields = names as FieldOf<'sign-in'>[]`,
    `const outcome = state as Outcome`,
  ]
  for (const text of wordless) {
    assert.deepEqual(
      found(checkPurposes, { [wallet]: text, 'server/a.test.ts': text }),
      [`${wallet}:1`],
      text,
    )
  }
  for (const text of [
    `audit: () => ({ about, purpose: 'identity-card' })`,
    'audit: () => ({ about, purpose: `search-${input.purpose}` })',
    `drawProof(work, { about, to, purpose: 'sign-in-code' })`,
  ]) {
    assert.deepEqual(found(checkPurposes, { [wallet]: text }), [], text)
  }
})

test('a second door is found', () => {
  const doors: [Check, string, home: string][] = [
    [checkEnvironment, `const p = process.env['PORT']`, 'server/start/config.ts'],
    [checkEnvironment, `const { env } = process`, 'server/start/config.ts'],
    [checkEnvironment, `import { env } from 'node:process'`, 'server/start/config.ts'],
    [checkBegin, `await c.query('begin')`, 'server/storage/transact.ts'],
    [checkBegin, 'await c.query(`BEGIN ISOLATION LEVEL SERIALIZABLE`)', 'server/storage/transact.ts'],
    [checkBegin, `await c.query('start transaction')`, 'server/storage/transact.ts'],
    [checkAuditInsert, 'run(`insert into audit_line (id) values ($1)`)', 'server/kernel/audit-store.ts'],
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
})

test('whoever moves the focus, names the document or speaks beside the one mechanism is found', () => {
  const wrong = [
    `input.current?.focus()`,
    `document.getElementById('x')?.focus({ preventScroll: true })`,
    `dialog.showModal()`,
    `document.title = 'x'`,
    `window.document.title = name`,
    `const a = <p aria-live="polite">x</p>`,
    `const a = <p role="status">x</p>`,
    `const a = <p role={isBad ? 'alert' : undefined}>x</p>`,
    `const a = <div role="log" />`,
  ]
  for (const text of wrong) {
    for (const path of ['web/apps/citizen/a.tsx', 'web/kit/a.tsx', 'web/ui/a.tsx', 'world/web/a.tsx']) {
      assert.deepEqual(found(checkAttention, { [path]: text }), [`${path}:1`], `${path}: ${text}`)
    }
    assert.deepEqual(
      found(checkAttention, { 'web/ui/attention.tsx': text, 'web/ui/a.test.ts': text }),
      [],
      text,
    )
  }
  const speaking = { 'web/ui/toast.tsx': `const a = <p role="status">x</p>` }
  assert.deepEqual(found(checkAttention, speaking), [])
  assert.deepEqual(found(checkAttention, { 'web/ui/toast.tsx': `input.focus()` }), ['web/ui/toast.tsx:1'])
  const right = `const a = <p role="group" aria-label="x">{document.title}</p>; focusOn(input)`
  assert.deepEqual(found(checkAttention, { 'web/apps/citizen/a.tsx': right }), [])
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

const See = view('planted.see', { summary: 'Sees.', input: z.object({}), output: z.object({}) })

test('a use case without a permit does not compile, and is found if it gets by', () => {
  const open = useCase({
    contract: See,
    permit: anyone,
    act: async () => ({}),
    audit: none('nothing is told'),
  })
  // @ts-expect-error a use case without a permit is no use case
  const bare = useCase({ contract: See, act: async () => ({}), audit: none('nothing is told') })
  assert.deepEqual(faultsOfUseCases([open]), [])
  assert.match(faultsOfUseCases([bare]).join(), /planted\.see has no permit/)
  assert.match(faultsOfUseCases([{ ...open, permit: { ...anyone, says: ' ' } }]).join(), /no permit/)
  assert.match(faultsOfUseCases([{ ...open, audit: none('') }]).join(), /no audit line/)
  assert.match(faultsOfUseCases([open, open]).join(), /twice/)
})

test('a use case that is in no list, public without a word, or in a list that nobody takes, is found', () => {
  const deed = (permit: string): string =>
    `export const issue = useCase({\n  contract: Issue,\n${permit}  audit: x,\n})`
  const router = {
    'server/modules/all.ts': `import { walletModule } from './documents/wallet/module.ts'`,
  }
  const list = { 'server/modules/documents/wallet/module.ts': `defineModule('x', { useCases: [issue] })` }
  assert.deepEqual(
    found(checkPermits, { ...router, ...list, [wallet]: deed('  permit: citizenHerself,\n') }),
    [],
  )
  assert.deepEqual(
    found(checkPermits, {
      ...router,
      'server/modules/documents/wallet/module.ts': '',
      [wallet]: deed('  permit: citizenHerself,\n'),
    }),
    [`${wallet}:1`],
  )
  assert.deepEqual(found(checkPermits, { ...router, ...list, [wallet]: deed('  permit: anyone,\n') }), [
    `${wallet}:3`,
  ])
  assert.deepEqual(
    found(checkPermits, {
      ...router,
      ...list,
      [wallet]: deed('  permit: anyone, // the token is the proof\n'),
    }),
    [],
  )
  assert.deepEqual(found(checkPermits, { ...router, ...list, [wallet]: deed('') }), [`${wallet}:1`])
  assert.deepEqual(found(checkPermits, { 'server/modules/all.ts': '', ...list }), [
    'server/modules/documents/wallet/module.ts:1',
  ])
  const signIn = 'server/modules/access/federation'
  const signInList = {
    'server/modules/all.ts': `import './access/federation/module.ts'`,
    [`${signIn}/module.ts`]: `import { signInUseCases } from './use-cases.ts'`,
    [`${signIn}/use-cases.ts`]: `export const signInUseCases = [viewSignIn]`,
  }
  const mounted = { [`${signIn}/provider/mount.ts`]: `import { signInUseCases } from '../use-cases.ts'` }
  assert.deepEqual(found(checkPermits, { ...signInList, ...mounted }), [])
  assert.deepEqual(found(checkPermits, signInList), [`${signIn}/use-cases.ts:1`])
})

const events = 'server/modules/documents/wallet/events.ts'

test('an event without a schema, or that no module lists, is found', () => {
  const untyped = [
    `work.publish('CardShown', subjectId, {})`,
    `work.publish({ name: 'CardShown' }, subjectId, {})`,
    `work.publish(is ? CardShown : 'CardHidden', subjectId, {})`,
    `work.announce({ kind: 'CardShown' })`,
    'work.run(`insert into outbox (kind) values ($1)`)',
    `export const CardShown = defineEvent('CardShown', z.strictObject({}))`,
  ]
  for (const text of untyped) {
    assert.deepEqual(found(checkEvents, { [wallet]: text, 'server/a.test.ts': text }), [`${wallet}:1`], text)
  }
  const declared = `export const CardShown = defineEvent('CardShown', z.strictObject({}))`
  const manifest = 'server/modules/documents/wallet/module.ts'
  assert.deepEqual(found(checkEvents, { [events]: declared, [manifest]: 'events: []' }), [`${events}:1`])
  assert.deepEqual(found(checkEvents, { [events]: declared, [manifest]: 'events: [CardShown]' }), [])
  assert.deepEqual(
    found(checkEvents, { [events]: `${declared}\nexport const all: readonly EventType[] = [CardShown]` }),
    [],
  )
  assert.deepEqual(
    found(checkEvents, { [wallet]: `work.publish(is ? CardShown : CardHidden, subjectId, { at })` }),
    [],
  )
})

test('an event that nobody hears, and does not say why, is found', () => {
  const heard = { name: 'CardShown', nobody: null }
  const follows = [{ event: heard }]
  assert.deepEqual(faultsOfEvents([heard], follows), [])
  assert.match(faultsOfEvents([heard], []).join(), /CardShown is heard by nobody/)
  assert.deepEqual(faultsOfEvents([{ ...heard, nobody: 'the holder sees it herself' }], []), [])
  assert.match(faultsOfEvents([{ ...heard, nobody: ' ' }], []).join(), /does not say why/)
  assert.match(
    faultsOfEvents([{ ...heard, nobody: 'the holder sees it herself' }], follows).join(),
    /something does/,
  )
  assert.match(faultsOfEvents([heard, heard], follows).join(), /twice/)
  assert.match(faultsOfEvents([], follows).join(), /stands in no module's events/)
})

test('a letter that is sent past the table of letters is found', () => {
  const text = `import { sendLetter } from '../../platform/notifications/send-letter.ts'`
  assert.deepEqual(
    found(checkLetters, {
      [wallet]: text,
      'server/letters/letter.ts': text,
      'server/modules/platform/notifications/inbox.ts': text,
      'world/a.test.ts': text,
    }),
    [`${wallet}:1`],
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

test('a queue without an entry and a kind of case without a page are found', () => {
  const journey = { path: 'web/apps/counter/a/journey.ts', text: "count: 'here', kind: 'known'" }
  const elsewhere = { path: 'web/apps/counter/a/b.ts', text: "count: 'gone', kind: 'gone'" }
  assert.deepEqual(unledOf([journey, elsewhere], ['here', 'gone'], ['known', 'gone']), [
    'no entry leads to the queue gone',
    'no journey opens a case of kind gone',
  ])
})

test('a page that shows what only a neighbour draws is found, and one that brings it is not', () => {
  const app = {
    'web/apps/counter/main.tsx': "const page = () => import('./a/page.tsx')",
    'web/apps/counter/b/b.css': '.tile {\n}\n.page .card {\n}',
    'web/apps/citizen/c.css': '.card {\n}',
  }
  const page = (head: string) => ({
    ...app,
    'web/apps/counter/a/page.tsx': `${head}\nconst A = () => <p class={isNow ? 'tile card' : ''} />`,
  })
  assert.deepEqual(found(checkStyles, page('')), ['web/apps/counter/a/page.tsx:2'])
  assert.deepEqual(found(checkStyles, page("import '../b/b.css'")), [])
})
