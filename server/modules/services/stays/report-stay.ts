/**
 * A stay is notified, once: by its id and by guest, place and days, whoever sends it again. What is wrong
 * with it is told; that it is late is no fault, and stands in it.
 */
import { ReportStay } from '../../../../contract/stays.ts'
import { actorReference, type Actor, type Facility } from '../../../kernel/actor.ts'
import type { AuditLine } from '../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../kernel/clock.ts'
import { facilityStaff } from '../../../kernel/permit.ts'
import { inForce, type Policy } from '../../../kernel/policy.ts'
import { problem, type Problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import { StayReported } from './events.ts'
import { findPlace, type Place } from './facility.ts'
import { guestDigest, sealNotice, toldDigest, viewOf, type Guest } from './notice.ts'
import type { NoticeRow, Way } from './notice-row.ts'
import { longestStay_days, placeBudget, toldAfter_days } from './rules.ts'
import { daysOf, lateBy_min, type Stay, type StayFault } from './stay-time.ts'
import * as store from './stay-store.ts'

export interface Telling {
  readonly id: string
  readonly guest: Guest
  readonly stay: Stay
  readonly way: Way
  /** When it was told first, for a correction. */
  readonly toldAt?: Date
}
export interface Told {
  readonly row: NoticeRow
  readonly isNew: boolean
}

const DAY_S = 86_400
const daysIn: Partial<Record<StayFault, Policy<number>>> = {
  'stays.too-long': longestStay_days,
  'stays.tell-the-police': toldAfter_days,
}
export const faultProblem = (fault: StayFault, at: Date): Problem => {
  const days = daysIn[fault]
  return problem(fault, days ? { params: { days: inForce(days, at) } } : {})
}

/** At a desk others stand by what was told; a host and a guest are alone with it. */
const isToldTooLate = ({ way, toldAt }: Pick<Telling, 'way' | 'toldAt'>, toAt: Date, at: Date): boolean =>
  (way === 'host' || way === 'self') && toAt < later(toldAt ?? at, -inForce(toldAfter_days, at) * DAY_S)

/** Everybody's work is the same, whether Sen knows her or not; a passport has no subject. */
const subjectOf = (work: Work, tools: Tools, { personalNumber }: Guest): Promise<string | null> =>
  personalNumber === undefined ? Promise.resolve(null) : reserveSubject(work, tools, personalNumber)

/** The row as it would stand; a fault where the stay cannot be. */
export const rowFor = async (
  work: Work,
  tools: Tools,
  place: Pick<Place, 'id' | 'officeId' | 'kind'>,
  { id, guest, stay, way, toldAt }: Telling,
  at: Date,
): Promise<NoticeRow | StayFault> => {
  const days = daysOf(stay, place.kind, at)
  if (typeof days === 'string') {
    return days
  }
  if (isToldTooLate({ way, toldAt }, days.toAt, at)) {
    return 'stays.tell-the-police'
  }
  const subjectId = await subjectOf(work, tools, guest)
  return {
    office_id: place.officeId,
    facility_id: place.id,
    id,
    guest_digest: guestDigest(tools, guest),
    told_digest: toldDigest(tools, place.id, guest, days),
    subject_id: subjectId,
    from_at: days.fromAt,
    to_at: days.toAt,
    from_day: days.fromDay,
    to_day: days.toDay,
    way,
    sealed: sealNotice(tools, { guest, stay }),
    filed_at: at,
    late_min: lateBy_min(days.fromAt, at),
    state: 'filed',
    state_why: null,
    register_says: subjectId === null ? 'foreign' : 'waiting',
  }
}

/** The guest's own row, and the question to the register. */
export const followGuest = (work: Work, row: NoticeRow): void => {
  const { subject_id: subjectId, office_id: officeId, facility_id: facilityId, id } = row
  if (subjectId !== null) {
    store.saveOwn(work, subjectId, row)
    work.publish(StayReported, subjectId, { officeId, facilityId, id })
  }
}

/**
 * Whoever takes a notice back by hand may tell it again by hand; a file or a program that comes again may
 * not.
 */
const isByHand = (way: Way): boolean => way !== 'file' && way !== 'program'

export const tellStay = async (
  work: Work,
  tools: Tools,
  place: Pick<Place, 'id' | 'officeId' | 'kind'>,
  telling: Telling,
  at: Date,
): Promise<Told | StayFault> => {
  const row = await rowFor(work, tools, place, telling, at)
  if (typeof row === 'string') {
    return row
  }
  const where = { officeId: place.officeId, facilityId: place.id }
  const there = await store.known(work, where, row.id, row.told_digest)
  const same = there.find(({ told_digest: told }) => told.equals(row.told_digest))
  if (there.some(({ id, told_digest: told }) => id === row.id && !told.equals(row.told_digest))) {
    return 'stays.id-used'
  }
  // Corrected to somebody else since: whoever it was about first reads nothing of her.
  const isOfAnother = same !== undefined && !same.guest_digest.equals(row.guest_digest)
  if (isOfAnother && telling.way === 'self' && same.id === row.id) {
    return 'stays.id-used'
  }
  const isToldAnew = isOfAnother && isByHand(telling.way)
  if (same && (same.id === row.id || (same.state === 'filed' && !isToldAnew))) {
    return { row: same, isNew: false }
  }
  if (same) {
    if (!isByHand(telling.way)) {
      return 'stays.cancelled-before'
    }
    await store.save(work, { ...same, told_digest: Buffer.concat([same.told_digest, Buffer.from(same.id)]) })
  }
  const { guest_digest: guest, from_at: fromAt, to_at: toAt } = row
  if (await store.overlapping(work, where, { id: row.id, guest, fromAt, toAt })) {
    return 'stays.reported-otherwise'
  }
  if (!(await store.insert(work, row))) {
    // Told in this moment by another request of the same place.
    const [first] = await store.known(work, where, row.id, row.told_digest)
    return first ? { row: first, isNew: false } : 'stays.id-used'
  }
  followGuest(work, row)
  return { row, isNew: true }
}

/** In the guest's log: which place it was, and nothing of whoever shares her room. */
export const lineFor = (subjectId: string, place: string): AuditLine => ({
  about: subjectId,
  purpose: 'stay-reported',
  fields: ['fullName', 'birthDate', 'personalNumber'],
  detail: { client: place },
})

/** The place of whoever asks; a plain Error where it is gone, since no place is ever deleted. */
const ownPlace = async (work: Work, tools: Tools, { facilityId }: Facility): Promise<Place> => {
  const place = await findPlace(work, tools, facilityId)
  if (!place) {
    throw new Error('a place of stay is gone')
  }
  return place
}

export const perPlace = (scope: string, actor: Actor, most: number) => ({
  scope,
  key: actorReference(actor),
  most,
  per_s: 3600,
})

/**
 * Found for a deed of a place; `told` is filled by it, for the lines of those it told of for the first
 * time.
 */
export interface AtPlace {
  readonly place: Place
  readonly told: string[]
}
/** Null for whoever speaks for no place: the permit refuses next. */
export const findOwnPlace = async (
  work: Work,
  _: unknown,
  actor: Actor,
  tools: Tools,
): Promise<AtPlace | null> =>
  actor.kind === 'facility' ? { place: await ownPlace(work, tools, actor), told: [] } : null
export const atPlace = (found: AtPlace | null): AtPlace => {
  if (!found) {
    throw new Error('the deed of a place of stay was let pass without one')
  }
  return found
}
export const linesOfTold = (found: AtPlace | null, place: string): readonly AuditLine[] =>
  found?.told.map((subjectId) => lineFor(subjectId, place)) ?? []

export const reportStay = useCase({
  contract: ReportStay,
  limits: (_, __, actor) => [
    perPlace('stays.notices', actor, inForce(placeBudget, presentMoment()).noticesPerHour),
  ],
  find: findOwnPlace,
  permit: facilityStaff,
  async act(work, { id, guest, stay, way }, { found, actor, tools, now }) {
    const { place, told } = atPlace(found)
    const telling = { id, guest, stay, way: actor.isProgram ? ('program' as const) : way }
    const done = await tellStay(work, tools, place, telling, now)
    if (typeof done === 'string') {
      throw faultProblem(done, now)
    }
    if (done.isNew && done.row.subject_id !== null) {
      told.push(done.row.subject_id)
    }
    return { notice: viewOf(tools, done.row), isNew: done.isNew }
  },
  audit: ({ found, actor, result }) => (result ? linesOfTold(found, actor.name) : null),
})
