/**
 * Begins and ends ties between a ward and those who act for her. The ward's side decides; each
 * representative's own side follows by a fact. No permit of its own.
 */
import { ageOn, lastPossibleDay, type PartialDate } from '../../../../formats/partial-date.ts'
import { later, now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { Account } from '../../people/accounts/account.ts'
import { findAccount, findSubject, accountForUpdate, setAside } from '../../people/accounts/open-account.ts'
import { ownAccountAge } from '../../people/accounts/rules.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import type { RegisterPerson } from '../../registry/population/person.ts'
import { endOf, parentsOf, type TieEnd, type TieKind } from './representation.ts'
import { handOver_days, representativeLevel, wardLook_s } from './rules.ts'
import * as store from './store.ts'
import type { WardRow } from './store.ts'
import { RepresentationBegun, RepresentationEnded, WardSetAside } from './events.ts'

const DAY_S = 86_400

/** Whether this account may act for others. */
export const mayRepresent = (account: Account | null, at: Date): account is Account =>
  account?.state === 'active' && account.level >= inForce(representativeLevel, at)

export interface NewTie {
  readonly wardId: string
  readonly representativeId: string
  readonly kind: TieKind
  readonly ground: 'register' | 'papers'
  readonly untilDay?: string | null
  readonly sealedPapers?: Buffer | null
}

/** Answers the tie's name, or null when it stands already. */
export const beginTie = async (work: Work, tie: NewTie): Promise<string | null> => {
  const [id, at] = [newId(), now()]
  const { wardId, representativeId, kind, ground, untilDay = null, sealedPapers = null } = tie
  if (
    !(await store.insertTie(work, {
      subject_id: wardId,
      id,
      representative_id: representativeId,
      kind,
      ground,
      begun_at: at,
      until_day: untilDay,
      sealed_papers: sealedPapers,
    }))
  ) {
    return null
  }
  work.publish(RepresentationBegun, representativeId, { id, wardId, kind, at: at.toISOString() })
  return id
}

/** Both parents see and act: the other one too, as soon as she has an account that may. */
export const tieParents = async (
  work: Work,
  tools: Tools,
  wardId: string,
  ward: RegisterPerson,
): Promise<void> => {
  const at = now()
  for (const number of parentsOf(ward)) {
    const subjectId = await findSubject(work, tools, number)
    const account = subjectId === null ? null : await findAccount(work, subjectId)
    if (mayRepresent(account, at)) {
      await beginTie(work, {
        wardId,
        representativeId: account.subjectId,
        kind: 'parent',
        ground: 'register',
      })
    }
  }
}

/**
 * Midnight in Vietnam of the day on which somebody comes of age; for a date without a day, of the latest day
 * that it may mean.
 */
const comesOfAgeAt = (birthDate: string, at: Date): Date => {
  const [born, age] = [lastPossibleDay(birthDate as PartialDate), inForce(ownAccountAge, at)]
  const [year = '', month = '', day = ''] = born.split('-')
  const wanted = `${String(Number(year) + age)}-${month}-${day}`
  // Who was born on 29 February is a year older on 1 March of a common year, as `ageOn` counts.
  const onDay =
    month === '02' && day === '29' && Number.isNaN(Date.parse(wanted))
      ? `${String(Number(year) + age)}-03-01`
      : wanted
  const midnight = new Date(`${onDay}T00:00:00+07:00`)
  return ageOn(birthDate as PartialDate, dayInVietnam(midnight)) >= age ? midnight : later(midnight, DAY_S)
}

/** Looks at this ward from now on: daily, and at the moment at which she comes of age. */
export const watchWard = async (work: Work, wardId: string, birthDate: string | null): Promise<void> => {
  const at = now()
  const next = later(at, inForce(wardLook_s, at))
  const ofAge = birthDate === null ? next : comesOfAgeAt(birthDate, at)
  await store.watch(work, wardId, ofAge > at && ofAge < next ? ofAge : next)
}

export const endTieFor = async (
  work: Work,
  row: Pick<WardRow, 'subject_id' | 'id' | 'representative_id'>,
  reason: TieEnd,
  sealedEnd: Buffer | null = null,
): Promise<boolean> => {
  const at = now()
  if ((await store.endTie(work, row.subject_id, row.id, reason, at, sealedEnd)) !== 1) {
    return false
  }
  work.publish(RepresentationEnded, row.representative_id, {
    id: row.id,
    wardId: row.subject_id,
    reason,
    at: at.toISOString(),
  })
  return true
}

const representativeOf = async (work: Work, tools: Tools, representativeId: string) => {
  const account = await findAccount(work, representativeId)
  const person = account && (await findPerson(work, tools, account.personalNumber))
  return {
    number: account?.personalNumber ?? '',
    isAlive: person?.lifeStatus !== 'dead',
    hasAccount: account !== null,
  }
}

/**
 * Asks the register about one ward and ends what does not stand any more; the last tie's end sets the account
 * aside. `endedNow`: what the caller ended.
 */
export const lookAtWard = async (
  work: Work,
  tools: Tools,
  wardId: string,
  endedNow: readonly TieEnd[] = [],
): Promise<void> => {
  const account = await accountForUpdate(work, wardId)
  const at = now()
  const ward = account && (await findPerson(work, tools, account.personalNumber))
  const ties = await store.tiesForUpdate(work, wardId)
  const ended: TieEnd[] = []
  for (const row of ties) {
    const reason = endOf(
      { kind: row.kind, ground: row.ground, state: row.state, untilDay: row.until_day },
      { ward, representative: await representativeOf(work, tools, row.representative_id) },
      at,
    )
    if (reason && (await endTieFor(work, row, reason))) {
      ended.push(reason)
    }
  }
  if (ended.length === ties.length) {
    await store.unwatch(work, wardId)
    const reasons = [...endedNow, ...ended]
    if (account && reasons.length > 0) {
      await setAsideWard(work, account, reasons)
    }
  } else {
    await watchWard(work, wardId, ward?.birthDate ?? null)
  }
}

const setAsideWard = async (work: Work, account: Account, ended: readonly TieEnd[]): Promise<void> => {
  const at = now()
  // Her own secrets, where she has any, are hers again with the end of a guardianship that came over them; an
  // account that only others used waits.
  if (ended.includes('died')) {
    return
  }
  await setAside(work, account, later(at, inForce(handOver_days, at) * DAY_S))
  work.publish(WardSetAside, account.subjectId, { reason: ended[0] })
}

/** She has an account of her own now, decided at a counter: nobody acts for her any more. */
export const endTiesOf = async (work: Work, wardId: string): Promise<void> => {
  for (const row of await store.tiesForUpdate(work, wardId)) {
    await endTieFor(work, row, 'displaced')
  }
  await store.unwatch(work, wardId)
}

/** The next ward who is due, taken by one worker. False when nobody is. */
export const followNextWard = async (work: Work, tools: Tools): Promise<boolean> => {
  const due = await store.takeDue(work, now())
  if (!due) {
    return false
  }
  await lookAtWard(work, tools, due.subject_id)
  return true
}

/**
 * The tie by which somebody acts for a ward at this moment, asked of the ward's own side; null when it has
 * ended, or may not be used now.
 */
export const standingTie = async (
  read: Reading,
  tools: Tools,
  of: { wardId: string; tieId: string; representativeId: string },
): Promise<WardRow | null> => {
  const at = now()
  const row = await store.tieOf(read, of.wardId, of.tieId)
  if (!row || row.state !== 'standing' || row.representative_id !== of.representativeId) {
    return null
  }
  const account = await findAccount(read, of.wardId)
  const ward = account && (await findPerson(read, tools, account.personalNumber))
  if (
    !ward ||
    endOf(
      { kind: row.kind, ground: row.ground, state: row.state, untilDay: row.until_day },
      {
        ward,
        representative: {
          number: (await findAccount(read, of.representativeId))?.personalNumber ?? '',
          isAlive: true,
          hasAccount: true,
        },
      },
      at,
    )
  ) {
    return null
  }
  return mayRepresent(await findAccount(read, of.representativeId), at) ? row : null
}

/** The same; from here on until the transaction ends none of the ward's ties does. */
export const standingTieForUpdate = async (
  work: Work,
  tools: Tools,
  of: Parameters<typeof standingTie>[2],
): Promise<WardRow | null> => {
  await store.tiesForUpdate(work, of.wardId)
  return standingTie(work, tools, of)
}

/** For whom this person acts or has acted, each once and always in one order. */
export const wardsOf = async (read: Reading, representativeId: string): Promise<readonly string[]> =>
  [...new Set((await store.represented(read, representativeId)).map(({ ward_id: id }) => id))].toSorted()

/** Whether a child or ward counts on this person. */
export const actsForAnybody = async (read: Reading, subjectId: string): Promise<boolean> =>
  (await store.represented(read, subjectId)).some(({ state }) => state === 'standing')

/** Whether anybody acts for this person. */
export const isRepresented = async (read: Reading, subjectId: string): Promise<boolean> =>
  (await store.standingTies(read, subjectId)).length > 0
