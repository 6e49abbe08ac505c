/** A host tells of guests in her own home or her rooms, as a hotel does at its desk. */
import { ChangeAtHome, ListAtHome, ReportAtHome } from '../../../../contract/home-stays.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { changeNotice, lineOfChange, type Changed } from './change-stay.ts'
import * as facilities from './facility-store.ts'
import { placeOf, saidOf } from './facility.ts'
import { hasLeft } from './homes.ts'
import { guestDigest, viewOf, type Guest } from './notice.ts'
import { faultProblem, lineFor, perPlace, tellStay, type AtPlace } from './report-stay.ts'
import { hostBudget } from './rules.ts'
import * as store from './stay-store.ts'
import { cursorOf, placeBefore } from './view-desk.ts'

interface AtHome extends AtPlace {
  readonly about: Changed[]
}
/** Throws `stays.no-such-home` for a place that is not hers. */
const findHome = async (
  work: Work,
  { homeId }: { readonly homeId: string },
  actor: Actor,
  tools: Tools,
): Promise<AtHome> => {
  const row = actor.kind === 'citizen' ? await facilities.homeOf(work, actor.subjectId, homeId) : undefined
  if (!row) {
    throw problem('stays.no-such-home')
  }
  return { place: placeOf(tools, row), told: [], about: [] }
}
const mustBeActive = ({ place }: AtHome): void => {
  if (place.isSuspended) {
    throw problem('stays.facility-suspended')
  }
}

export const reportAtHome = useCase({
  contract: ReportAtHome,
  limits: (_, __, actor) => [
    perPlace('stays.host-notices', actor, inForce(hostBudget, presentMoment()).noticesPerHour),
  ],
  find: findHome,
  permit: citizenHerself,
  async act(work, { id, guest, stay }, { found, actor, tools, now }) {
    mustBeActive(found)
    if (await hasLeft(work, tools, actor.subjectId, found.place)) {
      throw problem('stays.home-left')
    }
    const done = await tellStay(work, tools, found.place, { id, guest, stay, way: 'host' }, now)
    if (typeof done === 'string') {
      throw faultProblem(done, now)
    }
    if (done.isNew && done.row.subject_id !== null) {
      found.told.push(done.row.subject_id)
    }
    return { notice: viewOf(tools, done.row), isNew: done.isNew }
  },
  audit: ({ found, actor, result }) =>
    result?.isNew
      ? [
          { about: actor.subjectId, purpose: 'stay-host-told' as const },
          ...found.told.map((subjectId) => lineFor(subjectId, saidOf(found.place))),
        ]
      : null,
})

const PAGE = 30

export const listAtHome = useCase({
  contract: ListAtHome,
  find: findHome,
  permit: citizenHerself,
  async act(work, { cursor }, { found, tools, now }) {
    const where = { officeId: found.place.officeId, facilityId: found.place.id }
    const after = placeBefore(cursor, now)
    const asked = { show: 'all', day: dayInVietnam(now), after, most: PAGE + 1 } as const
    const rows = await store.listOf(work, where, asked)
    const page = rows.slice(0, PAGE)
    const last = page.at(-1)
    return {
      items: page.map((row) => viewOf(tools, row)),
      next: rows.length > PAGE && last ? cursorOf(last) : null,
    }
  },
  audit: none('what she has told herself; a line of each stands in the log of the guest'),
})

/** By a correction to other papers than those that were told. Throws `stays.no-such-notice`. */
const namesAnother = async (
  work: Work,
  tools: Tools,
  { place }: AtHome,
  { id, guest }: { readonly id: string; readonly guest: Guest },
): Promise<boolean> => {
  const row = await store.forUpdate(work, { officeId: place.officeId, facilityId: place.id }, id)
  if (!row) {
    throw problem('stays.no-such-notice')
  }
  return !guestDigest(tools, guest).equals(row.guest_digest)
}

/** Also of a home that she has left: what was told of it wrongly is hers to mend or to take back. */
export const changeAtHome = useCase({
  contract: ChangeAtHome,
  limits: (_, __, actor) => [
    perPlace('stays.host-changes', actor, inForce(hostBudget, presentMoment()).noticesPerHour),
  ],
  find: findHome,
  permit: citizenHerself,
  async act(work, { id, to }, { found, actor, tools, now }) {
    mustBeActive(found)
    if (
      to.change === 'correct' &&
      (await namesAnother(work, tools, found, { id, guest: to.guest })) &&
      (await hasLeft(work, tools, actor.subjectId, found.place))
    ) {
      throw problem('stays.home-left')
    }
    const { row, about } = await changeNotice(work, tools, { place: found.place, id, to }, now)
    found.about.push(...about)
    return viewOf(tools, row)
  },
  audit: ({ found, actor, result }) =>
    result
      ? [
          { about: actor.subjectId, purpose: 'stay-host-changed' as const },
          ...found.about.map((one) => lineOfChange(one, saidOf(found.place))),
        ]
      : null,
})
