/**
 * A party's own certificates, made anew at each start: an authority of its own, one for whoever signs its
 * requests, one for its server (RFC 5280; OpenID4VP 1.0 §5.9.3).
 */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { KEY_USAGE } from '../../formats/emrtd/certificate.ts'
import {
  authorityExtensions,
  composeCertificate,
  composeName,
  extension,
  signerExtensions,
} from '../../formats/emrtd/compose-certificate.ts'
import { derNamedBits, derOid, derValue, sequence } from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import { composePem } from '../../formats/pem.ts'
import { drawn, machineTime } from './own-clock.ts'

const ECDSA_SHA256 = sequence(derOid('1.2.840.10045.4.3.2'))
const SUBJECT_ALT_NAME = '2.5.29.17'
const SERVER_PURPOSE = '1.3.6.1.5.5.7.3.1'
const [DNS_NAME, IP_ADDRESS] = [0x82, 0x87]
const DAY_MS = 24 * 3600 * 1000

interface Owner {
  readonly name: Uint8Array
  readonly key: KeyObject
  readonly info: Uint8Array
  readonly id: Uint8Array
}

const ownerOf = (organization: string, commonName: string): Owner => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const info = Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' }))
  return {
    name: composeName([oids.country, 'VN'], [oids.organization, organization], [oids.commonName, commonName]),
    key: privateKey,
    info,
    id: Uint8Array.from(createHash('sha1').update(info.slice(-65)).digest()),
  }
}

const certify = (subject: Owner, issuer: Owner, extensions: readonly Uint8Array[]): Uint8Array => {
  const at = machineTime().getTime()
  return Uint8Array.from(
    composeCertificate({
      serial: Buffer.concat([Uint8Array.of(1), Buffer.from(drawn(15), 'base64url')]),
      issuer: issuer.name,
      subject: subject.name,
      notBefore: new Date(at - DAY_MS),
      // The demo world's clock may run years ahead.
      notAfter: new Date(at + 12 * 366 * DAY_MS),
      publicKeyInfo: subject.info,
      extensions,
      algorithm: ECDSA_SHA256,
      sign: (tbs) => sign('sha256', tbs, issuer.key),
    }),
  )
}

/** For the names by which this machine calls itself. */
const localNames = (): Uint8Array =>
  extension(
    SUBJECT_ALT_NAME,
    false,
    sequence(
      derValue(DNS_NAME, new TextEncoder().encode('localhost')),
      derValue(IP_ADDRESS, Uint8Array.of(127, 0, 0, 1)),
      derValue(
        IP_ADDRESS,
        Uint8Array.from({ length: 16 }, (_, index) => (index === 15 ? 1 : 0)),
      ),
    ),
  )

/** PEM throughout, so that they pass from one process to another. */
export interface PartyKeys {
  readonly authority: string
  readonly signer: { readonly certificate: string; readonly key: string }
  readonly server: { readonly certificate: string; readonly key: string }
}

const pemOf = (certificate: Uint8Array): string => composePem('CERTIFICATE', certificate)
const secretOf = (key: KeyObject): string => key.export({ format: 'pem', type: 'pkcs8' }).toString()

export const makePartyKeys = (organization: string): PartyKeys => {
  const authority = ownerOf(organization, `${organization} (thử)`)
  const signer = ownerOf(organization, 'Requests')
  const server = ownerOf(organization, 'localhost')
  return {
    authority: pemOf(certify(authority, authority, authorityExtensions(authority.id))),
    signer: {
      certificate: pemOf(certify(signer, authority, signerExtensions(signer.id, authority.id))),
      key: secretOf(signer.key),
    },
    server: {
      certificate: pemOf(
        certify(server, authority, [
          extension(oids.keyUsage, true, derNamedBits(KEY_USAGE.digitalSignature)),
          extension(oids.extendedKeyUsage, false, sequence(derOid(SERVER_PURPOSE))),
          localNames(),
        ]),
      ),
      key: secretOf(server.key),
    },
  }
}
