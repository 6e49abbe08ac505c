/**
 * At home in the app: the identity card, letters, who looked, devices and sessions, change of password and
 * contact.
 */
import { z } from 'zod'
import { codeDelivery } from './enrolment.ts'
import { deed, view } from './operation.ts'
import { topics } from './purposes/topics.ts'
import {
  accountState,
  cursor,
  email,
  language,
  moment,
  nothing,
  oneTimeCode,
  pageOf,
  passcode,
  password,
  phone,
} from './values.ts'

export const ViewMe = view('account.me', {
  summary: 'Who is signed in here.',
  input: nothing,
  output: z.object({
    fullName: z.string(),
    level: z.number(),
    state: accountState,
    phone: z.string(),
    email: z.string().nullable(),
    /** Of the profile that is open: somebody else's, when its holder is a child or ward. */
    acting: z.object({ tieId: z.uuid(), holderName: z.string() }).nullable(),
    /** When the phone leaves the account, unless she says that it is still hers. */
    phoneLeavesAt: moment.nullable(),
    /** When the account is closed, unless she keeps it. */
    closesAt: moment.nullable(),
    unread: z.number(),
    /** Registered parties that ask for her documents and wait for her answer. */
    waitingSharings: z.number(),
    /** Dossiers of others that wait for her agreement. */
    waitingConsents: z.number(),
    language,
    lastLook: z.object({ who: z.string(), at: moment, fields: z.number() }).nullable(),
  }),
})
export const ViewIdentityCard = view('wallet.identity-card', {
  summary:
    'The electronic identity card (Law 26/2023 art. 31), signed, so that the app can show it without a network.',
  input: nothing,
  output: z.object({
    personalNumber: z.string(),
    fullName: z.string(),
    birthDate: z.string(),
    sex: z.enum(['male', 'female']),
    nationality: z.string(),
    hometown: z.string(),
    residence: z.string(),
    level: z.number(),
    portrait: z.string().nullable(),
    card: z.object({ issuedOn: z.string(), expiresOn: z.string().nullable() }).nullable(),
    state: z.enum(['valid', 'locked', 'expired']),
    syncedAt: moment,
    /** Compact JWS (ES256) over the fields above without the portrait, by a key of the issuer's JWKS. */
    signed: z.string(),
  }),
  problems: ['representation.consent-needed'],
})

const letterKind = z.enum(['todo', 'security', 'dossier', 'news'])
export const ViewInbox = view('inbox.list', {
  summary: 'Letters, newest first.',
  input: z.object({ cursor }),
  output: pageOf(
    z.object({
      id: z.string(),
      kind: letterKind,
      title: z.string(),
      text: z.string(),
      action: z.object({ label: z.string(), to: z.string() }).nullable(),
      at: moment,
      isRead: z.boolean(),
    }),
  ),
})
export const MarkRead = deed('inbox.read', {
  summary: 'Marks letters as read.',
  input: z.object({ ids: z.array(z.uuid()).max(50) }),
  output: nothing,
})

/**
 * Who acted: the holder; who acts for her by law; her trusted relative; an officer; a helper at a desk or the
 * hotline; a service she signed in to; somebody who was not signed in; the product by itself.
 */
export const readerKind = z.enum([
  'holder',
  'representative',
  'relative',
  'officer',
  'helper',
  'party',
  'stranger',
  'automatic',
])
/** What the log can be narrowed to. */
export const readerGroup = z.enum(['everyone', 'holder', 'acting', 'offices', 'services', 'automatic'])

/** What kind of thing her log can be narrowed to. */
const topic = z.enum(topics)

/** One line, or a run of like ones of one day. */
export const accessRun = z.object({
  /** Of the newest line. */
  id: z.string(),
  at: moment,
  firstAt: moment,
  whoKind: readerKind,
  who: z.string(),
  /** Codes, for programs. What a person reads stands in `words`, in her language. */
  purpose: z.string(),
  fields: z.array(z.string()),
  outcome: z.string(),
  words: z.object({
    purpose: z.string(),
    fields: z.array(z.string()),
    outcome: z.string(),
    /** What a refusal said to her; null for any other outcome. */
    reason: z.string().nullable(),
  }),
  /** The leaf number in the transparency log once the newest line is sequenced. */
  leaf: z.number().nullable(),
  /** Newest first. More than one only where the same was done again and again on one day. */
  lines: z.array(z.object({ id: z.string(), at: moment, leaf: z.number().nullable() })).min(1),
})

export const ViewAccessLog = view('audit.who-looked', {
  summary: 'Who viewed my data: every read of the register and every change, with who, why and when.',
  input: z.object({
    cursor,
    who: readerGroup.optional(),
    topic: topic.optional(),
    /** Days in Vietnam, both included. */
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  }),
  output: pageOf(accessRun),
})

export const ViewDevices = view('account.devices', {
  summary: 'Bound devices and places where this person is signed in.',
  input: nothing,
  output: z.object({
    devices: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        boundAt: moment,
        lastSeenAt: moment,
        isThis: z.boolean(),
      }),
    ),
    sessions: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['app', 'portal']),
        name: z.string(),
        domain: z.string().nullable(),
        openedAt: moment,
        device: z.string(),
        isThis: z.boolean(),
      }),
    ),
  }),
})
export const EndSession = deed('account.end-session', {
  summary: 'Signs out one session.',
  input: z.object({ id: z.uuid() }),
  output: nothing,
  problems: ['session.gone'],
})
export const RemoveDevice = deed('account.remove-device', {
  summary:
    'Unbinds a device: its key dies in the same transaction. Another device than the one in her hand takes the passcode of this one.',
  input: z.object({ id: z.uuid(), passcode: passcode.optional() }),
  output: nothing,
  problems: ['session.gone', 'device.passcode-needed', 'passcode.wrong', 'passcode.locked'],
})
export const SignOutEverywhere = deed('account.sign-out-everywhere', {
  summary: 'Ends every session at every portal and on every other device.',
  input: nothing,
  output: z.object({ ended: z.number() }),
})

export const ChangePassword = deed('account.change-password', {
  summary: 'Changes the password; every other session ends.',
  input: z.object({ old: password, new: password }),
  output: nothing,
  problems: ['sign-in.no-match', 'password.weak', 'password.own-data', 'password.breached', 'limit.reached'],
})
export const ChangePhone = deed('account.change-phone', {
  summary: 'Begins a change of phone: passcode, then a code to the new number.',
  input: z.object({ phone, passcode }),
  output: z.object({ code: codeDelivery }),
  problems: ['passcode.wrong', 'passcode.locked', 'limit.reached'],
})
export const ConfirmPhone = deed('account.confirm-phone', {
  summary: 'Confirms the new phone by its code; the old one is told.',
  input: z.object({ code: oneTimeCode }),
  output: nothing,
  problems: ['journey.gone', 'code.wrong', 'code.expired', 'code.spent', 'phone.not-usable'],
})
export const ChangeEmail = deed('account.change-email', {
  summary: 'Begins a change of e-mail: passcode, then a code to the new address.',
  input: z.object({ email, passcode }),
  output: z.object({ code: codeDelivery }),
  problems: ['passcode.wrong', 'passcode.locked', 'limit.reached'],
})
export const ConfirmEmail = deed('account.confirm-email', {
  summary: 'Confirms the new e-mail by its code; the old one is told.',
  input: z.object({ code: oneTimeCode }),
  output: nothing,
  problems: ['journey.gone', 'code.wrong', 'code.expired', 'code.spent'],
})
export const SetLanguage = deed('account.set-language', {
  summary: 'The language of letters.',
  input: z.object({ language }),
  output: nothing,
})
