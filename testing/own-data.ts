/** Taking along all of oneself as the product has it: over what every module tells. */
import { allModules } from '../server/modules/all.ts'
import { takeOwnDataOf } from '../server/modules/platform/own-data/take-own-data.ts'

export const allTellings = allModules.flatMap(({ tells }) => tells)
export const takeOwnData = takeOwnDataOf(allTellings)
