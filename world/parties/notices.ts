/**
 * What people want of a party after they have shared: notices that Sen has signed (`sharing-notice+jwt`, a
 * field of a form), read strictly.
 */
import { judgeJws, openJws } from '../../formats/jws/compact-jws.ts'
import type { Wish } from './matters.ts'
import { machineTime } from './own-clock.ts'
import type { SenTrust } from './sen-trust.ts'

const TYPE = 'sharing-notice+jwt'
const DEPTH = 6
const SKEW_s = 60

export interface Notice {
  readonly kind: Wish['kind']
  /** The same for the same wish, however often it comes. */
  readonly id: string
  /** Of the request that was answered. */
  readonly nonce: string
}

const kinds: Readonly<Record<string, Wish['kind']>> = { withdraw: 'withdrawal', erase: 'erasure' }

/** Null for what Sen has not signed, for another party, or not now. Throws SenSilent. */
export const readNotice = async (
  form: string,
  { party, sen, trust }: { readonly party: string; readonly sen: string; readonly trust: SenTrust },
): Promise<Notice | null> => {
  const text = new URLSearchParams(form).get('notice') ?? ''
  const opened = openJws(text, { type: TYPE, algorithms: ['ES256'], depth: DEPTH })
  if (!opened.ok) {
    return null
  }
  const { header, claims } = opened.value
  if ((await judgeJws(opened.value, await trust.key(header['kid']))) !== null) {
    return null
  }
  const { iss, aud, iat, exp, jti, wish, nonce } = claims
  const now_s = machineTime().getTime() / 1000
  const isTime = typeof iat === 'number' && typeof exp === 'number'
  const isNow = isTime && iat <= now_s + SKEW_s && exp > now_s - SKEW_s
  const kind = typeof wish === 'string' && Object.hasOwn(kinds, wish) ? kinds[wish] : undefined
  if (!isNow || iss !== `${sen}/oidc` || aud !== party || !kind) {
    return null
  }
  return typeof jti === 'string' && typeof nonce === 'string' ? { kind, id: jti, nonce } : null
}
