// The papers of a child or ward for one use: fetched to this phone after a consent, and kept in the memory of
// the open page alone.
import type { ViewDocumentTypes } from '../../../../contract/documents.ts'
import { signerWith } from '../../../../formats/jws/algorithms.ts'
import { strangeAnswer } from '../../../client/problem.ts'
import { ownView } from '../shell/session.ts'
import { fetchOne, openWay, type Way } from '../vault/fetch-credentials.ts'
import { errands, type Errand } from './errands.ts'
import { paperFor, type Paper } from './shown-papers.ts'
import { documentOf, type Document } from './use-showing.ts'

/** What a child is taken to most, with a paper of its own. */
const clinic: Errand | undefined = errands.find(({ id }) => id === 'clinic')
export const isForClinic = ({ kind }: Paper): boolean =>
  clinic?.others.some(({ type }) => type === kind?.id) ?? false

interface WardPaper extends Paper {
  readonly identifier: string
}
export interface WardWay {
  readonly way: Way
  /** That of the clinic first. */
  readonly papers: readonly WardPaper[]
}

/** Opens the way to what can be shown now; no paper is fetched by that. Throws Problem. */
export const openWardWay = async (): Promise<WardWay> => {
  const [way, { types }] = await Promise.all([
    openWay(() => true),
    ownView<typeof ViewDocumentTypes>('documents.types', {}),
  ])
  const papers = way.identifiers.flatMap((identifier): WardPaper[] => {
    const [configuration, of] = identifier.split('.')
    const kind = types.find(({ id }) => `${id}-sd-jwt` === configuration)
    return kind && of !== undefined ? [{ ...paperFor(of, kind, clinic), identifier }] : []
  })
  return {
    way,
    papers: papers.toSorted((one, other) => Number(isForClinic(other)) - Number(isForClinic(one))),
  }
}

/** One credential, for whoever sees it now. Throws Problem. */
export const fetchPaper = async (way: Way, { identifier, of }: WardPaper): Promise<Document> => {
  const [fetched] = await fetchOne(way, { identifier, count: 1 })
  const document =
    fetched && (await documentOf({ ...fetched, signer: signerWith(fetched.key, 'ES256'), isDue: false }, of))
  if (!document) {
    throw strangeAnswer(200)
  }
  return document
}
