/**
 * Reports of crimes (tố giác, tin báo về tội phạm; Criminal Procedure Code 101/2015/QH13 art. 144 to 147):
 * under one's own name, or by a ticket that nobody can tie to whom it was given
 * (docs/decisions/0032-crime-reports.md). What comes by a ticket or a receipt code asks for no session, and
 * every such deed may be sent again without an idempotency key.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { cursor, nothing, pageOf, paperCode, picture } from './values.ts'

export const crimeKind = z.enum([
  'violence',
  'domestic',
  'child',
  'theft',
  'fraud',
  'drugs',
  'gambling',
  'trafficking',
  'corruption',
  'traffic',
  'environment',
  'other',
])
const crimeState = z.enum(['open', 'settled'])
/** Art. 147(1): prosecuted, not prosecuted, or put aside until something is known. */
export const crimeOutcome = z.enum(['prosecuted', 'not-prosecuted', 'suspended'])
/** For what an officer asks to be told who sent a named report. */
const namePurpose = z.enum(['contact', 'protect', 'procuracy'])

const day = z.iso.date()
const unitCode = z.string().regex(/^\d{2}(\d{3})?$/)
const text = z.string().trim().min(20).max(4000)
const said = z.string().trim().min(2).max(2000)
const reason = z.string().trim().min(10).max(1000)
/** base64url without padding, of so many bytes at most. */
const bytes = (most: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/)
    .max(Math.ceil((most * 4) / 3))
const PICTURES_MOST = 3
/** Three of them fit into one request. */
const PICTURE_MOST = 1_300_000

const report = {
  kind: crimeKind,
  text,
  /** The commune where it happened, or the province where the commune is not known. */
  unitCode,
  /** The day on which it happened, where it is known. */
  happenedOn: day.optional(),
  pictures: z.array(picture.max(PICTURE_MOST)).max(PICTURES_MOST),
}
/** A signature (RFC 9474) over what the app drew, made without seeing it. */
const ticket = z.object({ key: z.string().max(20), nonce: bytes(32), signature: bytes(512) })

const face = {
  reference: z.string(),
  kind: crimeKind,
  /** The place; null where no list of units names it any more. */
  place: z.string().nullable(),
  state: crimeState,
  receivedOn: day,
  dueOn: day,
  isOverdue: z.boolean(),
}
const letters = z.array(z.object({ from: z.enum(['office', 'reporter']), on: day, text: z.string() }))
const course = {
  office: z.string(),
  text: z.string(),
  happenedOn: day.nullable(),
  pictures: z.number(),
  messages: letters,
  /** Whether the office has asked something that is not answered yet. */
  isAsked: z.boolean(),
  extended: z.object({ on: day, reason: z.string() }).nullable(),
  forwarded: z.object({ on: day, reason: z.string() }).nullable(),
  settled: z.object({ on: day, outcome: crimeOutcome, reason: z.string() }).nullable(),
}
/** As whoever holds the receipt code reads it. */
const reported = z.object({ ...face, ...course })
const ownReport = reported.extend({ id: z.uuid(), isNameShown: z.boolean() })
/** As an officer reads it. */
const crimeCase = reported.extend({
  id: z.uuid(),
  by: z.enum(['anonymous', 'named']),
  /** Of a named report, where she allowed it or an officer asked for it by a task of its own. */
  name: z.string().nullable(),
  mayExtend: z.boolean(),
})

export const ViewTicketKey = view('crime-report.ticket-key', {
  summary:
    'The key by which tickets for anonymous reports are signed now, the same for everybody. Asked without a session.',
  input: nothing,
  output: z.object({
    key: z.string(),
    /** The modulus of an RSA key with the exponent 65537, base64url. */
    n: z.string(),
    /** How many tickets an app draws at once. */
    tickets: z.number(),
    /** Until when no new ones are to be drawn, and until when these are good. */
    drawnUntil: z.iso.datetime(),
    goodUntil: z.iso.datetime(),
  }),
})
export const DrawTickets = deed('crime-report.tickets', {
  summary:
    'Signs what an app drew and blinded. Every app does it by itself, whether its holder ever reports or not.',
  input: z.object({ key: z.string().max(20), blinded: z.array(bytes(512)).min(1).max(3) }),
  output: z.object({ signatures: z.array(z.string()) }),
  problems: ['crime-report.key-over', 'limit.reached'],
})
export const SendNamedReport = deed('crime-report.send-named', {
  summary: 'Reports a crime under her own name, which officers read only where she allows it.',
  input: z.object({ ...report, isNameShown: z.boolean() }),
  output: ownReport,
  problems: ['crime-report.no-such-place', 'evidence.page-unreadable', 'limit.reached'],
})
export const ViewOwnReports = view('crime-report.own', {
  summary: 'What she reported under her own name, the newest first.',
  input: nothing,
  output: z.object({ items: z.array(ownReport) }),
})
export const AnswerAsOwner = deed('crime-report.answer-own', {
  summary: 'She answers or adds something to a report under her own name.',
  input: z.object({ id: z.uuid(), text: said }),
  output: ownReport,
  problems: ['crime-report.no-such-report', 'crime-report.closed', 'crime-report.enough-said'],
})

