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
import { claimKey, isKeyClaimed, settleKey, type Settled } from './idempotency.ts'
import { spendBudgets } from './officer-budgets.ts'
import { parseInput } from './parse-input.ts'
import { isWorthPreparing, mustHaveSession } from './permit.ts'
import { showPresence, type PresenceOf, type ShownPresence } from './presence.ts'
import { Problem, problem } from './problem.ts'
import { linesOfRefusal, type PersonMet } from './refusal-lines.ts'
import {
  CommittedRefusal,
  type RequestContext,
  type Execution,
  type Effect,
  type Effects,
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
  const presence = await showPresence(tools, useCase.contract, {
    input,
    request: call.request,
    isAnswered: () => isKeyClaimed(tools, call.request.idempotencyKey, call.actor),
  })
  const walk = new Walk(context, useCase, call, input, presence)
  await spendBudgets(context, useCase, { ...call, input }, (work) => walk.whomItNames(work))
  const prepared =
    useCase.prepare && isWorthPreparing(useCase.permit, call.actor)
      ? await useCase.prepare(input, { actor: call.actor as A, now: now(), tools, request: call.request })
      : undefined
  walk.prepared = prepared as Prepared
  const settled = await context
    .transact((work) => walk.run(work))
    .catch((error: unknown) => walk.leaveRefusal(error))
  if (settled.problem) {
    throw new Problem(settled.problem.code, settled.problem.details)
  }
  return { output: settled.output as OutputOf<Op>, effects: settled.effects }
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
  prepared: Prepared | undefined
  private readonly effects: Effect[] = []
  private readonly presence: ShownPresence | null
  private found: Found | undefined
  /** From here on what is refused may have told something of those whom it was about. */
  private isPermitted = false

  constructor(
    context: AppContext,
    useCase: UseCase<Op, A, Found, Prepared>,
    call: Call,
    input: InputOf<Op>,
    presence: ShownPresence | null,
  ) {
    this.context = context
    this.useCase = useCase
    this.call = call
    this.input = input
    this.presence = presence
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
    await this.presence?.spend(work)
    const isHeldStill = call.actor.kind === 'citizen' && call.actor.isHeldStill
    const found = (
      useCase.find ? await useCase.find(work, this.input, call.actor, this.context.tools) : undefined
    ) as Found
    this.found = found
    // Without session or task nothing was prepared; `find` has most often said already what there is to do.
    const isPrepared = !useCase.prepare || isWorthPreparing(useCase.permit, call.actor)
    if (!isPrepared || !useCase.permit.allows(call.actor, found)) {
      throw problem(
        call.actor.kind === 'anonymous'
          ? 'session.required'
          : (useCase.permit.refusal?.(call.actor, found) ?? 'permit.refused'),
      )
    }
    this.isPermitted = true
    await this.mustMeetFew(work, found)
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

  private doing(actor: A, found: Found): Execution<A, Found, Prepared, PresenceOf<Op>> {
    const { effects } = this
    const effectsOf: Effects = {
      setSession: (set, token, lifetime_s) => void effects.push({ set, token, lifetime_s }),
      endSession: (end) => void effects.push({ end }),
    }
    return {
      presence: this.presence as PresenceOf<Op>,
      actor,
      found,
      now: now(),
      prepared: this.prepared as Prepared,
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
      prepared: this.prepared as Prepared,
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
  private async personsMet(work: Work, problemMet: Problem): Promise<readonly PersonMet[]> {
    const { actor } = this.call
    const met = this.isPermitted ? await this.whomItNames(work, problemMet) : []
    if (actor.kind === 'officer') {
      await this.countMet(work, actor, met)
    }
    return met
  }

  /** Whom the deed is about, for an officer who may do it; nobody for any other. */
  async whomItNames(work: Work, refusal = problem('limit.reached')): Promise<readonly PersonMet[]> {
    const { useCase, call, input } = this
    try {
      const found = (await useCase.find?.(work, input, call.actor, this.context.tools)) as Found
      return useCase.find && useCase.permit.allows(call.actor, found) ? this.personsOf(found, refusal) : []
    } catch (error) {
      // It went away in this moment: nobody is left whose log could take the line.
      if (error instanceof Problem) {
        return []
      }
      throw error
    }
  }

  private personsOf(found: Found, { code, details }: Problem): readonly PersonMet[] {
    return (
      this.useCase.about?.(found).map((about) => ({ about })) ??
      this.linesOf(found, { problem: { code, details }, effects: [] })
    )
  }

  /** A case leads to a person as her number does: whom an officer meets by either is counted. */
  private async mustMeetFew(work: Work, found: Found): Promise<void> {
    const { actor } = this.call
    if (actor.kind === 'officer' && this.useCase.find) {
      const refusal = await this.countMet(
        work,
        actor,
        this.personsOf(found, problem('officer.persons-spent')),
      )
      if (refusal) {
        throw refusal
      }
    }
  }

  private countMet(work: Work, officer: Officer, met: readonly PersonMet[]): Promise<Problem | null> {
    const subjects = met.flatMap(({ about }) => (about === null ? [] : [about]))
    return this.context.countMet(work, this.context.tools, {
      officer,
      useCase: this.useCase.contract.name,
      subjects,
    })
  }
}
