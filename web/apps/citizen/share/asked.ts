// What a request asks of the documents that lie here, as she decides on it: what the party requires, what is
// hers to give or to keep, and what it would see of each (OpenID4VP 1.0 §6.4). An optional thing is written
// either as several combinations of claims or as a set of documents that is not required; both are read.
import { answerQuery, chooseShowing } from '../../../../formats/dcql/answer-query.ts'
import { findClaims, pathKey, type ClaimsPath } from '../../../../formats/dcql/claims-path.ts'
import type { ClaimQuery, CredentialQuery, DcqlQuery } from '../../../../formats/dcql/dcql-query.ts'
import {
  isMatch,
  matchCandidate,
  type Candidate,
  type Match,
} from '../../../../formats/dcql/match-candidate.ts'
import type { Json } from '../../../../formats/jws/strict-json.ts'

export interface Holding extends Candidate {
  /** Which of her documents; of one kind she may have several. */
  readonly of: string
  /** By the id of its kind (`contract/document-type.ts`). */
  readonly type: string
}

export interface AskedClaim {
  readonly type: string
  /** As the kind of document names it. */
  readonly name: string
  readonly value: Json | undefined
}

/** What is given or kept at once. */
export interface Part {
  readonly key: string
  readonly type: string
  readonly claims: readonly AskedClaim[]
  /** Kinds of documents of which is told that she holds one, and nothing else. */
  readonly holds: readonly string[]
  readonly isRequired: boolean
}

/** One document that is shown for one credential query, in the combinations that both sides can have. */
interface Shown {
  readonly query: CredentialQuery
  readonly holding: Holding
  readonly combinations: readonly (readonly ClaimQuery[])[]
}

export interface Lacking {
  /** Of the kind; null where no document of ours is of it. */
  readonly type: string | null
  /** What her document of that kind does not say; empty where she has none at all. */
  readonly names: readonly string[]
}

export interface Asked {
  readonly query: DcqlQuery
  readonly held: readonly Holding[]
  readonly parts: readonly Part[]
  /** By the number of the set: the option that is shown, and whether she may leave it. */
  readonly sets: readonly { readonly option: number | null; readonly key: string | null }[]
  readonly shown: ReadonlyMap<string, Shown>
  /** Not empty: nothing at all can be shown. */
  readonly lacking: readonly Lacking[]
}

/** `urn:sen:identity-card:1` and `vn.sen.identity_card.1` are of `identity-card`. */
export const typeOfKind = (kind: string): string | null => {
  const [, ofCredential] = /^urn:sen:([a-z][a-z0-9-]+):\d+$/.exec(kind) ?? []
  const [, ofMobile] = /^vn\.sen\.([a-z][a-z0-9_]+)\.\d+$/.exec(kind) ?? []
  return ofCredential ?? ofMobile?.replaceAll('_', '-') ?? null
}

const nameOf = (path: ClaimsPath): string => path.filter((step) => typeof step === 'string').join('.')
const keyOf = (id: string, path: ClaimsPath): string => `${id} ${pathKey(path)}`
const keysOf = (id: string, claims: readonly ClaimQuery[]): ReadonlySet<string> =>
  new Set(claims.map(({ path }) => keyOf(id, path)))

const valueAt = (path: ClaimsPath, { claims }: Holding): Json | undefined => {
  const found = findClaims(path, claims)
  return found === null ? undefined : found.length === 1 ? found[0]?.value : found.map(({ value }) => value)
}
const askedClaim = (path: ClaimsPath, holding: Holding): AskedClaim => ({
  type: holding.type,
  name: nameOf(path),
  value: valueAt(path, holding),
})

export const readAsked = (query: DcqlQuery, held: readonly Holding[]): Asked => {
  const answer = answerQuery(query, held)
  const shown = new Map<string, Shown>()
  const parts = new Map<string, Part>()
  const sets = answer.sets.map(({ isRequired, options, favourite }, index) => {
    const ids = favourite === null ? [] : (options[favourite]?.ids ?? [])
    const those = ids.flatMap((id): readonly Shown[] => {
      const one = answer.credentials.get(id)
      const holding = one?.matches[0]?.candidate
      return one && holding
        ? [{ query: one.query, holding, combinations: combinationsOf(one.query, holding) }]
        : []
    })
    for (const one of those) {
      shown.set(one.query.id, one)
    }
    const key = isRequired || favourite === null ? null : `set ${index}`
    for (const part of key === null ? those.flatMap(partsOf) : wholePart(key, those)) {
      parts.set(part.key, part)
    }
    return { option: favourite, key }
  })
  const lacking = answer.sets.flatMap(({ isRequired, favourite, options: [first] }) =>
    isRequired && favourite === null
      ? (first?.ids ?? []).flatMap((id) => lackingOf(answer.credentials.get(id)))
      : [],
  )
  return { query, held, parts: [...parts.values()], sets, shown, lacking }
}

/** Those that this document can give whole. */
const combinationsOf = (query: CredentialQuery, holding: Holding): Shown['combinations'] =>
  query.claimSets.filter((claims) => isMatch(matchCandidate({ ...query, claimSets: [claims] }, holding)))

