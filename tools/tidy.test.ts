/**
 * The laws of the house (STYLE.md, ARCHITECTURE.md), run over the house. That each law finds what it forbids
 * is proven in `tidy/planted*.test.ts`.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { protocolRoutes } from '../server/modules/access/federation/protocol-routes.ts'
import { findableKind, promptKind, queueKey } from '../contract/counter.ts'
import { letterForms } from '../contract/phrases/letters.ts'
import { allEvents, allReactions } from '../server/jobs/all-reactions.ts'
import { modules } from './tidy/floors.ts'
import { unledOf } from './tidy/journeys.ts'
import { letters } from '../server/letters/all.ts'
import { faultsOfEvents } from './tidy/events.ts'
import { exceptions, settle } from './tidy/exceptions.ts'
import { laws } from './tidy/laws.ts'
import { listedEdges, listedRoutes } from './tidy/listed-routes.ts'
import { faultsOfUseCases } from './tidy/permits.ts'
import { readTree, ROOT } from './tidy/read-tree.ts'
import { say } from './tidy/source.ts'
import { namedOwners } from './tidy/tables.ts'
import { everyUseCase, pages } from './write-docs.ts'

const tree = readTree()

const promises: Readonly<Record<(typeof laws)[number][0], string>> = {
  arrows: 'a floor leans only on the floors below it',
  circles: 'no two files need each other, not even by a type',
  'world-below': 'the product runs without the demo world, the stories, the measurements and the tools',
  fixtures: 'what only tests use stands outside of the product',
  'private-files': "a module's store and manifest are used by that module only",
  're-exports': 'a name is imported from where it is defined',
  tables: "a table has one owner, and its SQL stands in the owner's store",
  environment: 'the environment is read in one place',
  begin: 'a transaction is begun in one place',
  savepoint: 'no savepoint is set past the door that counts audit lines',
  'audit-insert': 'an audit line is inserted in one place',
  'register-picture': "the register's picture goes to a counter small, and noted",
  'hand-made-lines': 'a use case says its own lines; only what happens behind them leaves one by hand',
  purposes: 'every line of the log has its words',
  'problem-renderer': 'a refusal becomes an answer in one place',
  clock: 'the product has one clock',
  ids: 'ids and secrets are drawn in one place',
  attention: 'one mechanism moves the focus, names the document and speaks',
  styles: 'a page brings the styles of all that it shows',
  'long-functions': 'a function can be read without scrolling',
  'long-files': 'a file can be read in one sitting',
  lines: 'a line is seen whole',
  'empty-names': 'a name says a thing',
  any: 'no type is given up',
  'double-cast': 'no value is cast into what it is not',
  suppressions: 'no warning is silenced without a reason',
  todo: 'what is left to do can be found by its tag',
  routes: 'a route beside the use cases is listed with what guards it',
  edges: 'a listening socket is listed with its reason',
  permits: 'every use case is listed, and a public one says why it is public',
  'untyped-event': 'an event is declared with a schema by its module',
  letters: 'who hears what stands in one table',
  inputs: 'what a form asks for is kept',
  'limits-as-data': 'a limit in days or years is a dated policy',
}

for (const [law, check] of laws) {
  test(promises[law], () => {
    const findings = settle(law, check(tree))
    assert.ok(findings.length === 0, `${findings.length} × ${law}\n${findings.map(say).join('\n')}`)
  })
}

test('every deed and view has a permit in words, and an audit line or the reason why none', () => {
  assert.deepEqual(faultsOfUseCases(everyUseCase), [])
  assert.deepEqual(
    protocolRoutes.filter(({ why }) => why.trim().length < 8),
    [],
  )
})

test('each folder of a module has its manifest in the list, under its own name', () => {
  const manifests = tree.flatMap(({ path }) => /^server\/modules\/(.+)\/module\.ts$/.exec(path)?.[1] ?? [])
  assert.deepEqual(modules.toSorted(), manifests.toSorted())
})

test('every queue and every kind of case has its place at the counter', () => {
  assert.deepEqual(unledOf(tree, queueKey.options, findableKind.options, promptKind.options), [])
})

test('every event has a reaction or a letter, or says why nothing follows', () => {
  assert.deepEqual(faultsOfEvents(allEvents, allReactions), [])
})

test('every letter that has words is sent to somebody', () => {
  const sent = new Set<string>(letters.map(({ template }) => template))
  // `code` is the form of the codes; each purpose has its own letter.
  assert.deepEqual(
    Object.keys(letterForms).filter((template) => template !== 'code' && !sent.has(template)),
    [],
  )
})

test('every exception has its reason', () => {
  const reasons = [...exceptions, ...listedRoutes, ...listedEdges, ...Object.values(namedOwners)].map(
    ({ why }) => why,
  )
  assert.deepEqual(
    reasons.filter((why) => why.trim().length < 8),
    [],
  )
})

for (const [path, text] of pages()) {
  test(`${path} says what the code says`, () => {
    const file = join(ROOT, path)
    // No diff of a whole page: whoever reads this runs one command.
    assert.ok(
      existsSync(file) && readFileSync(file, 'utf8') === text,
      `${path} is out of date: run npm run docs`,
    )
  })
}
