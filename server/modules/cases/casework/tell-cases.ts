/**
 * That there is a case of hers, where, and how it stands, for whoever takes all of hers along. What a kind
 * shows her of it beside that is told by the kind.
 */
import { newestOf, type TellingTo } from '../../../kernel/telling.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import * as store from './case-store.ts'

/** A body's wish to lock is not hers to know before it is granted; what came of it stands among her locks. */
const KEPT_FROM_HER = ['lock-request']

export const tellCases = async ({ work, account: { subjectId }, newest }: TellingTo) => {
  const rows = await store.allOfSubject(work, subjectId, { but: KEPT_FROM_HER, max: newest + 1 })
  const names = new Map<string, string>()
  for (const id of new Set(rows.map(({ office_id }) => office_id))) {
    names.set(id, await officeName(work, id))
  }
  const items = rows.map((row) => ({
    kind: row.kind,
    reference: row.reference,
    office: names.get(row.office_id) ?? '',
    state: row.state,
    openedAt: row.opened_at.toISOString(),
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
  }))
  return newestOf(items, newest)
}
