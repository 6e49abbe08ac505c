/**
 * Two pairs of eyes (security and reliability, S11): a decision outside of the rules needs a second person,
 * and nobody acts about herself. What counts
 * is the person behind an officer number, by the keyed digest of her own personal number: two numbers of one
 * person are one pair of eyes, and a
 * person who is not known is never a second one. Pure.
 */
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { officerWith, type Permit } from '../../../kernel/permit.ts'
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import type { Task } from './mandate.ts'

type Eyes = Pick<Officer, 'personKey'>

/**
 * Whether the officer is known not to be the person herself. `aboutKey`: hex of the keyed digest of that
 * person's number; empty when it is not known, and then nobody is known to be another.
 */
export const isAboutAnother = ({ personKey }: Eyes, aboutKey: string): boolean =>
  personKey !== null && aboutKey !== '' && personKey !== aboutKey

/**
 * Whether the officer is another known person than every one of those who acted before her. Nobody before
 * her: there is nothing to be second to.
 */
export const isSecondPair = ({ personKey }: Eyes, before: readonly (string | null)[]): boolean =>
  personKey !== null && before.length > 0 && before.every((key) => key !== null && key !== personKey)

export interface AboutPerson {
  readonly officeId: string
  /** Hex of the keyed digest of the number of the person it is about. */
  readonly aboutKey: string
  /** Others whom it is about as well, such as the one who acts for her. */
  readonly alsoAbout?: readonly string[]
}
export interface TakenBefore extends AboutPerson {
  /** The persons who acted on it so far. */
  readonly takenBy: readonly (string | null)[]
}

const isAboutHerself = ({ personKey }: Eyes, { aboutKey, alsoAbout = [] }: AboutPerson): boolean =>
  personKey !== null && [aboutKey, ...alsoAbout].includes(personKey)
const isAboutOthers = (eyes: Eyes, { aboutKey, alsoAbout = [] }: AboutPerson): boolean =>
  [aboutKey, ...alsoAbout].every((key) => isAboutAnother(eyes, key))

const mayDo = (tasks: readonly Task[], actor: Actor, found: AboutPerson): actor is Officer =>
  tasks.some((task) => officerWith(task).allows(actor, found))

/** For what an officer does about one person: one of the tasks at the office, and not about herself. */
export const officerAbout = (
  task: Task | readonly Task[],
  herself: ProblemCode,
): Permit<Officer, AboutPerson> => {
  const tasks = typeof task === 'string' ? [task] : task
  return {
    says: `an officer with the task ${tasks.join(' or ')} at the office, never about herself`,
    tasks,
    session: 'counter',
    allows: (actor, found): actor is Officer => mayDo(tasks, actor, found) && isAboutOthers(actor, found),
    refusal: (actor, found) => (mayDo(tasks, actor, found) && isAboutHerself(actor, found) ? herself : null),
  }
}

/** For what any officer of the task may do, known as a person or not, but never about herself. */
export const officerNeverHerself = (task: Task, herself: ProblemCode): Permit<Officer, AboutPerson> => ({
  says: `an officer with the task ${task} at the office, never about herself`,
  tasks: [task],
  session: 'counter',
  allows: (actor, found): actor is Officer => mayDo([task], actor, found) && !isAboutHerself(actor, found),
  refusal: (actor, found) => (mayDo([task], actor, found) && isAboutHerself(actor, found) ? herself : null),
})

/** For the second decision: besides, another person than everybody who acted before. */
export const approver = (
  task: Task,
  codes: { readonly herself: ProblemCode; readonly sameEyes: ProblemCode },
): Permit<Officer, TakenBefore> => ({
  says: `an officer with the task ${task} at the office, another person than those who took it, never about herself`,
  tasks: [task],
  session: 'counter',
  allows: (actor, found): actor is Officer =>
    mayDo([task], actor, found) && isAboutOthers(actor, found) && isSecondPair(actor, found.takenBy),
  refusal: (actor, found) =>
    !mayDo([task], actor, found) || actor.personKey === null
      ? null
      : isAboutHerself(actor, found)
        ? codes.herself
        : isSecondPair(actor, found.takenBy)
          ? null
          : codes.sameEyes,
})
