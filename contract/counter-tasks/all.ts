/** Every task of the counter, in the order of its navigation. What is folded from them follows it. */
import { assistanceTask } from './assistance.ts'
import { cardsTask } from './cards.ts'
import type { CounterTask } from './counter-task.ts'
import { crimeReportsTask } from './crime-reports.ts'
import { dossiersTask } from './dossiers.ts'
import { discrepanciesTask } from './discrepancies.ts'
import { level1Task } from './level-1.ts'
import { level2Task } from './level-2.ts'
import { lookQuestionsTask } from './look-questions.ts'
import { petitionsTask } from './petitions.ts'
import { locksTask } from './locks.ts'
import { representationTask } from './representation.ts'
import { staysTask } from './stays.ts'
import { supervisionTask } from './supervision.ts'
import { vouchersTask } from './vouchers.ts'

const counterTasks = [
  level1Task,
  level2Task,
  cardsTask,
  dossiersTask,
  discrepanciesTask,
  lookQuestionsTask,
  petitionsTask,
  crimeReportsTask,
  representationTask,
  locksTask,
  assistanceTask,
  vouchersTask,
  staysTask,
  supervisionTask,
] as const satisfies readonly CounterTask[]

type Declared = (typeof counterTasks)[number]
/** All entries of a union of tables in one: by their keys, as an intersection of many compiles in minutes. */
type KeyIn<Tables> = Tables extends unknown ? keyof Tables : never
type EntryOf<Tables, Key extends PropertyKey> = Tables extends { readonly [K in Key]: infer Entry }
  ? Entry
  : never
type Together<Tables> = { readonly [Key in KeyIn<Tables>]: EntryOf<Tables, Key> }
type Problems = Together<Declared['problems']>
type Purposes = Together<Declared['purposes']>

export type CounterTaskName = Declared['tasks'][number]

export const counterTaskNames: readonly CounterTaskName[] = counterTasks.flatMap(({ tasks }) => tasks)
export const queueKeys: readonly Declared['queues'][number][] = counterTasks.flatMap(({ queues }) => queues)
export const caseKinds: readonly Declared['cases'][number][] = counterTasks.flatMap(({ cases }) => cases)
export const questionKinds: readonly Declared['questions'][number][] = counterTasks.flatMap(
  ({ questions }) => questions,
)
export const counterTaskProblems = Object.assign(
  {},
  ...counterTasks.map(({ problems }) => problems),
) as Problems
export const counterTaskPurposes = Object.assign(
  {},
  ...counterTasks.map(({ purposes }) => purposes),
) as Purposes
