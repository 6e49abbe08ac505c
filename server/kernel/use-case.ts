/**
 * A use case is one deed or one view of the product. What every one of them needs (parsing, limits, the
 * transaction, idempotency, finding, the permit, the audit line) is done once, in `perform.ts`; a use case
 * says only what is its own.
 */
import type { Operation, InputOf, OutputOf } from '../../contract/operation.ts'
import type { Actor } from './actor.ts'
import type { ProblemCode } from '../../contract/problems/catalogue.ts'
import type { AuditLine, NoAudit } from './audit-line.ts'
import type { Permit } from './permit.ts'
import type { PresenceOf } from './presence.ts'
import type { Problem } from './problem.ts'
import type { SessionName } from './session-name.ts'
import type { Tools } from './tools.ts'
import type { Work } from './work.ts'

export interface RequestContext {
  readonly requestId: string
  /** The asker's network address, as the edge sees it. */
  readonly network: string
  readonly language: 'vi' | 'en'
  readonly device: string
  readonly idempotencyKey?: string | undefined
  /** The header `sen-presence`, as it came. */
  readonly presence?: string | undefined
  /** Which of our sessions this browser holds a cookie of, whether it still opens anything or not. */
  readonly holds?: readonly SessionName[]
}

export interface Limit {
  readonly scope: string
  readonly key: string
  readonly most: number
  readonly per_s: number
  /**
   * Whose budget it is: the asker's own (her network, session, device or desk), unless it is of what the
   * request only names. That one is spent only by requests that the asker's own limits let pass, and no deed
   * that asks for no proof may have one: a stranger would spend what belongs to somebody else.
   */
  readonly of?: 'named'
}

/** What a deed asks of the asker's browser beside its output. */
export interface Effects {
  setSession(name: SessionName, token: string, lifetime_s: number): void
  endSession(name: SessionName): void
}
export type Effect =
  | { readonly set: SessionName; readonly token: string; readonly lifetime_s: number }
  | { readonly end: SessionName }

export interface Execution<A extends Actor, Found, Prepared, Shown = null> {
  /** What lets this deed have something sent for whoever has shown nothing else. */
  readonly presence: Shown
  readonly actor: A
  readonly now: Date
  readonly found: Found
  readonly prepared: Prepared
  readonly tools: Tools
  readonly request: RequestContext
  readonly effects: Effects
  /** A refusal that keeps what the deed wrote (a wrong try must count), where a thrown Problem undoes it. */
  refuse(problem: Problem): CommittedRefusal
}

export class CommittedRefusal {
  readonly problem: Problem
  constructor(problem: Problem) {
    this.problem = problem
  }
}

/**
 * One line, or one for each person whom the deed was about. Declared as a method so that a list of different
 * use cases has one type (the router's).
 */
type AuditWriter<Op extends Operation, A extends Actor, Found, Prepared> = {
  write(done: Done<Op, A, Found, Prepared>): AuditLine | readonly AuditLine[] | null
}['write']

interface Done<Op extends Operation, A extends Actor, Found, Prepared> {
  readonly input: InputOf<Op>
  readonly actor: A
  readonly found: Found
  readonly prepared: Prepared
  /** null when the deed was refused. */
  readonly result: OutputOf<Op> | null
  readonly refusal: ProblemCode | null
}

export type Preparation<A extends Actor = Actor> = Pick<
  Execution<A, undefined, undefined>,
  'actor' | 'now' | 'tools' | 'request'
>

export interface UseCase<
  Op extends Operation = Operation,
  A extends Actor = Actor,
  Found = unknown,
  Prepared = unknown,
> {
  readonly contract: Op
  /**
   * Slow or outward work before the transaction opens (a password hash, a picture), so that no connection
   * waits for it. Only for an actor of the permit's session: whoever has none is refused before dear work.
   * A session may be of something that has ended: what it opens is looked up first, with `tools.read`.
   */
  prepare?(input: InputOf<Op>, preparing: Preparation<A>): Promise<Prepared>
  limits?(input: InputOf<Op>, request: RequestContext, actor: Actor): readonly Limit[]
  find?(work: Work, input: InputOf<Op>, actor: Actor, tools: Tools): Promise<Found>
  readonly permit: Permit<A, NoInfer<Found>>
  /**
   * A deed that a citizen may do also while her account is being got back on another phone; every other one
   * waits.
   */
  readonly isForHeldStill?: boolean
  /**
   * Asked again, it is done again: its answer shows somebody's data, which is neither kept to be sent again
   * nor shown without a line.
   */
  readonly isNeverReplayed?: true
  /**
   * What a representative may do in the open profile of a child or ward; every other deed and view is for
   * oneself alone (`representation.not-for-ward`).
   * `always`: also when that profile was lost meanwhile, to find back to her own.
   */
  readonly isForWard?: boolean | 'always'
  act(
    work: Work,
    input: InputOf<Op>,
    doing: Execution<A, Found, Prepared, PresenceOf<Op>>,
  ): Promise<OutputOf<Op> | CommittedRefusal>
  /**
   * Whom what was found is about, where that is not whom `audit` writes a line about: an officer's refusal
   * leaves its line with them.
   */
  about?(found: NoInfer<Found>): readonly (string | null)[]
  readonly audit: NoAudit | AuditWriter<Op, A, NoInfer<Found>, NoInfer<Prepared>>
}

/** A use case whose particulars the router need not know. */
export type AnyUseCase = UseCase<Operation, Actor, unknown, unknown>

export const useCase = <Op extends Operation, A extends Actor, Found = undefined, Prepared = undefined>(
  definition: UseCase<Op, A, Found, Prepared>,
): UseCase<Op, A, Found, Prepared> => definition
