/**
 * Who may do a deed. A use case without a permit does not compile; `docs/permissions.md` is generated from
 * `says`.
 */
import type { Actor, Applicant, Citizen, Facility, Officer, Recovering, Screen } from './actor.ts'
import type { ProblemCode } from '../../contract/problems/catalogue.ts'
import { problem } from './problem.ts'
import type { SessionName } from './session-name.ts'

export interface Permit<A extends Actor = Actor, Found = unknown> {
  readonly says: string
  /** Which of the asker's sessions speaks for her here. */
  readonly session: SessionName | null
  /** One of these an officer must have, whatever is found. */
  readonly tasks?: readonly string[]
  /** Nobody needs a session here. */
  readonly isPublic?: boolean
  allows(actor: Actor, found: Found): actor is A
  /** A refusal's own code, where there is something to do about it; null for the usual one. */
  refusal?(actor: Actor, found: Found): ProblemCode | null
}

const kindIs =
  <A extends Actor>(kind: A['kind']) =>
  (actor: Actor): actor is A =>
    actor.kind === kind

/** For what is public. Say why at the use case. */
export const anyone: Permit = {
  says: 'anyone',
  session: null,
  isPublic: true,
  allows: (actor): actor is Actor => actor.kind !== undefined,
}

export const applicantHerself: Permit<Applicant> = {
  says: 'the applicant, in her own application',
  session: 'enrol',
  allows: kindIs<Applicant>('applicant'),
}

export const recoveringHerself: Permit<Recovering> = {
  says: 'whoever began this recovery, in it',
  session: 'recovery',
  allows: kindIs<Recovering>('recovering'),
}

/** The use case acts on `actor.subjectId` and nobody else, so being signed in is the whole question. */
export const citizenHerself: Permit<Citizen> = {
  says: 'the citizen, for herself',
  session: 'app',
  allows: kindIs<Citizen>('citizen'),
}

/** Public as well, but whoever has a session of this kind is known by it. */
export const anyoneWith = (session: SessionName): Permit => ({ ...anyone, session })

/** For the rows of one office: the officer must hold the task there. */
export const officerWith = (task: string): Permit<Officer, { officeId: string } | undefined> => ({
  says: `an officer with the task ${task} at the office`,
  tasks: [task],
  session: 'counter',
  allows: (actor, found): actor is Officer =>
    actor.kind === 'officer' &&
    actor.tasks.includes(task) &&
    (found === undefined || found.officeId === actor.officeId),
})

/** The citizen at the second screen of a desk. */
export const citizenAtScreen: Permit<Screen> = {
  says: "the citizen at the desk's second screen",
  session: 'screen',
  allows: kindIs<Screen>('screen'),
}

/** A place whose right is suspended hears that, and not that its desk must be opened again. */
export const facilityStaff: Permit<Facility> = {
  says: 'the staff of a place of stay, or its program, for its own guests',
  session: 'stay',
  allows: (actor): actor is Facility => actor.kind === 'facility' && !actor.isSuspended,
  refusal: (actor) => (actor.kind === 'facility' ? 'stays.facility-suspended' : null),
}

const kindOf = {
  enrol: 'applicant',
  app: 'citizen',
  counter: 'officer',
  screen: 'screen',
  recovery: 'recovering',
  stay: 'facility',
} as const satisfies Record<SessionName, Actor['kind']>

/** Whether she holds the session that speaks for her here; what it may do is for `allows` to say. */
const holdsSession = (
  { session, isPublic = false }: Pick<Permit, 'session' | 'isPublic'>,
  actor: Actor,
): boolean => session === null || isPublic || actor.kind === kindOf[session]

/** An officer with none of its tasks is refused by it, whatever is found. */
export const mayHaveTask = ({ tasks }: Pick<Permit, 'tasks'>, actor: Actor): boolean =>
  actor.kind !== 'officer' || (tasks?.some((task) => actor.tasks.includes(task)) ?? true)

/** Whether dear work is done before the permit can be asked of what is found. */
export const isWorthPreparing = (
  permit: Pick<Permit, 'session' | 'isPublic' | 'tasks'>,
  actor: Actor,
): boolean => holdsSession(permit, actor) && mayHaveTask(permit, actor)

/**
 * Before anything is looked for: whoever's session has ended hears that, not that her case does not exist.
 * A session that belongs to one application, recovery or screen has a refusal of its own, which says what
 * to do.
 */
export const mustHaveSession = (
  { session, isPublic }: Pick<Permit, 'session' | 'isPublic'>,
  actor: Actor,
): void => {
  const isSignedIn = session === 'app' || session === 'counter' || session === 'stay'
  if (isSignedIn && !isPublic && actor.kind === 'anonymous') {
    throw problem('session.required')
  }
}
