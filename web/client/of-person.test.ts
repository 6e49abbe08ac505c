// What a browser keeps is known by name, and what says something of a person goes with her.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const told = readFileSync('web/client/of-person.ts', 'utf8')
const sources = globSync('web/**/*.{ts,tsx}').filter((file) => !file.includes('.test.'))

test('every store of a browser is named in one list, with why it stays or when it goes', () => {
  const kept = sources.flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return /\b(?:remember|openRecords|openSealedStore)\b/.test(text)
      ? [...text.matchAll(/'(sen[.-][a-z-]+)'/g)].map(([, name]) => name ?? '')
      : []
  })
  assert.ok(kept.length >= 10)
  assert.deepEqual(
    kept.filter((name) => !told.includes(`\`${name}\``) && !told.includes(`'${name}'`)),
    [],
  )
})

test('nothing is kept in a browser past the doors of that list', () => {
  const doors = [
    'web/client/of-person.ts',
    'web/client/records.ts',
    'web/client/keep-front.ts',
    'web/ui/store.ts',
  ]
  const past = sources.filter(
    (file) =>
      !doors.includes(file.replaceAll('\\', '/')) &&
      /\b(?:localStorage|sessionStorage|indexedDB|caches)\b\s*[.[]/.test(readFileSync(file, 'utf8')),
  )
  assert.deepEqual(past, [])
})
