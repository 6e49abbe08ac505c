/** What the counter's overview is in the product: over the queues of every module. */
import { allModules } from '../server/modules/all.ts'
import { overviewOf } from '../server/modules/platform/counter/overview.ts'

export const viewOverview = overviewOf(allModules.flatMap(({ queues }) => queues))
