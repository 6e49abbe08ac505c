/** A dossier of a public service at its office: queues by next action, one page with all that decides it. */
import { z } from 'zod'
import { caseHistory } from './case-history.ts'
import { dossierClock, dossierState } from './dossiers.ts'
import { deed, view } from './operation.ts'
import { cursor, moment, pageOf, reference } from './values.ts'

const words = z.object({ vi: z.string(), en: z.string() })

export const dossierList = z.enum(['receive', 'work', 'decide', 'waiting'])
const row = z.object({
  reference,
  procedure: z.string(),
  title: words,
  name: z.string().nullable(),
  state: dossierState,
  filedAt: moment,
  dueAt: moment.nullable(),
  isOverdue: z.boolean(),
  /** How many answers differ from the register today. */
  differences: z.number(),
  isAnswered: z.boolean(),
})
export const officeDossier = z.object({
  reference,
  procedure: z.string(),
  version: z.number(),
  title: words,
  law: words,
  state: dossierState,
  national: z.number(),
  personalNumber: z.string(),
  name: z.string().nullable(),
  /** Who filed it, when that is not the person herself. */
  filedBy: z.string().nullable(),
  filedAt: moment,
  dueAt: moment.nullable(),
  isOverdue: z.boolean(),
  clock: dossierClock.nullable(),
  office: z.string(),
  isTakenByMe: z.boolean(),
  fourEyes: z.boolean(),
  answers: z.array(
    z.object({
      name: z.string(),
      words,
      value: words,
      from: z.enum(['register', 'account', 'wallet', 'archive', 'typed']),
      /** What the register says today; null where it says nothing of it. */
      registerNow: words.nullable(),
      differs: z.boolean(),
    }),
  ),
  papers: z.array(z.object({ id: z.string(), words, replacedBy: words.nullable(), hasPicture: z.boolean() })),
  consents: z.array(
    z.object({
      id: z.string(),
      words,
      law: words,
      name: z.string().nullable(),
      state: z.enum(['waiting', 'agreed', 'declined', 'on-paper']),
      at: moment.nullable(),
    }),
  ),
  fees: z.array(z.object({ id: z.string(), words, amount_vnd: z.number() })),
  paid: z.object({ receipt: z.string(), at: moment }).nullable(),
  checklist: z.array(z.object({ id: z.string(), words, isTicked: z.boolean() })),
  refusals: z.array(z.object({ id: z.string(), words, law: words })),
  supplement: z
    .object({
      askedAt: moment,
      until: moment,
      items: z.array(
        z.object({
          id: z.string(),
          what: z.string(),
          answer: z.enum(['text', 'picture']),
          text: z.string().nullable(),
          hasPicture: z.boolean(),
        }),
      ),
    })
    .nullable(),
  /** Only once in the life of a dossier (Decree 61/2018 and its successors). */
  mayAskSupplement: z.boolean(),
  proposal: z
    .object({
      verdict: z.enum(['grant', 'refuse']),
      refusal: z.string().nullable(),
      note: z.string(),
      isMine: z.boolean(),
    })
    .nullable(),
  apology: z.object({ wasDueAt: moment, newDueAt: moment, reason: z.string(), by: z.string() }).nullable(),
  objection: z.string().nullable(),
  /** What the result will do. */
  result: z.object({ words, after: words }),
  history: caseHistory,
})

const named = z.object({ reference })
const note = z.string().trim().min(5).max(500)
const common = ['services.no-such-dossier', 'services.dossier-closed', 'services.about-yourself'] as const

