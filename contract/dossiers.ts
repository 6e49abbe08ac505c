/**
 * A dossier of a public service after it was filed, as its applicant and the people who are asked to agree
 * see it (Decree 118/2025/ND-CP; the ten statuses of the national portal).
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { cursor, moment, nothing, pageOf, paperCode, picture, reference } from './values.ts'

const words = z.object({ vi: z.string(), en: z.string() })

export const dossierState = z.enum([
  'awaiting-consents',
  'filed',
  'received',
  'not-received',
  'processing',
  'put-forward',
  'supplement-asked',
  'payment-asked',
  'withdrawn',
  'paused',
  'rejected',
  'finished',
  'returned',
])
export type DossierState = z.infer<typeof dossierState>

/** What it is to somebody's dossier: not answered yet, silent and asked again by itself, answered. */
export const registerState = z.enum(['asking', 'silent', 'answered'])

const face = {
  reference,
  procedure: z.string(),
  title: words,
  icon: z.string(),
  state: dossierState,
  /** Of the national list, 1 to 10. */
  national: z.number(),
  filedAt: moment,
  dueAt: moment.nullable(),
  isOverdue: z.boolean(),
  endedAt: moment.nullable(),
  office: z.string(),
  /** The profile that it is about, when that is a child's or ward's. */
  forName: z.string().nullable(),
  /** What she has to do now; null where nothing. */
  todo: z.enum(['supplement', 'pay', 'consents']).nullable(),
}
export const dossierFace = z.object(face)

/** Working time of the office: what was used, what the law gives, and since when it stands still. */
export const dossierClock = z.object({
  unit: z.enum(['days', 'hours']),
  used: z.number(),
  whole: z.number(),
  /** Working days or hours past the due time. */
  over: z.number(),
  from: z.string(),
  cameAfterCutOff: z.boolean(),
  pausedSince: moment.nullable(),
  pausedFor: z.enum(['supplement', 'payment', 'consultation', 'other']).nullable(),
  law: words,
})
const timelineStep = z.object({
  words,
  by: words,
  at: moment.nullable(),
  state: z.enum(['done', 'now', 'paused', 'late', 'ahead', 'ended']),
  note: words.nullable(),
})
const shownAnswer = z.object({
  name: z.string(),
  words,
  /** As it is read: a choice in words, a day as it is written. */
  value: words,
  from: z.enum(['register', 'account', 'wallet', 'archive', 'typed']),
})
export const ownDossier = z.object({
  ...face,
  version: z.number(),
  law: words,
  agency: words,
  clock: dossierClock.nullable(),
  apology: z.object({ wasDueAt: moment, newDueAt: moment, reason: z.string(), by: z.string() }).nullable(),
  timeline: z.array(timelineStep),
  answers: z.array(shownAnswer),
  consents: z.array(
    z.object({
      id: z.string(),
      words,
      name: z.string().nullable(),
      state: z.enum(['waiting', 'agreed', 'declined', 'on-paper']),
      at: moment.nullable(),
      mayRemind: z.boolean(),
    }),
  ),
  fees: z.array(z.object({ id: z.string(), words, amount_vnd: z.number() })),
  supplement: z
    .object({
      until: moment,
      items: z.array(z.object({ id: z.string(), what: z.string(), answer: z.enum(['text', 'picture']) })),
    })
    .nullable(),
  refusal: z.object({ words, law: words, note: z.string() }).nullable(),
  /** Papers that she can open as PDF. */
  papers: z.array(
    z.object({
      kind: z.string(),
      words,
      at: moment,
      /** Whether it proves something to others until a day; null for one that is for herself. */
      standing: z.object({ validUntil: z.iso.date().nullable(), endedAt: moment.nullable() }).nullable(),
    }),
  ),
  /** The register of judgments, for a dossier that rests on what it says; null for others. */
  register: z.object({ state: registerState, silentSince: moment.nullable() }).nullable(),
  mayWithdraw: z.boolean(),
  mayRate: z.boolean(),
  mayObject: z.boolean(),
  after: words,
})

const named = z.object({ reference })
const common = ['services.no-such-dossier'] as const

