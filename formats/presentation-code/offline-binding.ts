/**
 * The holder's signature under a document that is shown to whoever stands opposite, where neither has a
 * network: no verifier can send a nonce, so the audience is fixed and the moment (`iat`) is what makes it
 * fresh (RFC 9901 §4.3, §7.3).
 */
import { encodeBase64url } from '../jws/base64url.ts'
import type { JsonObject } from '../jws/strict-json.ts'

/** Nobody else asks for this audience, so that a code is good for nothing on line. */
export const OFFLINE_AUDIENCE = 'urn:sen:whoever-stands-opposite'
export const OFFLINE_NONCE = 'offline'

/** A code is believed for so long after it was signed … */
export const codeLife_s = 60
/** … and gives way to the next one so much earlier that whoever scans its last moment still has time. */
export const codeRenewal_s = 40

/** As `formats/jws` writes them; a code leaves out what is always the same. */
const HEADER: JsonObject = { alg: 'ES256', typ: 'kb+jwt' }

/** Header and claims of the key binding in compact form, without the signature. */
export const bindingText = (signedAt_s: number, sdHash: string): string =>
  [HEADER, { iat: signedAt_s, aud: OFFLINE_AUDIENCE, nonce: OFFLINE_NONCE, sd_hash: sdHash }]
    .map((part) => encodeBase64url(new TextEncoder().encode(JSON.stringify(part))))
    .join('.')
