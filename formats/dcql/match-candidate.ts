/**
 * Whether one document answers one credential query, and with which claims (OpenID4VP 1.0 §6.4.1): the first
 * combination in the party's order that the document can give whole.
 */
import type { Json, JsonObject } from '../jws/strict-json.ts'
import { findClaims, placesBelow, type Found, type Place } from './claims-path.ts'
import type { Authority, ClaimQuery, CredentialQuery, DocumentFormat } from './dcql-query.ts'

/** What a wallet holds. */
export interface Candidate {
  readonly format: DocumentFormat
  /** Its `vct` and those that it extends, or its one document type. */
  readonly kinds: readonly string[]
  /** Whether it is bound to a key of the holder, who can prove that. */
  readonly isBound: boolean
  /** Whom its issuer belongs to, as far as the wallet knows. */
  readonly authorities: readonly Authority[]
  /**
   * All that it says. Of an mdoc: the namespaces, each with its elements as JSON (RFC 8949 §6.1), null for an
   * element that has no such form; it is asked for by its name, and never by its value.
   */
  readonly claims: JsonObject
}

export interface Match<Held extends Candidate> {
  readonly candidate: Held
  /** The party's combination that is answered. */
  readonly claims: readonly ClaimQuery[]
  /**
   * What to show and nothing beside it: each claim with its sub-claims (§7.3). Of an mdoc: namespace and
   * element.
   */
  readonly show: readonly Place[]
}

/** The first thing that keeps a document from answering. */
export type Hindrance =
  | { readonly kind: 'other-kind' }
  | { readonly kind: 'not-bound' }
  | { readonly kind: 'other-authority' }
  /** What it lacks of the combination of which it lacks least. */
  | { readonly kind: 'claims'; readonly missing: readonly ClaimQuery[] }

export const matchCandidate = <Held extends Candidate>(
  query: CredentialQuery,
  candidate: Held,
): Match<Held> | Hindrance => {
  if (candidate.format !== query.format || !candidate.kinds.some((kind) => query.kinds.includes(kind))) {
    return { kind: 'other-kind' }
  }
  if (query.isBindingRequired && !candidate.isBound) {
    return { kind: 'not-bound' }
  }
  if (query.authorities && !query.authorities.some((one) => belongsTo(candidate, one))) {
    return { kind: 'other-authority' }
  }
  let least: readonly ClaimQuery[] | null = null
  for (const claims of query.claimSets) {
    const found = claims.map((claim) => answersIn(claim, candidate.claims))
    const missing = claims.filter((_, index) => found[index]?.length === 0)
    if (missing.length === 0) {
      return { candidate, claims, show: placesOf(found.flat(), candidate.format) }
    }
    least = least === null || missing.length < least.length ? missing : least
  }
  return { kind: 'claims', missing: least ?? [] }
}

export const isMatch = <Held extends Candidate>(outcome: Match<Held> | Hindrance): outcome is Match<Held> =>
  'candidate' in outcome

const belongsTo = ({ authorities }: Candidate, { type, value }: Authority): boolean =>
  authorities.some((one) => one.type === type && one.value === value)

/**
 * The claims at the pointer whose value is one of the wanted, by type and value (§6.3); a claim of another
 * value is as if it were not there (§6.4.1). Empty: it is not there.
 */
const answersIn = ({ path, values }: ClaimQuery, claims: Json): readonly Found[] => {
  const found = findClaims(path, claims) ?? []
  return values === null ? found : found.filter(({ value }) => values.some((one) => one === value))
}

const placesOf = (found: readonly Found[], format: DocumentFormat): readonly Place[] => {
  // An element of an mdoc is shown whole: what stands inside of it has no digest of its own.
  const places = format === 'mso_mdoc' ? found.map(({ place }) => place) : found.flatMap(placesBelow)
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()]
}
