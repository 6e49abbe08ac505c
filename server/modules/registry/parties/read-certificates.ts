/**
 * The certificates of a party's file. A party signs with a key of its own: an authority's certificate would
 * let whoever holds it name another signer tomorrow.
 */
import { createHash, X509Certificate } from 'node:crypto'
import type { PartyFile } from '../../../../contract/party.ts'
import { parsePem } from '../../../../formats/pem.ts'

export interface PartyCertificate {
  /** SHA-256 of the distinguished encoding. */
  readonly digest: Buffer
  /** The hosts that it names (`x509_san_dns` of OpenID4VP §5.9.3). */
  readonly names: readonly string[]
  readonly from: Date
  readonly until: Date
}

export const digestOfCertificate = (der: Uint8Array): Buffer => createHash('sha256').update(der).digest()

/** Null where it is none. A text that holds more than one certificate is none: which is meant? */
const readPem = (pem: string): X509Certificate | null => {
  const read = parsePem(pem)
  const [block, ...more] = read.ok ? read.value : []
  if (block?.label !== 'CERTIFICATE' || more.length > 0) {
    return null
  }
  try {
    return new X509Certificate(block.bytes)
  } catch {
    return null
  }
}

/** `DNS:a.example, IP Address:127.0.0.1`; a name with a sign that no host has is in quotes, and none. */
const namesOf = ({ subjectAltName = '' }: X509Certificate): string[] =>
  subjectAltName.split(', ').flatMap((one) => /^DNS:([a-z0-9.-]+)$/i.exec(one)?.[1]?.toLowerCase() ?? [])

export const certificatesOf = ({ certificates }: Pick<PartyFile, 'certificates'>): PartyCertificate[] =>
  certificates.flatMap((pem) => {
    const read = readPem(pem)
    return read
      ? [
          {
            digest: digestOfCertificate(read.raw),
            names: namesOf(read),
            from: read.validFromDate,
            until: read.validToDate,
          },
        ]
      : []
  })

/** What is wrong with the certificates of a file, in English for the operator; empty when nothing is. */
export const certificateFaults = (
  { certificates, serverAuthority }: Pick<PartyFile, 'certificates' | 'serverAuthority'>,
  at: Date,
): readonly string[] => {
  const faults = certificates.flatMap((pem, index) => {
    const read = readPem(pem)
    const where = `certificates.${index}`
    if (!read) {
      return [`${where} is no certificate in PEM`]
    }
    const { asymmetricKeyType: kind, asymmetricKeyDetails: details } = read.publicKey
    return [
      ...(kind === 'ec' && details?.namedCurve === 'prime256v1'
        ? []
        : [`${where} has another key than one on P-256, which signs by ES256`]),
      ...(read.ca ? [`${where} is of an authority; the signer's own is needed`] : []),
      ...(read.validToDate <= at ? [`${where} ended on ${read.validToDate.toISOString()}`] : []),
    ]
  })
  const digests = certificatesOf({ certificates }).map(({ digest }) => digest.toString('hex'))
  return [
    ...faults,
    ...(new Set(digests).size === digests.length ? [] : ['one certificate stands there twice']),
    ...(serverAuthority === null || readPem(serverAuthority)
      ? []
      : ['serverAuthority is no certificate in PEM']),
  ]
}
