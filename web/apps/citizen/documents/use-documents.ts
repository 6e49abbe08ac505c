// Reads documents when the page opens, and soon again while one of them is being looked for. A ward's are put
// away when the consent ends.
import { useEffect, useMemo } from 'preact/hooks'
import { useLoad, type Loaded } from '../../../client/press.ts'
import type { ViewDocuments, ViewDocumentState, ViewDocumentTypes } from '../../../../contract/documents.ts'
import { useStep } from '../../../ui/attention.tsx'
import { now, useNow } from '../../../ui/clock.ts'
import { asProblem } from '../../../client/problem.ts'
import { isReachable, onReachable } from '../../../client/reachability.ts'
import { ownView, session, useSession } from '../shell/session.ts'
import { isVaultOpen, openBeside, sealBeside } from '../vault/vault.ts'
import type { Documents, Held, Kinds } from './own-documents.ts'

export const readKinds = (): Promise<Kinds> => ownView<typeof ViewDocumentTypes>('documents.types', {})

/** A document of a kind that is no more is not shown: its words went with it. */
const fetchDocuments = async (): Promise<Documents> => {
  const [kinds, { documents }] = await Promise.all([
    readKinds(),
    ownView<typeof ViewDocuments>('documents.list', {}),
  ])
  const held = documents.flatMap((own): Held[] => {
    const type = kinds.types.find(({ id }) => id === own.type)
    return type ? [{ own, type, source: kinds.sources.find(({ id }) => id === type.source) }] : []
  })
  return { ...kinds, held }
}

/**
 * Those of her own profile are kept on the phone, sealed as her card is, and shown as they were kept while
 * there is no network. A ward's are never kept here.
 */
const readDocuments = async (): Promise<Documents> => {
  const isOwn = !session().me?.acting
  try {
    const fetched = await fetchDocuments()
    if (isOwn && isVaultOpen()) {
      await sealBeside('documents', fetched).catch(() => undefined)
    }
    return fetched
  } catch (error) {
    const kept = isOwn && asProblem(error).isOfNetwork ? await openBeside<Documents>('documents') : null
    if (!kept) {
      throw error
    }
    return kept
  }
}

const SOON_MS = 900
/** Longer than that is no waiting at a screen any more: a letter tells. */
const PATIENCE_MS = 20_000

/** Wanted just now, and not answered yet. */
const isFresh = ({ own }: Held, at: number): boolean =>
  own.state === 'looking' && own.silentSince === null && at - Date.parse(own.addedAt) < PATIENCE_MS

/** Asks whether there is an answer; the wallet, whose reading leaves a line in her log, is read once then. */
const waitFor = (id: string, onAnswer: () => void): (() => void) => {
  let timer = 0
  let isLeft = false
  const began = now()
  const look = async () => {
    const known = await ownView<typeof ViewDocumentState>('documents.state', { id }).catch(() => null)
    if (isLeft || known === null) {
      return
    }
    if (known.state === 'looking' && !known.isSilent && now() - began < PATIENCE_MS) {
      timer = window.setTimeout(() => void look(), SOON_MS)
    } else {
      onAnswer()
    }
  }
  timer = window.setTimeout(() => void look(), SOON_MS)
  return () => {
    isLeft = true
    clearTimeout(timer)
  }
}

/** As long as a consent is good for, where this page has not seen it given. */
const CONSENT_MS = 5 * 60_000
let consentEnds_ms = 0
export const consentGivenUntil = (until: string): void => {
  consentEnds_ms = Date.parse(until)
}

/** Whether what was read of a ward has been on the screen for longer than was consented to. */
const useIsOver = (data: Documents | null): boolean => {
  const { me } = useSession()
  const readAt = useMemo(now, [data])
  const at = useNow(5)
  const end = consentEnds_ms > readAt ? consentEnds_ms : readAt + CONSENT_MS
  return Boolean(me?.acting) && data !== null && at >= end
}

/** `needsConsent`: a ward's documents, and no consent of hers that is still good. Then nothing is shown. */
export const useDocuments = (): Loaded<Documents> & { needsConsent: boolean } => {
  const loaded = useLoad(readDocuments)
  const { data, problem, reload } = loaded
  const isOver = useIsOver(data)
  const needsConsent = isOver || problem?.code === 'representation.consent-needed'
  const isShown = data !== null && !needsConsent
  useStep(needsConsent ? 'consent' : isShown ? 'shown' : null)
  useEffect(() => {
    const waited = data?.held.find((held) => isFresh(held, now()))
    return waited && waitFor(waited.own.id, reload)
  }, [data])
  // What was kept is read anew as soon as there is a network.
  useEffect(() => onReachable(() => isReachable() && reload()), [])
  return { ...loaded, data: isShown ? data : null, needsConsent }
}
