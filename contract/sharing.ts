/**
 * Sharing documents with a registered party (OpenID4VP 1.0): what it asks for and why, her yes or no, and
 * afterwards the receipt, the withdrawal and the wish to be erased. Her phone makes the answer, for the party
 * alone; Sen guards the registration, carries the answer and keeps what was agreed.
 */
import { z } from 'zod'
import { claimName, documentTypeId } from './document-type.ts'
import { deed, view } from './operation.ts'
import { partyId, sharingWay } from './party.ts'
import { printedPlace } from './party-wire.ts'
import { cursor, moment, nothing, pageOf, passcode, personalNumber } from './values.ts'

const words = z.object({ vi: z.string(), en: z.string() })
const party = z.object({
  id: z.string(),
  name: words,
  kind: z.string(),
  domain: z.string(),
  contact: z.string(),
  agreement: z.object({ number: z.string(), from: z.string(), until: z.string() }),
})
/** As it stood when she was asked; a later change of the registration changes no receipt. */
const purpose = z.object({
  id: z.string(),
  words,
  law: words,
  retention: z.object({ days: z.number(), by: z.enum(['consent', 'law']), words }),
})
/** No claim: the document with what it always shows. */
const sharedOfType = z.object({ type: documentTypeId, claims: z.array(claimName).max(40) })

/** `waiting`: for her. `sending`: agreed, on its way. `undeliverable`: the party never took it. */
const sharingState = z.enum([
  'waiting',
  'sending',
  'delivered',
  'undeliverable',
  'refused',
  'expired',
  'reported',
])
const asked = z.object({
  id: z.uuid(),
  party,
  purpose,
  /** The party's own number of this matter. */
  reference: z.string().nullable(),
  way: sharingWay,
  state: sharingState,
  openedAt: moment,
  expiresAt: moment,
})

const unknownOrNot = [
  'sharing.party-unknown',
  'sharing.party-suspended',
  'sharing.party-silent',
  'sharing.request-wrong',
  'sharing.asks-too-much',
  'sharing.way-not-agreed',
  'sharing.expired',
  'limit.reached',
] as const

export const OpenSharing = deed('sharing.open', {
  summary:
    'Fetches the request that a link or a printed code names, and judges it: who signed it, and whether it stays within its registration. What exceeds it is never shown to her.',
  input: z.discriminatedUnion('from', [
    z.object({
      from: z.literal('link'),
      clientId: z.string().max(500),
      requestUri: z.url().max(2000),
      /** `request_uri_method` (§5.10): by `post` the request answers a nonce of ours. */
      method: z.enum(['get', 'post']).default('get'),
    }),
    z.object({
      from: z.literal('printed'),
      party: partyId,
      place: printedPlace,
    }),
  ]),
  output: z.object({ id: z.uuid() }),
  problems: unknownOrNot,
})
export const ViewSharing = view('sharing.request', {
  summary: 'One request with the text that the party signed, which her phone reads by itself.',
  input: z.object({ id: z.uuid() }),
  output: asked.extend({
    request: z.string(),
    /** As the link, or the request itself, said it; and what the request answers to (§5.10.1). */
    clientId: z.string(),
    walletNonce: z.string().nullable(),
    /** The registered certificates: SHA-256 of each, base64url. Who signed with another is not this party. */
    certificates: z.array(z.string()),
    /** What this purpose may ask for at most. */
    asks: z.array(sharedOfType),
    receiptId: z.uuid().nullable(),
  }),
  problems: ['sharing.no-such-request'],
})
export const ViewWaitingSharings = view('sharing.waiting', {
  summary: 'Requests that wait for her, the newest first.',
  input: nothing,
  output: z.object({ items: z.array(asked) }),
})
export const AgreeToShare = deed('sharing.agree', {
  summary:
    'Her yes, with the passcode: the answer that her phone has made for the party, and what stands in it. It is delivered afterwards, and again until the party takes it.',
  input: z.object({
    id: z.uuid(),
    passcode,
    /** The fields of the post of OpenID4VP §8.3: encrypted for the party, so Sen cannot read it. */
    answer: z.object({ response: z.string().min(1).max(4_000_000) }),
    shared: z.array(sharedOfType).min(1).max(16),
  }),
  output: z.object({ receiptId: z.uuid() }),
  problems: [
    'sharing.no-such-request',
    'sharing.answered',
    'sharing.expired',
    'sharing.party-suspended',
    'sharing.not-what-was-asked',
    'sharing.level-too-low',
    'passcode.wrong',
    'passcode.locked',
    'account.locked',
  ],
})
export const RefuseToShare = deed('sharing.refuse', {
  summary: 'Her no. The party is told that nothing comes, and nothing else.',
  input: z.object({ id: z.uuid() }),
  output: nothing,
  problems: ['sharing.no-such-request', 'sharing.answered', 'sharing.expired'],
})
export const ReportSharing = deed('sharing.report', {
  summary:
    'Refuses, and tells the operator that this request was not expected or asks for too much; also after she has refused.',
  input: z.object({ id: z.uuid(), why: z.enum(['not-expected', 'asks-too-much', 'pressed', 'other']) }),
  output: nothing,
  problems: ['sharing.no-such-request', 'sharing.answered', 'sharing.expired', 'limit.reached'],
})

