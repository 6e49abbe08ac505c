/** Where and when somebody has told of her stay, as she reads it herself. A home is not named to her. */
import { ViewOwnStays } from '../../../../contract/home-stays.ts'
import { none } from '../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading } from '../../../kernel/work.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { findPlace } from './facility.ts'
import * as store from './stay-store.ts'
import { cursorOf, placeBefore } from './view-desk.ts'

const PAGE = 20

const shown = async (read: Reading, tools: Tools, row: store.OwnRow) => {
  const place = await findPlace(read, tools, row.facility_id)
  if (!place) {
    throw new Error('a place of stay is gone')
  }
  const isNamed = place.code !== null
  return {
    id: row.id,
    kind: place.kind,
    place: isNamed ? place.name : null,
    address: isNamed ? place.address : null,
    office: await officeName(read, place.officeId),
    from: row.from_at.toISOString(),
    to: row.to_at.toISOString(),
    filedAt: row.filed_at.toISOString(),
    state: row.state,
  }
}

export const viewOwnStays = useCase({
  contract: ViewOwnStays,
  permit: citizenHerself,
  async act(work, { cursor }, { actor, tools, now }) {
    const rows = await store.ownOf(work, actor.subjectId, placeBefore(cursor, now), PAGE + 1)
    const page = rows.slice(0, PAGE)
    const last = page.at(-1)
    const items = []
    for (const row of page) {
      items.push(await shown(work, tools, row))
    }
    return { items, next: rows.length > PAGE && last ? cursorOf(last) : null }
  },
  audit: none('her own stays, as the app shows them to herself'),
})
