/** What every table of the schema holds of people, as its owner says it. */
import type { Keeping } from '../kernel/keeping.ts'
import { kernelKeeps } from '../kernel/retention.ts'
import { allModules } from '../modules/all.ts'
import { storageKeeps } from '../storage/storage-keeps.ts'

export const allKeeps: readonly Keeping[] = [
  ...kernelKeeps,
  ...storageKeeps,
  ...allModules.flatMap((module) => module.keeps),
]
