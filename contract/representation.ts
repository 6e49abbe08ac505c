/**
 * Children, wards and those who act for them (Decree 69/2024/ND-CP art. 7, 9, 10): a parent or guardian
 * registers from her own level-2 account or at a
 * counter with papers, opens the other's profile, and consents to each use.
 */
import { z } from 'zod'
import { moment, nothing, passcode, personalNumber, phone, picture } from './values.ts'
import { deed, view } from './operation.ts'

/** The text that a representative agrees to has a version. */
export const REPRESENTATION_CONSENT = '2026-11'

export const tieKind = z.enum(['parent', 'guardian'])
export const tieEnd = z.enum([
  'came-of-age',
  'guardianship-ended',
  'term-ended',
  'register-changed',
  'died',
  'representative-gone',
  'displaced',
])
/** Why somebody cannot be registered, or not here. */
export const notEligible = z.enum([
  'of-age',
  'no-valid-card',
  'deceased',
  'has-own-account',
  'level-2-needed',
])
const wardUse = z.enum(['identity-card', 'documents', 'services'])

const familyMember = z.object({
  personalNumber: z.string(),
  fullName: z.string(),
  birthDate: z.string(),
  age: z.number(),
  kind: tieKind,
  state: z.enum(['registered', 'can-register', 'cannot']),
  why: notEligible.nullable(),
  /** Names the tie, for switching; null while not registered. */
  tieId: z.uuid().nullable(),
  level: z.number().nullable(),
  until: z.string().nullable(),
  isOpen: z.boolean(),
})
const ended = z.object({
  tieId: z.uuid(),
  fullName: z.string(),
  reason: tieEnd,
  endedAt: moment,
  handOver: z.enum(['possible', 'done', 'late']).nullable(),
  handOverBy: moment.nullable(),
})

export const ViewFamily = view('representation.family', {
  summary:
    'Whom the register and the papers let me act for, who of them is registered, and whose profile is open here.',
  input: nothing,
  output: z.object({
    members: z.array(familyMember),
    ended: z.array(ended),
    acting: z.object({ tieId: z.uuid(), fullName: z.string(), age: z.number(), kind: tieKind }).nullable(),
  }),
  problems: ['representation.ended'],
})
export const RegisterWard = deed('representation.register', {
  summary:
    'Registers a child or ward whom the register names as mine, with a portrait taken now and the passcode of this phone.',
  input: z.object({ personalNumber, picture, passcode, consent: z.literal(REPRESENTATION_CONSENT) }),
  output: z.object({ level: z.number() }),
  problems: [
    'passcode.wrong',
    'passcode.locked',
    'representation.unknown',
    'representation.not-eligible',
    'representation.already',
    'representation.portrait-poor',
    'representation.portrait-differs',
    'representation.counter-needed',
    'portrait.not-a-picture',
    'server.busy',
    'limit.reached',
  ],
})
export const ReportRelation = deed('representation.report-relation', {
  summary:
    'Somebody whom I care for is not in my list: a case is opened to have the register looked at. The same answer for every number.',
  input: z.object({ personalNumber, kind: tieKind }),
  output: nothing,
  problems: ['limit.reached', 'representation.level-2-needed'],
})
export const OpenProfile = deed('representation.open-profile', {
  summary:
    'Opens the profile of somebody whom I act for, or my own again. Everything afterwards is done for the profile that is open.',
  input: z.object({ tieId: z.uuid().nullable() }),
  output: z.object({ acting: z.object({ tieId: z.uuid(), fullName: z.string() }).nullable() }),
  problems: ['representation.ended'],
})
export const ConsentForWard = deed('representation.consent', {
  summary:
    'The representative consents to one use of the data of the profile that is open; good for minutes.',
  input: z.object({ use: wardUse, passcode }),
  output: z.object({ until: moment }),
  problems: ['passcode.wrong', 'passcode.locked', 'representation.no-profile-open'],
})
export const HandOver = deed('representation.hand-over', {
  summary:
    "After the child came of age: the account goes to a phone of the child's own, to be activated there.",
  input: z.object({ tieId: z.uuid(), phone, passcode }),
  output: z.object({ activateBy: moment }),
  problems: [
    'passcode.wrong',
    'passcode.locked',
    'representation.no-hand-over',
    'representation.phone-not-own',
    'representation.card-first',
  ],
})
