/**
 * Every "when this fact, then that deed" of the product, on one page. Each is done exactly once, in the
 * transaction that takes the fact.
 */
import { assistedWords } from '../../contract/phrases/letters-assistance.ts'
import { refusalAdvice } from '../../contract/phrases/letters.ts'
import { vietnamDay } from '../../formats/vietnam-day.ts'
import type { Reaction, ToldFact } from '../jobs/outbox.ts'
import { system } from '../kernel/actor.ts'
import { leaveLine } from '../kernel/leave-line.ts'
import { now } from '../kernel/clock.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Work } from '../kernel/work.ts'
import { markLetter, takeCodeForLetter, type ProofPurpose } from '../modules/people/accounts/contact-proof.ts'
import { contactsOf, findAccount } from '../modules/people/accounts/open-account.ts'
import { endDisplaced } from '../modules/access/authentication/sessions/end-displaced.ts'
import { applicantContact } from '../modules/cases/enrolment/level-1/applicant-contact.ts'
import { settleEnrolment } from '../modules/cases/enrolment/level-1/settle-enrolment.ts'
import { endProviderSession } from '../modules/access/federation/provider/end-provider-session.ts'
import { tellParty } from '../modules/access/federation/leaving.ts'
import { lookAtRegister, watchRegister } from '../modules/people/locks/follow-register.ts'
import { sendLetter } from '../modules/platform/notifications/send-letter.ts'
import { findPerson } from '../modules/registry/population/find-person.ts'
import { lockReactions } from './lock-reactions.ts'
import { cardReactions } from './card-reactions.ts'
import { assistanceReactions } from './assistance-reactions.ts'
import { discrepancyReactions } from './discrepancy-reactions.ts'
import { recoveryReactions } from './recovery-reactions.ts'
import { representationReactions } from './representation-reactions.ts'
import { secureLetters, tellContacts } from './tell-contacts.ts'
import { putLockInLog, tellBody, tellLocked, tellUnlocked } from './tell-lock.ts'
import { tellAccepted, tellDisplaced, tellPutToSecond, tellRefused } from './tell-level-2.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
const text = (fact: ToldFact, key: string): string => String(fact.data[key] ?? '')
/** 22/11/2026 */
const dayText = (iso: string): string => vietnamDay(iso).split('-').reverse().join('/')

const sendCode = async (work: Work, fact: ToldFact, tools: Tools): Promise<void> => {
  const proofId = text(fact, 'proofId')
  const drawn = await takeCodeForLetter(work, tools, fact.subjectId, proofId)
  if (!drawn) {
    return
  }
  const minutes = Math.max(1, Math.round((drawn.expiresAt.getTime() - now().getTime()) / 60_000))
  const letter = {
    subjectId: fact.subjectId,
    id: proofId,
    channel: drawn.channel,
    to: drawn.channel === 'sms' ? { phone: drawn.to } : { email: drawn.to },
    language: fact.data['language'] === 'en' ? 'en' : 'vi',
    isSecret: true,
    expiresAt: drawn.expiresAt,
  } as const
  const purpose = text(fact, 'purpose') as ProofPurpose
  if (purpose === 'assist') {
    await sendLetter(work, tools, {
      ...letter,
      template: 'code-assist',
      params: {
        code: drawn.code,
        minutes,
        act: assistedWords[text(fact, 'about') as keyof typeof assistedWords],
      },
    })
  } else {
    await sendLetter(work, tools, {
      ...letter,
      template: `code-${purpose}`,
      params: { code: drawn.code, minutes },
    })
  }
}

/**
 * The holder of the number may not be the one who applied: the contact that the register holds is told as
 * well.
 */
const warnRegisterContact = async (work: Work, fact: ToldFact, tools: Tools): Promise<void> => {
  const account = await findAccount(work, fact.subjectId)
  const person = account && (await findPerson(work, tools, account.personalNumber))
  if (!account || !person) {
    return
  }
  const own = await contactsOf(work, tools, fact.subjectId)
  const { phone, email } = person.private
  const params = { day: dayText(now().toISOString()) }
  const letter = {
    subjectId: fact.subjectId,
    template: 'account-opened' as const,
    params,
    language: account.language,
  }
  if (phone && phone !== own.phone) {
    await sendLetter(work, tools, { ...letter, channel: 'sms', to: { phone } })
  }
  if (email && email !== own.email) {
    await sendLetter(work, tools, { ...letter, channel: 'email', to: { email } })
  }
}

