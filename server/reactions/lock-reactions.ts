/** What follows from the facts of locking and unlocking. */
import type { Reaction } from '../jobs/outbox.ts'
import { endLocked } from '../modules/access/authentication/sessions/end-locked.ts'
import { endEverythingOf } from '../modules/access/federation/provider/end-provider-session.ts'
import { lockWhatStands } from '../modules/people/locks/lock-subject.ts'
import {
  nameOfNamer,
  takeRelativeLock,
} from '../modules/cases/representation/relatives/trusted-relative-lock.ts'
import { notice, tellContacts } from './tell-contacts.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
/** Decisions after which an account is there, or stands anew. */
const opened = ['EnrolmentAccepted', 'Level2Accepted', 'AccountDisplaced', 'CardIssued'] as const
const momentOf = (data: Readonly<Record<string, unknown>>): Date => new Date(String(data['at']))

const short = (name: string): string => (name.length > 30 ? `${name.slice(0, 29)}…` : name)

const lockByRelative: Reaction['run'] = async (work, fact, tools) => {
  const name = await takeRelativeLock(work, tools, fact.subjectId, {
    id: String(fact.data['id']),
    by: String(fact.data['by']),
  })
  if (name !== null) {
    await tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('locked-by-relative', () => ({ name: short(name) })),
    )
  }
}
const tellRelative: Reaction['run'] = async (work, fact, tools) => {
  const name = await nameOfNamer(work, tools, fact.subjectId, String(fact.data['id']))
  if (name !== null) {
    await tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('locked-for-relative', () => ({ name: short(name) })),
    )
  }
}

export const lockReactions: readonly Reaction[] = [
  ...opened.map((kind) =>
    on(kind, 'lock it by the grounds that stand', (work, fact) => lockWhatStands(work, fact.subjectId)),
  ),
  on('RelativeLocks', 'lock, in her own transaction', lockByRelative),
  on('RelativeLockSent', 'tell the relative', tellRelative),
  on('AccountLocked', 'end app sessions and journeys', (work, fact) =>
    endLocked(work, fact.subjectId, momentOf(fact.data)),
  ),
  on('AccountLocked', 'end every sign-in, grant and token, and tell the parties', (work, fact, tools) =>
    endEverythingOf(work, tools, fact.subjectId, momentOf(fact.data)),
  ),
]
