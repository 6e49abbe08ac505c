/** What follows from the facts of locking and unlocking. */
import type { Reaction } from './jobs/outbox.ts'
import { endLocked } from './modules/authentication/end-locked.ts'
import { endEverythingOf } from './modules/federation/end-provider-session.ts'
import { lockWhatStands } from './modules/locks/lock-subject.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
/** Decisions after which an account is there, or stands anew. */
const opened = ['EnrolmentAccepted', 'Level2Accepted', 'AccountDisplaced', 'CardIssued'] as const
const momentOf = (data: Readonly<Record<string, unknown>>): Date => new Date(String(data['at']))

export const lockReactions: readonly Reaction[] = [
  ...opened.map((kind) => on(kind, 'lock it by the grounds that stand', (work, fact) => lockWhatStands(work, fact.subjectId))),
  on('AccountLocked', 'end app sessions and journeys', (work, fact) => endLocked(work, fact.subjectId, momentOf(fact.data))),
  on('AccountLocked', 'end every sign-in, grant and token, and tell the parties', (work, fact, tools) => endEverythingOf(work, tools, fact.subjectId, momentOf(fact.data))),
]
