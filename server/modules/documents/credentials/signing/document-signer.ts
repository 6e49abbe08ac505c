/**
 * Who signs documents on phones: a signer of its turn below the authority of this installation. The first
 * one who asks makes what is missing, so that neither a first start nor a turn needs anybody; of two who
 * do it at once the first one's stands. The next signer is published before its turn, and earlier ones
 * until nothing that they signed can be valid.
 */
import { createHash, createPrivateKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { later, now } from '../../../../kernel/clock.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { DocumentKey, DocumentSigner, Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { signingRule, timesRoundedTo_s } from '../rules.ts'
import { authorityCertificate, authorityKey, signerCertificate } from './authority-certificate.ts'
import * as store from './signing-store.ts'

const DAY_S = 86_400
const COLUMN = 'document-signer'
/** The first one signs for a process too whose clock is behind that of the one that made it. */
const CLOCKS_APART_S = 300

export interface SigningTools {
  readonly read: Reading
  readonly sealer: Tools['sealer']
  /** Of the permanent secrets: the authority's keys are made from it. */
  readonly seed: Uint8Array
}

/** Times of documents are rounded down: what signs them was valid before that already. */
const validFrom = (at: Date): Date => later(at, -2 * inForce(timesRoundedTo_s, at))

const drawAuthority = async ({ read, seed }: SigningTools, turn: number, at: Date): Promise<void> => {
  const endsAt = later(at, inForce(signingRule, at).authority_days * DAY_S)
  const certificate = authorityCertificate(authorityKey(seed, turn), {
    turn,
    drawn: newSecret(16),
    notBefore: validFrom(at),
    notAfter: endsAt,
  })
  await store.insertAuthority(read, { turn, certificate: Buffer.from(certificate), ends_at: endsAt })
}

/** The authority of the latest turn, which outlives whatever a signer of today may sign. */
const presentAuthority = async (tools: SigningTools, at: Date): Promise<store.AuthorityRow> => {
  const { signs_days, publishedBefore_days, validityMost_days } = inForce(signingRule, at)
  const needed = later(at, (signs_days + publishedBefore_days + validityMost_days) * DAY_S)
  for (let tries = 0; tries < 2; tries++) {
    // Asked before: who has made the next one meanwhile has taken its turn.
    const lastTurn = await store.lastTurnOfAuthority(tools.read)
    const [latest] = await store.authorities(tools.read, at)
    if (latest && latest.ends_at >= needed) {
      return latest
    }
    await drawAuthority(tools, lastTurn + 1, at)
  }
  throw new Error('there is no authority that outlives a signer')
}

const drawSigner = async (
  tools: SigningTools,
  { turn, from, at }: { readonly turn: number; readonly from: Date; readonly at: Date },
): Promise<void> => {
  const authority = await presentAuthority(tools, at)
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' })
  const publicJwk = { kty: 'EC', crv: 'P-256', x, y } as const
  // RFC 7638: the members in this order, nothing else.
  const keyId = createHash('sha256')
    .update(JSON.stringify({ crv: 'P-256', kty: 'EC', x, y }))
    .digest('base64url')
  const { signs_days, validityMost_days } = inForce(signingRule, at)
  const signsUntil = later(from, signs_days * DAY_S)
  const endsAt = later(signsUntil, validityMost_days * DAY_S)
  const certificate = signerCertificate(
    privateKey,
    { key: authorityKey(tools.seed, authority.turn), turn: authority.turn },
    { turn, drawn: newSecret(16), notBefore: validFrom(from), notAfter: endsAt },
  )
  await store.insertSigner(tools.read, {
    turn,
    key_id: keyId,
    public_jwk: publicJwk,
    sealed_jwk: tools.sealer.sealWithPlatformKey(`${COLUMN} ${keyId}`, JSON.stringify({ ...publicJwk, d })),
    certificate: Buffer.from(certificate),
    signs_from: from,
    signs_until: signsUntil,
    ends_at: endsAt,
  })
}

/** All that are published, the latest first; makes the first one, and the next one in time. */
const standingSigners = async (tools: SigningTools, at: Date): Promise<store.SignerRow[]> => {
  const lastTurn = await store.lastTurnOfSigner(tools.read)
  const found = await store.signers(tools.read, at)
  const [latest] = found
  if (latest && latest.signs_until > later(at, inForce(signingRule, at).publishedBefore_days * DAY_S)) {
    return found
  }
  const isSuccession = latest !== undefined && latest.signs_until > at
  const from = isSuccession ? latest.signs_until : later(at, -CLOCKS_APART_S)
  await drawSigner(tools, { turn: lastTurn + 1, from, at })
  return store.signers(tools.read, at)
}

const HELD_MS = 30_000

interface Held {
  readonly row: store.SignerRow
  readonly key: KeyObject
  readonly until: number
}

export const openDocumentSigner = (tools: SigningTools): DocumentSigner => {
  let held: Held | null = null
  const look = async (): Promise<Held> => {
    const at = now()
    const rows = await standingSigners(tools, at)
    const row = rows.find((one) => one.signs_from <= at && one.signs_until > at)
    if (!row) {
      throw new Error('there is no signer of documents in its turn')
    }
    const jwk = tools.sealer.unsealWithPlatformKey(`${COLUMN} ${row.key_id}`, row.sealed_jwk)
    const read = JSON.parse(jwk.toString('utf8')) as Record<string, string>
    const key = createPrivateKey({ key: read, format: 'jwk' })
    return { row, key, until: at.getTime() + HELD_MS }
  }
  return {
    async present(): Promise<DocumentKey> {
      const at = now()
      // A clock that was moved, either way, asks again.
      const isFresh = held && held.until > at.getTime() && held.until - HELD_MS <= at.getTime()
      const { row, key } = isFresh && held && held.row.signs_until > at ? held : (held = await look())
      return {
        keyId: row.key_id,
        certificate: row.certificate,
        endsAt: row.ends_at,
        sign: async (bytes) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }),
      }
    },
  }
}

export interface PublishedKeys {
  readonly jwks: readonly (store.PublicJwkRow & { kid: string; alg: 'ES256'; use: 'sig' })[]
  /** DER. */
  readonly roots: readonly Buffer[]
}

/** What a verifier believes: the keys of all signers whose work may still be valid, and the authorities. */
export const publishedKeys = async (read: Reading, signer: DocumentSigner): Promise<PublishedKeys> => {
  // So that whoever asks first finds the first one.
  await signer.present()
  const at = now()
  const rows = await store.signers(read, at)
  const roots = await store.authorities(read, at)
  return {
    jwks: rows.map(({ key_id: kid, public_jwk: { kty, crv, x, y } }) => {
      return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' }
    }),
    roots: roots.map(({ certificate }) => certificate),
  }
}
