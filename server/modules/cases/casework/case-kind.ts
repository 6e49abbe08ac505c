/**
 * What makes one kind of case different from another: its states with their lawful next ones, the stages at
 * which it waits at an office and whose task each is, its time limit, its refusals and its log. Everything
 * else (opening, taking, deciding, queues, late notices, history) is the same for all of them.
 */
import type { MovedCaseKind } from '../../../../contract/phrases/letters-case.ts'
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import type { LineTitle } from '../../../kernel/audit-line.ts'
import type { Policy } from '../../../kernel/policy.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Task } from '../../registry/organisations/mandate.ts'

/** Sealed under the person's key, whatever the kind adds. */
export interface CaseContent {
  readonly personalNumber: string
  /** Of the register, when the case was opened. */
  readonly name: string | null
}

interface StateRule<State extends string, Stage extends string> {
  readonly next: readonly State[]
  /** Where it waits at its office; null when nothing waits. */
  readonly stage: Stage | null
  /** The office has done its part: it waits for its holder, and is late no more. */
  readonly waitsForHolder?: true
  /** The person was asked for more: the clock of the case stands still until she answers. */
  readonly waitsForAnswer?: true
  /** While a case of the person is unfinished, no second one of this kind is opened. */
  readonly isUnfinished: boolean
  /** Attachments that stay in this state; all others go when it is reached. */
  readonly keeps?: readonly string[] | 'all'
}

/** What a case that asks the person for more needs to know. */
interface Asking<State extends string> {
  /** Until when she may answer what she was asked last: the moment that she was told, never counted anew. */
  answerBy(facts: unknown): Date | null
  /** What becomes of a case that nobody answered for. */
  readonly unanswered: { readonly state: State; readonly reason: string }
  publish(work: Work, ended: EndedCase): void
}

/** How an open case ends by itself when nobody goes on with it. */
interface Lapse {
  /** Without a step. */
  readonly days: Policy<number>
  /** How the log names it, and what it says to everybody whom the case is about. */
  readonly useCase: string
  readonly line: LineTitle
  /** Publishes for a letter, where something was promised. */
  tell?(work: Work, lapsed: LapsedCase): void
}

/** What every kind says, whoever opens its cases: an officer, a citizen, the product. */
export interface CaseRules<State extends string = string, Stage extends string = string> {
  /** Stored; never changes. */
  readonly kind: string
  /** The label under which content is sealed; it is bound into every stored value, so it never changes. */
  readonly sealedAs: string
  readonly initial: State
  readonly states: Readonly<Record<State, StateRule<State, Stage>>>
  /** Whose task each stage is. */
  readonly stages: Readonly<Record<Stage, Task>>
  readonly tasks: {
    readonly take: Task
    /** The second pair of eyes. */
    readonly approve: Task
    /** Whoever may open the case to look at it. */
    readonly view: readonly Task[]
  }
  readonly problems: {
    readonly notFound: ProblemCode
    readonly closed: ProblemCode
    readonly aboutOneself: ProblemCode
    readonly sameOfficer: ProblemCode
  }
  /** Until when the law wants it decided; null where it sets no time. */
  dueFrom(openedAt: Date): Date | null
  /** Its due time counted from facts of its own, where a calendar that changes has it counted anew. */
  countedFrom?(facts: unknown): Date | null
  /** Whether its time runs on holidays too: no calendar moves it. */
  runsDayAndNight?(facts: unknown): boolean
  /** What its letters call it, where somebody was told a day: she hears when a calendar moves it. */
  readonly promised?: MovedCaseKind
  /** For a kind with a state that waits for the person's answer. */
  readonly asking?: Asking<State>
  /** Digests of other persons whom the case is about, by its facts: none of them works on it. */
  alsoAbout?(facts: unknown): readonly string[]
  /** Their subjects: what an officer does in the case stands in their logs as well. */
  others?(facts: unknown): readonly string[]
  /** What an earlier version sealed, as it is written now. */
  upgrade?(stored: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>
  /** What is published once when a case runs over its time at one of these stages. */
  readonly late?: {
    readonly stages: readonly Stage[]
    publish(work: Work, late: LateCase): void
  }
}

/** Besides, what a kind says that is taken at a counter, from somebody who stands there. */
export interface CaseKind<State extends string = string, Stage extends string = string> extends CaseRules<
  State,
  Stage
> {
  readonly problems: CaseRules['problems'] & { readonly otherOpen: ProblemCode }
  /** An open case that nobody touched for so long gives way to a new one of the same person, in seconds. */
  readonly abandonedAfter_s: Policy<number>
  /** Whether an officer's own open case gives way at once when she opens another one for the person. */
  readonly ownGivesWay: boolean
  /** The state of a case that gave way. */
  readonly abandoned: State
  readonly lapse: Lapse
  /** What stays of its content when it ends without a decision: nothing that was captured. */
  forget?(content: CaseContent): CaseContent
  /** Per officer and hour. */
  readonly budget: Policy<{ readonly opened: number; readonly compared: number }>
}

interface EndedCase {
  readonly subjectId: string
  readonly caseId: string
  readonly reference: string
}
interface LapsedCase extends Omit<EndedCase, 'subjectId'> {
  /** The subjects whom it is about, the one whose case it is first. */
  readonly everybody: readonly string[]
  readonly content: CaseContent
}
interface LateCase extends EndedCase {
  readonly facts: unknown
  readonly dueAt: Date
  /** Its name, for the citizen. */
  readonly office: string
}

export const isUnfinished = <S extends string>(kind: CaseRules<S>, state: S): boolean =>
  kind.states[state].isUnfinished

/** Until when a case in such a state waits for the person; null for every other state. */
export const answerByOf = <S extends string>(
  kind: CaseRules<S>,
  { state, facts }: { readonly state: S; readonly facts: unknown },
): Date | null => (kind.asking && kind.states[state].waitsForAnswer ? kind.asking.answerBy(facts) : null)

/** Throws a plain Error: which step is lawful is the noun's to say, and it has said so before. */
export const mustBeLawful = <S extends string>(kind: CaseRules<S>, from: S, to: S): void => {
  if (from !== to && !kind.states[from].next.includes(to)) {
    throw new Error(`a ${kind.kind} case does not go from ${from} to ${to}`)
  }
}
