/**
 * Whether a proof or a key attestation is signed by the key that it names: read strictly (`formats/jws`),
 * by ES256 and no other algorithm. An attestation's issuer is nobody whom we trust: that it holds together
 * is all that is asked of it.
 */
import { X509Certificate } from 'node:crypto'
import type { Jwk, VerifyJwtCallback } from '@openid4vc/oauth2'
import { judgeJws, openJws } from '../../../../../formats/jws/compact-jws.ts'
import type { Json } from '../../../../../formats/jws/strict-json.ts'

export const PROOF_TYPE = 'openid4vci-proof+jwt'
/** The last as wallets of the drafts write it. */
const TYPES = [PROOF_TYPE, 'key-attestation+jwt', 'keyattestation+jwt']
const DEPTH = 8

/** Null for a certificate that cannot be read or whose key is of another kind. */
const keyOfCertificate = (base64: string | undefined): Jwk | null => {
  try {
    const { kty, crv, x, y } = new X509Certificate(Buffer.from(base64 ?? '', 'base64')).publicKey.export({
      format: 'jwk',
    })
    return kty === 'EC' && crv && x && y ? { kty, crv, x, y } : null
  } catch {
    return null
  }
}

export const verifyJwt: VerifyJwtCallback = async (signer, { header, compact }) => {
  const key =
    signer.method === 'jwk'
      ? signer.publicJwk
      : signer.method === 'x5c'
        ? keyOfCertificate(signer.x5c[0])
        : null
  const type = TYPES.find((one) => one === header.typ)
  if (!key || type === undefined) {
    return { verified: false }
  }
  const opened = openJws(compact, { type, algorithms: ['ES256'], depth: DEPTH })
  const isGood = opened.ok && (await judgeJws(opened.value, key as Json)) === null
  return isGood ? { verified: true, signerJwk: key } : { verified: false }
}
