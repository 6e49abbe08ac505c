/** The portal's own sessions, in memory: a restart signs everybody out. */
import { randomBytes } from 'node:crypto'

/** What a started sign-in must come back with. */
export interface Begun {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}
export interface SignedIn {
  readonly sub: string
  readonly sid: string | undefined
  readonly idToken: string
  /** What the provider told, ID token and userinfo. */
  readonly idClaims: Readonly<Record<string, unknown>>
  readonly told: Readonly<Record<string, unknown>>
}
export interface Session {
  begun: Begun | null
  signedIn: SignedIn | null
  /** The provider ended it; the page says so. */
  hasEnded: boolean
  until: number
}

const LIFETIME_MS = 8 * 3600 * 1000
const SESSIONS_MAX = 10_000

export class Sessions {
  private readonly byId = new Map<string, Session>()

  find(id: string | undefined): Session | undefined {
    const session = id === undefined ? undefined : this.byId.get(id)
    if (session && session.until > Date.now()) {
      return session
    }
    return undefined
  }

  /** A new id at every sign-in, so that an id planted before is worth nothing after. */
  open(replaced?: string): { id: string; session: Session } {
    if (replaced !== undefined) {
      this.byId.delete(replaced)
    }
    const oldest = this.byId.size >= SESSIONS_MAX ? this.byId.keys().next().value : undefined
    if (oldest !== undefined) {
      this.byId.delete(oldest)
    }
    const id = randomBytes(24).toString('base64url')
    const session: Session = { begun: null, signedIn: null, hasEnded: false, until: Date.now() + LIFETIME_MS }
    this.byId.set(id, session)
    return { id, session }
  }

  drop(id: string | undefined): void {
    if (id !== undefined) {
      this.byId.delete(id)
    }
  }

  /** Ends what a logout token names: one session by `sid`, else all of a `sub`. */
  end({ sid, sub }: { sid: string | undefined; sub: string | undefined }): number {
    let ended = 0
    for (const session of this.byId.values()) {
      const isNamed = sid !== undefined ? session.signedIn?.sid === sid : session.signedIn?.sub === sub
      if (!session.signedIn || !isNamed) {
        continue
      }
      Object.assign(session, { signedIn: null, hasEnded: true })
      ended++
    }
    return ended
  }
}
