/**
 * Children, wards and those who act for them (Decree 69/2024/ND-CP art. 7, 9, 10): a parent or guardian
 * registers from her own level-2 account or at a
 * counter with papers, opens the other's profile, and consents to each use.
 */
import { z } from 'zod'
import { caseHistory } from './case-history.ts'
import { caseId, chipFile } from './level-2.ts'
import { portraitHint } from './enrolment.ts'
import { deed, view } from './operation.ts'
import { cursor, moment, nothing, passcode, personalNumber, phone, picture, reference } from './values.ts'

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
const wardUse = z.enum(['identity-card'])

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

// At the counter.

const paperKind = z.enum([
  'birth-certificate',
  'adoption-decision',
  'guardianship-decision',
  'court-decision',
  'card',
])
const paper = z.object({
  kind: paperKind,
  number: z.string().trim().min(2).max(60),
  authority: z.string().trim().min(3).max(120),
  date: z.iso.date(),
})
export const requestState = z.enum(['open', 'waiting-second', 'accepted', 'refused', 'discarded'])
export const requestRefusal = z.enum([
  'not-in-register',
  'deceased',
  'of-age',
  'no-valid-card',
  'representative-not-level-2',
  'portrait-differs',
  'chip-refused',
  'consent-declined',
  'already-represented',
  'second-denied',
])
export const requestStep = z.enum(['papers', 'portrait', 'consent', 'second'])
export const requestDoubt = z.enum([
  'relation-not-in-register',
  'portrait-unsure',
  'portrait-no-reference',
  'takes-over-account',
])

export const representationRequest = z.object({
  caseId,
  reference: z.string(),
  state: requestState,
  reason: requestRefusal.nullable(),
  openedAt: moment,
  dueAt: moment,
  decidedAt: moment.nullable(),
  kind: tieKind,
  isTakenByMe: z.boolean(),
  history: caseHistory,
  ward: z
    .object({
      personalNumber: z.string(),
      fullName: z.string(),
      birthDate: z.string(),
      age: z.number(),
      portrait: z.string().nullable(),
      account: z.object({ level: z.number(), state: z.string() }).nullable(),
    })
    .nullable(),
  representative: z
    .object({ personalNumber: z.string(), fullName: z.string(), level: z.number().nullable() })
    .nullable(),
  isInRegister: z.boolean(),
  papers: z.array(paper),
  until: z.string().nullable(),
  portrait: z
    .object({ outcome: z.string(), tries: z.number(), triesLeft: z.number(), hints: z.array(portraitHint) })
    .nullable(),
  chip: z.object({ verdict: z.enum(['genuine', 'refused']), isHers: z.boolean() }).nullable(),
  consent: z.enum(['none', 'asked', 'agreed', 'declined']),
  level: z.number(),
  doubts: z.array(requestDoubt),
  remaining: z.array(requestStep),
  note: z.string().nullable(),
})
const named = z.object({ caseId })
const note = z.string().trim().min(5).max(500)
const common = ['representation.no-such-request', 'representation.closed'] as const

export const OpenRepresentation = deed('representation.open', {
  summary: 'Opens a request for a child or ward and the one who acts for her; both stand at the counter.',
  input: named.extend({ personalNumber, representativeNumber: personalNumber, kind: tieKind }),
  output: representationRequest,
  problems: [
    'representation.no-such-request',
    'representation.about-yourself',
    'representation.same-person',
    'representation.request-open',
    'representation.not-in-register',
    'representation.deceased',
    'representation.of-age',
    'representation.no-valid-card',
    'representation.representative-level',
    'representation.already-stands',
    'limit.reached',
  ],
})
export const ViewRepresentation = view('representation.view', {
  summary: 'One request. Opening it is seen by the person.',
  input: named,
  output: representationRequest,
  problems: common,
})
export const NotePapers = deed('representation.papers', {
  summary: 'The papers that were shown, and the last day that a decision names.',
  input: named.extend({ papers: z.array(paper).min(1).max(5), until: z.iso.date().nullable() }),
  output: representationRequest,
  problems: [...common, 'evidence.paper-of-future'],
})
export const TakeWardPortrait = deed('representation.portrait', {
  summary: "A portrait taken now, compared with the register's.",
  input: named.extend({ picture }),
  output: representationRequest,
  problems: [...common, 'portrait.not-a-picture', 'evidence.no-tries-left', 'server.busy'],
})
export const ReadWardChip = deed('representation.read-chip', {
  summary:
    "The chip of the ward's card: with it and a portrait that matches, the account is of level 2 from the age that the law says.",
  input: named.extend({ chip: chipFile }),
  output: representationRequest,
  problems: [...common],
})
export const AskRepresentative = deed('representation.ask-consent', {
  summary: 'Asks the representative at the second screen.',
  input: named,
  output: representationRequest,
  problems: [...common, 'desk.no-screen'],
})
export const SubmitRepresentation = deed('representation.submit', {
  summary: 'Sends the request: decided by rule, or put to a second pair of eyes.',
  input: named,
  output: representationRequest,
  problems: [...common, 'representation.incomplete'],
})
export const SecondRepresentation = deed('representation.second', {
  summary: 'The second pair of eyes confirms or denies what the register does not know.',
  input: named.extend({ verdict: z.enum(['confirm', 'deny']), note }),
  output: representationRequest,
  problems: [
    ...common,
    'representation.not-waiting',
    'representation.same-eyes',
    'representation.about-yourself',
  ],
})
export const DiscardRepresentation = deed('representation.discard', {
  summary: 'Ends a request without a decision.',
  input: named.extend({ note }),
  output: representationRequest,
  problems: common,
})
export const ListRepresentations = view('representation.list', {
  summary: 'Requests of the office: open ones, or those that wait for a second pair of eyes.',
  input: z.object({ which: z.enum(['open', 'second']), cursor }),
  output: z.object({
    items: z.array(
      z.object({
        caseId,
        reference,
        state: requestState,
        kind: tieKind,
        name: z.string().nullable(),
        openedAt: moment,
        dueAt: moment,
        isMine: z.boolean(),
      }),
    ),
    next: z.string().nullable(),
  }),
})
export const EndRepresentation = deed('representation.end', {
  summary: 'A guardianship ends by a decision that was shown at the counter; both are told at once.',
  input: z.object({ personalNumber, representativeNumber: personalNumber, paper, note }),
  output: nothing,
  problems: ['representation.no-tie', 'representation.about-yourself', 'evidence.paper-of-future'],
})
