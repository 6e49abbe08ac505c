/**
 * The commands that every kind of case has, made from the kind and from what its officer sees: looking,
 * a step that changes the content, ending it without a decision.
 */
import type { z } from 'zod'
import type { Operation } from '../../../../contract/operation.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import type { Officer } from '../../../kernel/actor.ts'
import type { LineTitle } from '../../../kernel/audit-line.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type CommittedRefusal, type Execution, type UseCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { finders, linesOf, permitsOf, type FoundCase, type NamedCase } from './case-access.ts'
import { saveCase, takenByWith, unsealContent } from './case-file.ts'
import type { CaseContent, CaseKind } from './case-kind.ts'
import type { CaseOf, CaseRow } from './case-row.ts'
import { abandon } from './open-case.ts'

interface Viewed {
  readonly state: Outcome
}
/** A kind with what its officer sees, from which its commands are made. */
export interface CaseType<S extends string, C extends CaseContent, F, V extends Viewed> {
  readonly kind: CaseKind<S>
  /** Read anew, so that it shows what this very transaction wrote. */
  view(work: Work, tools: Tools, of: CaseOf, actor: Officer, at: Date): Promise<V>
  /** Only for the compiler: what content and facts of this kind are. */
  readonly holds?: { readonly content: C; readonly facts: F }
}
export type CommandOperation<I, V> = Operation<string, z.ZodType<I>, z.ZodType<V>>
type CaseExecution<S extends string, F, P> = Execution<Officer, FoundCase<S, F>, P>
type CaseCommand<I, V, S extends string, F, P = undefined> = UseCase<
  CommandOperation<I, V>,
  Officer,
  FoundCase<S, F>,
  P
>

/** Something may be added only while the case is being taken. Throws the kind's `closed`. */
export const mustBeInitial = <S extends string>(
  kind: CaseKind<S>,
  { state }: Pick<CaseRow<S>, 'state'>,
): void => {
  if (state !== kind.initial) {
    throw problem(kind.problems.closed)
  }
}

/** Keeps what a step made of the content, and that this officer has acted on it. */
export const keepStep = <S extends string, C extends CaseContent>(
  work: Work,
  kind: CaseKind<S>,
  of: Pick<CaseExecution<S, unknown, unknown>, 'found' | 'actor' | 'tools' | 'now'>,
  content: C,
): Promise<CaseRow<S>> => {
  const { actor, tools, now } = of
  const { row } = of.found
  const change = { content, takenBy: takenByWith(row, actor), by: actor.number }
  return saveCase(work, tools, kind, row, change, now)
}

export type StepExecution<S extends string, C, F, P = undefined> = CaseExecution<S, F, P> & {
  readonly content: C
}
export interface Step<I, V, S extends string, C, F, P> {
  readonly contract: CommandOperation<I, V>
  readonly line: TitleOf<I>
  /** What the others whom the case is about read of it, where it is not the same. */
  readonly forOthers?: LineTitle
  readonly limits?: CaseCommand<I, V, S, F, P>['limits']
  readonly prepare?: (
    input: I,
    preparing: Parameters<NonNullable<CaseCommand<I, V, S, F, P>['prepare']>>[1],
  ) => Promise<P>
  /** What the step makes of the content, or a refusal that is kept (a wrong try must count). */
  change(
    work: Work,
    input: I,
    execution: StepExecution<S, C, F, P>,
  ): C | CommittedRefusal | Promise<C | CommittedRefusal>
}

type TitleOf<I> = LineTitle | ((input: I) => LineTitle)
const titleOf = <I>(line: TitleOf<I>, input: I): LineTitle =>
  typeof line === 'function' ? line(input) : line

/** A step of taking: the content changes, the officer has acted, the case is shown as it is now. */
export const stepOf = <
  S extends string,
  C extends CaseContent,
  F,
  V extends Viewed,
  I extends NamedCase,
  P = undefined,
>(
  { kind, view }: CaseType<S, C, F, V>,
  step: Step<I, V, S, C, F, P>,
): CaseCommand<I, V, S, F, P> =>
  useCase<CommandOperation<I, V>, Officer, FoundCase<S, F>, P>({
    contract: step.contract,
    ...(step.limits ? { limits: step.limits } : {}),
    ...(step.prepare ? { prepare: step.prepare } : {}),
    find: finders<S, F>(kind).forUpdate,
    permit: permitsOf(kind).taker,
    async act(work, input, execution) {
      const { tools, actor, now, found } = execution
      mustBeInitial(kind, found.row)
      const content = await unsealContent<C>(kind, tools, found.row)
      const after = await step.change(work, input, { ...execution, content })
      if ('problem' in after) {
        return after
      }
      await keepStep(work, kind, execution, after)
      return view(work, tools, found.row, actor, now)
    },
    audit: (done) => linesOf(kind, titleOf(step.line, done.input), step.forOthers)(done),
  })

/** Looking at one case; the person sees that it was looked at. */
export const lookOf = <S extends string, C extends CaseContent, F, V extends Viewed, I extends NamedCase>(
  { kind, view }: CaseType<S, C, F, V>,
  of: {
    readonly contract: CommandOperation<I, V>
    readonly line: LineTitle
    readonly forOthers?: LineTitle
  },
): CaseCommand<I, V, S, F> =>
  useCase<CommandOperation<I, V>, Officer, FoundCase<S, F>>({
    contract: of.contract,
    find: finders<S, F>(kind).find,
    permit: permitsOf(kind).viewer,
    act: (work, _, { found, tools, actor, now }) => view(work, tools, found.row, actor, now),
    audit: linesOf(kind, of.line, of.forOthers),
  })

/** Ends a case without a decision, wherever its kind lets it end so. Throws the kind's `closed`. */
export const discardOf = <
  S extends string,
  C extends CaseContent,
  F,
  V extends Viewed,
  I extends NamedCase & { readonly note: string },
>(
  { kind, view }: CaseType<S, C, F, V>,
  of: { readonly contract: CommandOperation<I, V>; readonly line: LineTitle },
): CaseCommand<I, V, S, F> =>
  useCase<CommandOperation<I, V>, Officer, FoundCase<S, F>>({
    contract: of.contract,
    find: finders<S, F>(kind).forUpdate,
    permit: permitsOf(kind).taker,
    async act(work, { note }, { found: { row }, tools, actor, now }) {
      if (!kind.states[row.state].next.includes(kind.abandoned)) {
        throw problem(kind.problems.closed)
      }
      const by = { decidedBy: `officer:${actor.officerId}`, name: actor.number, note }
      await abandon(work, tools, kind, row, by, now, takenByWith(row, actor))
      return view(work, tools, row, actor, now)
    },
    audit: linesOf(kind, of.line),
  })
