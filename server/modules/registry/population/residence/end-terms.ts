/**
 * A term of temporary residence ends with its last day (Law on Residence 68/2020/QH14 art. 27(2)): the day
 * after, the entry says so, and whoever it was hears it.
 */
import { now } from '../../../../kernel/clock.ts'
import { eachOf } from '../../../../kernel/each-of.ts'
import { pageByPage } from '../../../../kernel/page-by-page.ts'
import { dayInVietnam } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Transact } from '../../../../kernel/work.ts'
import { noTemporary } from './residence.ts'
import * as store from './residence-store.ts'
import { tellChange } from './tell-change.ts'

/** Answers whether a term was ended; for the job. */
export const endTerms = async (
  transact: Transact,
  tools: Pick<Tools, 'read' | 'sealer'>,
): Promise<boolean> => {
  const at = now()
  const today = dayInVietnam(at)
  const over = pageByPage({ until: '', number: '' }, (after, most) =>
    store.termsOver(tools.read, today, after, most),
  )
  const ended = await eachOf(over, transact, async (work, { number }) => {
    const [row] = await store.residentsForUpdate(work, [number])
    // Renewed, or ended by another worker, since it was looked up.
    if (!row || row.temporary_until === null || row.temporary_until >= today) {
      return false
    }
    const entry = store.entryOfRow(row)
    const after = { ...entry, ...noTemporary }
    const changes = [{ personalNumber: number, before: store.beforeOf(entry, after), after }]
    await store.keepBefore(work, changes, store.TERM_ENDED, at)
    await store.setResidence(work, changes, at)
    tellChange(work, tools, { personalNumber: number, what: 'temporary-ended', reference: null, at })
    return true
  })
  return ended > 0
}
