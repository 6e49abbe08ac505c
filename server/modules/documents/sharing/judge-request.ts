/**
 * Judges what a party signed (OpenID4VP 1.0 §5) against its registration: who signed it, for which purpose,
 * where the answer goes, and whether it asks for no more than was agreed. Reads the register, writes nothing.
 */
import type { z } from 'zod'
import { askedPurpose, PURPOSE_FORMAT } from '../../../../contract/party-wire.ts'
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import type { DcqlQuery } from '../../../../formats/dcql/dcql-query.ts'
import { openJws } from '../../../../formats/jws/compact-jws.ts'
import type { JsonObject } from '../../../../formats/jws/strict-json.ts'
import {
  readRequest,
  REQUEST_TYPE,
  type PresentationRequest,
} from '../../../../formats/openid4vp/read-request.ts'
import { later, machineNow } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Reading } from '../../../kernel/work.ts'
import { partyOfCertificate } from '../../registry/parties/known-parties.ts'
import { mayAskNow, purposeOf, type Party, type Purpose } from '../../registry/parties/party.ts'
import { certificatesOf, digestOfCertificate } from '../../registry/parties/read-certificates.ts'
import { askableDocuments, type AskableDocument } from './askable-documents.ts'
import { isOwnOrigin } from './party-line.ts'
import { requestLasts_s } from './rules.ts'
import { firstExcess } from './scope.ts'

export type Way = 'link' | 'printed' | 'pushed'

/** As it is read again when she answers. */
export interface CameBy {
  readonly way: Way
  /** As the link said it; null where only the request says who asks. */
  readonly clientId: string | null
  /** What we sent with `request_uri_method=post`. */
  readonly walletNonce: string | null
  /** To whom it was pushed; null for what came by any other way. */
  readonly personalNumber: string | null
}
export interface Judged {
  readonly party: Party
  readonly purpose: Purpose
  readonly reference: string | null
  readonly clientId: string
  readonly query: DcqlQuery
  readonly documents: readonly AskableDocument[]
  readonly nonce: string
  readonly state: string | null
  readonly responseUri: string
  /** Name of the key that the answer is encrypted to. */
  readonly keyId: string
  readonly expiresAt: Date
}
type Refusal = Extract<ProblemCode, `sharing.${string}`>
export type Verdict =
  | { readonly ok: true; readonly judged: Judged }
  /** `excess`: what goes beyond the registration of this party, in names that are known here. */
  | { readonly ok: false; readonly code: Refusal; readonly overAsking?: { party: Party; excess: string } }

const SKEW_S = 60
const DEPTH = 16
const refused = (code: Refusal): Verdict => ({ ok: false, code })

/** What it says of itself, before anything of it is believed. */
const claimsIn = (text: string): JsonObject => {
  const opened = openJws(text, { type: REQUEST_TYPE, algorithms: ['ES256'], depth: DEPTH })
  return opened.ok ? opened.value.claims : {}
}

const whoSigned = async (read: Reading, leaf: Uint8Array | undefined): Promise<Party | null> => {
  const at = machineNow()
  const digest = digestOfCertificate(leaf ?? new Uint8Array())
  const party = await partyOfCertificate(read, digest)
  const certificate = party && certificatesOf(party.file).find((one) => one.digest.equals(digest))
  return certificate && certificate.from <= at && at < certificate.until ? party : null
}

/**
 * `iat` and `exp`: the standard needs neither, and here a request without an end is none. By the machine's
 * time, which the party's machine has as well; the answer is a moment of the product's.
 */
const lastsUntil = ({ iat, exp }: JsonObject, way: Way, at: Date): Date | 'expired' | null => {
  if (typeof iat !== 'number' || typeof exp !== 'number') {
    return null
  }
  const left_s = exp - machineNow().getTime() / 1000
  if (left_s <= 0) {
    return 'expired'
  }
  return left_s > inForce(requestLasts_s, at)[way] + SKEW_S ? null : later(at, left_s)
}

