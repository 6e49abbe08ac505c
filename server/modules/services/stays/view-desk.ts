/** What the staff of a place sees: by when to notify, and whom it has notified. */
import { ListStays, ViewStayDesk } from '../../../../contract/stays.ts'
import { none } from '../../../kernel/audit-line.ts'
import { facilityStaff } from '../../../kernel/permit.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { shownPlace } from './desk-session.ts'
import type { NoticeRow } from './notice-row.ts'
import { viewOf } from './notice.ts'
import { atPlace, findOwnPlace } from './report-stay.ts'
import { fileRows, longestStay_days, reasonsOfKind } from './rules.ts'
import { dueOf } from './stay-time.ts'
import * as store from './stay-store.ts'

export const viewStayDesk = useCase({
  contract: ViewStayDesk,
  find: findOwnPlace,
  permit: facilityStaff,
  async act(work, _, { found, now }) {
    const { place } = atPlace(found)
    const where = { officeId: place.officeId, facilityId: place.id }
    const { tonight, leaving, late } = await store.figuresOf(work, where, dayInVietnam(now))
    return {
      facility: await shownPlace(work, place),
      now: now.toISOString(),
      dueAt: dueOf(now).toISOString(),
      reasons: [...inForce(reasonsOfKind, now)[place.kind]],
      longest_days: inForce(longestStay_days, now),
      fileRows: inForce(fileRows, now),
      tonight,
      leavingTomorrow: leaving,
      lateToday: late,
    }
  },
  audit: none('figures of its own guests; nobody is named'),
})

const PAGE = 30
const CURSOR = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\|([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Before a moment and an id. Throws `request.invalid` for what is no cursor of ours. */
export const placeBefore = (cursor: string | undefined, now: Date): store.Place => {
  if (cursor === undefined) {
    return { before: new Date(now.getTime() + 1), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
  }
  const [, at = '', id = ''] = CURSOR.exec(cursor) ?? []
  if (Number.isNaN(Date.parse(at))) {
    throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'shape' }] })
  }
  return { before: new Date(at), id }
}
export const cursorOf = ({ filed_at: at, id }: Pick<NoticeRow, 'filed_at' | 'id'>): string =>
  `${at.toISOString()}|${id}`

export const listStays = useCase({
  contract: ListStays,
  find: findOwnPlace,
  permit: facilityStaff,
  async act(work, { show, cursor }, { found, tools, now }) {
    const { place } = atPlace(found)
    const where = { officeId: place.officeId, facilityId: place.id }
    const after = placeBefore(cursor, now)
    const rows = await store.listOf(work, where, { show, day: dayInVietnam(now), after, most: PAGE + 1 })
    const page = rows.slice(0, PAGE)
    const last = page.at(-1)
    return {
      items: page.map((row) => viewOf(tools, row)),
      next: rows.length > PAGE && last ? cursorOf(last) : null,
    }
  },
  audit: none('what the place itself has told, of each of which a line stands in the log of the guest'),
})
