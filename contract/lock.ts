/**
 * Locking and unlocking (Law 26/2023 art. 34, Decree 69/2024 art. 15). Locking is quick and asks little,
 * since the thief has the phone and the owner has
 * not; unlocking is the strong step.
 */
import { z } from 'zod'
import { caseHistory } from './case-history.ts'
import { codeDelivery } from './enrolment.ts'
import { keptPage, pagesSeen, sentPage, shownPages } from './evidence.ts'
import { deed, strangersDeed, view } from './operation.ts'
import {
  caseId,
  challengeProof,
  cursor,
  email,
  lockCode,
  moment,
  nothing,
  oneTimeCode,
  pageOf,
  passcode,
  personalNumber,
  reference,
} from './values.ts'

export const lockGround = z.enum([
  'holder-request',
  'agreement-breach',
  'card-revoked',
  'card-held',
  'card-lost',
  'card-expired',
  'death',
  'body-request',
  'passport-expired',
  'residence-expired',
])
/** By which right somebody locks or unlocks (`locks/rules.ts`). */
export const lockAuthority = z.enum([
  'holder',
  'holder-code',
  'relative',
  'hotline',
  'officer',
  'officer-second',
  'recovery',
  'register',
  'body',
  'authority',
])
const standingGround = z.object({
  ground: lockGround,
  setAt: moment,
  liftedBy: z.array(lockAuthority),
  law: z.string(),
})

export const LockNow = deed('lock.now', {
  summary: "Locks one's own account at once, without a passcode; every session ends.",
  input: nothing,
  output: z.object({ lockedAt: moment }),
  problems: ['limit.reached'],
})
export const LockByDevice = deed('lock.by-device', {
  summary:
    "Locks from the opening screen of a bound device whose app is closed: the device's key is the proof, no passcode.",
  input: challengeProof,
  output: z.object({ lockedAt: moment }),
  problems: ['device.unknown', 'device.proof-spent', 'limit.reached'],
})
export const ViewLock = deed('lock.state', {
  summary:
    "Why this bound device opens nothing: the grounds that stand and how each ends. The device's key is the proof; no passcode.",
  input: challengeProof,
  output: z.object({ isLocked: z.boolean(), grounds: z.array(standingGround) }),
  problems: ['device.unknown', 'device.proof-spent', 'limit.reached'],
})
export const ViewLockHistory = view('lock.history', {
  summary: "One's own latest locks, newest first, and whether a lock code is held.",
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        ground: lockGround,
        setBy: lockAuthority,
        setAt: moment,
        liftedAt: moment.nullable(),
      }),
    ),
    lockCodeMadeAt: moment.nullable(),
  }),
})
export const MakeLockCode = deed('lock.make-code', {
  summary:
    'A new lock code for paper; an earlier one is void. The first needs no passcode soon after activation.',
  input: z.object({ passcode: passcode.optional() }),
  output: z.object({ lockCode: z.string() }),
  problems: ['passcode.wrong', 'passcode.locked', 'lock.passcode-needed', 'session.required'],
})

/** What the public page keeps of its try; sealed, opaque. The same for a number without an account. */
const attempt = z.string().min(20).max(600)
export const SendLockCode = strangersDeed('lock.send-code', {
  presence: 'always',
  summary:
    'Sends a code to the e-mail that is bound to the account, never to the phone. The answer is the same for every number and address.',
  input: z.object({ personalNumber, email }),
  output: z.object({ attempt, code: codeDelivery }),
  problems: ['limit.reached', 'code.crowded'],
})
export const LockByEmailCode = deed('lock.by-email-code', {
  summary: 'Locks by the code from the e-mail.',
  input: z.object({ attempt, code: oneTimeCode }),
  output: z.object({ lockedAt: moment }),
  problems: ['code.wrong', 'code.expired', 'code.spent', 'limit.reached'],
})
export const LockByLockCode = deed('lock.by-lock-code', {
  summary: 'Locks by the lock code on paper.',
  input: z.object({ personalNumber, lockCode }),
  output: z.object({ lockedAt: moment }),
  problems: ['lock.not-accepted', 'limit.reached'],
})

/**
 * What an officer asked to know the person; at least as many as the policy says must have been answered
 * rightly.
 */
export const scriptQuestion = z.enum([
  'card-shown',
  'face-seen',
  'birth-date',
  'residence',
  'parent-name',
  'last-document',
  'household-member',
])
const script = z
  .array(scriptQuestion)
  .max(7)
  .refine((asked) => new Set(asked).size === asked.length)
