/**
 * A verifier's judgement of what it was shown (OpenID4VP 1.0 §6.4, §8.6): everything that it asked for and
 * nothing more. Whether a document is genuine was asked before, and whose documents it believes is its own to
 * say: `trusted_authorities` and `values` only spare a holder a useless showing (§6.1.1, §6.4.1).
 */
import type { JsonObject } from '../jws/strict-json.ts'
import type { Parsed } from '../parsed.ts'
import { isOnTheWay, isWithin, pathKey, seenAlong, withoutNumbers, type Place } from './claims-path.ts'
import { DcqlFault, judged, refuseIf, type DcqlFaultCode } from './dcql-fault.ts'
import type { ClaimQuery, CredentialQuery, DcqlQuery, DocumentFormat } from './dcql-query.ts'

export interface Shown {
  readonly format: DocumentFormat
  readonly kinds: readonly string[]
  /** Whether the holder proved her key. */
  readonly isBound: boolean
  /** All that is seen of it, in the form of `Candidate`. */
  readonly claims: JsonObject
  /** What of it the holder could have kept to herself: each disclosure, each element. */
  readonly revealed: readonly Place[]
}

/** The combination of claims that each presentation answers, in the order in which they came. */
export type JudgedShowing = ReadonlyMap<string, readonly (readonly ClaimQuery[])[]>

/** `shown`: by the id of the credential query. */
export const judgeShown = (
  query: DcqlQuery,
  shown: ReadonlyMap<string, readonly Shown[]>,
): Parsed<JudgedShowing, DcqlFaultCode> =>
  judged(() => {
    const whole = query.sets.map(({ options }) =>
      options.filter((ids) => ids.every((id) => (shown.get(id)?.length ?? 0) > 0)),
    )
    refuseIf(
      query.sets.some(({ isRequired }, index) => isRequired && whole[index]?.length === 0),
      'dcql.credential-missing',
    )
    const asked = new Set(whole.flat(2))
    return new Map(
      [...shown].map(([id, presentations]) => {
        const one = query.credentials.find((credential) => credential.id === id)
        // Part of no option that was shown whole: nothing needs it.
        if (!one || !asked.has(id)) {
          throw new DcqlFault('dcql.unasked')
        }
        refuseIf(presentations.length > 1 && !one.isMultiple, 'dcql.several')
        return [id, presentations.map((presentation) => judgeOne(one, presentation))] as const
      }),
    )
  })

const judgeOne = (query: CredentialQuery, shown: Shown): readonly ClaimQuery[] => {
  refuseIf(
    shown.format !== query.format || !shown.kinds.some((kind) => query.kinds.includes(kind)),
    'dcql.not-this-kind',
  )
  refuseIf(query.isBindingRequired && !shown.isBound, 'dcql.not-bound')
  const complete = query.claimSets.filter((claims) => claims.every((claim) => isThere(claim, shown)))
  refuseIf(complete.length === 0, 'dcql.claim-missing')
  const answered = complete.find((claims) => isNothingMore(claims, shown.revealed))
  if (!answered) {
    throw new DcqlFault('dcql.claim-unasked')
  }
  return answered
}

const isThere = ({ path, values }: ClaimQuery, { claims }: Shown): boolean => {
  const seen = seenAlong(path, claims) ?? []
  return values === null ? seen.length > 0 : seen.some((value) => values.some((one) => one === value))
}

const isNothingMore = (claims: readonly ClaimQuery[], revealed: readonly Place[]): boolean => {
  const paths = claims.map(({ path }) => path)
  const isAsked = (place: Place): boolean =>
    paths.map(withoutNumbers).some((path) => (isOnTheWay(place, path) ? true : isWithin(place, path)))
  return revealed.every(isAsked) && claims.every((claim) => isNumberKept(claim, claims, revealed))
}

/**
 * Who asked for some elements by their numbers is shown no more than so many. Which of them they are, she
 * cannot see: what stays hidden of a list does not count in what is seen of it.
 */
const isNumberKept = (
  { path }: ClaimQuery,
  claims: readonly ClaimQuery[],
  revealed: readonly Place[],
): boolean =>
  path.every((step, index) => {
    if (typeof step !== 'number') {
      return true
    }
    const start = withoutNumbers(path.slice(0, index + 1))
    const alike = claims
      .map((one) => one.path.slice(0, index + 1))
      .filter((one) => pathKey(withoutNumbers(one)) === pathKey(start))
    const isAnyAsked = alike.some((one) => one.includes(null))
    const elements = revealed.filter(
      (place) =>
        place.length === start.length &&
        isWithin(place, start) &&
        !claims.some((one) => one.path.every((at) => typeof at !== 'number') && isWithin(place, one.path)),
    )
    return isAnyAsked || elements.length <= new Set(alike.map(pathKey)).size
  })