export const ListOwnDossiers = view('dossiers.own', {
  summary: 'Dossiers of the open profile and drafts that wait to be filed, the newest first.',
  input: z.object({ cursor }),
  output: pageOf(dossierFace).extend({
    drafts: z.array(z.object({ procedure: z.string(), title: words, icon: z.string(), savedAt: moment })),
  }),
})
export const ViewOwnDossier = view('dossiers.view', {
  summary: 'One dossier: where it is, who has it, by when, and what is missing.',
  input: named,
  output: ownDossier,
  problems: common,
})
export const AnswerSupplement = deed('dossiers.supplement', {
  summary: 'Sends everything that was asked for, at once; the clock goes on.',
  input: named.extend({
    items: z
      .array(
        z.object({
          id: z.string().max(40),
          text: z.string().trim().min(1).max(2000).optional(),
          picture: picture.optional(),
        }),
      )
      .min(1)
      .max(10),
  }),
  output: ownDossier,
  problems: [...common, 'services.not-asked', 'services.supplement-incomplete', 'evidence.page-unreadable'],
})
export const WithdrawDossier = deed('dossiers.withdraw', {
  summary: 'Takes the dossier back, while the law lets her: not once a fee was paid or it was decided.',
  input: named.extend({ reason: z.string().trim().max(500).optional() }),
  output: ownDossier,
  problems: [...common, 'services.not-to-withdraw'],
})
export const RemindConsent = deed('dossiers.remind', {
  summary: 'Reminds somebody who has not said yet whether she agrees; once a day for each.',
  input: named.extend({ consent: z.string().max(80) }),
  output: ownDossier,
  problems: [...common, 'services.no-such-consent', 'limit.reached'],
})
export const RateDossier = deed('dossiers.rate', {
  summary:
    'How it went, from 1 to 5. Counted for the office and the month; no line ties it to the dossier or to her.',
  input: named.extend({ stars: z.int().min(1).max(5) }),
  output: nothing,
  problems: [...common, 'services.not-to-rate'],
})
export const ObjectToDossier = deed('dossiers.object', {
  summary: 'Objects to a refusal: the office looks again, by other eyes.',
  input: named.extend({ why: z.string().trim().min(10).max(2000) }),
  output: ownDossier,
  problems: [...common, 'services.not-to-object'],
})
export const ViewDossierPaper = view('dossiers.paper', {
  summary: 'A paper of the dossier as PDF/A, in base64.',
  input: named.extend({ kind: z.string().max(40) }),
  output: z.object({ name: z.string(), pdf: z.base64() }),
  problems: [...common, 'services.no-such-paper', 'limit.reached'],
})

export const EndPaper = deed('dossiers.end-paper', {
  summary: 'She ends a paper of hers before its day: whoever checks it reads that it holds no more.',
  input: named.extend({ kind: z.string().max(40) }),
  output: ownDossier,
  problems: [...common, 'services.no-such-paper'],
})

/** What of a paper is shown to whoever checks it: enough to see that the one in hand was not altered. */
export const paperLine = z.enum([
  'name',
  'birth-date',
  'personal-number',
  'permanent',
  'temporary',
  'current',
  'head',
  'member',
  'judgments',
  'bans',
  'as-of',
])
const checkedPaper = z.object({
  title: words,
  reference: z.string(),
  office: z.string(),
  issuedAt: moment,
  /** The last day on which it holds; null where no day was set. */
  validUntil: z.iso.date().nullable(),
  state: z.enum(['holds', 'run-out', 'ended']),
  /** For its person to know, and for nobody else to ask for: nothing of what it says is told here. */
  isForHerselfOnly: z.boolean(),
  /** Since when it holds no more, where that is known. */
  endedAt: moment.nullable(),
  /** As the paper itself says, in Vietnamese; a personal number in part. Empty once it holds no more. */
  says: z.array(z.object({ what: paperLine, value: z.string() })),
})
export const CheckPaper = deed('dossiers.check-paper', {
  summary:
    'Whether a paper of a result is genuine and still holds, by the code that is printed on it; and what it says.',
  input: z.object({ paperCode }),
  output: checkedPaper,
  problems: ['services.paper-unknown', 'limit.reached'],
})
export const CheckPaperFile = deed('dossiers.check-paper-file', {
  summary:
    'The same for a paper that came as a file, by the SHA-256 of its bytes (hexadecimal): the file itself is not sent.',
  input: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: checkedPaper,
  problems: ['services.paper-unknown', 'limit.reached'],
})

export const consentAsked = z.object({
  id: z.string(),
  title: words,
  /** Who asks, as the register names her. */
  asker: z.string(),
  words,
  law: words,
  askedAt: moment,
  answerBy: moment,
  state: z.enum(['waiting', 'agreed', 'declined', 'lapsed']),
  /** What she agrees to: the answers that matter to her, in words. */
  about: z.array(z.object({ words, value: words })),
})
export const ListConsents = view('dossiers.consents', {
  summary: 'Who asks the citizen to agree to a dossier of theirs.',
  input: nothing,
  output: z.object({ items: z.array(consentAsked) }),
})
export const AnswerConsent = deed('dossiers.consent', {
  summary: 'The citizen agrees, or does not.',
  input: z.object({ id: z.uuid(), verdict: z.enum(['agree', 'decline']) }),
  output: consentAsked,
  problems: [
    'services.no-such-consent',
    'services.consent-answered',
    'services.consent-for-oneself',
    'representation.consent-needed',
  ],
})
