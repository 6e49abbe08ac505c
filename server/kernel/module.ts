/**
 * What a module says of itself, once: the routers, the jobs, the counter's overview and the pages that are
 * generated fold over the one list in `server/modules/all.ts`, in the order of the floors.
 */
import type { z } from 'zod'
import type { findableKind, queueKey } from '../../contract/counter.ts'
import type { AppContext } from './app-context.ts'
import type { EventType } from './event.ts'
import type { Keeping } from './keeping.ts'
import type { Policy } from './policy.ts'
import type { Reaction } from './reaction.ts'
import type { Telling } from './telling.ts'
import type { AnyUseCase } from './use-case.ts'
import type { Reading } from './work.ts'

/** Rows of a table of the module that are forgotten when their time is over. */
export interface Lapse {
  readonly table: string
  /** The moment from which a row's days are counted. */
  readonly since: string
  readonly days: Policy<number>
  /** A further condition in SQL; `$2` is the present moment. */
  readonly and?: string
}

/** What waits at an office for officers of one task. */
export interface Queue {
  readonly key: z.infer<typeof queueKey>
  readonly task: string
  figures(
    read: Reading,
    officeId: string,
    at: Date,
  ): Promise<{ readonly waiting: number; readonly overdue: number; readonly nextDueAt: Date | null }>
}

/** A kind of case, to which the counter's search leads by its reference. */
export interface FindableCase {
  readonly kind: z.infer<typeof findableKind>
  /** Whoever holds one of them is led to it. */
  readonly tasks: readonly string[]
  /** All that it can be in: each has words of its own. */
  readonly states: readonly string[]
  find(
    read: Reading,
    reference: string,
  ): Promise<{ readonly caseId: string; readonly officeId: string } | null>
  /**
   * Counts anew what is due after the calendar of working days changed; `settled`: by which revision all is
   * counted. Answers how many it looked at.
   */
  recount(context: AppContext, settled: number): Promise<number>
}

/**
 * A form of the web that sends one of the module's deeds. Its rules are written for the page from the
 * deed's contract, because no browser carries the contract.
 */
export interface Form {
  readonly sends: AnyUseCase
  /**
   * The field that holds the form's own, or a list of them, where they are not the whole of what is sent.
   */
  readonly within?: string
  /** Where what is sent, or what stands `within` it, is one of several shapes: which of them it sends. */
  readonly options?: readonly number[]
}
type Forms = Readonly<Record<string, Form>>

/**
 * By the name under which a page imports its rules. Those of the counter stand by themselves, because no
 * phone carries them.
 */
export interface FormsByPlace {
  /** Of the app and the sign-in page. */
  readonly citizen?: Forms
  readonly counter?: Forms
  /** A case at the counter is decided, or ends without a decision. */
  readonly decision?: Forms
}

/** What is done again and again; any number of workers may do it at the same time. */
interface Job {
  readonly name: string
  /** How long it rests when there was nothing to do. */
  readonly every_ms: number
  /** Answers whether there was work, so that there may be more. */
  run(context: AppContext): Promise<boolean>
}

export interface Module {
  /** Area and folder below `server/modules/`. */
  readonly name: string
  /** Below `/api`. */
  readonly useCases: readonly AnyUseCase[]
  /** On the sign-in page's router, below the provider. */
  readonly signInUseCases: readonly AnyUseCase[]
  /** On the doors of OpenID4VCI, which have the standard's names and errors. */
  readonly issuerUseCases: readonly AnyUseCase[]
  readonly forms: FormsByPlace
  readonly events: readonly EventType[]
  /** What this module does when an event of its own or of a module below happens. */
  readonly reactions: readonly Reaction[]
  readonly lapses: readonly Lapse[]
  /** What its tables hold of people, and what becomes of it when an account is closed. */
  readonly keeps: readonly Keeping[]
  /** What of them a person is given who takes all of hers along. */
  readonly tells: readonly Telling[]
  readonly queues: readonly Queue[]
  readonly cases: readonly FindableCase[]
  readonly jobs: readonly Job[]
}

/** All that a module offers, whichever router takes it. */
export const useCasesOf = ({
  useCases,
  signInUseCases,
  issuerUseCases,
}: Pick<Module, 'useCases' | 'signInUseCases' | 'issuerUseCases'>): readonly AnyUseCase[] => [
  ...useCases,
  ...signInUseCases,
  ...issuerUseCases,
]

export const defineModule = (
  name: string,
  {
    useCases = [],
    signInUseCases = [],
    issuerUseCases = [],
    forms = {},
    events = [],
    reactions = [],
    lapses = [],
    keeps = [],
    tells = [],
    queues = [],
    cases = [],
    jobs = [],
  }: Partial<Omit<Module, 'name'>> = {},
): Module => ({
  name,
  useCases,
  signInUseCases,
  issuerUseCases,
  forms,
  events,
  reactions,
  lapses,
  keeps,
  tells,
  queues,
  cases,
  jobs,
})
