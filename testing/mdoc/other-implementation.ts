/**
 * What `@owf/mdoc` asks of its caller: arithmetic by node:crypto, and a chain of one link, enough for a
 * comparison.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  randomBytes,
  sign,
  verify,
  X509Certificate,
} from 'node:crypto'
import { CoseKey, DateOnly, DeviceKey, type MdocContext } from '@owf/mdoc'
import type { KeyPair } from './authority.ts'

const notNeeded = (): never => {
  throw new Error('the comparison needs no such thing')
}

/** It numbers digests by any 32 bits; ISO/IEC 18013-5 §9.1.2.4 ends them below 2^31, and so do we. */
const below31Bits = (bytes: Uint8Array): Uint8Array => {
  if (bytes.length === 4) {
    bytes[0] = (bytes[0] ?? 0) & 0x7f
  }
  return bytes
}

/** Without its private part, which node:crypto would take for one. */
const publicOf = ({ jwk }: CoseKey): ReturnType<typeof createPublicKey> =>
  createPublicKey({ key: { ...jwk, d: undefined }, format: 'jwk' })

export const otherContext: MdocContext = {
  crypto: {
    random: (length) => below31Bits(Uint8Array.from(randomBytes(length))),
    digest: ({ digestAlgorithm, bytes }) =>
      Uint8Array.from(createHash(digestAlgorithm.toLowerCase().replace('-', '')).update(bytes).digest()),
    calculateEphemeralMacKey: notNeeded,
  },
  cose: {
    sign1: {
      sign: ({ toBeSigned, key }) => {
        const privateKey = createPrivateKey({ key: { ...key.jwk }, format: 'jwk' })
        return Uint8Array.from(sign('sha256', toBeSigned, { key: privateKey, dsaEncoding: 'ieee-p1363' }))
      },
      verify: ({ key, sign1 }) =>
        verify(
          'sha256',
          sign1.toBeSigned,
          { key: publicOf(key), dsaEncoding: 'ieee-p1363' },
          sign1.signature,
        ),
    },
    mac0: { sign: notNeeded, verify: notNeeded },
  },
  x509: {
    getIssuerNameField: ({ certificate, field }) =>
      new X509Certificate(certificate).issuer
        .split('\n')
        .flatMap((part) => (part.startsWith(`${field}=`) ? [part.slice(field.length + 1)] : [])),
    getPublicKey: ({ certificate }) =>
      CoseKey.fromJwk({ ...new X509Certificate(certificate).publicKey.export({ format: 'jwk' }) }),
    verifyCertificateChain: ({ trustedCertificates, x5chain: [first] }) => {
      const signer = new X509Certificate(first ?? new Uint8Array(0))
      if (!trustedCertificates.some((root) => signer.verify(new X509Certificate(root).publicKey))) {
        throw new Error('no trusted certificate signed it')
      }
    },
    getCertificateData: ({ certificate }) => {
      const { issuer, subject, serialNumber, fingerprint256, validFromDate, validToDate } =
        new X509Certificate(certificate)
      return {
        issuerName: issuer,
        subjectName: subject,
        serialNumber,
        thumbprint: fingerprint256,
        notBefore: validFromDate,
        notAfter: validToDate,
        pem: '',
      }
    },
  },
}

/** It signs without saying by which algorithm unless the key says so; such an answer is refused here. */
export const otherKeyOf = ({ privateKey }: KeyPair): CoseKey =>
  CoseKey.fromJwk({ ...privateKey.export({ format: 'jwk' }), alg: 'ES256' })

export const otherDeviceKeyOf = (pair: KeyPair): DeviceKey => {
  const { d: _, ...open } = otherKeyOf(pair).jwk
  return DeviceKey.fromJwk(open)
}

export const otherDay = (day: string): DateOnly => new DateOnly(day)