const tellApplicant = async (work: Work, fact: ToldFact, tools: Tools): Promise<void> => {
  const applicant = await applicantContact(work, tools, fact.subjectId, text(fact, 'enrolmentId'))
  if (!applicant) {
    return
  }
  const { language, phone, email } = applicant
  const reference = text(fact, 'reference')
  const order = async (channel: 'sms' | 'email' | 'inbox'): Promise<void> => {
    const to = { phone, email }
    const base = { subjectId: fact.subjectId, channel, to, language }
    if (fact.kind === 'EnrolmentAccepted') {
      await sendLetter(work, tools, {
        ...base,
        template: 'enrolment-accepted',
        params: { reference, activateBy: dayText(text(fact, 'activateBy')) },
      })
    } else if (fact.kind === 'EnrolmentPutToReview') {
      await sendLetter(work, tools, {
        ...base,
        template: 'enrolment-in-review',
        params: { reference, due: dayText(text(fact, 'dueAt')) },
      })
    } else {
      await sendLetter(work, tools, {
        ...base,
        template: 'enrolment-refused',
        params: { reference, reason: refusalAdvice[text(fact, 'reason') as keyof typeof refusalAdvice] },
      })
    }
  }
  await order('sms')
  if (email) {
    await order('email')
  }
  // The inbox belongs to the holder of the account: an application for it by somebody else is not hers to
  // read about there.
  if (fact.kind === 'EnrolmentAccepted') {
    await order('inbox')
  }
}

export const reactions: readonly Reaction[] = [
  ...lockReactions,
  ...recoveryReactions,
  ...discrepancyReactions,
  ...cardReactions,
  ...representationReactions,
  ...assistanceReactions,
  on('OneTimeCodeDrawn', 'send the code', sendCode),
  on('CodeLetterMoved', 'show how the code travels', async (work, fact) => {
    await markLetter(work, fact.subjectId, text(fact, 'letterId'), text(fact, 'state'))
  }),
  on('EnrolmentSubmitted', 'settle the application by rule', (work, fact, tools) =>
    settleEnrolment(work, tools, fact.subjectId, text(fact, 'enrolmentId')),
  ),
  on('EnrolmentPutToReview', 'tell the applicant', tellApplicant),
  on('EnrolmentAccepted', 'tell the applicant', tellApplicant),
  on('EnrolmentAccepted', 'warn the contact of the register', warnRegisterContact),
  on('EnrolmentRefused', 'tell the applicant', tellApplicant),
  on('Level2Accepted', 'tell the holder', tellAccepted),
  on('Level2PutToSecond', 'tell the holder', tellPutToSecond),
  on('Level2Refused', 'tell the applicant', tellRefused),
  on('AccountDisplaced', 'end what its former holder had', (work, fact) =>
    endDisplaced(work, fact.subjectId, new Date(text(fact, 'before'))),
  ),
  on('AccountDisplaced', 'tell the contacts it was taken from', tellDisplaced),
  on('UnusualSearchVolume', 'put it on record', (work, fact) =>
    leaveLine(work, {
      useCase: 'counter.search',
      actor: system('search-watch'),
      line: {
        about: null,
        purpose: 'search-volume-unusual',
        detail: {
          officerNumber: text(fact, 'officerNumber'),
          office: text(fact, 'office'),
          count: Number(fact.data['count']),
        },
      },
    }),
  ),
  on('AccountLocked', 'put it in her log', putLockInLog),
  on('AccountLocked', 'tell the holder', tellLocked),
  on('AccountUnlocked', 'tell the holder', tellUnlocked),
  on('LockRequestAnswered', 'answer the body that asked', tellBody),
  on('AccountActivated', 'follow the register from now on', async (work, fact) => {
    await watchRegister(work, fact.subjectId)
  }),
  on('CardStateChanged', 'lock or unlock by the register', async (work, fact, tools) => {
    await lookAtRegister(work, tools, fact.subjectId)
  }),
  on('AccountActivated', 'tell the holder', (work, fact, tools) =>
    tellContacts(work, tools, fact.subjectId, secureLetters.activated(text(fact, 'deviceName'))),
  ),
  on('DeviceBound', 'tell the holder', (work, fact, tools) =>
    tellContacts(work, tools, fact.subjectId, secureLetters.deviceBound(text(fact, 'deviceName'))),
  ),
  on('PasswordChanged', 'tell the holder', (work, fact, tools) =>
    tellContacts(work, tools, fact.subjectId, secureLetters.passwordChanged()),
  ),
  on('PhoneChanged', 'tell the old phone', (work, fact, tools) =>
    tellContacts(work, tools, fact.subjectId, secureLetters.phoneChanged(), { phone: fact.data['old'] }),
  ),
  on('EmailChanged', 'tell the old address', (work, fact, tools) =>
    tellContacts(work, tools, fact.subjectId, secureLetters.emailChanged(), { email: fact.data['old'] }),
  ),
  on('SignedInAtParty', 'tell the holder', (work, fact, tools) =>
    tellContacts(work, tools, fact.subjectId, secureLetters.signedIn(text(fact, 'clientName'))),
  ),
  on('SignedOutEverywhere', 'tell the holder', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      secureLetters.signedOutEverywhere(Number(fact.data['count'] ?? 0)),
    ),
  ),
  on('PartyToBeToldOfLogout', 'tell the party by its back channel', (_, fact, tools) =>
    tellParty(tools, fact.data),
  ),
  on('SignInEnded', 'end it at the provider', (work, fact, tools) =>
    endProviderSession(work, tools, {
      subjectId: fact.subjectId,
      providerSession: text(fact, 'providerSession'),
      clientId: text(fact, 'clientId'),
      grantId: text(fact, 'grantId'),
    }),
  ),
]
