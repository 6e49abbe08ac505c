// One showing: a document of its own from those that lie here, and a code signed anew before the last one is
// too old. Without a network all of it works; with one, what is used up is renewed without a word.
import { useEffect, useRef, useState } from 'preact/hooks'
import { codeRenewal_s } from '../../../../formats/presentation-code/offline-binding.ts'
import { showOffline } from '../../../../formats/presentation-code/show-offline.ts'
import { readCredential } from '../../../../formats/sd-jwt-vc/read-credential.ts'
import { asProblem, type Problem } from '../../../client/problem.ts'
import { isReachable } from '../../../client/reachability.ts'
import { claimNames, type ClaimName } from '../../../kit/documents/claim-words.ts'
import { now } from '../../../ui/clock.ts'
import {
  fetchBatch,
  keepCredentialsFresh,
  standingHere,
  takeCredential,
  type Taken,
} from '../vault/credentials.ts'
import { hasKeptCard, isVaultOpen } from '../vault/vault.ts'
import type { Errand } from './errands.ts'

export interface Document extends Taken {
  /** What it could show. */
  readonly has: readonly ClaimName[]
}

export type Showing =
  | { readonly is: 'opening' }
  | { readonly is: 'passcode' | 'never-fetched' | 'level-too-low' | 'held' | 'revoked' }
  | { readonly is: 'over'; readonly since_s: number }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'ready'; readonly document: Document }

const opened = async (taken: Taken): Promise<Showing> => {
  const read = await readCredential(taken.credential)
  if (!read.ok) {
    return { is: 'never-fetched' }
  }
  const names = new Set(read.value.revealed.flatMap(({ path }) => (path.length === 1 ? [path[0]] : [])))
  return { is: 'ready', document: { ...taken, has: claimNames.filter((name) => names.has(name)) } }
}

const takeHere = async (): Promise<Showing | null> => {
  const taken = await takeCredential()
  if (taken === null) {
    return null
  }
  return 'overSince_s' in taken ? { is: 'over', since_s: taken.overSince_s } : opened(taken)
}

/** From what lies here; only where nothing does, or all has run out, the issuer is waited for. */
const begin = async (level: number): Promise<Showing> => {
  if (!isVaultOpen()) {
    // No passcode is asked for what is not there.
    if (level < 2) {
      return { is: 'level-too-low' }
    }
    return { is: isReachable() || (await hasKeptCard()) ? 'passcode' : 'never-fetched' }
  }
  const here = await takeHere()
  if (here?.is === 'ready' || !isReachable()) {
    return here ?? { is: 'never-fetched' }
  }
  try {
    await fetchBatch()
    return (await takeHere()) ?? { is: 'never-fetched' }
  } catch (error) {
    const problem = asProblem(error)
    if (problem.isOfNetwork) {
      return here ?? { is: 'never-fetched' }
    }
    return problem.code === 'credentials.level-too-low' ? { is: 'level-too-low' } : { is: 'refused', problem }
  }
}

/**
 * What the issuer has held or taken back since is not shown on, as soon as there is a network to learn of
 * it; a newer document takes its place where one is issued.
 */
const askStanding = async (): Promise<Showing | null> => {
  if (!isReachable() || !isVaultOpen()) {
    return null
  }
  const standing = await standingHere().catch(() => 'valid' as const)
  if (standing === 'held') {
    return { is: 'held' }
  }
  const isRevoked = standing === 'revoked'
  try {
    await keepCredentialsFresh(standing)
  } catch {
    return isRevoked ? { is: 'revoked' } : null
  }
  return isRevoked ? takeHere() : null
}

/** `again` begins anew, such as after the passcode. */
export const useShowing = (level: number): { readonly showing: Showing; readonly again: () => void } => {
  const [showing, set] = useState<Showing>({ is: 'opening' })
  const [round, setRound] = useState(0)
  useEffect(() => {
    let isHere = true
    const tell = (next: Showing | null) => {
      if (isHere && next) {
        set(next)
      }
    }
    void begin(level).then(async (first) => {
      tell(first)
      if (first.is === 'ready') {
        tell(await askStanding())
      }
    })
    return () => {
      isHere = false
    }
  }, [round])
  return { showing, again: () => setRound((n) => n + 1) }
}

export interface ShownCode {
  readonly digits: string
  readonly errand: Errand['id']
  readonly signedAt_ms: number
  readonly nextAt_ms: number
}

/** Signed when the errand is chosen, every forty seconds, and when the screen comes back. */
export const useCode = (document: Document, errand: Errand): ShownCode | null => {
  const [code, setCode] = useState<ShownCode | null>(null)
  const timer = useRef(0)
  useEffect(() => {
    let isHere = true
    const sign = async () => {
      clearTimeout(timer.current)
      const signedAt_ms = now()
      const show = errand.show.filter((name) => document.has.includes(name)).map((name) => [name])
      const made = await showOffline({ ...document, show, now_s: signedAt_ms / 1000 })
      if (isHere && made.ok) {
        const nextAt_ms = signedAt_ms + codeRenewal_s * 1000
        setCode({ digits: made.value, errand: errand.id, signedAt_ms, nextAt_ms })
        timer.current = window.setTimeout(() => void sign(), codeRenewal_s * 1000)
      }
    }
    const comeBack = () => void (window.document.hidden || sign())
    window.document.addEventListener('visibilitychange', comeBack)
    void sign()
    return () => {
      isHere = false
      clearTimeout(timer.current)
      window.document.removeEventListener('visibilitychange', comeBack)
    }
  }, [document, errand])
  // Another errand's code is never shown under this one's words.
  return code?.errand === errand.id ? code : null
}
