/**
 * The one walk of every use case: parse, limit, prepare, begin, claim the idempotency key, find, permit, act,
 * check the output, and in the same transaction the audit line and the events; then commit. A refusal is told
 * by a Problem; of an identified actor it also leaves a line, in a transaction of its own, and an officer's
 * one with each person whom her deed was about.
 */
import type { InputOf, Operation, OutputOf } from '../../contract/operation.ts'
import type { Actor, Officer } from './actor.ts'
import type { AuditLine } from './audit-line.ts'
import { writeAuditLine } from './audit-store.ts'
import { now } from './clock.ts'
import type { AppContext } from './app-context.ts'
import { claimKey, settleKey, type Settled } from './idempotency.ts'
import { withinLimits } from './limit.ts'
import { numbersIn, parseInput } from './parse-input.ts'
import { holdsSession, type Permit } from './permit.ts'
import { Problem, problem } from './problem.ts'
import { linesOfRefusal, type PersonMet } from './refusal-lines.ts'
import {
  CommittedRefusal,
  type RequestContext,
  type Execution,
  type Effect,
  type Effects,
  type Limit,
  type UseCase,
} from './use-case.ts'
import type { Work } from './work.ts'

export interface Call {
  readonly input: unknown
  readonly actor: Actor
  readonly request: RequestContext
}

export interface Outcome<Output> {
  readonly output: Output
  readonly effects: readonly Effect[]
}

export const perform = async <Op extends Operation, A extends Actor, Found, Prepared>(
  context: AppContext,
  useCase: UseCase<Op, A, Found, Prepared>,
  call: Call,
): Promise<Outcome<OutputOf<Op>>> => {
  const input = parseInput(useCase.contract, call.input, context.tools)
  mustHaveSession(useCase.permit, call.actor)
  const { tools } = context
  const limits = useCase.limits?.(input, call.request, call.actor) ?? []
  if (limits.length > 0) {
    await withinLimits(context, hasNoTask(call.actor) ? limits.map(apart) : limits)
  }
  if (call.actor.kind === 'officer' && !hasNoTask(call.actor)) {
    const { actor: officer } = call
    const { name } = useCase.contract
    await context
      .spendPersons(context, { officer, useCase: name, numbers: numbersIn(input) })
      .catch((error: unknown) => leaveBudgetRefusal(context, name, officer, error))
  }
  const isKnown = holdsSession(useCase.permit, call.actor)
  const prepared =
    useCase.prepare && isKnown
      ? await useCase.prepare(input, { actor: call.actor as A, now: now(), tools, request: call.request })
      : undefined
  const effects: Effect[] = []
  const walk = new Walk(context, useCase, call, input, prepared as Prepared, effects)
  const settled = await context
    .transact((work) => walk.run(work))
    .catch((error: unknown) => walk.leaveRefusal(error))
  if (settled.problem) {
    throw new Problem(settled.problem.code, settled.problem.details)
  }
  return { output: settled.output as OutputOf<Op>, effects: settled.effects }
}

/**
 * Whoever came in by a ticket and has no key yet is refused whatever it is: what she tries spends nothing of
 * the officer's whose ticket it was.
 */
const hasNoTask = (actor: Actor): boolean => actor.kind === 'officer' && actor.tasks.length === 0
const apart = (limit: Limit): Limit => ({ ...limit, scope: `${limit.scope} without-task` })

/** Whose budget of persons is spent is on record with it, as with any other refusal of hers. */
const leaveBudgetRefusal = async (
  { transact }: AppContext,
  useCase: string,
  officer: Officer,
  error: unknown,
): Promise<never> => {
  if (error instanceof Problem) {
    await transact((work) => {
      for (const line of linesOfRefusal(officer, error.code, [])) {
        writeAuditLine(work, { useCase, actor: officer, line, refusal: error.code })
      }
    })
  }
  throw error
}

/**
 * Before anything is looked for: whoever's session has ended hears that, not that her case does not exist.
 * A session that belongs to one application, recovery or screen has a refusal of its own, which says what
 * to do.
 */
const mustHaveSession = ({ session, isPublic }: Pick<Permit, 'session' | 'isPublic'>, actor: Actor): void => {
  const isSignedIn = session === 'app' || session === 'counter'
  if (isSignedIn && !isPublic && actor.kind === 'anonymous') {
    throw problem('session.required')
  }
}

const mustBeForProfile = (actor: Actor, isForWard: boolean | 'always' = false): void => {
  if (actor.kind !== 'citizen' || isForWard === 'always') {
    return
  }
  if (actor.hasLostProfile) {
    throw problem('representation.ended')
  }
  if (actor.by && !isForWard) {
    throw problem('representation.not-for-ward')
  }
}

class Walk<Op extends Operation, A extends Actor, Found, Prepared> {
  private readonly context: AppContext
  private readonly useCase: UseCase<Op, A, Found, Prepared>
  private readonly call: Call
  private readonly input: InputOf<Op>
  private readonly prepared: Prepared
  private readonly effects: Effect[]
  private found: Found | undefined
  /** From here on what is refused may have told something of those whom it was about. */
  private isPermitted = false

  constructor(
    context: AppContext,
    useCase: UseCase<Op, A, Found, Prepared>,
    call: Call,
    input: InputOf<Op>,
    prepared: Prepared,
    effects: Effect[],
  ) {
    this.context = context
    this.useCase = useCase
    this.call = call
    this.input = input
    this.prepared = prepared
    this.effects = effects
  }

