// One showing: a document of its own from those that lie here, and a code signed anew before the last one is
// too old. Without a network all of it works; with one, what is used up is renewed without a word.
import { useEffect, useRef, useState } from 'preact/hooks'
import { codeRenewal_s } from '../../../../formats/presentation-code/offline-binding.ts'
import { showOffline } from '../../../../formats/presentation-code/show-offline.ts'
import { readCredential } from '../../../../formats/sd-jwt-vc/read-credential.ts'
import { asProblem, type Problem } from '../../../client/problem.ts'
import { isReachable } from '../../../client/reachability.ts'
import { now } from '../../../ui/clock.ts'
import {
  keepCredentialsFresh,
  standingHere,
  takeCredential,
  type DocumentName,
  type Taken,
} from '../vault/credentials.ts'
import { hasKeptCard, isVaultOpen } from '../vault/vault.ts'

export interface Document extends Taken {
  readonly of: DocumentName
  /** What it could show. */
  readonly has: readonly string[]
}

export type Showing =
  | { readonly is: 'opening' }
  | { readonly is: 'passcode' | 'never-fetched' | 'level-too-low' | 'held' | 'revoked' }
  | { readonly is: 'over'; readonly since_s: number }
  | { readonly is: 'refused'; readonly problem: Problem }
  | { readonly is: 'ready'; readonly document: Document }

/** Null for what cannot be read. */
export const documentOf = async (taken: Taken, of: DocumentName): Promise<Document | null> => {
  const read = await readCredential(taken.credential)
  if (!read.ok) {
    return null
  }
  const has = read.value.revealed.flatMap(({ path: [name, ...more] }) =>
    typeof name === 'string' && more.length === 0 ? [name] : [],
  )
  return { ...taken, of, has }
}

const opened = async (taken: Taken, of: DocumentName): Promise<Showing> => {
  const document = await documentOf(taken, of)
  return document ? { is: 'ready', document } : { is: 'never-fetched' }
}

const takeHere = async (of: DocumentName): Promise<Showing | null> => {
  const taken = await takeCredential(of)
  if (taken === null) {
    return null
  }
  return 'overSince_s' in taken ? { is: 'over', since_s: taken.overSince_s } : opened(taken, of)
}

/** From what lies here; only where nothing does, or all has run out, the issuer is waited for. */
const begin = async (level: number, of: DocumentName): Promise<Showing> => {
  if (!isVaultOpen()) {
    // No passcode is asked for what is not there.
    if (level < 2) {
      return { is: 'level-too-low' }
    }
    return { is: isReachable() || (await hasKeptCard()) ? 'passcode' : 'never-fetched' }
  }
  const here = await takeHere(of)
  if (here?.is === 'ready' || !isReachable()) {
    return here ?? { is: 'never-fetched' }
  }
  try {
    await keepCredentialsFresh()
    return (await takeHere(of)) ?? { is: level < 2 ? 'level-too-low' : 'never-fetched' }
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
const askStanding = async (of: DocumentName): Promise<Showing | null> => {
  if (!isReachable() || !isVaultOpen()) {
    return null
  }
  const standing = await standingHere(of).catch(() => 'valid' as const)
  if (standing === 'held') {
    return { is: 'held' }
  }
  const isRevoked = standing === 'revoked'
  try {
    await keepCredentialsFresh()
  } catch {
    return isRevoked ? { is: 'revoked' } : null
  }
  // Where none came in its place, nothing lies here any more.
  return isRevoked ? ((await takeHere(of)) ?? { is: 'revoked' }) : null
}

/** `again` begins anew, such as after the passcode. */
export const useShowing = (
  level: number,
  of: DocumentName,
): { readonly showing: Showing; readonly again: () => void } => {
  const [showing, set] = useState<Showing>({ is: 'opening' })
  const [round, setRound] = useState(0)
  // Who goes back and forth between two documents shows the same two.
  const shown = useRef(new Map<DocumentName, Showing>())
  useEffect(() => {
    let isHere = true
    const tell = (next: Showing | null) => {
      if (isHere && next) {
        shown.current.set(of, next)
        set(next)
      }
    }
    const known = shown.current.get(of)
    if (known?.is === 'ready') {
      set(known)
      return undefined
    }
    set({ is: 'opening' })
    void begin(level, of).then(async (first) => {
      tell(first)
      if (first.is === 'ready') {
        tell(await askStanding(of))
      }
    })
    return () => {
      isHere = false
    }
  }, [round, of])
  return { showing, again: () => setRound((n) => n + 1) }
}

export interface ShownCode {
  readonly digits: string
  /** Of which document, and what of it. */
  readonly shows: string
  readonly signedAt_ms: number
  readonly nextAt_ms: number
}

/**
 * Signed when an errand or a document is chosen, every forty seconds, and when the screen comes back. `show`:
 * names of claims; what the document does not have is left out.
 */
export const useCode = (document: Document, show: readonly string[]): ShownCode | null => {
  const [code, setCode] = useState<ShownCode | null>(null)
  const timer = useRef(0)
  const shows = [document.of, ...show].join(' ')
  useEffect(() => {
    let isHere = true
    const sign = async () => {
      clearTimeout(timer.current)
      const signedAt_ms = now()
      const paths = show.filter((name) => document.has.includes(name)).map((name) => [name])
      const made = await showOffline({ ...document, show: paths, now_s: signedAt_ms / 1000 })
      if (isHere && made.ok) {
        const nextAt_ms = signedAt_ms + codeRenewal_s * 1000
        setCode({ digits: made.value, shows, signedAt_ms, nextAt_ms })
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
  }, [document, shows])
  // Another errand's or document's code is never shown under this one's words.
  return code?.shows === shows ? code : null
}
