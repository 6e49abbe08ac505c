/** What happens to a dossier. */
import { z } from 'zod'
import { moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'

const words = z.strictObject({ vi: z.string(), en: z.string() })
const named = { caseId: z.string(), reference: z.string() }
const titled = { ...named, title: words }

export const DossierFiled = defineEvent(
  'DossierFiled',
  z.strictObject({ ...titled, office: z.string(), dueAt: moment.nullable(), waitsFor: z.int() }),
)
/** About the person who is asked. */
export const DossierConsentAsked = defineEvent(
  'DossierConsentAsked',
  z.strictObject({ consentId: z.string(), title: words, answerBy: moment, isReminder: z.boolean() }),
)
/** About the person who is said to have agreed. */
export const DossierConsentOnPaper = defineEvent(
  'DossierConsentOnPaper',
  z.strictObject({ ...titled, office: z.string() }),
)
export const DossierConsentAnswered = defineEvent(
  'DossierConsentAnswered',
  z.strictObject({ ...titled, hasAgreed: z.boolean(), open: z.int(), dueAt: moment.nullable() }),
)
export const DossierConsentsLapsed = defineEvent('DossierConsentsLapsed', z.strictObject(titled))
export const DossierReceived = defineEvent(
  'DossierReceived',
  z.strictObject({ ...titled, office: z.string(), dueAt: moment }),
)
export const DossierNotReceived = defineEvent(
  'DossierNotReceived',
  z.strictObject({ ...titled, office: z.string(), reason: words }),
)
export const DossierSupplementAsked = defineEvent(
  'DossierSupplementAsked',
  z.strictObject({ ...titled, office: z.string(), items: z.int(), answerBy: moment }),
)
export const DossierUnanswered = defineEvent('DossierUnanswered', z.strictObject(named))
export const DossierPaymentAsked = defineEvent(
  'DossierPaymentAsked',
  z.strictObject({ ...titled, office: z.string(), amount_vnd: z.int() }),
)
export const DossierPaused = defineEvent(
  'DossierPaused',
  z.strictObject({ ...titled, office: z.string(), why: z.enum(['consultation', 'other']) }),
)
export const DossierResumed = defineEvent(
  'DossierResumed',
  z.strictObject({ ...titled, office: z.string(), dueAt: moment }),
)
/** Its register is written; its papers follow. */
export const DossierGranted = defineEvent(
  'DossierGranted',
  z.strictObject({ ...titled, office: z.string(), by: z.string() }),
)
export const DossierReturned = defineEvent(
  'DossierReturned',
  z.strictObject({ ...titled, result: words, after: words }),
)
export const DossierRejected = defineEvent(
  'DossierRejected',
  z.strictObject({ ...titled, office: z.string(), reason: words }),
)
export const DossierWithdrawn = defineEvent('DossierWithdrawn', z.strictObject(titled))
export const DossierOverdue = defineEvent(
  'DossierOverdue',
  z.strictObject({ ...named, dueAt: moment, office: z.string() }),
)
export const DossierApologised = defineEvent(
  'DossierApologised',
  z.strictObject({ ...titled, office: z.string(), wasDueAt: moment, newDueAt: moment }),
)
