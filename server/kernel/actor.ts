/** Who asks. Made once, at the edge, from the session; every permit is a question to an actor. */

export interface Anonymous {
  readonly kind: 'anonymous'
}
/** Somebody who is filling in an application; the session opens that application and nothing else. */
export interface Applicant {
  readonly kind: 'applicant'
  readonly draftId: string
}
/**
 * Somebody who is getting her account back on a new phone; the session opens that recovery and nothing else.
 */
export interface Recovering {
  readonly kind: 'recovering'
  readonly recoveryId: string
}
export interface Citizen {
  readonly kind: 'citizen'
  readonly subjectId: string
  readonly sessionId: string
  readonly deviceId: string | null
  /**
   * Somebody is getting this account back on another phone: until that has ended, this one may only read (and
   * end it).
   */
  readonly isHeldStill?: boolean
  /**
   * Whose phone this is while the profile of a child or ward is open: `subjectId` is then the ward's, session
   * and device are the representative's.
   */
  readonly by?: { readonly subjectId: string; readonly tieId: string }
  /**
   * She no longer acts for the person whose profile was open: nothing is done until she is back at her own.
   */
  readonly hasLostProfile?: boolean
}
/** Who holds the phone: herself, or the one who acts for her. Session and device are under this subject. */
export const holderOf = (citizen: Citizen): string => citizen.by?.subjectId ?? citizen.subjectId
/** An officer with the tasks that her mandates give her at the office where she signed in. */
export interface Officer {
  readonly kind: 'officer'
  readonly officerId: string
  /** How she is named to citizens: her number, never her name. */
  readonly number: string
  readonly officeId: string
  readonly officeName: string
  readonly sessionId: string
  readonly tasks: readonly string[]
  /**
   * Keyed digest (hex) of her own personal number: two officer numbers of one person are one pair of eyes,
   * and nobody decides about herself.
   */
  readonly personKey: string | null
  /** The desk of this shift, e.g. "Quầy 02"; empty when she chose none. */
  readonly desk: string
}
/**
 * The citizen's own screen at a desk: it shows what the officer's session asks, and answers for the person
 * who stands there.
 */
export interface Screen {
  readonly kind: 'screen'
  readonly officerSessionId: string
  readonly officeId: string
}
/**
 * The staff of a place where people stay, or its own program: they act for the place, which is what the
 * guest reads of.
 */
export interface Facility {
  readonly kind: 'facility'
  readonly facilityId: string
  /** Which police takes its notices. */
  readonly officeId: string
  /** As it is named to guests. */
  readonly name: string
  readonly isProgram: boolean
  /** Of its open desk, in hex; null for a program. */
  readonly sessionDigest: string | null
  readonly isSuspended: boolean
}
/** The product itself: a reaction, an expiry, an import at the command line. */
export interface System {
  readonly kind: 'system'
  readonly name: string
}

export type Actor = Anonymous | Applicant | Recovering | Citizen | Officer | Screen | Facility | System

export const anonymous: Anonymous = { kind: 'anonymous' }
export const system = (name: string): System => ({ kind: 'system', name })

/** An actor as a stored line names it. Nothing is known of one that no release of ours has written. */
export type ActorReference =
  | { readonly kind: 'anonymous' | 'unknown' }
  | { readonly kind: Exclude<Actor['kind'], 'anonymous'>; readonly id: string }

const kinds = ['applicant', 'recovering', 'citizen', 'officer', 'screen', 'facility', 'system'] as const

export const readActor = (reference: string): ActorReference => {
  if (reference === 'anonymous') {
    return { kind: 'anonymous' }
  }
  const [word = ''] = reference.split(':', 1)
  const kind = kinds.find((known) => known === word)
  return kind ? { kind, id: reference.slice(word.length + 1) } : { kind: 'unknown' }
}

/** How an actor is written in an audit line: the kind and an inner reference, never a name. */
export const actorReference = (actor: Actor): string => {
  switch (actor.kind) {
    case 'anonymous':
      return 'anonymous'
    case 'applicant':
      return `applicant:${actor.draftId}`
    case 'recovering':
      return `recovering:${actor.recoveryId}`
    case 'citizen':
      return `citizen:${holderOf(actor)}`
    case 'screen':
      return `screen:${actor.officerSessionId}`
    case 'facility':
      return `facility:${actor.facilityId}`
    case 'officer':
      return `officer:${actor.officerId}`
    case 'system':
      return `system:${actor.name}`
  }
}
