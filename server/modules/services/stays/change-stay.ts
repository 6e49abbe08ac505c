/**
 * A notice is corrected, ended early, or taken back with its reason: by whoever told it, for as long as it
 * is kept.
 */
import type { z } from 'zod'
import { ChangeStay, type stayChange } from '../../../../contract/stays.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { AuditLine } from '../../../kernel/audit-line.ts'
import { facilityStaff } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Place } from './facility.ts'
import type { NoticeRow } from './notice-row.ts'
import { contentOf, guestDigest, sealNotice, viewOf } from './notice.ts'
import { atPlace, faultProblem, findOwnPlace, followGuest, rowFor, type AtPlace } from './report-stay.ts'
import { lateBy_min, leftAt } from './stay-time.ts'
import * as store from './stay-store.ts'

type Change = z.infer<typeof stayChange>
type ChangePurpose = 'stay-reported' | 'stay-corrected' | 'stay-ended' | 'stay-cancelled'

/** Whom a change is about, and as what it stands in her log. */
export interface Changed {
  readonly subjectId: string
  readonly purpose: ChangePurpose
}

export interface ChangedNotice {
  readonly row: NoticeRow
  readonly about: readonly Changed[]
}
const aboutHer = (subjectId: string | null, purpose: ChangePurpose): readonly Changed[] =>
  subjectId === null ? [] : [{ subjectId, purpose }]

const takeBack = async (
  work: Work,
  row: NoticeRow,
  why: (Change & { change: 'cancel' })['why'],
): Promise<ChangedNotice> => {
  const next = { ...row, state: 'cancelled' as const, state_why: why }
  await store.save(work, next)
  if (row.subject_id !== null) {
    store.endOwn(work, row.subject_id, row)
  }
  return { row: next, about: aboutHer(row.subject_id, 'stay-cancelled') }
}

const endEarly = async (
  work: Work,
  tools: Tools,
  { row, at }: { readonly row: NoticeRow; readonly at: string },
  now: Date,
): Promise<ChangedNotice> => {
  const left = leftAt(at, { fromAt: row.from_at, toAt: row.to_at }, now)
  if (!left) {
    throw problem('stays.not-in-stay')
  }
  const { guest, stay } = contentOf(tools, row)
  const sealed = sealNotice(tools, { guest, stay: { ...stay, to: at } })
  const next = { ...row, to_at: left.at, to_day: left.day, sealed }
  await store.save(work, next)
  if (row.subject_id !== null) {
    store.saveOwn(work, row.subject_id, next)
  }
  return { row: next, about: aboutHer(row.subject_id, 'stay-ended') }
}

/** The notice keeps when it was first told; whether that was late is judged by what is right. */
const correct = async (
  work: Work,
  tools: Tools,
  { place, row, to }: { place: Place; row: NoticeRow; to: Change & { change: 'correct' } },
  now: Date,
): Promise<ChangedNotice> => {
  const { id, way: told } = row
  // What a guest told of herself is the place's word once it names somebody else.
  const isOfHer = guestDigest(tools, to.guest).equals(row.guest_digest)
  const way = told === 'self' && !isOfHer ? 'typed' : told
  const wanted = await rowFor(
    work,
    tools,
    place,
    { id, way, guest: to.guest, stay: to.stay, toldAt: row.filed_at },
    now,
  )
  if (typeof wanted === 'string') {
    throw faultProblem(wanted, now)
  }
  const next = {
    ...wanted,
    filed_at: row.filed_at,
    late_min: lateBy_min(wanted.from_at, row.filed_at),
    told_digest: row.told_digest,
  }
  const { guest_digest: guest, from_at: fromAt, to_at: toAt } = next
  const where = { officeId: row.office_id, facilityId: row.facility_id }
  if (await store.overlapping(work, where, { id, guest, fromAt, toAt })) {
    throw problem('stays.reported-otherwise')
  }
  await store.save(work, next)
  followGuest(work, next)
  if (row.subject_id === next.subject_id) {
    return { row: next, about: aboutHer(row.subject_id, 'stay-corrected') }
  }
  // It was about somebody else: she reads that it was a mistake, and the right one that she was reported.
  if (row.subject_id !== null) {
    store.endOwn(work, row.subject_id, row)
  }
  return {
    row: next,
    about: [...aboutHer(row.subject_id, 'stay-cancelled'), ...aboutHer(next.subject_id, 'stay-reported')],
  }
}

/** Throws for a notice that is not this place's, or was taken back before. */
export const changeNotice = async (
  work: Work,
  tools: Tools,
  { place, id, to }: { readonly place: Place; readonly id: string; readonly to: Change },
  now: Date,
): Promise<ChangedNotice> => {
  const row = await store.forUpdate(work, { officeId: place.officeId, facilityId: place.id }, id)
  if (!row) {
    throw problem('stays.no-such-notice')
  }
  if (row.state === 'cancelled') {
    if (to.change === 'cancel') {
      return { row, about: [] }
    }
    throw problem('stays.cancelled')
  }
  switch (to.change) {
    case 'cancel':
      return takeBack(work, row, to.why)
    case 'leave':
      return endEarly(work, tools, { row, at: to.at }, now)
    case 'correct':
      return correct(work, tools, { place, row, to }, now)
  }
}

const fields = ['fullName', 'birthDate', 'personalNumber'] as const
export const lineOfChange = ({ subjectId, purpose }: Changed, place: string): AuditLine =>
  purpose === 'stay-reported' || purpose === 'stay-corrected'
    ? { about: subjectId, purpose, fields, detail: { client: place } }
    : { about: subjectId, purpose, detail: { client: place } }

interface Changing extends AtPlace {
  readonly about: Changed[]
}
const findChanging = async (
  work: Work,
  input: unknown,
  actor: Actor,
  tools: Tools,
): Promise<Changing | null> => {
  const found = await findOwnPlace(work, input, actor, tools)
  return found && { ...found, about: [] }
}

export const changeStay = useCase({
  contract: ChangeStay,
  find: findChanging,
  permit: facilityStaff,
  async act(work, { id, to }, { found, tools, now }) {
    const { row, about } = await changeNotice(work, tools, { place: atPlace(found).place, id, to }, now)
    found?.about.push(...about)
    return viewOf(tools, row)
  },
  audit: ({ found, actor, result }) =>
    result && found ? found.about.map((one) => lineOfChange(one, actor.name)) : null,
})
