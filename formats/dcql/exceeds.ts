/**
 * What a request asks beyond what the party is registered for. Every alternative counts, also one that no
 * wallet would choose: who may not see a claim may not ask for it either.
 */
import { isWithin, type ClaimsPath } from './claims-path.ts'
import type { DcqlQuery, DocumentFormat } from './dcql-query.ts'

export interface RegisteredKind {
  readonly format: DocumentFormat
  /** `vct` or document type. */
  readonly kind: string
  /** Each with all that stands inside of it; `null` for every element of a list. None: only that it holds. */
  readonly claims: readonly ClaimsPath[]
}

export interface Excess {
  /** Of the credential query. */
  readonly id: string
  readonly kind: string
  /** Null: the kind itself. */
  readonly path: ClaimsPath | null
}

/** Empty where the request stays within the registration. */
export const exceeds = (query: DcqlQuery, registration: readonly RegisteredKind[]): readonly Excess[] =>
  query.credentials.flatMap(({ id, format, kinds, claims }) =>
    kinds.flatMap((kind): readonly Excess[] => {
      const registered = registration.filter((one) => one.format === format && one.kind === kind)
      if (registered.length === 0) {
        return [{ id, kind, path: null }]
      }
      const may = registered.flatMap((one) => one.claims)
      return claims
        .filter(({ path }) => !may.some((allowed) => isWithin(path, allowed)))
        .map(({ path }) => ({ id, kind, path }))
    }),
  )