export const ListDossiers = view('dossiers.list', {
  summary: "An office's dossiers by what has to be done next, the most urgent first.",
  input: z.object({ which: dossierList, cursor }),
  output: pageOf(row),
})
export const OpenDossier = view('dossiers.open', {
  summary: 'One dossier at the office. Opening it is seen by the person.',
  input: named,
  output: officeDossier,
  problems: common,
})
export const ViewDossierPicture = view('dossiers.picture', {
  summary: 'A picture that came with a dossier. Opening it is seen by the person.',
  input: named.extend({ of: z.string().max(60) }),
  output: z.object({ picture: z.string() }),
  problems: [...common, 'services.no-such-paper'],
})
export const ReceiveDossier = deed('dossiers.receive', {
  summary: 'Receives a dossier, or does not: then the reason and its article go to the person.',
  input: z.union([
    named.extend({ verdict: z.literal('receive') }),
    named.extend({ verdict: z.literal('not-receive'), refusal: z.string().max(40), note }),
  ]),
  output: officeDossier,
  problems: [...common, 'services.no-such-reason'],
})
export const TickDossier = deed('dossiers.tick', {
  summary: 'Ticks what was looked at, or takes the tick back.',
  input: named.extend({ item: z.string().max(40), isTicked: z.boolean() }),
  output: officeDossier,
  problems: [...common, 'services.no-such-item'],
})
export const AskSupplement = deed('dossiers.ask', {
  summary: 'Asks for everything that is missing, once; the clock stands still until it comes.',
  input: named.extend({
    items: z
      .array(z.object({ what: z.string().trim().min(5).max(400), answer: z.enum(['text', 'picture']) }))
      .min(1)
      .max(10),
  }),
  output: officeDossier,
  problems: [...common, 'services.asked-before'],
})
export const PauseDossier = deed('dossiers.pause', {
  summary: 'Stops the clock for a reason that the law knows, or lets it go on.',
  input: z.union([
    named.extend({ verdict: z.literal('pause'), why: z.enum(['consultation', 'other']), note }),
    named.extend({ verdict: z.literal('resume'), note }),
  ]),
  output: officeDossier,
  problems: common,
})
export const PayDossier = deed('dossiers.pay', {
  summary: 'Asks for the fee, or notes the receipt with which it was paid.',
  input: z.union([
    named.extend({ step: z.literal('ask') }),
    named.extend({ step: z.literal('paid'), receipt: z.string().trim().min(3).max(60) }),
  ]),
  output: officeDossier,
  problems: [...common, 'services.no-fee'],
})
export const NoteConsent = deed('dossiers.paper-consent', {
  summary: 'Notes that somebody agreed on paper, which the officer has seen.',
  input: named.extend({ consent: z.string().max(80), note }),
  output: officeDossier,
  problems: [...common, 'services.no-such-consent', 'services.consent-answered'],
})
export const MoveDossier = deed('dossiers.move', {
  summary: 'Passes the dossier to the office that it belongs to, with the reason.',
  input: named.extend({ office: z.string().trim().min(2).max(20), note }),
  output: z.object({ office: z.string() }),
  problems: [...common, 'services.no-such-office'],
})
export const ApologiseDossier = deed('dossiers.apologise', {
  summary: 'For a dossier that is or will be late: apologises, gives a new day once, says why.',
  input: named.extend({ workingDays: z.int().min(1).max(30), reason: note }),
  output: officeDossier,
  problems: [...common, 'services.not-late', 'services.apologised-before'],
})
export const ProposeDossier = deed('dossiers.propose', {
  summary: 'Puts the decision forward: to grant, or to refuse with a reason and its article.',
  input: z.union([
    named.extend({ verdict: z.literal('grant'), note: note.optional() }),
    named.extend({ verdict: z.literal('refuse'), refusal: z.string().max(40), note }),
  ]),
  output: officeDossier,
  problems: [
    ...common,
    'services.no-such-reason',
    'services.not-all-ticked',
    'services.consents-open',
    'services.fee-unpaid',
    'services.agreement-needed',
    'services.result-impossible',
  ],
})
export const DecideDossier = deed('dossiers.decide', {
  summary: 'The second pair of eyes: what was put forward stands, or goes back.',
  input: named.extend({ verdict: z.enum(['confirm', 'send-back']), note: note.optional() }),
  output: officeDossier,
  problems: [
    ...common,
    'services.same-eyes',
    'services.not-put-forward',
    'services.agreement-needed',
    'services.result-impossible',
  ],
})
