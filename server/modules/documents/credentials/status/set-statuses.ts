/** Says of places that what stands there is valid, invalid or suspended; seen with the next list. */
import type { Work } from '../../../../kernel/work.ts'
import type { Place } from './draw-places.ts'
import * as store from './status-store.ts'

const BITE = 1000

export const setStatuses = async (work: Work, places: readonly Place[], status: number): Promise<void> => {
  for (let from = 0; from < places.length; from += BITE) {
    await store.setStatuses(work, places.slice(from, from + BITE), status)
  }
}
