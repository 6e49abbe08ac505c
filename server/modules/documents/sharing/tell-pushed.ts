/**
 * Writes to people of requests that were sent to them by their number: afterwards, so that the party's
 * answer takes the same time whether there is anybody to write to.
 */
import type { AppContext } from '../../../kernel/app-context.ts'
import { now } from '../../../kernel/clock.ts'
import { eachOf } from '../../../kernel/each-of.ts'
import { SharingAsked } from './events.ts'
import { openedRequest } from './sharing-request.ts'
import * as store from './sharing-store.ts'

export const tellPushed = async ({
  transact,
  tools,
}: Pick<AppContext, 'transact' | 'tools'>): Promise<boolean> => {
  const told = await eachOf(store.untold(tools.read), transact, async (work, untold) => {
    const row = await store.markTold(work, untold, now())
    if (!row) {
      return false
    }
    const { party, purpose } = openedRequest(tools, row).content
    work.publish(SharingAsked, row.subject_id, {
      id: row.id,
      party: party.name,
      purpose: purpose.words,
      until: row.expires_at.toISOString(),
    })
    return true
  })
  return told > 0
}
