// A file that could not be shown, or issued to a phone, is no kind of document.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type } from '../testing/register-answer.ts'
import { documentType } from './document-type.ts'

test('a kind whose card shows what it does not have, or names a claim twice, is none', () => {
  const parse = (changes: object) => documentType.safeParse({ ...type, ...changes }).success
  assert.ok(parse({}))
  assert.equal(parse({ front: ['absent'] }), false)
  assert.equal(parse({ expiry: 'absent' }), false)
  assert.equal(parse({ count: { claim: 'points', of: 12, fullAgain: 'absent' } }), false)
  assert.equal(parse({ claims: [...type.claims, type.claims[0]] }), false)
  assert.equal(parse({ keys: [...type.keys, ...type.keys] }), false)
  assert.equal(parse({ more: 1 }), false)
})

test('a kind that could not be issued is none: names of every credential, answers and elements from nowhere', () => {
  const parse = (changes: object) => documentType.safeParse({ ...type, ...changes }).success
  const { title: words } = type
  const named = (name: string) => ({ claims: [...type.claims, { name, words, kind: 'text' }] })
  const derived = (one: object) => ({ derived: [{ name: 'answer', words, ...one }] })
  const mdoc = (...elements: object[]) => ({ mdoc: { docType: 'a.b.c.1', namespace: 'a.b.c.1', elements } })
  assert.ok(parse(named('office')))
  for (const taken of ['name', 'personal_number', 'exp', 'vct', 'status']) {
    assert.equal(parse(named(taken)), false, taken)
  }
  assert.equal(parse({ id: 'identity-card' }), false)
  assert.ok(parse(derived({ from: 'points', least: 1 })) && parse(derived({ from: 'classes', has: ['A'] })))
  for (const wrong of [
    derived({ from: 'classes', least: 1 }),
    derived({ from: 'points', has: ['A'] }),
    derived({ from: 'absent', least: 1 }),
    derived({ from: 'points' }),
    derived({ from: 'points', least: 1, has: ['A'] }),
    derived({ from: 'points', least: 1, name: 'number' }),
    derived({ from: 'points', least: 1, name: 'vct' }),
  ]) {
    assert.equal(parse(wrong), false, JSON.stringify(wrong))
  }
  assert.ok(
    parse(mdoc({ element: 'a1', claim: 'classes', as: 'privileges' }, { element: 'b1', holder: 'sex' })),
  )
  for (const wrong of [
    mdoc({ element: 'a1', claim: 'absent' }),
    mdoc({ element: 'a1', claim: 'number', as: 'privileges' }),
    mdoc({ element: 'a1', claim: 'number' }, { element: 'a1', claim: 'points' }),
    mdoc({ element: 'a1', holder: 'religion' }),
    mdoc({ element: 'a1' }),
    mdoc(),
  ]) {
    assert.equal(parse(wrong), false, JSON.stringify(wrong))
  }
})
