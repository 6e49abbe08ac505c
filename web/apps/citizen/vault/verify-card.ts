// Checks the issuer's signature on the card (compact JWS, ES256: RFC 7515, RFC 7518 §3.4) against the keys it
// publishes, which are kept so that
// the check works without a network. What is shown is what was signed: fields that differ make the card a
// forgery.
import { judgeJws, openJws } from '../../../../formats/jws/compact-jws.ts'
import type { IdentityCard, Proof } from '../shell/session.ts'
import { remember, remembered } from '../../../ui/store.ts'

const CARD = 'sen-identity-card+jwt'
const DEPTH = 8
type Jwk = JsonWebKey & { kid?: string }
const keptKeys = 'sen.issuer-keys'

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
  const opened = openJws(card.signed, { type: CARD, algorithms: ['ES256'], depth: DEPTH })
  if (!opened.ok) {
    return 'forged'
  }
  const { kid } = opened.value.header
  const jwk = await keyOf(typeof kid === 'string' ? kid : undefined)
  if (!jwk) {
    return 'unchecked'
  }
  const key = { kty: 'EC', crv: 'P-256', x: jwk.x ?? '', y: jwk.y ?? '' }
  const isSigned = (await judgeJws(opened.value, key)) === null
  return isSigned && sameFields(opened.value.claims, card) ? 'verified' : 'forged'
}
