/** What follows from the facts of locking and unlocking. */
import type { Reaction } from './jobs/outbox.ts'
import { lockWhatStands } from './modules/locks/lock-subject.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
/** Decisions after which an account is there, or stands anew. */
const opened = ['EnrolmentAccepted', 'Level2Accepted', 'AccountDisplaced'] as const

export const lockReactions: readonly Reaction[] = opened.map((kind) => on(kind, 'lock it by the grounds that stand', (work, fact) => lockWhatStands(work, fact.subjectId)))
