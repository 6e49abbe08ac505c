/**
 * What a request asks in the words of the registration, whether it stays within it, and whether what she
 * agreed to answers it. Pure.
 */
import type { CredentialQuery, DcqlQuery } from '../../../../formats/dcql/dcql-query.ts'
import { exceeds, type RegisteredKind } from '../../../../formats/dcql/exceeds.ts'
import type { Purpose } from '../../registry/parties/party.ts'
import type { AskableDocument } from './askable-documents.ts'

export interface SharedOfType {
  readonly type: string
  readonly claims: readonly string[]
}

const registeredOf = (purpose: Purpose, documents: readonly AskableDocument[]): readonly RegisteredKind[] =>
  purpose.asks.flatMap(({ type, claims }): RegisteredKind[] => {
    const document = documents.find(({ id }) => id === type)
    if (!document) {
      return []
    }
    const may = document.claims.filter(({ name, isAlwaysShown }) => isAlwaysShown || claims.includes(name))
    const { mdoc } = document
    const paths = may.map(({ name }) => [name])
    return [
      { format: 'dc+sd-jwt', kind: document.vct, claims: paths },
      ...(mdoc
        ? [
            {
              format: 'mso_mdoc' as const,
              kind: mdoc.docType,
              claims: may.flatMap(({ elements }) => elements.map((element) => [mdoc.namespace, element])),
            },
          ]
        : []),
    ]
  })

const documentOf = (
  documents: readonly AskableDocument[],
  format: CredentialQuery['format'],
  kind: string,
): AskableDocument | undefined =>
  documents.find(({ vct, mdoc }) => (format === 'dc+sd-jwt' ? vct : mdoc?.docType) === kind)

/** The registration's name for what stands at a path of this document; null for what it does not have. */
const claimAt = (
  document: AskableDocument,
  format: CredentialQuery['format'],
  path: readonly unknown[],
): string | null => {
  const at = format === 'dc+sd-jwt' ? path[0] : path[1]
  const found =
    format === 'dc+sd-jwt'
      ? document.claims.find(({ name }) => name === at)
      : document.claims.find(({ elements }) => elements.some((element) => element === at))
  return found?.name ?? null
}

/**
 * The first that goes beyond the registration, in names that are known here: what a party wrote is no name.
 * Null: nothing does.
 */
export const firstExcess = (
  query: DcqlQuery,
  purpose: Purpose,
  documents: readonly AskableDocument[],
): string | null => {
  const [excess] = exceeds(query, registeredOf(purpose, documents))
  if (!excess) {
    return null
  }
  const { format = 'dc+sd-jwt' } = query.credentials.find(({ id }) => id === excess.id) ?? {}
  const document = documentOf(documents, format, excess.kind)
  if (!document) {
    return 'another kind of document'
  }
  if (excess.path === null) {
    return document.id
  }
  return `${document.id} ${claimAt(document, format, excess.path) ?? 'another claim'}`
}

/** By type: every claim that the request asks for, required or not. */
const askedOf = (query: DcqlQuery, documents: readonly AskableDocument[]): Map<string, Set<string>> => {
  const asked = new Map<string, Set<string>>()
  for (const { format, kinds, claims } of query.credentials) {
    for (const kind of kinds) {
      const document = documentOf(documents, format, kind)
      if (document) {
        const names = asked.get(document.id) ?? new Set<string>()
        asked.set(document.id, names)
        for (const { path } of claims) {
          names.add(claimAt(document, format, path) ?? '')
        }
      }
    }
  }
  return asked
}

/**
 * Whether what is shared was asked, all of it, and answers what the request needs: of each required set one
 * option, and of each of its documents one combination of claims.
 */
export const answers = (
  query: DcqlQuery,
  shared: readonly SharedOfType[],
  documents: readonly AskableDocument[],
): boolean => {
  const asked = askedOf(query, documents)
  const byType = new Map(shared.map(({ type, claims }) => [type, new Set(claims)]))
  const areDistinct =
    byType.size === shared.length && shared.every(({ claims }) => new Set(claims).size === claims.length)
  const wasAsked = shared.every(({ type, claims }) => {
    const known = asked.get(type)
    const always = documents
      .find(({ id }) => id === type)
      ?.claims.filter(({ isAlwaysShown }) => isAlwaysShown)
    return (
      known !== undefined &&
      claims.every((claim) => known.has(claim) || always?.some(({ name }) => name === claim))
    )
  })
  const isShown = ({ format, kinds, claimSets }: CredentialQuery): boolean =>
    kinds.some((kind) => {
      const document = documentOf(documents, format, kind)
      const given = byType.get(document?.id ?? '')
      return (
        document !== undefined &&
        given !== undefined &&
        claimSets.some((set) => set.every(({ path }) => given.has(claimAt(document, format, path) ?? '')))
      )
    })
  const shownIds = new Set(query.credentials.filter(isShown).map(({ id }) => id))
  return (
    areDistinct &&
    wasAsked &&
    query.sets.every(
      ({ isRequired, options }) => !isRequired || options.some((ids) => ids.every((id) => shownIds.has(id))),
    )
  )
}

/**
 * As her log says it, each claim by itself, and a document that is shown without one: the words are those of
 * the day on which she agreed.
 */
export const sharedWords = (
  shared: readonly SharedOfType[],
  documents: readonly AskableDocument[],
): { readonly vi: readonly string[]; readonly en: readonly string[] } => {
  const named = shared.flatMap(({ type, claims }) => {
    const document = documents.find(({ id }) => id === type)
    if (claims.length === 0) {
      return document ? [{ vi: document.words.vi, en: document.words.en }] : []
    }
    return claims.flatMap((name) => {
      const claim = document?.claims.find((one) => one.name === name)
      return document && claim
        ? [
            {
              vi: `${document.words.vi}: ${claim.words.vi}`,
              en: `${document.words.en}: ${claim.words.en}`,
            },
          ]
        : []
    })
  })
  return {
    vi: named.map(({ vi }) => vi),
    en: named.map(({ en }) => en),
  }
}
