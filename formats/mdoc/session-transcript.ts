/**
 * What binds an answer to one request and one reader (ISO/IEC 18013-5 §9.1.5.1): by a redirect or the Digital
 * Credentials API (OpenID4VP 1.0 §B.2.6), or in proximity. All answer the bytes of SessionTranscript.
 */
import { joined } from '../bytes.ts'
import { isArray, type CborValue } from './cbor-value.ts'
import { digest } from './ec-key.ts'
import { MdocRefusal } from './mdoc-refusal.ts'
import { readCbor } from './read-cbor.ts'
import { encodedCbor, writeCbor } from './write-cbor.ts'

/** RFC 7638 SHA-256 of the key that the answer is encrypted to; null where the answer is not encrypted. */
type JwkThumbprint = Uint8Array | null

const handover = async (name: string, info: readonly CborValue[]): Promise<Uint8Array> =>
  writeCbor([null, null, [name, await digest('SHA-256', writeCbor(info))]])

/** OpenID4VP 1.0 §B.2.6.1. `responseUri` is the `redirect_uri` where the request has that instead. */
export const redirectTranscript = (request: {
  readonly clientId: string
  readonly nonce: string
  readonly jwkThumbprint: JwkThumbprint
  readonly responseUri: string
}): Promise<Uint8Array> =>
  handover('OpenID4VPHandover', [request.clientId, request.nonce, request.jwkThumbprint, request.responseUri])

/** OpenID4VP 1.0 §B.2.6.2. `origin` as the browser tells it, without `origin:` before it. */
export const browserTranscript = (request: {
  readonly origin: string
  readonly nonce: string
  readonly jwkThumbprint: JwkThumbprint
}): Promise<Uint8Array> =>
  handover('OpenID4VPDCAPIHandover', [request.origin, request.nonce, request.jwkThumbprint])

/**
 * ISO/IEC 18013-5 §9.1.5.1. `engagement` and `readerKey` are the bytes as they travelled, of
 * DeviceEngagement and of the reader's COSE_Key; `nfc` holds the messages of an NFC handover, or null where
 * a QR code was shown.
 */
export const proximityTranscript = (session: {
  readonly engagement: Uint8Array
  readonly readerKey: Uint8Array
  readonly nfc: { readonly select: Uint8Array; readonly request: Uint8Array | null } | null
}): Uint8Array =>
  writeCbor([
    encodedCbor(session.engagement),
    encodedCbor(session.readerKey),
    session.nfc && [session.nfc.select, session.nfc.request],
  ])

/** An array of three; what a caller hands in by mistake must not be signed or believed. */
export const mustBeTranscript = (transcript: Uint8Array): void => {
  const value = readCbor(transcript, 'transcript')
  if (!isArray(value) || value.length !== 3) {
    throw new MdocRefusal('mdoc.transcript', 'transcript')
  }
}

/** DeviceAuthenticationBytes (§9.1.3.4); `nameSpaces` is the exact `#6.24(bstr)` of the answer. */
export const deviceAuthentication = (
  transcript: Uint8Array,
  docType: string,
  nameSpaces: Uint8Array,
): Uint8Array => {
  mustBeTranscript(transcript)
  const parts = [writeCbor('DeviceAuthentication'), transcript, writeCbor(docType), nameSpaces]
  return writeCbor(encodedCbor(joined([Uint8Array.of(0x84), ...parts])))
}

/** ReaderAuthenticationBytes (§9.1.4.4); `itemsRequest` is the exact `#6.24(bstr)` of the request. */
export const readerAuthentication = (transcript: Uint8Array, itemsRequest: Uint8Array): Uint8Array => {
  mustBeTranscript(transcript)
  const parts = [writeCbor('ReaderAuthentication'), transcript, itemsRequest]
  return writeCbor(encodedCbor(joined([Uint8Array.of(0x83), ...parts])))
}
