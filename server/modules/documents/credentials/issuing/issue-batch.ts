/**
 * Issues one document to several keys of one phone at once: as many credentials, each with a place of its
 * own in a status list, so that what is shown at two places tells nobody that it was the same person
 * (OpenID4VCI 1.0 §3.3.2, §15.4.1). Times are those of a whole day's herd. It holds no permit of its own.
 */
import { createHash } from 'node:crypto'
import { decodeBase64url, encodeBase64url } from '../../../../../formats/jws/base64url.ts'
import type { PublicJwk } from '../../../../../formats/jws/algorithms.ts'
import { issueDocument } from '../../../../../formats/mdoc/issue.ts'
import type { EcPublicKey } from '../../../../../formats/mdoc/ec-key.ts'
import { issueCredential } from '../../../../../formats/sd-jwt-vc/issue-credential.ts'
import type { Citizen } from '../../../../kernel/actor.ts'
import { later } from '../../../../kernel/clock.ts'
import { newId, newSecret } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { DocumentKey, Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import type { CredentialContent, CredentialFormat, CredentialType } from '../credential-type.ts'
import { issuerOf } from '../issuer.ts'
import { signingRule, sourceLookEvery_s, timesRoundedTo_s } from '../rules.ts'
import { jwsSignerOf } from '../signing/jws-signer.ts'
import { drawPlaces, listAddress, type Place } from '../status/draw-places.ts'
import * as store from './credential-store.ts'
import { ruleFor } from './issuable.ts'

const DAY_S = 86_400

export interface BatchToIssue {
  readonly subjectId: string
  /** Who acts for her, where the device is that person's. */
  readonly by?: Citizen['by']
  /** The bound device that it goes to, or from which another wallet was let in. */
  readonly deviceId: string | null
  readonly wallet: 'own' | 'other'
  readonly type: CredentialType
  /** Which of her documents of this kind; null where a person has one. */
  readonly documentId: string | null
  readonly format: CredentialFormat
  readonly content: CredentialContent
  /** Each proven, none twice. */
  readonly keys: readonly PublicJwk[]
  /** Open status lists (`listsFor`), asked for before the transaction. */
  readonly lists: readonly string[]
  readonly at: Date
}

export interface IssuedBatch {
  readonly id: string
  /** In the order of the keys. */
  readonly credentials: readonly string[]
  readonly expiresAt: Date
}

interface Times {
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** What ends by itself takes its credentials along: a verifier without a network sees that as well. */
const timesOf = ({ type, by, content: { endsAt }, at }: BatchToIssue): Times => {
  const step_ms = inForce(timesRoundedTo_s, at) * 1000
  const issuedAt = new Date(Math.floor(at.getTime() / step_ms) * step_ms)
  const expiresAt = later(issuedAt, ruleFor(type, { by }, at).validity_days * DAY_S)
  return { issuedAt, expiresAt: endsAt && endsAt < expiresAt ? endsAt : expiresAt }
}

/** RFC 7638. */
const thumbprintOf = ({ crv, kty, x, y }: PublicJwk): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url')

export const markOf = (tools: Tools, type: CredentialType, mark: CredentialContent['mark']): Buffer =>
  tools.digests.secret('credential-source', JSON.stringify([type.id, mark]))

/**
 * Throws `credentials.key-used` where one of the keys has a credential already: the two would be linked by
 * it.
 */
export const issueBatch = async (work: Work, tools: Tools, batch: BatchToIssue): Promise<IssuedBatch> => {
  const { subjectId, type, keys, at } = batch
  const id = newId()
  const times = timesOf(batch)
  const key = await tools.documentSigner.present()
  mustOutlive(key, times, at)
  const places = await drawPlaces(work, batch.lists, keys.length, at)
  const fresh = await store.insertCredentials(
    work,
    subjectId,
    id,
    keys.map((one, i) => ({
      keyDigest: tools.digests.identifier('credential-key', thumbprintOf(one)),
      place: placeAt(places, i),
    })),
  )
  if (fresh !== keys.length) {
    throw problem('credentials.key-used')
  }
  store.insertBatch(work, subjectId, {
    id,
    type: type.id,
    document_id: batch.documentId,
    format: batch.format,
    holder_id: batch.by?.subjectId ?? null,
    tie_id: batch.by?.tieId ?? null,
    device_id: batch.deviceId,
    wallet: batch.wallet,
    size: keys.length,
    issued_at: at,
    expires_at: times.expiresAt,
    source_mark: markOf(tools, type, batch.content.mark),
    state: 'valid',
  })
  store.watch(work, subjectId, later(at, inForce(sourceLookEvery_s, at)))
  const make = batch.format === 'mso_mdoc' ? mobileDocument : sdJwt
  const credentials = await Promise.all(
    keys.map((one, i) => make(tools, { ...batch, ...times, key, holder: one, place: placeAt(places, i) })),
  )
  return { id, credentials, expiresAt: times.expiresAt }
}

const placeAt = (places: readonly Place[], i: number): Place => {
  const place = places[i]
  if (!place) {
    throw new Error('fewer places than keys')
  }
  return place
}

/** What the signer's certificate does not cover any more nobody would believe. */
const mustOutlive = (key: DocumentKey, { expiresAt }: Times, at: Date): void => {
  if (expiresAt > key.endsAt || expiresAt > later(at, inForce(signingRule, at).validityMost_days * DAY_S)) {
    throw new Error('a document type that is valid longer than its signer')
  }
}

interface One extends BatchToIssue, Times {
  readonly key: DocumentKey
  readonly holder: PublicJwk
  readonly place: Place
}

const seconds = (time: Date): number => Math.floor(time.getTime() / 1000)

const sdJwt = (tools: Tools, one: One): Promise<string> => {
  const { type, content, place, key } = one
  const disclosable = type.claims
    .filter(({ name, isDisclosable }) => isDisclosable && name in content.claims)
    .map(({ name }) => [name])
  return issueCredential({
    claims: content.claims,
    disclosable,
    vct: type.vct,
    issuer: issuerOf(tools),
    issuedAt_s: seconds(one.issuedAt),
    expiresAt_s: seconds(one.expiresAt),
    holderKey: one.holder,
    status: { uri: listAddress(tools.publicUrl, place.listId), idx: place.idx },
    signer: jwsSignerOf(key),
    random: newSecret,
  })
}

const devicePoint = ({ x, y }: PublicJwk): EcPublicKey => ({
  curve: 'P-256',
  point: Buffer.concat([
    Uint8Array.of(4),
    decodeBase64url(x) ?? new Uint8Array(),
    decodeBase64url(y) ?? new Uint8Array(),
  ]),
})

/** IssuerSigned in base64url, as OpenID4VCI 1.0 Annex A.2.4 sends it. */
const mobileDocument = async (tools: Tools, one: One): Promise<string> => {
  const { type, content, place, key } = one
  if (!type.mdoc || !content.elements) {
    throw new Error(`${type.id} has no form as a mobile document`)
  }
  const issued = await issueDocument(
    {
      docType: type.mdoc.docType,
      elements: { [type.mdoc.namespace]: content.elements },
      deviceKey: devicePoint(one.holder),
      signed: one.issuedAt,
      validFrom: one.issuedAt,
      validUntil: one.expiresAt,
      expectedUpdate: null,
      status: { index: place.idx, uri: listAddress(tools.publicUrl, place.listId) },
    },
    { chain: [key.certificate], sign: key.sign, random: newSecret },
  )
  if (!issued.ok) {
    // The one part that a phone gave: its proof was good, so its point is; whatever else is ours to mend.
    throw new Error(`a mobile document could not be issued: ${issued.code} ${issued.where}`)
  }
  return encodeBase64url(Uint8Array.from(issued.value))
}
