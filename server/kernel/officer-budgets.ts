/**
 * What an officer may ask at all within an hour, asked before anything is looked for. What is refused there
 * is on record with her, and with whoever she meant where Sen knows that person: the refusal tells the
 * officer nothing, but whoever was meant reads that somebody tried. Once an hour for each person, so that a
 * stubborn officer does not fill anybody's log.
 */
import type { Operation } from '../../contract/operation.ts'
import { actorReference, type Actor, type Officer } from './actor.ts'
import type { AppContext } from './app-context.ts'
import { writeAuditLine } from './audit-store.ts'
import { countUse, withinLimits } from './limit.ts'
import { numbersIn } from './parse-input.ts'
import { mayHaveTask } from './permit.ts'
import { Problem } from './problem.ts'
import { linesOfRefusal, lineWithPerson, type PersonMet } from './refusal-lines.ts'
import type { Limit, RequestContext, UseCase } from './use-case.ts'
import type { Work } from './work.ts'

interface Asked<Input> {
  readonly input: Input
  readonly actor: Actor
  readonly request: RequestContext
}
/** Whom a deed without a number is about, when its officer may do it. */
type WhomItNames = (work: Work) => Promise<readonly PersonMet[]>

/** Limits of any actor, and an officer's budget of persons. */
export const spendBudgets = async <Op extends Operation, A extends Actor, Found, Prepared>(
  context: AppContext,
  {
    contract,
    limits: limitsOf,
    permit,
  }: Pick<UseCase<Op, A, Found, Prepared>, 'contract' | 'limits' | 'permit'>,
  { input, actor, request }: Asked<Parameters<NonNullable<typeof limitsOf>>[0]>,
  whomItNames: WhomItNames,
): Promise<void> => {
  const limits = limitsOf?.(input, request, actor) ?? []
  if (actor.kind !== 'officer' || !mayAsk(actor, permit)) {
    return withinLimits(context, actor.kind === 'officer' ? limits.map(apart) : limits)
  }
  const numbers = numbersIn(input)
  try {
    await withinLimits(context, limits)
    await context.spendPersons(context, { officer: actor, useCase: contract.name, numbers })
  } catch (error) {
    if (error instanceof Problem) {
      await leaveRefusal(
        context,
        { useCase: contract.name, officer: actor, numbers, input, error },
        whomItNames,
      )
    }
    throw error
  }
}

/** Refusals of one officer that leave lines, in an hour. */
const REFUSALS_TOLD = 600

/**
 * Whoever came in by a ticket and has no key yet is refused whatever it is: what she tries spends nothing of
 * the officer's whose ticket it was. So is whoever has none of the tasks that the deed asks for.
 */
const mayAsk = (officer: Officer, permit: { readonly tasks?: readonly string[] }): boolean =>
  officer.tasks.length > 0 && mayHaveTask(permit, officer)
const apart = (limit: Limit): Limit => ({ ...limit, scope: `${limit.scope} without-task` })

interface Refused {
  readonly useCase: string
  readonly officer: Officer
  readonly numbers: readonly string[]
  readonly input: unknown
  readonly error: Problem
}
const leaveRefusal = (
  { tools, transact, subjectOfNumber }: AppContext,
  { useCase, officer, numbers, input, error }: Refused,
  whomItNames: WhomItNames,
): Promise<void> =>
  transact(async (work) => {
    // Beyond this the officer's own budget has told everybody who can be told: the log is not hers to fill.
    const told = { scope: 'officer.refusals', key: actorReference(officer), most: REFUSALS_TOLD, per_s: 3600 }
    if ((await countUse(work, tools.digests, told)) > told.most) {
      return
    }
    const met: PersonMet[] = []
    const meetOnce = async (key: string, person: PersonMet): Promise<void> => {
      const scope = 'officer.refused-about'
      const once = { scope, key: `${actorReference(officer)} ${key}`, most: 1, per_s: 3600 }
      if ((await countUse(work, tools.digests, once)) === 1) {
        met.push(person)
      }
    }
    for (const number of new Set(numbers)) {
      await meetOnce(number, { about: await subjectOfNumber(work, tools, number) })
    }
    for (const person of numbers.length === 0 ? await whomItNames(work) : []) {
      // As many for nobody: a phone that nobody has takes as long.
      await meetOnce(person.about ?? JSON.stringify(input), person)
    }
    // As many for a number of nobody: how long the refusal takes tells nothing either.
    const withPersons = met.map(({ about, detail }) => lineWithPerson(officer, error.code, about, detail))
    for (const line of [...linesOfRefusal(officer, error.code, []), ...withPersons]) {
      writeAuditLine(work, { useCase, actor: officer, line, refusal: error.code })
    }
  })