const note = z.string().trim().min(5).max(500)

export const LockForHolder = deed('lock.for-holder', {
  summary: 'An officer locks for the holder who stands before her.',
  input: z.object({ personalNumber, script, note }),
  output: z.object({ lockedAt: moment }),
  problems: ['lock.script-too-short', 'lock.nothing-to-lock', 'lock.locked-already', 'lock.about-yourself'],
})
export const AskUnlock = deed('lock.ask-unlock', {
  summary: 'The holder asks in person to be unlocked; a second pair of eyes decides at once.',
  input: z.object({ personalNumber, script, note }),
  output: z.object({ reference, dueAt: moment }),
  problems: [
    'lock.script-too-short',
    'lock.not-locked',
    'lock.ground-of-others',
    'lock.about-yourself',
    'lock.request-open',
  ],
})
export const authority = z.string().trim().min(3).max(120)
export const ReceiveTk03 = deed('lock.receive-tk03', {
  summary: "A competent body's request on form TK03 is received, to lock or to unlock.",
  input: z.object({
    personalNumber,
    kind: z.enum(['body-lock', 'body-unlock']),
    authority,
    documentNumber: z.string().trim().min(2).max(60),
    documentDate: z.iso.date(),
    reason: note,
    replyTo: email,
    /** The new request's own id, for which its pages are signed. */
    caseId: caseId.optional(),
    pages: z.array(sentPage).max(8).optional(),
  }),
  output: z.object({ reference, dueAt: moment }),
  problems: [
    'lock.nothing-to-lock',
    'lock.not-locked',
    'lock.about-yourself',
    'lock.request-open',
    'lock.no-such-request',
    'evidence.paper-of-future',
    'evidence.body-unlisted',
    'evidence.page-unreadable',
    'evidence.pages-full',
    'server.busy',
    'limit.reached',
  ],
})
export const ForwardTk03 = deed('lock.forward-tk03', {
  summary: 'The receiving office forwards it to the head.',
  input: z.object({ reference }),
  output: z.object({ reference, dueAt: moment }),
  problems: ['lock.no-such-request', 'lock.request-closed'],
})
export const DecideLockRequest = deed('lock.decide', {
  summary:
    'Grants or refuses a request, by another person than who received or forwarded it; a refusal has its reasons in writing.',
  input: z.object({
    reference,
    verdict: z.enum(['grant', 'refuse']),
    reason: note,
    seenPages: pagesSeen.optional(),
  }),
  output: z.object({ reference, state: z.enum(['granted', 'refused']), isUsable: z.boolean() }),
  problems: [
    'lock.no-such-request',
    'lock.request-closed',
    'lock.same-eyes',
    'lock.about-yourself',
    'lock.not-forwarded',
    'lock.locked-since',
    'evidence.more-to-see',
  ],
})
export const lockRequestKind = z.enum(['body-lock', 'body-unlock', 'holder-unlock'])
export const lockRequestState = z.enum(['received', 'forwarded', 'granted', 'refused'])
export const ListLockRequests = view('lock.requests', {
  summary: 'Requests that wait at the office, those due first on top.',
  input: z.object({ stage: z.enum(['receive', 'decide']), cursor }),
  output: pageOf(
    z.object({
      reference,
      kind: lockRequestKind,
      state: lockRequestState,
      receivedAt: moment,
      dueAt: moment,
    }),
  ),
})
export const OpenLockRequest = view('lock.request', {
  summary: 'One request with its person and what stands on the account. Opening it is seen by her.',
  input: z.object({ reference }),
  output: z.object({
    reference,
    kind: lockRequestKind,
    state: lockRequestState,
    receivedAt: moment,
    dueAt: moment,
    reason: z.string().nullable(),
    isTakenByMe: z.boolean(),
    history: caseHistory,
    person: z.object({ personalNumber: z.string(), fullName: z.string(), birthDate: z.string() }).nullable(),
    grounds: z.array(standingGround),
    content: z.object({
      authority: z.string(),
      documentNumber: z.string(),
      documentDate: z.string(),
      reason: z.string(),
      script: z.array(z.string()),
      replyTo: z.string(),
    }),
    pages: z.array(keptPage),
  }),
  problems: ['lock.no-such-request'],
})
export const ViewLockPages = view('lock.view-pages', {
  summary: "The pictures of a body's form and document. Looking at them is seen by the holder.",
  input: z.object({ reference }),
  output: shownPages,
  problems: ['lock.no-such-request'],
})