  async run(work: Work): Promise<Settled> {
    this.effects.length = 0
    this.isPermitted = false
    const { useCase, call } = this
    const isKept = useCase.contract.kind === 'deed' && !useCase.isNeverReplayed
    const key = isKept ? call.request.idempotencyKey : undefined
    if (key !== undefined) {
      const earlier = await claimKey(work, this.context.tools, {
        key,
        actor: call.actor,
        name: useCase.contract.name,
        input: this.input,
      })
      if (earlier) {
        return earlier
      }
    }
    const isHeldStill = call.actor.kind === 'citizen' && call.actor.isHeldStill
    const found = (
      useCase.find ? await useCase.find(work, this.input, call.actor, this.context.tools) : undefined
    ) as Found
    this.found = found
    // Without her session nothing was prepared; `find` has most often said already what there is to do.
    const isKnown = !useCase.prepare || holdsSession(useCase.permit, call.actor)
    if (!isKnown || !useCase.permit.allows(call.actor, found)) {
      throw problem(
        call.actor.kind === 'anonymous'
          ? 'session.required'
          : (useCase.permit.refusal?.(call.actor, found) ?? 'permit.refused'),
      )
    }
    this.isPermitted = true
    mustBeForProfile(call.actor, useCase.isForWard)
    if (isHeldStill && useCase.contract.kind === 'deed' && !useCase.isForHeldStill) {
      throw problem('recovery.held-still')
    }
    const result = await useCase.act(work, this.input, this.doing(call.actor, found))
    const settled = this.settle(result)
    this.leaveLine(work, settled)
    if (key !== undefined) {
      settleKey(work, this.context.tools, { key, actor: call.actor }, settled)
    }
    return settled
  }

  private doing(actor: A, found: Found): Execution<A, Found, Prepared> {
    const { effects } = this
    const effectsOf: Effects = {
      setSession: (set, token, lifetime_s) => void effects.push({ set, token, lifetime_s }),
      endSession: (end) => void effects.push({ end }),
    }
    return {
      actor,
      found,
      now: now(),
      prepared: this.prepared,
      tools: this.context.tools,
      request: this.call.request,
      effects: effectsOf,
      refuse: (refusal) => new CommittedRefusal(refusal),
    }
  }

  private settle(result: OutputOf<Op> | CommittedRefusal): Settled {
    if (result instanceof CommittedRefusal) {
      return {
        problem: { code: result.problem.code, details: result.problem.details },
        effects: this.effects,
      }
    }
    const checked = this.useCase.contract.output.safeParse(result)
    if (!checked.success) {
      throw new Error(
        `${this.useCase.contract.name}: the output is not what the contract says: ${checked.error.message}`,
      )
    }
    return { output: checked.data, effects: this.effects }
  }

  private linesOf(found: Found, settled: Settled): readonly AuditLine[] {
    const { audit } = this.useCase
    if (typeof audit !== 'function') {
      return []
    }
    const lines = audit({
      input: this.input,
      actor: this.call.actor as A,
      found,
      prepared: this.prepared,
      result: settled.problem ? null : (settled.output as OutputOf<Op>),
      refusal: settled.problem?.code ?? null,
    })
    return lines === null ? [] : 'about' in lines ? [lines] : lines
  }

  private leaveLine(work: Work, settled: Settled): void {
    const refusal = settled.problem?.code ?? null
    for (const line of this.linesOf(this.found as Found, settled)) {
      writeAuditLine(work, { useCase: this.useCase.contract.name, actor: this.call.actor, line, refusal })
    }
  }

  /**
   * The deed's transaction is gone; the refusal of whoever is signed in still leaves its line: a citizen's in
   * her own log, an officer's about nobody, for whoever inspects, and with those whom her deed was about. An
   * applicant, somebody in a recovery and a desk's screen have only shown that they hold a link: a line for
   * each of their refusals would let strangers fill the log, and what they may try is bounded by limits that
   * count.
   */
  async leaveRefusal(error: unknown): Promise<Settled> {
    if (!(error instanceof Problem)) {
      throw error
    }
    const { actor } = this.call
    if (actor.kind === 'citizen' || actor.kind === 'officer') {
      await this.context.transact(async (work) => {
        const met = actor.kind === 'officer' ? await this.personsMet(work, error) : []
        for (const line of linesOfRefusal(actor, error.code, met)) {
          writeAuditLine(work, { useCase: this.useCase.contract.name, actor, line, refusal: error.code })
        }
      })
    }
    throw error
  }

  /**
   * Whom the refused deed was about: found anew, because a number that was reserved for it is undone with it.
   * Before the permit was given nothing was told of anybody.
   */
  private async personsMet(work: Work, { code, details }: Problem): Promise<readonly PersonMet[]> {
    const { useCase, call, input } = this
    if (!this.isPermitted || !useCase.find) {
      return []
    }
    try {
      const found = await useCase.find(work, input, call.actor, this.context.tools)
      return (
        useCase.about?.(found).map((about) => ({ about })) ??
        this.linesOf(found, { problem: { code, details }, effects: [] })
      )
    } catch (error) {
      // It went away in this moment: nobody is left whose log could take the line.
      if (error instanceof Problem) {
        return []
      }
      throw error
    }
  }
}
