/**
 * A document that is being shown, in one QR code that needs no network: an SD-JWT presentation with key
 * binding (RFC 9901), written so that it fits. `README.md` says how.
 */
import { joined } from '../bytes.ts'
import { decodeBase64url, encodeBase64url, type Bytes } from '../jws/base64url.ts'
import type { Parsed } from '../parsed.ts'
import { deflateBytes, inflateBytes } from '../zlib.ts'
import { judged, PresentationCodeFault, refuseIf, type CodeFault } from './code-fault.ts'
import { decodeDigits, encodeDigits } from './digits.ts'
import { bindingText } from './offline-binding.ts'
import { fillShown, lengthenJson, shortenJson } from './shorten-json.ts'

/** "SEN" on a telephone's keys, and the version of what follows. */
const NAME = '736'
const VERSION = '1'

/** `digits`: what a QR code of the largest size holds (version 40, level L). */
export const codeLimits = { digits: 7089, unpacked_bytes: 16 * 1024, characters: 64 * 1024 } as const

const CHECK_bytes = 4
const TIME_bytes = 4
/** ES256 alone: r and s (RFC 7518 §3.4). */
const SIGNATURE_bytes = 64
const LENGTH_bytes = 2
const HEAD_bytes = CHECK_bytes + TIME_bytes + 2 * SIGNATURE_bytes + LENGTH_bytes

export interface ReadCode {
  /** In compact form, to be judged with `formats/sd-jwt-vc`: nothing of it is believed yet. */
  readonly presentation: string
  /** When the holder's phone signed, as it says, in seconds since 1970. */
  readonly signedAt_s: number
}

const utf8 = new TextEncoder()
const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
const digestOfText = async (text: string): Promise<string> => encodeBase64url(await sha256(utf8.encode(text)))
const encodeText = (text: string): string => encodeBase64url(utf8.encode(text))

/**
 * The digits to draw in numeric mode. `presentation-code.binding` where the holder's signature is not one for
 * whoever stands opposite (`showOffline` makes it so).
 */
export const writeCode = (presentation: string): Promise<Parsed<string, CodeFault>> =>
  judged(async () => {
    const { texts, shown, issuerSignature, binding } = await takeApart(presentation)
    const { text, raw } = shortenJson(texts, await Promise.all(shown.map(digestOfText)))
    const packed = await deflateBytes(utf8.encode(text), 'deflate-raw')
    refuseIf(packed.length > 0xffff, 'presentation-code.too-large')
    const head = new DataView(new ArrayBuffer(TIME_bytes + LENGTH_bytes))
    head.setUint32(0, binding.signedAt_s)
    head.setUint16(TIME_bytes, packed.length)
    const [time, length] = [
      new Uint8Array(head.buffer, 0, TIME_bytes),
      new Uint8Array(head.buffer, TIME_bytes),
    ]
    const body = joined([time, binding.signature, issuerSignature, length, packed, raw])
    const check = (await sha256(body)).subarray(0, CHECK_bytes)
    const digits = NAME + VERSION + encodeDigits(joined([check, body]))
    refuseIf(digits.length > codeLimits.digits, 'presentation-code.too-large')
    // What was shortened must come out as it went in, or the signatures would not fit.
    refuseIf((await openCode(digits)).presentation !== presentation, 'presentation-code.form')
    return digits
  })

/**
 * Reads what `writeCode` wrote, of a stranger. `presentation-code.other`: no code of ours;
 * `presentation-code.damaged`: not all of it came through.
 */
export const readCode = (digits: string): Promise<Parsed<ReadCode, CodeFault>> =>
  judged(() => openCode(digits))

interface Parts {
  readonly texts: readonly string[]
  readonly shown: readonly string[]
  readonly issuerSignature: Bytes
  readonly binding: { readonly signedAt_s: number; readonly signature: Bytes }
}

const takeApart = async (presentation: string): Promise<Parts> => {
  const last = presentation.lastIndexOf('~')
  const [jwt = '', ...shown] = presentation.slice(0, Math.max(0, last)).split('~')
  const [header = '', payload = '', signature = '', ...more] = jwt.split('.')
  refuseIf(more.length > 0, 'presentation-code.form')
  return {
    texts: [header, payload, ...shown].map(decodeText),
    shown,
    issuerSignature: signatureOf(signature),
    binding: await readBinding(presentation.slice(last + 1), presentation.slice(0, last + 1)),
  }
}

