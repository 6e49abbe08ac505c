// Checks the issuer's signature on the card (compact JWS, ES256: RFC 7515, RFC 7518 §3.4) against the keys it
// publishes, which are kept so that
// the check works without a network. What is shown is what was signed: fields that differ make the card a
// forgery.
import type { IdentityCard, Proof } from '../shell/session.ts'
import { remember, remembered } from '../../../ui/store.ts'

type Jwk = JsonWebKey & { kid?: string }
const keptKeys = 'sen.issuer-keys'

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> => {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(new ArrayBuffer(text.length))
  for (let i = 0; i < text.length; i++) {
    bytes[i] = text.charCodeAt(i)
  }
  return bytes
}
const jsonOf = (base64url: string): unknown => JSON.parse(new TextDecoder().decode(bytesOf(base64url)))

const fetchKeys = async (): Promise<Jwk[]> => {
  const response = await fetch('/oidc/jwks', { signal: AbortSignal.timeout(8000) })
  if (!response.ok) {
    throw new Error(`the issuer's keys: ${response.status}`)
  }
  const { keys } = (await response.json()) as { keys: Jwk[] }
  remember(keptKeys, JSON.stringify(keys))
  return keys
}

const knownKeys = (): Jwk[] => {
  try {
    return JSON.parse(remembered(keptKeys) ?? '[]') as Jwk[]
  } catch {
    return []
  }
}

const keyOf = async (kid: string | undefined): Promise<Jwk | undefined> => {
  const find = (keys: Jwk[]) => keys.find((key) => key.kty === 'EC' && (kid === undefined || key.kid === kid))
  return find(knownKeys()) ?? find(await fetchKeys().catch(() => []))
}

const sameFields = (
  signed: Record<string, unknown>,
  { portrait: _, signed: __, ...shown }: IdentityCard,
): boolean =>
  Object.entries(shown).every(([name, value]) => JSON.stringify(signed[name]) === JSON.stringify(value))

/** `unchecked` when the issuer's key cannot be had right now. */
export const verifyCard = async (card: IdentityCard): Promise<Proof> => {
  const [head, body, signature, ...more] = card.signed.split('.')
  if (!head || !body || !signature || more.length > 0) {
    return 'forged'
  }
  try {
    const { alg, kid } = jsonOf(head) as { alg?: string; kid?: string }
    if (alg !== 'ES256') {
      return 'forged'
    }
    const jwk = await keyOf(kid)
    if (!jwk) {
      return 'unchecked'
    }
    const key = await crypto.subtle.importKey(
      'jwk',
      { kty: 'EC', crv: 'P-256', x: jwk.x, y: jwk.y },
      { name: 'ECDSA', namedCurve: 'P-256' },
      false,
      ['verify'],
    )
    const isSigned = await crypto.subtle.verify(
      { name: 'ECDSA', hash: 'SHA-256' },
      key,
      bytesOf(signature),
      new TextEncoder().encode(`${head}.${body}`),
    )
    return isSigned && sameFields(jsonOf(body) as Record<string, unknown>, card) ? 'verified' : 'forged'
  } catch {
    return 'forged'
  }
}
