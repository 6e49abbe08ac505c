/**
 * A party of the demo world that asks for documents (OpenID4VP 1.0): makes its requests, takes and judges the
 * answers, hears what people want of it afterwards. It knows nothing of Sen but its address.
 */
import { createHash } from 'node:crypto'
import { readQuery } from '../../formats/dcql/read-query.ts'
import { signerWith, type JwsSigner } from '../../formats/jws/algorithms.ts'
import type { AnswerFields } from '../../formats/openid4vp/compose-answer.ts'
import type { DecryptionKey } from '../../formats/openid4vp/jwe.ts'
import { clientIdOfCertificate, signRequest } from '../../formats/openid4vp/sign-request.ts'
import { parsePem } from '../../formats/pem.ts'
import { askedQuery } from './ask-query.ts'
import { judgeReceived } from './judge-received.ts'
import { isOpen, Matters, type Matter, type OpenRequest } from './matters.ts'
import type { Notice } from './notices.ts'
import { drawn, machineTime } from './own-clock.ts'
import type { PartyKeys } from './party-keys.ts'
import { partyOf, type PartyId, type WorldParty } from './party-list.ts'
import { openSenTrust, type SenTrust } from './sen-trust.ts'

/** `hangs`: takes what Sen sends and never answers. `asks-too-much`: beyond its registration. */
export const partyFaults = ['none', 'hangs', 'fault', 'asks-too-much'] as const
export type PartyFault = (typeof partyFaults)[number]

export interface PartySettings {
  readonly id: PartyId
  /** Sen's public address. */
  readonly sen: string
  /** Its own origins: pages for people, and the door for Sen. */
  readonly pages: string
  readonly door: string
  readonly keys: PartyKeys
}
/** `answered`: another answer was taken before. `closed`: nobody waits for it. */
export type Taken = 'taken' | 'refused' | 'answered' | 'closed' | 'not-believed'
type NoticeAnswer = { readonly state: 'done' } | { readonly state: 'kept'; readonly law: string }

export interface Party {
  readonly id: PartyId
  readonly about: WorldParty
  readonly settings: PartySettings
  readonly clientId: string
  readonly trust: SenTrust
  matters: Matters
  fault: PartyFault
  ask(matter: Matter, walletNonce: string | null): Promise<string>
  /** Throws SenSilent where Sen cannot be asked whom to believe. */
  take(request: OpenRequest, fields: AnswerFields): Promise<Taken>
  hear(matter: Matter, notice: Notice): NoticeAnswer
}

const PREFIX = { account: 'SV', desk: 'BS' } as const
const FIRST = 4471

export const newMatters = (id: PartyId): Matters => new Matters(PREFIX[partyOf(id).house], FIRST)

const derOf = (pem: string): Uint8Array => {
  const read = parsePem(pem)
  const [block] = read.ok ? read.value : []
  if (!block) {
    throw new Error('a party has no certificate')
  }
  return block.bytes
}

const signerOf = async (pem: string): Promise<JwsSigner> => {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
  const use = { name: 'ECDSA', namedCurve: 'P-256' }
  return signerWith(await crypto.subtle.importKey('pkcs8', der, use, false, ['sign']), 'ES256')
}

/** A pair for each request, so that no two answers are opened by one key. */
const newKey = async (): Promise<DecryptionKey> => {
  const use = { name: 'ECDH', namedCurve: 'P-256' }
  const { privateKey, publicKey } = await crypto.subtle.generateKey(use, true, ['deriveBits'])
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return { kid: drawn(), x, y, privateKey }
}

const responseUriOf = ({ door }: Pick<PartySettings, 'door'>, request: Pick<OpenRequest, 'id'>): string =>
  `${door}/answer/${request.id}`

export const openParty = async (settings: PartySettings): Promise<Party> => {
  const { id, keys, sen } = settings
  const about = partyOf(id)
  const certificate = derOf(keys.signer.certificate)
  const signer = await signerOf(keys.signer.key)
  const clientId = await clientIdOfCertificate(certificate)
  const trust = openSenTrust(sen)
  const party: Party = {
    id,
    about,
    settings,
    clientId,
    trust,
    matters: newMatters(id),
    fault: 'none',
    async ask(matter, walletNonce) {
      const query = askedQuery(about, party.fault === 'asks-too-much')
      const read = readQuery(query)
      if (!read.ok) {
        throw new Error(`the query of ${id} is none: ${read.reason}`)
      }
      const request = party.matters.draw(matter, read.value, await newKey())
      const { nonce, state, key, issuedAt, expiresAt } = request
      return signRequest(
        {
          clientId,
          nonce,
          state,
          query,
          target: { kind: 'link', responseUri: responseUriOf(settings, request), walletNonce },
          encryptTo: key,
          issuedAt_s: Math.floor(issuedAt.getTime() / 1000),
          expiresAt_s: Math.floor(expiresAt.getTime() / 1000),
          verifierInfo: [
            { format: 'sen-purpose', data: { purpose: about.purpose.id, reference: matter.reference } },
          ],
        },
        [certificate],
        signer,
      )
    },
    take: (request, fields) => takeAnswer(party, request, fields),
    hear: (matter, notice) => hearWish(party, matter, notice),
  }
  return party
}

const takeAnswer = async (party: Party, request: OpenRequest, fields: AnswerFields): Promise<Taken> => {
  const { matter } = request
  const answer = createHash('sha256')
    .update(fields['response'] ?? '')
    .digest('hex')
  if (matter.state === 'received') {
    return matter.answer === answer ? 'taken' : 'answered'
  }
  if (!isOpen(request)) {
    return 'closed'
  }
  if (fields['error'] !== undefined) {
    return fields['state'] === request.state ? settle(matter, 'refused') : 'not-believed'
  }
  const responseUri = responseUriOf(party.settings, request)
  const verdict = await judgeReceived(fields, request, { ...party, responseUri })
  // While this one was judged another may have come.
  if (!isOpen(request)) {
    return matter.answer === answer ? 'taken' : 'answered'
  }
  if (!verdict.ok) {
    return settle(matter, 'not-believed')
  }
  Object.assign(matter, { received: verdict.received, answer })
  settle(matter, 'received')
  return 'taken'
}

const settle = <State extends 'received' | 'refused' | 'not-believed'>(
  matter: Matter,
  state: State,
): State => {
  Object.assign(matter, { state, version: matter.version + 1 })
  return state
}

/**
 * Either wish stops the use; what no law makes it keep is erased at once. The same one again is no second.
 */
const hearWish = ({ about }: Party, matter: Matter, { kind, id }: Notice): NoticeAnswer => {
  const { mustKeep } = about
  const kept = (matter.received?.claims ?? []).filter(({ name }) => mustKeep?.claims.includes(name))
  if (!matter.wishes.some((wish) => wish.id === id)) {
    if (matter.received) {
      matter.received.claims = kept
    }
    matter.wishes.push({ id, kind, at: machineTime(), kept: kept.map(({ name }) => name) })
    matter.version++
  }
  return kept.length > 0 && mustKeep ? { state: 'kept', law: mustKeep.law } : { state: 'done' }
}