const textOf = (bytes: Bytes | null): string => {
  try {
    return strictUtf8.decode(bytes ?? undefined)
  } catch {
    throw new PresentationCodeFault('presentation-code.form')
  }
}
const decodeText = (part: string): string => textOf(decodeBase64url(part))

const signatureOf = (text: string): Bytes => {
  const bytes = decodeBase64url(text)
  if (bytes?.length !== SIGNATURE_bytes) {
    throw new PresentationCodeFault('presentation-code.form')
  }
  return bytes
}

/** It must be letter by letter what a reader makes of the moment and the rest. */
const readBinding = async (keyBinding: string, bound: string): Promise<Parts['binding']> => {
  const end = keyBinding.lastIndexOf('.')
  const signed = keyBinding.slice(0, Math.max(0, end))
  const signedAt_s = Number(/"iat":(\d{1,10}),/.exec(decodeText(signed.split('.')[1] ?? ''))?.[1] ?? -1)
  const isOffline =
    signedAt_s >= 0 && signedAt_s < 2 ** 32 && signed === bindingText(signedAt_s, await digestOfText(bound))
  refuseIf(!isOffline, 'presentation-code.binding')
  return { signedAt_s, signature: signatureOf(keyBinding.slice(end + 1)) }
}

const openCode = async (digits: string): Promise<ReadCode> => {
  refuseIf(!digits.startsWith(NAME), 'presentation-code.other')
  refuseIf(digits.length > codeLimits.digits, 'presentation-code.too-large')
  refuseIf(!/^\d+$/.test(digits), 'presentation-code.damaged')
  refuseIf(digits.charAt(NAME.length) !== VERSION, 'presentation-code.version')
  const bytes = decodeDigits(digits.slice(NAME.length + VERSION.length))
  if (bytes === null || bytes.length < HEAD_bytes) {
    throw new PresentationCodeFault('presentation-code.damaged')
  }
  const body = bytes.slice(CHECK_bytes)
  const check = (await sha256(body)).subarray(0, CHECK_bytes)
  refuseIf(!check.every((byte, index) => byte === bytes[index]), 'presentation-code.damaged')
  return openBody(body)
}

const openBody = async (body: Bytes): Promise<ReadCode> => {
  const view = new DataView(body.buffer, body.byteOffset, body.length)
  let at = 0
  const take = (size_bytes: number): Bytes => body.slice(at, (at += size_bytes))
  const signedAt_s = view.getUint32(0)
  at = TIME_bytes
  const [keySignature, issuerSignature] = [take(SIGNATURE_bytes), take(SIGNATURE_bytes)]
  const packed_bytes = view.getUint16(at)
  at += LENGTH_bytes
  const packed = take(packed_bytes)
  const unpacked = await inflateBytes(packed, 'deflate-raw', codeLimits.unpacked_bytes)
  if (packed.length !== packed_bytes || !unpacked.ok) {
    const isBomb = !unpacked.ok && unpacked.reason === 'too-large'
    throw new PresentationCodeFault(
      isBomb ? 'presentation-code.unpacked-too-large' : 'presentation-code.packing',
    )
  }
  const text = textOf(unpacked.value)
  const [header = '', payload = '', ...shown] = lengthenJson(
    { text, raw: body.slice(at) },
    codeLimits.characters,
  )
  // Only the payload knows digests of what is shown; the rest must be without such signs.
  const disclosures = shown.map((one) => encodeText(fillShown(one, [])))
  const digests = await Promise.all(disclosures.map(digestOfText))
  const signedPart = `${encodeText(fillShown(header, []))}.${encodeText(fillShown(payload, digests))}`
  const bound = [`${signedPart}.${encodeBase64url(issuerSignature)}`, ...disclosures, ''].join('~')
  const binding = bindingText(signedAt_s, await digestOfText(bound))
  return { presentation: `${bound}${binding}.${encodeBase64url(keySignature)}`, signedAt_s }
}
