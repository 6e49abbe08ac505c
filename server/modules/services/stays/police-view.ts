/**
 * Who stays in the area of a police office tonight: places with their figures, and the guests of one of them,
 * each of whom reads of the look. A list names many at once, so its pages are bounded, beside the budget of
 * persons for whoever is looked up by her number.
 */
import type { z } from 'zod'
import { ListStayGuests, ViewStayOverview } from '../../../../contract/stays.ts'
import { actorReference, type Actor } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { findPlace, namesIn, placeOf } from './facility.ts'
import { contentOf, documentEnd } from './notice.ts'
import { policeBudget } from './rules.ts'
import { dueOf } from './stay-time.ts'
import * as store from './police-store.ts'

const PAGE = 50
const PLACE = /^(\d{1,7})\|(\d{1,7})\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Null at the beginning. Throws `request.invalid` for what is no cursor of ours. */
const readCursor = (cursor: string | undefined): store.PlacePlace | null => {
  if (cursor === undefined) {
    return null
  }
  const [, late, tonight, id] = PLACE.exec(cursor) ?? []
  if (id === undefined) {
    throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'shape' }] })
  }
  return { late: Number(late), tonight: Number(tonight), id }
}

export const viewStayOverview = useCase({
  contract: ViewStayOverview,
  permit: officerWith('stay.view'),
  async act(work, { day = dayInVietnam(presentMoment()), cursor }, { actor, tools, now }) {
    const after = readCursor(cursor)
    const night = await store.nightOf(work, actor.officeId, day)
    const rows = await store.placesOf(work, actor.officeId, { day, after, most: PAGE + 1 })
    const page = rows.slice(0, PAGE)
    const last = page.at(-1)
    return {
      day,
      now: now.toISOString(),
      dueAt: dueOf(now).toISOString(),
      ...night,
      places: {
        items: page.map((row) => {
          const { id, name, address, kind, isSuspended } = placeOf(tools, row)
          const { tonight, late, last_filed_at: lastFiledAt } = row
          return {
            id,
            name,
            address,
            kind,
            isSuspended,
            tonight,
            late,
            lastFiledAt: lastFiledAt?.toISOString() ?? null,
          }
        }),
        next: rows.length > PAGE && last ? `${last.late}|${last.tonight}|${last.id}` : null,
      },
    }
  },
  audit: none('places and figures; no guest is named'),
})

type Seen = z.infer<typeof ListStayGuests.output>['items'][number]
export const seenOf = (tools: Pick<Tools, 'sealer'>, row: store.SeenRow): Seen => {
  const { guest, stay } = contentOf(tools, row)
  return {
    id: row.id,
    place: namesIn(tools, row.place_sealed).name,
    fullName: guest.fullName,
    birthDate: guest.birthDate,
    documentEnd: documentEnd(guest),
    nationality: guest.nationality ?? null,
    room: stay.room ?? null,
    from: stay.from,
    to: stay.to,
    reason: stay.reason,
    way: row.way,
    filedAt: row.filed_at.toISOString(),
    late_min: row.late_min,
    state: row.state,
    registerSays: row.register_says,
  }
}

interface Found {
  readonly officeId: string
  /** Filled by the view: whom it showed. */
  readonly seen: Set<string>
}
const findAtOffice = async (
  work: Work,
  { placeId }: { placeId?: string | undefined },
  actor: Actor,
  tools: Tools,
): Promise<Found> => {
  const officeId = actor.kind === 'officer' ? actor.officeId : ''
  if (placeId !== undefined && (await findPlace(work, tools, placeId))?.officeId !== officeId) {
    throw problem('stays.no-such-place')
  }
  return { officeId, seen: new Set() }
}

export const listStayGuests = useCase({
  contract: ListStayGuests,
  limits: (_, __, actor) => [
    {
      scope: 'stays.pages',
      key: actorReference(actor),
      most: inForce(policeBudget, presentMoment()).pagesPerHour,
      per_s: 3600,
    },
  ],
  find: findAtOffice,
  permit: officerWith('stay.view'),
  async act(work, { day, placeId = null, cursor }, { found, tools }) {
    const after = readCursor(cursor)
    const rows = await store.guestsOf(work, found.officeId, { day, placeId, after, most: PAGE + 1 })
    const page = rows.slice(0, PAGE)
    const last = page.at(-1)
    for (const { subject_id: subjectId } of page) {
      if (subjectId !== null) {
        found.seen.add(subjectId)
      }
    }
    return {
      items: page.map((row) => seenOf(tools, row)),
      next: rows.length > PAGE && last ? `${last.late_min}|0|${last.id}` : null,
    }
  },
  audit: ({ found, actor, result }) =>
    result
      ? [...found.seen].map((about) => ({
          about,
          purpose: 'stay-seen' as const,
          fields: ['fullName', 'birthDate', 'personalNumber', 'residence'] as const,
          outcome: 'read' as const,
          detail: { office: actor.officeName, officerNumber: actor.number },
        }))
      : [],
})