const wish = z.object({
  askedAt: moment,
  /** By which the party has to answer. */
  dueAt: moment,
  /** `kept`: it must keep it, by the law that it names. */
  answer: z.enum(['waiting', 'done', 'kept', 'overdue']),
  answeredAt: moment.nullable(),
  law: z.string().nullable(),
})
const receipt = z.object({
  id: z.uuid(),
  party,
  purpose,
  reference: z.string().nullable(),
  way: sharingWay,
  shared: z.array(sharedOfType),
  agreedAt: moment,
  state: z.enum(['sending', 'delivered', 'undeliverable']),
  /** Until when the party may keep it by what was agreed. */
  keptUntil: moment.nullable(),
  withdrawal: wish.nullable(),
  erasure: wish.nullable(),
})
export const ViewReceipts = view('sharing.receipts', {
  summary: 'What she has shared and with whom, the newest first.',
  input: z.object({ cursor }),
  output: pageOf(receipt),
})
export const ViewReceipt = view('sharing.receipt', {
  summary: 'One receipt: what was agreed, whether it has arrived, and where she can return to.',
  input: z.object({ id: z.uuid() }),
  output: receipt.extend({
    /** What the party answered as `redirect_uri` (§8.2), on an origin of its registration only. */
    returnTo: z.string().nullable(),
    /** What the party signed: with it and her line of the log anybody can see what was agreed. */
    request: z.string(),
  }),
  problems: ['sharing.no-such-receipt'],
})
export const WithdrawSharing = deed('sharing.withdraw', {
  summary: 'Takes her consent back: the party is told to stop, with a day to answer by (Law 91/2025/QH15).',
  input: z.object({ id: z.uuid() }),
  output: receipt,
  problems: ['sharing.no-such-receipt', 'sharing.withdrawn-already'],
})
export const AskErasure = deed('sharing.ask-erasure', {
  summary:
    'Asks the party to erase what was shared, with a day to answer by. What a law makes it keep, it names.',
  input: z.object({ id: z.uuid() }),
  output: receipt,
  problems: ['sharing.no-such-receipt', 'sharing.erasure-asked-already'],
})

export const PushSharing = deed('sharing.push', {
  summary:
    'For parties whose agreement allows it: a signed request for whoever has this personal number. The answer is the same whether there is such a person.',
  input: z.object({
    request: z
      .string()
      .min(1)
      .max(256 * 1024),
    personalNumber,
  }),
  output: nothing,
  problems: [
    'sharing.party-unknown',
    'sharing.party-suspended',
    'sharing.request-wrong',
    'sharing.asks-too-much',
    'sharing.way-not-agreed',
    'sharing.expired',
    'limit.reached',
  ],
})

export const ListParties = view('sharing.parties', {
  summary: 'Every registered party with what it may ask for and why; for anyone.',
  input: z.object({ cursor }),
  output: pageOf(
    party.extend({
      state: z.enum(['active', 'suspended', 'ended']),
      ways: z.array(sharingWay),
      purposes: z.array(purpose.extend({ asks: z.array(sharedOfType) })),
    }),
  ),
})
