/** Letters about locking and unlocking (Decree 69/2024 art. 15), and about what was done by telephone. */
import { assistedWords, hotlineWords } from '../../contract/phrases/letters-assistance.ts'
import { lockWords, unlockWords, verdictWords } from '../../contract/phrases/letters-lock.ts'
import { now } from '../kernel/clock.ts'
import { inForce } from '../kernel/policy.ts'
import { AssistedActDone, HotlineDeedDone } from '../modules/access/assistance/events.ts'
import { LockRequestAnswered, LockRequestOverdue } from '../modules/cases/lock-requests/events.ts'
import { requestForLetter } from '../modules/cases/lock-requests/request-for-letter.ts'
import { LockedByRelative, RelativeLockSent } from '../modules/cases/representation/relatives/events.ts'
import {
  nameOfNamer,
  nameOfRelative,
} from '../modules/cases/representation/relatives/trusted-relative-lock.ts'
import { AccountLocked, AccountUnlocked, LockLifted } from '../modules/people/locks/events.ts'
import { groundRules, type Ground } from '../modules/people/locks/rules.ts'
import { holder, relative, requestingBody } from './audiences.ts'
import { dayText, momentText, personText } from './blanks.ts'
import { letter, nothing, type LetterRow } from './letter.ts'

const isUnlocker = (by: string): by is keyof typeof unlockWords => Object.hasOwn(unlockWords, by)
/** Why it is locked, and who unlocks it. */
const wordsOf = (ground: Ground) => {
  const [liftedBy = ''] = inForce(groundRules, now())[ground].liftedBy
  return { how: lockWords[ground], next: isUnlocker(liftedBy) ? unlockWords[liftedBy] : { vi: '', en: '' } }
}

export const lockLetters: readonly LetterRow[] = [
  letter(AccountLocked, {
    when: 'a ground locks the account; not by a death, and not by a relative, whose lock has a letter of its own',
    template: 'account-locked',
    to: holder,
    applies: ({ ground, by }) => ground !== 'death' && by !== 'relative',
    params: ({ data }) => wordsOf(data.ground),
  }),
  letter(LockLifted, {
    when: 'a ground is gone and the account stays locked by another; not where a death is one of those',
    template: 'lock-lifted',
    to: holder,
    applies: ({ remaining }) => !remaining.includes('death'),
    params: ({ data: { remaining } }) => (remaining[0] ? wordsOf(remaining[0]) : null),
  }),
  letter(AccountUnlocked, {
    when: 'no ground is left and the account is unlocked',
    template: 'account-unlocked',
    to: holder,
    params: nothing,
  }),
  letter(LockedByRelative, {
    when: 'a trusted relative has locked the account',
    template: 'locked-by-relative',
    to: holder,
    async params({ work, tools, subjectId, data }) {
      const name = await nameOfRelative(work, tools, subjectId, data.id)
      return name === null ? null : { name: personText(name) }
    },
  }),
  letter(RelativeLockSent, {
    when: 'a trusted relative has locked the account of the person who named her',
    template: 'locked-for-relative',
    to: relative,
    async params({ work, tools, subjectId, data }) {
      const name = await nameOfNamer(work, tools, subjectId, data.id)
      return name === null ? null : { name: personText(name) }
    },
  }),
  letter(LockRequestAnswered, {
    when: 'the request of a competent body (TK03) is granted or refused',
    template: 'lock-request-answered',
    to: requestingBody,
    params: ({ about: { reference, documentNumber, state, reason } }) => ({
      reference,
      document: documentNumber,
      verdict: verdictWords[state === 'granted' ? 'granted' : 'refused'],
      reason,
    }),
  }),
  letter(LockRequestAnswered, {
    when: 'the holder asked at a counter to be unlocked and is refused',
    template: 'unlock-refused',
    to: holder,
    applies: ({ state }) => state === 'refused',
    async params({ work, tools, subjectId, data }) {
      const request = await requestForLetter(work, tools, subjectId, data.requestId)
      return request?.kind === 'holder-unlock'
        ? { reference: request.reference, reason: request.reason }
        : null
    },
  }),
  letter(LockRequestOverdue, {
    when: 'the request of a competent body (TK03) is late: an apology, once for each of its time limits',
    template: 'lock-request-overdue',
    to: requestingBody,
    params: ({ about: { documentNumber }, data: { reference, dueAt, office } }) => ({
      reference,
      document: documentNumber,
      due: dayText(dueAt),
      office,
    }),
  }),
  letter(LockRequestOverdue, {
    when: 'the holder asked at a counter to be unlocked and waits too long: an apology, once',
    template: 'unlock-overdue',
    to: holder,
    applies: ({ kind }) => kind === 'holder-unlock',
    params: ({ data: { reference, dueAt, office } }) => ({ reference, due: momentText(dueAt), office }),
  }),
  letter(AssistedActDone, {
    when: 'a helper has done something beside the holder',
    template: 'assisted-act',
    to: holder,
    params: ({ data: { act, helper, office, reference } }) => ({
      act: assistedWords[act],
      helper,
      office,
      reference,
    }),
  }),
  letter(HotlineDeedDone, {
    when: 'the hotline has done something for a caller, once in a call for each kind of deed',
    template: 'hotline-receipt',
    to: holder,
    params: ({ data: { deed, helper, reference } }) => ({ deed: hotlineWords[deed], helper, reference }),
  }),
]
