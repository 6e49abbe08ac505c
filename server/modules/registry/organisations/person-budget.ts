/**
 * One budget over every page and command in which an officer names somebody by her number: different people
 * within an hour. From an unusual number on her supervisor is told, and at the end nobody new is named.
 */
import type { z } from 'zod'
import type { unusualVolume } from '../../../../contract/supervision.ts'
import { actorReference, type Officer } from '../../../kernel/actor.ts'
import type { SpendPersons } from '../../../kernel/app-context.ts'
import { now } from '../../../kernel/clock.ts'
import { countedSoFar, countUse } from '../../../kernel/limit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
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

export const spendPersons: SpendPersons = async ({ tools, transact }, { officer, useCase, numbers }) => {
  const at = now()
  const { most } = inForce(personsPerHour, at)
  const ofHour = { scope: 'officer.persons', key: personOf(officer), most, per_s: HOUR_S }
  for (const number of new Set(numbers)) {
    const named = { scope: 'officer.person', key: `${ofHour.key} ${number}`, most: 1, per_s: HOUR_S }
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
      const wait_s = HOUR_S - (Math.floor(at.getTime() / 1000) % HOUR_S)
      throw problem('officer.persons-spent', { retryAfter_s: wait_s, params: { wait: wait_s, most } })
    }
  }
}
