/** What happens to an account's contacts and devices. */
import { z } from 'zod'
import { language, moment } from '../../../../contract/values.ts'
import { defineEvent } from '../../../kernel/event.ts'
import { residenceChanges } from '../../registry/population/events.ts'

export const proofPurpose = z.enum([
  'enrolment',
  'activation',
  'new-device',
  'new-password',
  'sign-in',
  'change-phone',
  'change-email',
  'level-2',
  'card',
  'lock',
  'close-account',
  'lost-phone',
  'assist',
  'claim-phone',
])

/** Its subject is what the code belongs to: a person, or the draft of somebody who is nobody yet. */
export const OneTimeCodeDrawn = defineEvent(
  'OneTimeCodeDrawn',
  z.strictObject({
    proofId: z.string(),
    purpose: proofPurpose,
    language,
    /** What exactly it is for, where the letter must name it. */
    about: z.string().optional(),
  }),
)

export const PasscodeLocked = defineEvent(
  'PasscodeLocked',
  z.strictObject({ deviceName: z.string(), until: moment }),
)

/** The account was taken from who had it, for its holder proved at a counter who she is. */
export const AccountDisplaced = defineEvent(
  'AccountDisplaced',
  z.strictObject({
    before: moment,
    /** Sealed under the platform's key. */
    oldPhone: z.string().nullable(),
    oldEmail: z.string().nullable(),
  }),
)

/** The phone of the account was shown by a code to be somebody else's by now. */
export const PhoneMovedAway = defineEvent('PhoneMovedAway', z.strictObject({ at: moment }))

/** The phone left the account after its waiting time; it is nobody's now. */
export const PhoneFreed = defineEvent('PhoneFreed', z.strictObject({ at: moment }))

/** At a counter or by the hotline somebody asked whether this phone is taken. */
export const PhoneAskedAbout = defineEvent('PhoneAskedAbout', z.strictObject({ at: moment }))

/** Its holder closed it, and the time in which she could take that back is over. */
export const AccountClosed = defineEvent(
  'AccountClosed',
  z.strictObject({
    at: moment,
    language,
    /** Sealed under the platform's key: by now they are bound to nobody. */
    oldPhone: z.string().nullable(),
    oldEmail: z.string().nullable(),
  }),
)

/** The register has another residence or household of its holder, by a result or by the calendar. */
export const HolderResidenceChanged = defineEvent(
  'HolderResidenceChanged',
  z.strictObject({
    what: z.enum(residenceChanges),
    /** The dossier's code; null where the calendar did it. */
    reference: z.string().nullable(),
    at: moment,
  }),
)

/** The register has another phone or e-mail of its holder, by a result; those of the account stay. */
export const HolderRegisterContactChanged = defineEvent(
  'HolderRegisterContactChanged',
  z.strictObject({ reference: z.string(), at: moment }),
)
