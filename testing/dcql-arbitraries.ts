/** Queries and documents as chance makes them, small enough that many of them meet. */
import fc from 'fast-check'
import type { Candidate } from '../formats/dcql/match-candidate.ts'
import type { Json, JsonObject } from '../formats/jws/strict-json.ts'

const kinds = ['k1', 'k2']
const leaf = fc.constantFrom<Json>('x', 'y', 0, 1, true, null)

/** An SD-JWT that says something under these names, a few floors deep. */
export const candidateArbitrary = (names: readonly string[]): fc.Arbitrary<Candidate> => {
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('tree'), { maxKeys: 4 }),
    ),
  }))
  return fc.record({
    format: fc.constant('dc+sd-jwt' as const),
    kinds: fc.uniqueArray(fc.constantFrom(...kinds), { minLength: 1 }),
    isBound: fc.boolean(),
    authorities: fc.constant([]),
    claims: fc.dictionary(fc.constantFrom(...names), tree, { minKeys: 1, maxKeys: 5 }),
  })
}

const pathArbitrary = (names: readonly string[]): fc.Arbitrary<(string | number | null)[]> =>
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.array(fc.constantFrom<string | number | null>(...names, 0, 1, null), { maxLength: 2 }),
    )
    .map(([first, rest]) => [first, ...rest])

const credentialArbitrary = (names: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc
    .record({
      claims: fc.uniqueArray(pathArbitrary(names), { maxLength: 4, selector: (one) => JSON.stringify(one) }),
      kind: fc.constantFrom(...kinds),
      isBindingRequired: fc.boolean(),
      values: fc.option(fc.uniqueArray(fc.constantFrom('x', 0, true), { minLength: 1 })),
      sets: fc.uniqueArray(fc.nat(14), { maxLength: 3 }),
    })
    .map(({ claims, kind, isBindingRequired, values, sets }): JsonObject => {
      const written = claims.map((one, index) => ({
        id: `c${index}`,
        path: one,
        ...(values !== null && index === 0 && { values }),
      }))
      const chosen = sets
        .map((bits) => written.flatMap(({ id }, index) => (((bits + 1) >> index) & 1 ? [id] : [])))
        .filter((set) => set.length > 0)
      const unique = [...new Map(chosen.map((set) => [set.join(), set])).values()]
      return {
        format: 'dc+sd-jwt',
        meta: { vct_values: [kind] },
        require_cryptographic_holder_binding: isBindingRequired,
        ...(written.length > 0 && { claims: written }),
        ...(unique.length > 0 && { claim_sets: unique }),
      }
    })
/** A whole query, as it is written, over claims of these names. */
export const queryArbitrary = (names: readonly string[]): fc.Arbitrary<JsonObject> =>
  fc
    .tuple(
      fc.array(credentialArbitrary(names), { minLength: 1, maxLength: 3 }),
      fc.option(fc.tuple(fc.boolean(), fc.boolean())),
    )
    .map(([credentials, isRequired]) => {
      const ids = credentials.map((_, index) => `q${index}`)
      return {
        credentials: credentials.map((one, index) => ({ id: `q${index}`, ...one })),
        ...(isRequired && {
          credential_sets: [
            { options: ids.map((id) => [id]), required: isRequired[0] },
            { options: [ids], required: isRequired[1] },
          ],
        }),
      }
    })
