/**
 * One budget over every page and command in which an officer names somebody by her number, and a wider one
 * over everybody whom she meets, by a number or by a case: different people within an hour. From an unusual
 * number on her supervisor is told, and at the end nobody new is named or opened.
 */
import type { z } from 'zod'
import type { unusualVolume } from '../../../../contract/supervision.ts'
import { actorReference, type Officer } from '../../../kernel/actor.ts'
import type { CountMet, SpendPersons } from '../../../kernel/app-context.ts'
import { now } from '../../../kernel/clock.ts'
import { countedSoFar, countUse } from '../../../kernel/limit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem, type Problem } from '../../../kernel/problem.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { UnusualPersonVolume } from './events.ts'
import { numbersOfPerson } from './notice-store.ts'
import { personsPerHour } from './rules.ts'

const HOUR_S = 3600
const VIETNAM_AHEAD_H = 7
const hourInVietnam = (at: Date): number => (at.getUTCHours() + VIETNAM_AHEAD_H) % 24

/** From which number on it is unusual, at this hour and for somebody of these tasks. */
const unusualFor = ({ tasks }: Pick<Officer, 'tasks'>, at: Date) => {
  const rule = inForce(personsPerHour, at)
  const hour = hourInVietnam(at)
  const isDay = hour >= rule.day.from && hour < rule.day.until
  return isDay || rule.nightTasks.some((task) => tasks.includes(task))
    ? ({ kind: 'persons-per-hour', count: rule.unusual } as const)
    : ({ kind: 'persons-at-night', count: rule.unusualAtNight } as const)
}

interface Unusual {
  readonly kind: z.infer<typeof unusualVolume>
  readonly count: number
  /** The deed at which the number was reached. */
  readonly useCase: string
  readonly at: Date
}
/** What is counted of an officer is counted of the person, whichever of her numbers she came in by. */
export const numbersOf = async (read: Reading, { officerId }: Officer): Promise<string[]> =>
  (await numbersOfPerson(read, officerId)).map(({ id }) => id)

/** Told to her supervisor, and put on record. */
export const publishUnusual = (work: Work, officer: Officer, { at, ...unusual }: Unusual): void =>
  work.publish(UnusualPersonVolume, officer.officerId, {
    officerNumber: officer.number,
    officeId: officer.officeId,
    office: officer.officeName,
    ...unusual,
    at: at.toISOString(),
  })

/** Two numbers of one person are one officer here too. */
const personOf = (officer: Officer): string => officer.personKey ?? actorReference(officer)

/** The refusal at the end of a budget; it names how long to wait. */
const spent = (most: number, at: Date): Problem => {
  const wait_s = HOUR_S - (Math.floor(at.getTime() / 1000) % HOUR_S)
  return problem('officer.persons-spent', { retryAfter_s: wait_s, params: { wait: wait_s, most } })
}
/** One person of an hour, and all of it. */
const budgetOf = (scope: string, most: number, officer: Officer) => {
  const ofHour = { scope: `${scope}s`, key: personOf(officer), most, per_s: HOUR_S }
  return { ofHour, one: (key: string) => ({ ...ofHour, scope, key: `${ofHour.key} ${key}`, most: 1 }) }
}

export const spendPersons: SpendPersons = async ({ tools, transact }, { officer, useCase, numbers }) => {
  const at = now()
  const { most } = inForce(personsPerHour, at)
  const { ofHour, one } = budgetOf('officer.person', most, officer)
  for (const number of new Set(numbers)) {
    const named = one(number)
    // Whom she has named in this hour she goes on with, also at the end of her budget.
    if ((await countedSoFar(tools.read, tools.digests, named)) > 0) {
      continue
    }
    const isWithin = await transact(async (work) => {
      const used = await countUse(work, tools.digests, ofHour)
      if (used === unusualFor(officer, at).count) {
        publishUnusual(work, officer, { ...unusualFor(officer, at), useCase, at })
      }
      if (used <= most) {
        await countUse(work, tools.digests, named)
      }
      return used <= most
    })
    if (!isWithin) {
      throw spent(most, at)
    }
  }
}

export const countMet: CountMet = async (work, { digests }, { officer, useCase, subjects }) => {
  const at = now()
  const { most, unusual: count } = inForce(personsPerHour, at).withCases
  const { ofHour, one } = budgetOf('officer.met-person', most, officer)
  for (const subject of new Set(subjects)) {
    const met = one(subject)
    if ((await countedSoFar(work, digests, met)) > 0) {
      continue
    }
    const used = await countUse(work, digests, ofHour)
    if (used === count) {
      publishUnusual(work, officer, { kind: 'persons-per-hour', count, useCase, at })
    }
    if (used > most) {
      return spent(most, at)
    }
    await countUse(work, digests, met)
  }
  return null
}
