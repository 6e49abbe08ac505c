/**
 * The counter around its journeys: the shift, what waits, looking up a person with a purpose, one's own
 * look-ups, and the citizen's own screen.
 */
import { z } from 'zod'
import { caseKinds, questionKinds, queueKeys } from './counter-tasks/all.ts'
import { deed, view } from './operation.ts'
import { officerProfile } from './officer.ts'
import { phoneClaim } from './phone-release.ts'
import {
  accountState,
  cursor,
  moment,
  nothing,
  pageOf,
  personalNumber,
  phone,
  phoneElsewhere,
} from './values.ts'

export const deskName = z
  .string()
  .trim()
  .min(1)
  .max(30)
  .regex(/^[\p{L}\p{N} ./-]+$/u)
  .transform((name) => name.replaceAll(/ +/g, ' '))

export const ViewShift = view('counter.shift', {
  summary: 'The offices where this officer has a mandate now, and where she is.',
  input: nothing,
  output: z.object({
    offices: z.array(
      z.object({ id: z.string(), name: z.string(), tasks: z.array(z.string()), until: moment.nullable() }),
    ),
    officeId: z.string(),
    desk: z.string(),
  }),
})
export const ChooseDesk = deed('counter.choose-desk', {
  summary: 'Where she works in this shift: the office, among those of her mandates, and the desk.',
  input: z.object({ officeId: z.uuid(), desk: deskName }),
  output: officerProfile,
  problems: ['counter.no-mandate'],
})

/** Queues by next action, in the order of the counter's navigation; each is shown to officers of its task. */
export const queueKey = z.enum(queueKeys)
export const ViewOverview = view('counter.overview', {
  summary: 'What waits at this office by next action, with the earliest moment that the law sets.',
  input: nothing,
  output: z.object({
    queues: z.array(
      z.object({ key: queueKey, waiting: z.number(), overdue: z.number(), nextDueAt: moment.nullable() }),
    ),
  }),
})

/** Kinds of cases, as an officer is led to them by a reference. */
export const findableKind = z.enum(caseKinds)
export const FindCase = view('counter.find-case', {
  summary:
    'The case of a reference, whatever its kind, when it stands at this office and is a task of the officer.',
  input: z.object({ reference: z.string().trim().min(1).max(60) }),
  output: z.object({
    /** False for what was mistyped: no reference reads so. */
    isCode: z.boolean(),
    /** null also for what stands elsewhere. `caseId`: as the views of its kind name it. */
    found: z.object({ kind: findableKind, reference: z.string(), caseId: z.string() }).nullable(),
  }),
  problems: ['limit.reached'],
})

export const SeePhone = deed('counter.phone', {
  summary:
    'Whether a phone is bound to somebody other than the person at the counter, and since when; never to whom. Both are told.',
  input: z.object({ personalNumber, phone }),
  output: phoneElsewhere,
  problems: ['limit.reached'],
})

export const PhoneCodeAtCounter = deed('counter.phone-code', {
  summary:
    'Has a code sent to a number that the person at the counter says to have. She types it herself; the answer is the same whether or not an account holds the number.',
  input: z.object({ personalNumber, phone }),
  output: phoneClaim,
  problems: ['counter.about-yourself', 'limit.reached'],
})

/** Why an officer looks a person up; shown to that person in plain words. */
export const searchPurpose = z.enum([
  'counter-service',
  'card-application',
  'level-2',
  'lock-request',
  'data-correction',
  'missing-person',
  'identity-check',
  'court-or-investigation',
])
export const SearchPerson = deed('counter.search', {
  summary:
    'Looks one person up by her whole number, for a purpose. The person sees office, purpose and fields.',
  input: z.object({
    personalNumber,
    purpose: searchPurpose,
    reference: z.string().trim().max(60).optional(),
    /** Whoever was shown her picture takes no picture of her alone for a day. */
    withPortrait: z.boolean().optional(),
  }),
  output: z.object({
    person: z
      .object({
        personalNumber: z.string(),
        fullName: z.string(),
        birthDate: z.string(),
        sex: z.string(),
        residence: z.string().nullable(),
        lifeStatus: z.string(),
        card: z
          .object({ state: z.string(), issuedOn: z.string(), expiresOn: z.string().nullable() })
          .nullable(),
        /** Of small size; null where it was not asked for, or the register has none. */
        portrait: z.string().nullable(),
        account: z.object({ level: z.number(), state: accountState }).nullable(),
      })
      .nullable(),
  }),
  problems: ['limit.reached', 'counter.reference-required'],
})
export const ViewMyLooks = view('counter.my-looks', {
  summary: 'What this officer looked up: her own log.',
  input: z.object({ cursor }),
  output: pageOf(
    z.object({
      id: z.string(),
      at: moment,
      purpose: searchPurpose,
      reference: z.string().nullable(),
      isFound: z.boolean(),
      numberEnd: z.string(),
    }),
  ),
})

export const ListBodies = view('counter.bodies', {
  summary: "Courts, investigators and other bodies of the operator's list whose names hold this text.",
  input: z.object({ text: z.string().trim().min(1).max(120) }),
  output: z.object({ names: z.array(z.string()) }),
})

/** What the citizen's screen can be asked. `params` fill the sentences, in her language. */
export const promptKind = z.enum(questionKinds)
export const OpenScreen = deed('desk.open-screen', {
  summary:
    "Becomes the citizen's screen of the officer who works at this device's desk. The device is registered for that desk and signs a nonce (`formats/capture-seal.ts`).",
  input: z.object({ device: z.uuid(), nonce: z.string().max(60), signature: z.base64url().max(100) }),
  output: z.object({ office: z.string(), desk: z.string() }),
  problems: ['desk.screen-unknown', 'desk.screen-in-officers-browser', 'desk.nobody-there', 'limit.reached'],
})
export const ViewScreen = view('desk.screen', {
  summary: "What the citizen's screen shows now.",
  input: nothing,
  output: z.object({
    office: z.string(),
    desk: z.string(),
    prompt: z
      .object({ id: z.string(), kind: promptKind, params: z.record(z.string(), z.string()), askedAt: moment })
      .nullable(),
  }),
})
export const AnswerPrompt = deed('desk.answer', {
  summary: "The citizen's own answer at her screen.",
  input: z.object({ promptId: z.uuid(), answer: z.enum(['agreed', 'declined']) }),
  output: nothing,
  problems: ['desk.prompt-gone'],
})
export const ViewDesk = view('desk.state', {
  summary:
    "For the officer: whether the citizen's screen is open at her desk, and what waits there for an answer.",
  input: nothing,
  output: z.object({
    isPaired: z.boolean(),
    asking: z.object({ id: z.string(), kind: promptKind, askedAt: moment }).nullable(),
  }),
})
export const UnpairScreen = deed('desk.unpair', {
  summary:
    "Ends the citizen's screens of this desk. A registered one that stands there opens again by itself.",
  input: nothing,
  output: nothing,
})
