// The list of planted changes names places that are there: one that has gone proves nothing any more.
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { MUTANTS } from './mutants-part-list.ts'
import { MUTANTS_OF_DOCUMENTS } from './mutants-part-documents.ts'
import { MUTANTS_OF_DOSSIERS } from './mutants-part-dossiers.ts'
import { MUTANTS_OF_JUDGMENTS } from './mutants-part-judgments.ts'
import { MUTANTS_OF_PAPERS } from './mutants-part-papers.ts'
import { MUTANTS_OF_PARTIES } from './mutants-part-parties.ts'
import { MUTANTS_OF_RESIDENCE } from './mutants-part-residence.ts'
import { MUTANTS_OF_REVIEWS } from './mutants-part-reviews.ts'
import { MUTANTS_OF_SHARING } from './mutants-part-sharing.ts'

const root = join(import.meta.dirname, '..')

test('every change that is planted has its place, once, and tests that should notice', () => {
  const gone = [
    ...MUTANTS,
    ...MUTANTS_OF_DOCUMENTS,
    ...MUTANTS_OF_REVIEWS,
    ...MUTANTS_OF_SHARING,
    ...MUTANTS_OF_JUDGMENTS,
    ...MUTANTS_OF_PAPERS,
    ...MUTANTS_OF_PARTIES,
    ...MUTANTS_OF_DOSSIERS,
    ...MUTANTS_OF_RESIDENCE,
  ].filter(({ file, find, tests }) => {
    const isThere = [file, ...tests].every((path) => existsSync(join(root, path)))
    return !isThere || readFileSync(join(root, file), 'utf8').split(find).length !== 2
  })
  assert.deepEqual(
    gone.map(({ file, find }) => `${file}: ${find}`),
    [],
  )
})
