/**
 * A request at the counter to register for a child or a ward (Decree 69/2024/ND-CP art. 7(4), 10): papers,
 * faces, the representative's word at her own screen, a second pair of eyes.
 */
import { z } from 'zod'
import { captureSeal } from './devices.ts'
import { caseHistory } from './case-history.ts'
import { chipFile, keptPage, pageId, pagesSeen, paperPicture, shownPages } from './evidence.ts'
import { portraitHint } from './enrolment.ts'
import { deed, view } from './operation.ts'
import { tieKind } from './representation.ts'
import { caseId, cursor, moment, pageOf, personalNumber, picture, reference } from './values.ts'

// At the counter.
const paperKind = z.enum([
  'birth-certificate',
  'adoption-decision',
  'guardianship-decision',
  'court-decision',
  'card',
])
export const shownPaper = z.object({
  kind: paperKind,
  number: z.string().trim().min(2).max(60),
  authority: z.string().trim().min(3).max(120),
  date: z.iso.date(),
})
/** As it is kept, with its pages. */
export const notedPaper = shownPaper.extend({ pages: z.array(keptPage) })
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
export const requestStep = z.enum(['papers', 'pages', 'portrait', 'consent', 'second'])
export const requestDoubt = z.enum([
  'relation-not-in-register',
  'portrait-unsure',
  'portrait-no-reference',
  'chip-unproven',
  'takes-over-account',
  'portrait-unsigned',
  'chip-unsigned',
  'paper-not-pictured',
  'paper-unsigned',
  'two-persons',
])

export const representationRequest = z.object({
  caseId,
  reference: z.string(),
  state: requestState,
  reason: requestRefusal.nullable(),
  openedAt: moment,
  dueAt: moment,
  /** When it ends by itself unless somebody goes on with it; null once it was sent or has ended. */
  lapsesAt: moment.nullable(),
  /** Nobody went on with it at the counter: `discarded` by the clock. */
  hasLapsed: z.boolean(),
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
  papers: z.array(notedPaper),
  /** How many pages a paper may have. */
  pagesMost: z.number(),
  until: z.string().nullable(),
  portrait: z
    .object({ outcome: z.string(), tries: z.number(), triesLeft: z.number(), hints: z.array(portraitHint) })
    .nullable(),
  chip: z
    .object({
      verdict: z.enum(['genuine', 'refused']),
      isHers: z.boolean(),
      /** Only `proven` says that the card itself was there, and no copy of its data. */
      proof: z.enum(['proven', 'unproven', 'copied', 'refused']),
    })
    .nullable(),
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
  input: named.extend({ papers: z.array(shownPaper).min(1).max(5), until: z.iso.date().nullable() }),
  output: representationRequest,
  problems: [...common, 'evidence.paper-of-future', 'evidence.body-unlisted'],
})
const paper = z.number().int().min(0).max(4)
export const TakePaperPage = deed('representation.take-page', {
  summary: 'A picture of one page of a paper that was noted: `paper` counts from 0.',
  input: named.extend({ paper, page: paperPicture, seal: captureSeal.optional() }),
  output: representationRequest,
  problems: [
    ...common,
    'evidence.no-such-page',
    'evidence.page-unreadable',
    'evidence.pages-full',
    'server.busy',
  ],
})
export const DropPaperPage = deed('representation.drop-page', {
  summary: 'Takes one page of a paper away, while the request is open.',
  input: named.extend({ id: pageId }),
  output: representationRequest,
  problems: [...common, 'evidence.no-such-page'],
})
export const ViewPaperPages = view('representation.view-pages', {
  summary: 'The pictures of one paper. Looking at them is seen by both persons.',
  input: named.extend({ paper: z.string().regex(/^[0-4]$/) }),
  output: shownPages,
  problems: [...common, 'evidence.no-such-page'],
})
export const TakeWardPortrait = deed('representation.portrait', {
  summary: "A portrait taken now, compared with the register's.",
  input: named.extend({ picture, seal: captureSeal.optional() }),
  output: representationRequest,
  problems: [
    ...common,
    'portrait.not-a-picture',
    'evidence.register-picture',
    'evidence.no-tries-left',
    'server.busy',
  ],
})
export const DrawWardChallenge = deed('representation.draw-challenge', {
  summary: "A challenge for the chip of the ward's card to sign, so that a copy shows.",
  input: named,
  output: z.object({ challenge: z.string() }),
  problems: [...common, 'permit.refused'],
})
export const ReadWardChip = deed('representation.read-chip', {
  summary:
    "The chip of the ward's card: with it and a portrait that matches, the account is of level 2 from the age that the law says. A chip that did not sign our challenge is for a second pair of eyes.",
  input: named.extend({
    chip: chipFile,
    challenge: z.string().max(40).optional(),
    answer: z.base64().max(2048).optional(),
    seal: captureSeal.optional(),
  }),
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
  problems: [...common, 'representation.incomplete', 'evidence.paper-not-pictured'],
})
export const SecondRepresentation = deed('representation.second', {
  summary: 'The second pair of eyes confirms or denies what the register does not know.',
  input: named.extend({
    verdict: z.enum(['confirm', 'deny']),
    note,
    /** The doubts as the page showed them: one that has come since is not confirmed by this. */
    seen: z.array(requestDoubt).max(20).optional(),
    seenPages: pagesSeen.optional(),
  }),
  output: representationRequest,
  problems: [
    ...common,
    'representation.not-waiting',
    'representation.same-eyes',
    'representation.about-yourself',
    'evidence.more-to-see',
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
  output: pageOf(
    z.object({
      caseId,
      reference,
      state: requestState,
      kind: tieKind,
      name: z.string().nullable(),
      openedAt: moment,
      dueAt: moment,
      lapsesAt: moment.nullable(),
      isMine: z.boolean(),
    }),
  ),
})