const partsOf = ({ query, holding, combinations }: Shown): readonly Part[] => {
  // Asked for without a claim: that she holds it is what is told.
  if (query.claims.length === 0) {
    return [{ key: query.id, type: holding.type, claims: [], holds: [holding.type], isRequired: true }]
  }
  const inEach = combinations.map((claims) => keysOf(query.id, claims))
  return query.claims.flatMap(({ path }): readonly Part[] => {
    const key = keyOf(query.id, path)
    const isThere = inEach.some((keys) => keys.has(key))
    const isRequired = inEach.every((keys) => keys.has(key))
    const claims = [askedClaim(path, holding)]
    return isThere ? [{ key, type: holding.type, claims, holds: [], isRequired }] : []
  })
}

/** A set of documents that is not required is given or kept as a whole. */
const wholePart = (key: string, those: readonly Shown[]): readonly Part[] => {
  const [first] = those
  const claims = those.flatMap(({ holding, combinations: [favourite = []] }) =>
    favourite.map(({ path }) => askedClaim(path, holding)),
  )
  const holds = those.flatMap(({ query, holding }) => (query.claims.length === 0 ? [holding.type] : []))
  return first ? [{ key, type: first.holding.type, claims, holds, isRequired: false }] : []
}

type Answer =
  ReturnType<typeof answerQuery<Holding>>['credentials'] extends ReadonlyMap<string, infer One> ? One : never
const lackingOf = (one: Answer | undefined): readonly Lacking[] => {
  if (!one || one.matches.length > 0) {
    return []
  }
  const types = one.query.kinds.map(typeOfKind)
  const missing = one.hindrances.flatMap((hindrance) =>
    hindrance.kind === 'claims' ? hindrance.missing : [],
  )
  return [
    { type: types.find((type) => type !== null) ?? null, names: missing.map(({ path }) => nameOf(path)) },
  ]
}

/**
 * What she has chosen after one more press. Where the party wants two things together or not at all, both
 * follow: the least more than she gives, the most of what she keeps giving.
 */
export const choose = (
  { shown }: Asked,
  chosen: ReadonlySet<string>,
  key: string,
  isOn: boolean,
): ReadonlySet<string> => {
  const next = new Set(chosen)
  if (isOn) {
    next.add(key)
  } else {
    next.delete(key)
  }
  for (const { query, combinations } of shown.values()) {
    const own = query.claims.map(({ path }) => keyOf(query.id, path))
    if (!own.includes(key)) {
      continue
    }
    const wanted = own.filter((one) => next.has(one))
    const fitting = combinations
      .map((claims) => keysOf(query.id, claims))
      .filter((keys) => (isOn ? wanted.every((one) => keys.has(one)) : !keys.has(key)))
      .toSorted((a, b) => (isOn ? a.size - b.size : sharedBy(b, wanted) - sharedBy(a, wanted)))
    const [best] = fitting
    for (const one of own) {
      if (best?.has(one)) {
        next.add(one)
      } else {
        next.delete(one)
      }
    }
  }
  return next
}
const sharedBy = (keys: ReadonlySet<string>, wanted: readonly string[]): number =>
  wanted.filter((one) => keys.has(one)).length - [...keys].filter((one) => !wanted.includes(one)).length

/** Nothing but what is required: consent is never ticked beforehand. */
export const leastOf = (asked: Asked): ReadonlySet<string> =>
  new Set(asked.parts.filter(({ isRequired }) => isRequired).map(({ key }) => key))

export const givenOf = ({ parts }: Asked, chosen: ReadonlySet<string>): readonly Part[] =>
  parts.filter(({ key, isRequired }) => isRequired || chosen.has(key))

/** By kind of document: what the party is given, as the receipt will say it. */
export const sharedOf = (given: readonly Part[]): { type: string; claims: string[] }[] => {
  const named = given.flatMap(({ claims, holds }) => [
    ...claims,
    ...holds.map((type) => ({ type, name: null })),
  ])
  return [...Map.groupBy(named, ({ type }) => type)].map(([type, those]) => ({
    type,
    claims: [...new Set(those.flatMap(({ name }) => (name === null ? [] : [name])))],
  }))
}

/**
 * By the id of the credential query. Null where the choice is none that the party takes: another combination
 * of it would show what she has not chosen.
 */
export const showingOf = (
  { query, sets, shown }: Asked,
  chosen: ReadonlySet<string>,
): ReadonlyMap<string, readonly Match<Holding>[]> | null => {
  const isByItself = new Set(
    sets.flatMap(({ option, key }, index) =>
      option === null || key !== null ? [] : (query.sets[index]?.options[option] ?? []),
    ),
  )
  const credentials = query.credentials.map((one) => {
    const combinations = shown.get(one.id)?.combinations ?? []
    // What stands in optional sets only is given as a whole, in the combination that was on the screen.
    const [favourite] = combinations
    if (!isByItself.has(one.id)) {
      return { ...one, claimSets: favourite ? [favourite] : [] }
    }
    const wanted = new Set([...keysOf(one.id, one.claims)].filter((key) => chosen.has(key)))
    const exact = combinations.find((claims) => {
      const keys = keysOf(one.id, claims)
      return keys.size === wanted.size && [...keys].every((key) => wanted.has(key))
    })
    return { ...one, claimSets: exact ? [exact] : [] }
  })
  const options = new Map(
    sets.map(({ option, key }, index) => [index, key === null || chosen.has(key) ? option : null]),
  )
  const documents = new Map([...shown].map(([id, { holding }]) => [id, [holding]]))
  const held = [...new Set([...shown.values()].map(({ holding }) => holding))]
  const showing = chooseShowing(answerQuery({ ...query, credentials }, held), { options, documents })
  return showing.ok ? showing.value : null
}
