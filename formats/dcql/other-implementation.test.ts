/** `dcql`, written by others, finds that the same documents answer the same questions. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DcqlQuery } from 'dcql'
import fc from 'fast-check'
import { candidateArbitrary, queryArbitrary } from '../../testing/dcql-arbitraries.ts'
import { share } from '../../testing/thorough.ts'
import { isJsonList, isJsonObject, type Json } from '../jws/strict-json.ts'
import { answerQuery } from './answer-query.ts'
import { readQuery } from './read-query.ts'

// It looks for a claim in the prototype, too (docs/decisions/0025-sharing-by-openid4vp.md).
const names = ['a', 'b', 'c']

/**
 * By §7.1.1 a claim that says null is there, every element of an empty list is nothing, and a path that
 * meets an element of another shape leads nowhere. `dcql` finds the first missing, the second there, and
 * passes the element over.
 */
const areBothOneMind = (value: Json): boolean => {
  if (isJsonList(value)) {
    const shapes = new Set(value.map((one) => (isJsonList(one) ? 'list' : typeof one)))
    return shapes.size === 1 && value.every(areBothOneMind)
  }
  return isJsonObject(value) ? Object.values(value).every(areBothOneMind) : value !== null
}

test('both find the same queries answered', (t) => {
  let answered = 0
  fc.assert(
    fc.property(
      queryArbitrary(names),
      fc.array(candidateArbitrary(names), { maxLength: 4 }),
      (query, candidates) => {
        fc.pre(candidates.every(({ claims }) => areBothOneMind(claims)))
        const held = candidates.map((one) => ({ ...one, kinds: one.kinds.slice(0, 1) }))
        const ours = readQuery(query)
        assert.ok(ours.ok)
        const { isSatisfiable } = answerQuery(ours.value, held)
        const theirs = DcqlQuery.query(
          DcqlQuery.parse(query as DcqlQuery.Input),
          held.map(({ kinds: [vct = ''], isBound, claims }) => ({
            credential_format: 'dc+sd-jwt',
            vct,
            cryptographic_holder_binding: isBound,
            claims: JSON.parse(JSON.stringify(claims)),
          })),
        )
        answered += isSatisfiable ? 1 : 0
        assert.equal(theirs.can_be_satisfied, isSatisfiable)
      },
    ),
    { numRuns: share(5000) },
  )
  t.diagnostic(`${answered} answered`)
  assert.ok(answered > share(5000) / 50)
})
