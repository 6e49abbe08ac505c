/** What the counter's search for a reference is in the product: over the kinds of cases of every module. */
import { allModules } from '../server/modules/all.ts'
import { findCaseAmong } from '../server/modules/platform/counter/find-case.ts'

export const findCase = findCaseAmong(allModules.flatMap(({ cases }) => cases))
