/** Planted violations of what leans on what: floors, circles, journeys, focus, the styles of a page. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkArrows, checkBeside, checkCircles, checkFixtures } from './arrows.ts'
import { checkAttention } from './attention.ts'
import { checkStyles } from './styles.ts'
import { unledOf } from './journeys.ts'
import { found, planted } from './plant.ts'

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

test('a queue without an entry, a kind of case without a page and a question without words are found', () => {
  const text = "count: 'here', kind: 'known', questions: { 'asked-twice': {}, asked: {}, 'not-lone': {} }"
  const journey = { path: 'web/apps/counter/a/journey.ts', text }
  const elsewhere = { path: 'web/apps/counter/a/b.ts', text: "count: 'gone', kind: 'gone'" }
  const asked = ['asked-twice', 'asked', 'lone', 'gone']
  assert.deepEqual(unledOf([journey, elsewhere], ['here', 'gone'], ['known', 'gone'], asked), [
    'no entry leads to the queue gone',
    'no journey opens a case of kind gone',
    'no journey words the question lone',
    'no journey words the question gone',
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
