/**
 * What the register says by itself: a card that is held, revoked, lost or expired, a death. The grounds come
 * and go with the register's own word, and with
 * nobody else's (Decree 69/2024 art. 15: automatic, both ways). Looked at daily, on the day the card ends,
 * and whenever a fact tells of a change.
 */
import { later, now } from '../../../kernel/clock.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { system } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { findAccount } from '../accounts/open-account.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { followRegister } from './lock.ts'
import { lockStateOf, lockSubject, unlockSubject } from './lock-subject.ts'
import { lookEvery_s, type Ground } from './rules.ts'
import * as store from './store.ts'

/** Looks at this account from now on. */
export const watchRegister = (work: Work, subjectId: string): Promise<number> =>
  store.watch(work, subjectId, later(now(), inForce(lookEvery_s, now())))

/**
 * Asks the register about one holder and makes the standing grounds say the same. Answers whether something
 * changed.
 */
export const lookAtRegister = async (work: Work, tools: Tools, subjectId: string): Promise<boolean> => {
  const account = await findAccount(work, subjectId)
  if (!account) {
    return false
  }
  const at = now()
  const person = await findPerson(work, tools, account.personalNumber)
  // Of whom the register says nothing it says no ground either: an error of ours must lock nobody.
  if (!person) {
    return false
  }
  const { grounds } = await lockStateOf(work, subjectId)
  const change = followRegister(
    grounds,
    {
      lifeStatus: person.lifeStatus,
      card: person.card && { state: person.card.state, expiresOn: person.card.expiresOn },
    },
    dayInVietnam(at),
  )
  for (const ground of change.set) {
    await lockSubject(work, tools, { subjectId, ground, by: 'register' })
  }
  if (change.lift.length > 0) {
    await unlockSubject(work, tools, { subjectId, by: 'register', grounds: change.lift })
  }
  await leaveChange(work, subjectId, change)
  return change.set.length + change.lift.length > 0
}

/** Only a change leaves a line: one for every daily look would bury what matters. */
const leaveChange = async (
  work: Work,
  subjectId: string,
  { set, lift }: { readonly set: readonly Ground[]; readonly lift: readonly Ground[] },
): Promise<void> => {
  if (set.length + lift.length === 0) {
    return
  }
  leaveLine(work, {
    useCase: 'locks.follow-register',
    actor: system('register'),
    line: {
      about: subjectId,
      purpose: 'register-followed',
      fields: ['card', 'lifeStatus'],
      outcome: set.length > 0 ? 'locked' : 'unlocked',
      detail: { set: set.join(' '), lifted: lift.join(' ') },
    },
  })
}

/**
 * The next holder who is due, each taken by one worker, in a transaction of her own. False when nobody is.
 */
export const followNext = async (work: Work, tools: Tools): Promise<boolean> => {
  const due = await store.takeDue(work, now())
  if (!due) {
    return false
  }
  await lookAtRegister(work, tools, due.subject_id)
  // An account that is gone is looked at no more than daily either.
  await store.lookAgain(work, due.subject_id, later(now(), inForce(lookEvery_s, now())))
  return true
}
