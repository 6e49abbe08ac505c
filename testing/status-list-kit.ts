/** A status list as an issuer publishes it, and what a forger with the issuer's key could publish. */
import { deflateSync } from 'node:zlib'
import { encodeBase64url } from '../formats/jws/base64url.ts'
import type { Deflate } from '../formats/token-status-list/pack-statuses.ts'
import {
  signStatusList,
  type Believing,
  type Publishing,
} from '../formats/token-status-list/status-list-token.ts'
import { createStatusList, setStatus, type StatusList } from '../formats/token-status-list/status-list.ts'
import { issuer, NOW_s, sign, type Party } from './credential-kit.ts'

const URI = 'https://issuer.example.vn/status/1'

export const believing: Believing = {
  uri: URI,
  issuerKey: ({ kid }) => (kid === 'signer-1' ? { ...issuer.jwk } : null),
  algorithms: ['ES256'],
  now_s: NOW_s,
}

/** A thousand documents, of which the hundredth is revoked and the two hundredth held. */
export const sampleList = (): StatusList => {
  const list = createStatusList(1000, 2)
  setStatus(list, 100, 1)
  setStatus(list, 200, 2)
  return list
}

export const publish = (change: Partial<Publishing> = {}): Promise<string> =>
  signStatusList({
    list: sampleList(),
    uri: URI,
    issuedAt_s: NOW_s - 100,
    expiresAt_s: NOW_s + 86_400,
    ttl_s: 3600,
    signer: issuer.signer,
    ...change,
  })

/** As the specification's own examples are packed. */
export const deflateBest: Deflate = (bytes) =>
  Promise.resolve(new Uint8Array(deflateSync(bytes, { level: 9 })))

export const packed = (bytes: Uint8Array): string =>
  encodeBase64url(new Uint8Array(deflateSync(bytes, { level: 9 })))

const CLAIMS = {
  sub: URI,
  iat: NOW_s - 100,
  status_list: { bits: 1, lst: packed(Uint8Array.of(0xb9, 0xa3)) },
}

export const forgeList = (
  change: object = {},
  { header = {}, by = issuer }: { readonly header?: object; readonly by?: Party } = {},
): Promise<string> =>
  sign({ alg: 'ES256', kid: 'signer-1', typ: 'statuslist+jwt', ...header }, { ...CLAIMS, ...change }, by)