export const SendAnonymousReport = deed('crime-report.send', {
  summary:
    'Reports a crime by a ticket, without a session. The app draws the receipt code; only its digest is kept.',
  input: z.object({ ...report, ticket, receiptCode: paperCode }),
  output: z.object({ reference: z.string(), dueOn: day }),
  problems: [
    'crime-report.ticket-refused',
    'crime-report.ticket-used',
    'crime-report.no-such-place',
    'evidence.page-unreadable',
  ],
})
export const ReadByReceipt = deed('crime-report.read', {
  summary: 'How a report stands, for whoever holds its receipt code. No session.',
  input: z.object({ receiptCode: paperCode }),
  output: reported,
  problems: ['crime-report.no-such-receipt', 'crime-report.too-many-codes'],
})
export const AnswerByReceipt = deed('crime-report.answer', {
  summary: 'Answers the office, or adds something, by the receipt code. No session.',
  input: z.object({ receiptCode: paperCode, text: said }),
  output: reported,
  problems: [
    'crime-report.no-such-receipt',
    'crime-report.too-many-codes',
    'crime-report.closed',
    'crime-report.enough-said',
  ],
})

const named = z.object({ id: z.uuid() })
const common = ['crime-report.no-such-report', 'crime-report.about-yourself'] as const

export const ListCrimeReports = view('crime-report.list', {
  summary: "The office's open reports, those due first on top.",
  input: z.object({ cursor }),
  output: pageOf(
    z.object({ ...face, id: z.uuid(), by: z.enum(['anonymous', 'named']), isAnswered: z.boolean() }),
  ),
})
export const ViewCrimeReport = view('crime-report.view', {
  summary: 'One report. Opening one that has a name leaves a line that the person sees.',
  input: named,
  output: crimeCase,
  problems: common,
})
export const ViewCrimePicture = view('crime-report.picture', {
  summary: 'A picture that came with a report.',
  input: named.extend({ no: z.coerce.number().int().min(1).max(PICTURES_MOST) }),
  output: z.object({ picture: z.string() }),
  problems: common,
})
export const AskReporter = deed('crime-report.ask', {
  summary: 'Asks whoever sent the report something; also an anonymous one reads and answers it.',
  input: named.extend({ text: said }),
  output: crimeCase,
  problems: [...common, 'crime-report.closed', 'crime-report.enough-said'],
})
export const ExtendReport = deed('crime-report.extend', {
  summary: 'Gives itself longer, once, as the Code lets it (art. 147(2)), with a reason that is read.',
  input: named.extend({ reason }),
  output: crimeCase,
  problems: [...common, 'crime-report.closed', 'crime-report.extended-before'],
})
export const ForwardReport = deed('crime-report.forward', {
  summary: 'Hands a report to the office that is competent for it: once, with a reason that is read.',
  input: named.extend({ unitCode: unitCode.optional(), reason }),
  output: z.object({ reference: z.string(), office: z.string() }),
  problems: [
    ...common,
    'crime-report.closed',
    'crime-report.forwarded-before',
    'crime-report.same-office',
    'crime-report.no-such-place',
  ],
})
export const SettleReport = deed('crime-report.settle', {
  summary: 'Settles a report, with the reasons that whoever sent it reads.',
  input: named.extend({ outcome: crimeOutcome, reason: z.string().trim().min(20).max(4000) }),
  output: crimeCase,
  problems: [...common, 'crime-report.closed'],
})
export const RevealReporter = deed('crime-report.name', {
  summary: 'Who sent a named report: by a task of its own and for a purpose that the person reads.',
  input: named.extend({ purpose: namePurpose }),
  output: z.object({ name: z.string().nullable(), personalNumber: z.string(), phone: z.string().nullable() }),
  problems: [...common, 'crime-report.is-anonymous'],
})
