// What waits at this office by next action, as the server counts it; told to the navigation.
import type { ViewOverview } from '../../../../contract/counter.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { view } from '../../../client/call.ts'
import { createStore } from '../../../ui/store.ts'
import { setCount } from './counts.ts'
import { orSignIn } from './officer.ts'

export type Queue = OutputOf<typeof ViewOverview>['queues'][number]

export const queues = createStore<readonly Queue[] | null>(null)

export const readOverview = async (): Promise<void> => {
  const { queues: told } = await orSignIn(view<typeof ViewOverview>('counter.overview', {}))
  for (const { key, waiting, overdue } of told) {
    setCount(key, { n: waiting, isUrgent: overdue > 0 })
  }
  queues.set(told)
}
