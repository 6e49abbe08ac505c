/** What it costs to issue and to judge a document, beside the signatures and hashes that it needs. */
import { verifyPresentation } from '../formats/sd-jwt-vc/verify-credential.ts'
import { presentCredential } from '../formats/sd-jwt-vc/present-credential.ts'
import { verifyResponse } from '../formats/mdoc/verify-response.ts'
import { importPublicKey } from '../formats/mdoc/ec-key.ts'
import { cardIssuer, issueCard, phoneKey, SHOWN_AT_s } from '../testing/shown-card-kit.ts'
import { deviceKey, issue as issueMobile, present, readerOf, signer } from '../testing/mdoc/documents.ts'
import { median } from './median-part.ts'

export interface Measured {
  readonly bare_ms: number
  readonly whole_ms: number
  readonly ratio: number
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
const timed = async (deed: () => Promise<unknown>, times: number): Promise<number> => {
  const began = performance.now()
  for (let i = 0; i < times; i++) {
    await deed()
  }
  return (performance.now() - began) / times
}

/** In turns, so that what else the machine does falls on both. Several of each at once: one is short. */
const inTurns = async (
  rounds: number,
  bare: () => Promise<unknown>,
  whole: () => Promise<unknown>,
): Promise<Measured> => {
  const [bares, wholes]: [number[], number[]] = [[], []]
  for (let round = -3; round < rounds; round++) {
    const [one, other] = [await timed(bare, 20), await timed(whole, 20)]
    if (round >= 0) {
      bares.push(one)
      wholes.push(other)
    }
  }
  const [bare_ms, whole_ms] = [median(bares), median(wholes)]
  return { bare_ms: rounded(bare_ms), whole_ms: rounded(whole_ms), ratio: rounded(whole_ms / bare_ms) }
}

const ECDSA = { name: 'ECDSA', hash: 'SHA-256' } as const
const pairOf = (): Promise<CryptoKeyPair> =>
  crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
const sha256 = (bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer> =>
  crypto.subtle.digest('SHA-256', bytes)
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** Signatures made, checked (by a key that comes as a JWK, as it does), and texts hashed: so many of each. */
const bareWork = async (
  work: { readonly sign?: number; readonly check?: number },
  signed: Uint8Array<ArrayBuffer>,
  hashed: readonly Uint8Array<ArrayBuffer>[],
): Promise<() => Promise<void>> => {
  const pair = await pairOf()
  const jwk = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const signature = await crypto.subtle.sign(ECDSA, pair.privateKey, signed)
  return async () => {
    for (let i = 0; i < (work.sign ?? 0); i++) {
      await crypto.subtle.sign(ECDSA, pair.privateKey, signed)
    }
    for (let i = 0; i < (work.check ?? 0); i++) {
      const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
        'verify',
      ])
      await crypto.subtle.verify(ECDSA, key, signature, signed)
    }
    await Promise.all(hashed.map(sha256))
  }
}

const partsOf = (credential: string) => {
  const [jws = '', ...disclosures] = credential.split('~').filter(Boolean)
  return { jws: bytesOf(jws), disclosures: disclosures.map(bytesOf) }
}

/** The identity card with its seventeen disclosures, ES256. */
export const measureSdJwt = async (rounds: number) => {
  const credential = await issueCard()
  const { jws, disclosures } = partsOf(credential)
  const presentation = await presentCredential({
    credential,
    show: [['name'], ['personal_number'], ['birthdate']],
    keyBinding: {
      signer: phoneKey.signer,
      nonce: 'bench',
      audience: 'https://bank.example.vn',
      issuedAt_s: SHOWN_AT_s,
    },
  })
  if (!presentation.ok) {
    throw new Error(presentation.reason)
  }
  const shown = partsOf(presentation.value)
  const verify = async (): Promise<void> => {
    const seen = await verifyPresentation(
      presentation.value,
      { issuerKey: () => ({ ...cardIssuer.jwk }), algorithms: ['ES256'], now_s: SHOWN_AT_s },
      { nonce: 'bench', audience: 'https://bank.example.vn', maxAge_s: 300 },
    )
    if (!seen.ok) {
      throw new Error(seen.reason)
    }
  }
  const batch = () => Promise.all(Array.from({ length: 20 }, () => issueCard()))
  const bareOne = await bareWork({ sign: 1 }, jws, disclosures)
  const bareBatch = () => Promise.all(Array.from({ length: 20 }, bareOne))
  return {
    issue: await inTurns(rounds, bareOne, () => issueCard()),
    // The disclosures that are shown, and the whole text that the holder's key is bound to.
    verify: await inTurns(
      rounds,
      await bareWork({ check: 2 }, shown.jws, [
        ...shown.disclosures.slice(0, 3),
        bytesOf(presentation.value),
      ]),
      verify,
    ),
    batchOf20: await inTurns(Math.ceil(rounds / 20), bareBatch, batch),
  }
}

/** A licence with a small picture: six elements, two of them shown. */
export const measureMobile = async (rounds: number) => {
  const document = await issueMobile()
  const response = await present(document)
  const reader = await readerOf()
  const items = Array.from({ length: 7 }, (_, i) => new Uint8Array(i === 4 ? 680 : 90))
  const signed = new Uint8Array(900)
  const verify = async (): Promise<void> => {
    const seen = await verifyResponse(response, reader)
    if (!seen.ok) {
      throw new Error(seen.code)
    }
  }
  await importPublicKey(deviceKey.publicKey, 'ECDSA', 'bench')
  const bareIssue = await bareSign(signed, items)
  return {
    issue: await inTurns(rounds, bareIssue, () => issueMobile()),
    // Its authority's word for the signer, the signer's for the document, the device's for the session.
    verify: await inTurns(rounds, await bareWork({ check: 3 }, signed, items.slice(0, 2)), verify),
  }
}

/** By the signer that issues mobile documents in tests, which is not WebCrypto's. */
const bareSign =
  async (signed: Uint8Array<ArrayBuffer>, items: readonly Uint8Array<ArrayBuffer>[]) =>
  async (): Promise<void> => {
    await signer.key.sign(signed)
    await Promise.all(items.map(sha256))
  }
