/** Made-up documents, a reader and a device, and ways to spoil what they say. */
import { randomBytes } from 'node:crypto'
import { isArray, isMap, type CborKey, type CborMap, type CborValue } from '../../formats/mdoc/cbor-value.ts'
import { composeSign1 } from '../../formats/mdoc/cose.ts'
import { fullDate } from '../../formats/mdoc/dates.ts'
import { readRoots, type Trust, type TrustedRoot } from '../../formats/mdoc/document-signer.ts'
import { issueDocument, type DocumentToIssue } from '../../formats/mdoc/issue.ts'
import { readIssuerSigned } from '../../formats/mdoc/issuer-signed.ts'
import type { Judged } from '../../formats/mdoc/mdoc-refusal.ts'
import { presentDocuments } from '../../formats/mdoc/present.ts'
import { readCbor } from '../../formats/mdoc/read-cbor.ts'
import { encodedOf, readMap } from '../../formats/mdoc/read-fields.ts'
import { redirectTranscript } from '../../formats/mdoc/session-transcript.ts'
import type { Reader } from '../../formats/mdoc/verify-response.ts'
import { encodedCbor, writeCbor } from '../../formats/mdoc/write-cbor.ts'
import { makeAuthority, makeKey, makeSigner, type Party } from './authority.ts'

export const LICENCE = 'org.iso.18013.5.1.mDL'
export const SPACE = 'org.iso.18013.5.1'
export const OTHER_SPACE = 'vn.gov.sen.licence.1'
export const NOW = new Date('2026-11-30T09:00:00Z')

export const authority = makeAuthority()
export const signer = makeSigner(authority)
export const deviceKey = makeKey()

export const valueOf = <Value>(answer: Judged<Value>): Value => {
  if (!answer.ok) {
    throw new Error(`refused: ${answer.code} (${answer.where})`)
  }
  return answer.value
}
export const codeOf = (answer: Judged<unknown>): string => (answer.ok ? 'accepted' : answer.code)

export const rootsOf = async (...parties: readonly Party[]): Promise<readonly TrustedRoot[]> =>
  valueOf(await readRoots(parties.map(({ certificate }) => certificate)))

export const trustIn = async (...parties: readonly Party[]): Promise<Trust> => ({
  roots: await rootsOf(...parties),
  revocation: () => 'good',
})

export const licence: DocumentToIssue = {
  docType: LICENCE,
  elements: {
    [SPACE]: {
      family_name: 'Trần',
      given_name: 'Hạnh',
      birth_date: fullDate('1994-02-27', 'test'),
      issuing_country: 'VN',
      portrait: Uint8Array.from({ length: 600 }, (_, index) => index & 0xff),
      age_over_18: true,
    },
    [OTHER_SPACE]: { points: 12 },
  },
  deviceKey: deviceKey.publicKey,
  signed: new Date('2026-11-01T00:00:00Z'),
  validFrom: new Date('2026-11-01T00:00:00Z'),
  validUntil: new Date('2026-12-01T00:00:00Z'),
  expectedUpdate: null,
  status: { index: 412, uri: 'https://sen.example/status/7' },
}

const random = (size: number): Uint8Array => Uint8Array.from(randomBytes(size))

export const issue = async (
  document: Partial<DocumentToIssue> = {},
  by: Party = signer,
  chain: readonly Uint8Array[] = [by.certificate],
): Promise<Uint8Array> =>
  valueOf(await issueDocument({ ...licence, ...document }, { chain, sign: by.key.sign, random }))

export const transcript = await redirectTranscript({
  clientId: 'x509_san_dns:bank.example',
  nonce: 'n-0S6_WzA2Mj',
  jwkThumbprint: null,
  responseUri: 'https://bank.example/answer',
})

export const readerOf = async (changes: Partial<Reader> = {}): Promise<Reader> => ({
  wanted: [{ docType: LICENCE, elements: null }],
  transcript,
  trust: await trustIn(authority),
  at: NOW,
  sessionKey: null,
  ...changes,
})

export const present = async (
  issuerSigned: Uint8Array,
  elements: Readonly<Record<string, readonly string[]>> = { [SPACE]: ['family_name', 'age_over_18'] },
): Promise<Uint8Array> =>
  valueOf(
    await presentDocuments(
      [{ issuerSigned, elements, proof: { kind: 'signature', sign: deviceKey.sign } }],
      transcript,
    ),
  )

type Change = (value: CborValue) => CborValue
export const REMOVED = Symbol('removed')

/** The value with another at the end of the path. */
const changedAt = (
  value: CborValue,
  [key, ...rest]: readonly CborKey[],
  change: (value: CborValue) => CborValue | typeof REMOVED,
): CborValue => {
  if (key === undefined) {
    throw new Error('a path has a key')
  }
  const at = (one: CborValue): CborValue | typeof REMOVED =>
    rest.length === 0 ? change(one) : changedAt(one, rest, change)
  if (isMap(value)) {
    const entries = new Map<CborKey, CborValue>(value)
    const made = at(value.get(key))
    if (made === REMOVED) {
      entries.delete(key)
    } else {
      entries.set(key, made)
    }
    return entries
  }
  if (isArray(value)) {
    return value.flatMap((one, index) => {
      const made = index === key ? at(one) : one
      return made === REMOVED ? [] : [made]
    })
  }
  throw new Error(`there is nothing at ${key}`)
}

export const edit = (
  bytes: Uint8Array,
  path: readonly CborKey[],
  change: (value: CborValue) => CborValue | typeof REMOVED,
): Uint8Array => writeCbor(changedAt(readCbor(bytes, 'test'), path, change))

/** Inside of `#6.24(bstr)`. */
export const within =
  (change: (map: CborMap) => CborValue): Change =>
  (value) => {
    const inner = readCbor(encodedOf(value, 'test').inner, 'test')
    if (!isMap(inner)) {
      throw new Error('no map')
    }
    return encodedCbor(writeCbor(change(inner)))
  }

export const withField =
  (key: CborKey, value: CborValue | typeof REMOVED) =>
  (map: CborMap): CborMap => {
    const made = new Map(map)
    if (value === REMOVED) {
      made.delete(key)
    } else {
      made.set(key, value)
    }
    return made
  }

/** What the issuer signed: MobileSecurityObjectBytes. */
export const payloadOf = (issuerSigned: Uint8Array): Uint8Array => {
  const { payload } = readIssuerSigned(readMap(issuerSigned, 'test')).issuerAuth
  if (!payload) {
    throw new Error('no payload')
  }
  return payload
}

/** An IssuerSigned whose object was changed by its own signer: what is wrong in it was signed. */
export const resigned = async (
  issuerSigned: Uint8Array,
  change: (object: CborMap) => CborMap,
  by: Party = signer,
): Promise<Uint8Array> => {
  const made = within(change)(readCbor(payloadOf(issuerSigned), 'test'))
  const issuerAuth = await composeSign1(by.key.sign, {
    chain: [by.certificate],
    payload: writeCbor(made),
    isDetached: false,
  })
  return edit(issuerSigned, ['issuerAuth'], () => issuerAuth)
}