type Read = PresentationRequest<Party>

/** Exactly one, and about the whole request. */
const purposeAsked = ({ verifierInfo }: Read) => {
  const [entry, ...more] = verifierInfo.filter(({ format }) => format === PURPOSE_FORMAT)
  const read =
    entry && more.length === 0 && entry.credentialIds === null && askedPurpose.safeParse(entry.data)
  return read && read.success ? read.data : null
}

/** `at` is the product's moment. */
export const judgeRequest = async (
  read: Reading,
  text: string,
  { way, clientId, walletNonce, personalNumber }: CameBy,
  at: Date,
): Promise<Verdict> => {
  const claims = claimsIn(text)
  const said = claims['client_id']
  const outcome = await readRequest<Party>(text, {
    channel: { kind: 'link', clientId: clientId ?? (typeof said === 'string' ? said : ''), walletNonce },
    partyOf: ([leaf]) => whoSigned(read, leaf),
    algorithms: ['ES256'],
    now_s: machineNow().getTime() / 1000,
    skew_s: SKEW_S,
  })
  const expiresAt = lastsUntil(claims, way, at)
  if (!outcome.ok) {
    const isLate = outcome.reason === 'openid4vp.request-time' && expiresAt === 'expired'
    return refused(isLate ? 'sharing.expired' : (WHY[outcome.reason] ?? 'sharing.request-wrong'))
  }
  const { value } = outcome
  if (expiresAt === 'expired') {
    return refused('sharing.expired')
  }
  const refusal = refusalOf(value, way, at)
  if (refusal || expiresAt === null) {
    return refused(refusal ?? 'sharing.request-wrong')
  }
  const asked = purposeAsked(value)
  if (!asked || (asked.personalNumber ?? null) !== personalNumber) {
    return refused('sharing.request-wrong')
  }
  return withinScope(read, { ...value, asked }, expiresAt, at)
}
const WHY: Readonly<Record<string, Refusal>> = {
  'openid4vp.chain-untrusted': 'sharing.party-unknown',
}

/** What is wrong with it whatever it asks for. */
const refusalOf = (
  { party, responseMode, target, query, encryption }: Read,
  way: Way,
  at: Date,
): Refusal | null => {
  if (!mayAskNow(party, at)) {
    return 'sharing.party-suspended'
  }
  if (!party.file.ways.includes(way)) {
    return 'sharing.way-not-agreed'
  }
  const isClosed = responseMode === 'direct_post.jwt' && encryption !== null
  const isForParty = target.kind === 'link' && isOwnOrigin(party.file, target.responseUri)
  // What no key of hers proves could be shown again by whoever has seen it once.
  const isBound = query.credentials.every(({ isBindingRequired }) => isBindingRequired)
  return isClosed && isForParty && isBound ? null : 'sharing.request-wrong'
}

interface ReadFor extends Read {
  readonly asked: z.infer<typeof askedPurpose>
}
const withinScope = async (read: Reading, value: ReadFor, expiresAt: Date, at: Date): Promise<Verdict> => {
  const { party, query, target, encryption, asked } = value
  if (target.kind !== 'link' || !encryption) {
    return refused('sharing.request-wrong')
  }
  const purpose = purposeOf(party, asked.purpose)
  const documents = await askableDocuments(read, at)
  const excess = purpose ? firstExcess(query, purpose, documents) : 'another purpose'
  if (!purpose || excess !== null) {
    const overAsking = { party, excess: excess ?? '' }
    return { ok: false, code: 'sharing.asks-too-much', overAsking }
  }
  return {
    ok: true,
    judged: {
      party,
      purpose,
      reference: asked.reference ?? null,
      clientId: value.clientId,
      query,
      documents,
      nonce: value.nonce,
      state: value.state,
      responseUri: target.responseUri,
      keyId: encryption.key.kid,
      expiresAt,
    },
  }
}
