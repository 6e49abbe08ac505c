/**
 * What a wallet can answer to a query (OpenID4VP 1.0 §6.4): which of its documents, with which claims, what
 * the party requires and what it only would like, and what is missing.
 */
import type { Parsed } from '../parsed.ts'
import { judged, refuseIf, type DcqlFaultCode } from './dcql-fault.ts'
import type { CredentialQuery, DcqlQuery } from './dcql-query.ts'
import { isMatch, matchCandidate, type Candidate, type Hindrance, type Match } from './match-candidate.ts'

interface CredentialAnswer<Held extends Candidate> {
  readonly query: CredentialQuery
  /** Each document that answers, in the wallet's order. */
  readonly matches: readonly Match<Held>[]
  /** Why others of the wallet's documents do not; those of other kinds are left out. */
  readonly hindrances: readonly Exclude<Hindrance, { kind: 'other-kind' }>[]
}

interface SetAnswer {
  readonly isRequired: boolean
  /** In the party's order; an option without what it needs stays, so that a screen can say so. */
  readonly options: readonly { readonly ids: readonly string[]; readonly isAnswerable: boolean }[]
  /** The first option that can be answered; null where none can. */
  readonly favourite: number | null
}

export interface QueryAnswer<Held extends Candidate> {
  readonly credentials: ReadonlyMap<string, CredentialAnswer<Held>>
  readonly sets: readonly SetAnswer[]
  /** Whether every required set can be answered. Where not, nothing at all is shown (§6.4.2). */
  readonly isSatisfiable: boolean
}

export const answerQuery = <Held extends Candidate>(
  { credentials, sets }: DcqlQuery,
  candidates: readonly Held[],
): QueryAnswer<Held> => {
  const answers = new Map(credentials.map((query) => [query.id, answerOne(query, candidates)]))
  const answered = sets.map(({ isRequired, options }): SetAnswer => {
    const judgedOptions = options.map((ids) => ({
      ids,
      isAnswerable: ids.every((id) => (answers.get(id)?.matches.length ?? 0) > 0),
    }))
    const favourite = judgedOptions.findIndex(({ isAnswerable }) => isAnswerable)
    return { isRequired, options: judgedOptions, favourite: favourite < 0 ? null : favourite }
  })
  return {
    credentials: answers,
    sets: answered,
    isSatisfiable: answered.every(({ isRequired, favourite }) => !isRequired || favourite !== null),
  }
}

const answerOne = <Held extends Candidate>(
  query: CredentialQuery,
  candidates: readonly Held[],
): CredentialAnswer<Held> => {
  const outcomes = candidates.map((candidate) => matchCandidate(query, candidate))
  return {
    query,
    matches: outcomes.filter(isMatch),
    hindrances: outcomes.flatMap((one) => (isMatch(one) || one.kind === 'other-kind' ? [] : [one])),
  }
}

/** What the holder chose herself. */
export interface Choice<Held extends Candidate> {
  /** By the number of the set: which option, or null for none. Unsaid: the favourite if it is required. */
  readonly options?: ReadonlyMap<number, number | null>
  /** By the id of the credential query: which of the documents that answer it. Unsaid: the first. */
  readonly documents?: ReadonlyMap<string, readonly Held[]>
}

/**
 * What is shown, by the id of the credential query: the least that answers, unless she chose otherwise.
 * `dcql.credential-missing` where a required set stays unanswered or the choice does not answer;
 * `dcql.several` where one was asked for and she chose several.
 */
export const chooseShowing = <Held extends Candidate>(
  answer: QueryAnswer<Held>,
  { options = new Map(), documents = new Map() }: Choice<Held> = {},
): Parsed<ReadonlyMap<string, readonly Match<Held>[]>, DcqlFaultCode> =>
  judged(() => {
    const ids = answer.sets.flatMap((set, index) => {
      const unsaid = set.isRequired ? set.favourite : null
      const chosen = options.has(index) ? (options.get(index) ?? null) : unsaid
      const option = chosen === null ? undefined : set.options[chosen]
      refuseIf(option ? !option.isAnswerable : set.isRequired || chosen !== null, 'dcql.credential-missing')
      return option?.ids ?? []
    })
    const shown = [...new Set(ids)].map((id) => {
      const { query, matches = [] } = answer.credentials.get(id) ?? {}
      const wanted = documents.get(id)
      const chosen = wanted
        ? matches.filter(({ candidate }) => wanted.includes(candidate))
        : matches.slice(0, 1)
      refuseIf(
        chosen.length === 0 || (wanted !== undefined && chosen.length !== wanted.length),
        'dcql.credential-missing',
      )
      refuseIf(chosen.length > 1 && query?.isMultiple !== true, 'dcql.several')
      return [id, chosen] as const
    })
    return new Map(shown)
  })
