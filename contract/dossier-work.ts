/** A dossier of a public service at its office: queues by next action, one page with all that decides it. */
import { z } from 'zod'
import { caseHistory } from './case-history.ts'
import { dossierClock, dossierState, registerState } from './dossiers.ts'
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
  /** The register of judgments has not answered yet: nothing can be decided. */
  waitsForRegister: z.boolean(),
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
  /** The register of judgments, where the result rests on what it says; `nextAt`: when it is asked again. */
  register: z
    .object({
      state: registerState,
      silentSince: moment.nullable(),
      nextAt: moment.nullable(),
      answeredAt: moment.nullable(),
    })
    .nullable(),
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
/** Which answer of the register of judgments was before whoever decides: `seen` of `dossiers.judgments`. */
const seen = z.string().max(60).optional()
const common = ['services.no-such-dossier', 'services.dossier-closed', 'services.about-yourself'] as const

const ofRegister = ['services.register-waits', 'services.record-not-seen', 'services.entries-open'] as const

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
const entry = {
  reference: z.string(),
  /**
   * How it fits the person: hers; her name and birth date under another number, or under none; her number
   * under another name or birth date. All but the first are for an officer to settle.
   */
  match: z.enum(['hers', 'other-number', 'no-number', 'other-name']),
  /** As the register has written it; a number of somebody else in part. */
  holder: z.object({ name: z.string(), birthDate: z.string(), number: z.string().nullable() }),
  settled: z.object({ isHers: z.boolean(), note: z.string(), by: z.string(), at: moment }).nullable(),
  number: z.string(),
  day: z.iso.date(),
  court: z.string(),
}
const judgment = z.object({
  ...entry,
  offences: z.array(z.string()),
  article: z.string().nullable(),
  mainPenalty: z.string(),
  extraPenalty: z.string().nullable(),
  execution: z.string().nullable(),
  expungedOn: z.iso.date().nullable(),
  /** Whether the certificate will name it, as things stand. */
  isTold: z.boolean(),
})
const judgmentsOfPerson = z.object({
  /** Shown with the decision: that this is what was read. */
  seen: z.string(),
  certificate: z.union([z.literal(1), z.literal(2)]),
  answeredAt: moment,
  /** The day up to which the register knows. */
  asOf: z.iso.date(),
  judgments: z.array(judgment),
  /** Null where nobody asked for them. */
  bans: z.array(z.object({ ...entry, office: z.string(), term: z.string(), isTold: z.boolean() })).nullable(),
  /** How many are still to be settled. */
  open: z.number(),
  /** Whether a second officer has to decide because of what it says. */
  needsSecond: z.boolean(),
  maySettle: z.boolean(),
})
export const ViewJudgments = view('dossiers.judgments', {
  summary:
    'What the register of judgments says for a certificate, before whoever decides. Each look is seen by the person.',
  input: named,
  output: judgmentsOfPerson,
  problems: [...common, 'services.register-waits'],
})
export const SettleJudgment = deed('dossiers.settle-judgment', {
  summary:
    'Says whether an entry under another number, or another name, is this person’s; nobody is taken for a namesake by a machine.',
  input: named.extend({ entry: z.string().min(1).max(120), isHers: z.boolean(), note }),
  output: judgmentsOfPerson,
  problems: [...common, 'services.register-waits', 'services.no-such-entry'],
})
export const ProposeDossier = deed('dossiers.propose', {
  summary: 'Puts the decision forward: to grant, or to refuse with a reason and its article.',
  input: z.union([
    named.extend({ verdict: z.literal('grant'), note: note.optional(), seen }),
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
    ...ofRegister,
  ],
})
export const DecideDossier = deed('dossiers.decide', {
  summary: 'The second pair of eyes: what was put forward stands, or goes back.',
  input: named.extend({ verdict: z.enum(['confirm', 'send-back']), note: note.optional(), seen }),
  output: officeDossier,
  problems: [
    ...common,
    'services.same-eyes',
    'services.not-put-forward',
    'services.agreement-needed',
    'services.result-impossible',
    ...ofRegister,
  ],
})
