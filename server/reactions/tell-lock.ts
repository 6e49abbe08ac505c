/**
 * What follows a lock and its end: sessions and sign-ins go, the holder is told at once, the requesting body
 * gets its answer.
 */
import { lockWords, unlockWords } from '../../contract/phrases/letters-lock.ts'
import type { ToldFact } from '../jobs/outbox.ts'
import { system } from '../kernel/actor.ts'
import { leaveLine } from '../kernel/leave-line.ts'
import { now } from '../kernel/clock.ts'
import { inForce } from '../kernel/policy.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Work } from '../kernel/work.ts'
import { answeredRequest } from '../modules/people/locks/answered-request.ts'
import { groundRules, type Ground } from '../modules/people/locks/rules.ts'
import { sendLetter } from '../modules/platform/notifications/send-letter.ts'
import { notice, tellContacts } from './tell-contacts.ts'

const wordOf = (fact: ToldFact, key: string): string => String(fact.data[key] ?? '')

/**
 * A lock by a code leaves no line of its own deed: one at once would tell a stranger by its time that the
 * number has an account.
 */
export const putLockInLog = async (work: Work, fact: ToldFact): Promise<void> => {
  if (wordOf(fact, 'by') !== 'holder-code') {
    return
  }
  await leaveLine(work, {
    useCase: 'lock.in-public',
    actor: system('lock'),
    line: { about: fact.subjectId, purpose: 'account-locked', detail: { by: 'holder-code' } },
  })
}

const isTold = (ground: string): ground is Exclude<Ground, 'death'> =>
  ground !== 'death' && Object.hasOwn(lockWords, ground)
const isUnlocker = (by: string): by is keyof typeof unlockWords => Object.hasOwn(unlockWords, by)

export const tellLocked = async (work: Work, fact: ToldFact, tools: Tools): Promise<void> => {
  const ground = wordOf(fact, 'ground')
  // Nobody is written to about her own death.
  if (!isTold(ground)) {
    return
  }
  // Her relative's lock has a letter of its own, with the relative's name.
  if (wordOf(fact, 'by') === 'relative') {
    return
  }
  const liftedBy = inForce(groundRules, now())[ground].liftedBy[0]
  const next = liftedBy && isUnlocker(liftedBy) ? unlockWords[liftedBy] : { vi: '', en: '' }
  await tellContacts(
    work,
    tools,
    fact.subjectId,
    notice('account-locked', () => ({ how: lockWords[ground], next })),
  )
}

export const tellUnlocked = (work: Work, fact: ToldFact, tools: Tools): Promise<void> =>
  tellContacts(
    work,
    tools,
    fact.subjectId,
    notice('account-unlocked', () => ({})),
  )

const VERDICTS = {
  granted: { vi: 'đã được thực hiện', en: 'carried out' },
  refused: { vi: 'không được thực hiện', en: 'refused' },
} as const

/** In writing, with the reasons of a refusal (Decree 69/2024 art. 15). */
export const tellBody = async (work: Work, fact: ToldFact, tools: Tools): Promise<void> => {
  const request = await answeredRequest(work, tools, fact.subjectId, wordOf(fact, 'requestId'))
  if (!request?.replyTo) {
    return
  }
  const verdict = VERDICTS[request.state === 'granted' ? 'granted' : 'refused']
  await sendLetter(work, tools, {
    subjectId: fact.subjectId,
    channel: 'email',
    to: { email: request.replyTo },
    template: 'lock-request-answered',
    language: 'vi',
    params: {
      reference: request.reference,
      document: request.documentNumber,
      verdict,
      reason: request.reason,
    },
  })
}
