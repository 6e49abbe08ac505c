/**
 * Mutated chips, fifth part: binding conditions of certificates that nobody here applies, and the ways
 * between an authority's names and keys.
 */
import type { ChipFaultCode } from '../../formats/emrtd/chip-fault.ts'
import {
  authorityExtensions,
  authorityKeyExtension,
  extension,
  signerExtensions,
} from '../../formats/emrtd/compose-certificate.ts'
import { derNull, derOid, derValue, explicit, sequence } from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import { issueSigner, keyFor, nameOf } from '../../world/chips/authority.ts'
import { authority, chip, kitAuthority, kitSigner, SPAN, type Anchors } from '../../world/chips/chip-kit.ts'
import { anchors, type Mutation } from '../../world/chips/mutations-of-form.ts'

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1')
const names = sequence(derValue(0x82, ascii('cards.example')))

/** PrivateKeyUsagePeriod of RFC 3280, bound to. */
export const usagePeriod = (from: string, until: string): Uint8Array =>
  extension(
    oids.privateKeyUsagePeriod,
    true,
    sequence(derValue(0x80, ascii(`${from}000000Z`)), derValue(0x81, ascii(`${until}000000Z`))),
  )
const conditions = {
  otherNames: extension(oids.subjectAltName, true, names),
  othersNames: extension(oids.issuerAltName, true, names),
  policies: extension(oids.certificatePolicies, true, sequence(sequence(derOid('1.3.6.1.4.1.99999.4')))),
  places: extension(
    oids.crlDistribution,
    true,
    sequence(sequence(explicit(0, explicit(0, derValue(0x86, ascii('http://cards.example/list')))))),
  ),
  nameChange: extension(oids.nameChange, true, derNull()),
  period: usagePeriod('20200101', '20350101'),
} as const

export const signerWith = (...more: readonly Uint8Array[]) =>
  kitSigner('ecdsa-p256', {
    extensions: [
      ...signerExtensions(keyFor('ecdsa-p256', 'kit signer ecdsa-p256').keyId, authority.key.keyId),
      ...more,
    ],
  })
export const authorityWith = (...more: readonly Uint8Array[]): Anchors => ({
  roots: [
    kitAuthority('ecdsa-p384', 'kit authority', SPAN, [...authorityExtensions(authority.key.keyId), ...more])
      .certificate,
  ],
})

/** A signer under the new name, which the old one leads to; `isTold`: by the extension that says so. */
export const underNewName = (isTold: boolean): { signer: ReturnType<typeof kitSigner>; anchors: Anchors } => {
  const key = keyFor('ecdsa-p384', 'the new name')
  const name = nameOf('CSCA Kit, renamed')
  const link = issueSigner(authority, {
    key,
    words: `link to a new name ${isTold}`,
    name,
    span: SPAN,
    extensions: [
      ...authorityExtensions(key.keyId),
      authorityKeyExtension(authority.key.keyId),
      ...(isTold ? [extension(oids.nameChange, false, derNull())] : []),
    ],
  }).certificate
  const from = { name, key, certificate: link }
  return {
    signer: kitSigner('ecdsa-p256', { from, words: 'under the new name' }),
    anchors: { roots: [authority.certificate], links: [link] },
  }
}

const bound = (
  openssl: Mutation['openssl'],
  name: string,
  condition: Uint8Array,
  expects: ChipFaultCode = 'chip.critical-extension',
): Mutation => ({
  name,
  openssl,
  expects: [expects],
  make: () => ({ file: chip({ signer: signerWith(condition) }), anchors }),
})
const boundAuthority = (
  openssl: Mutation['openssl'],
  name: string,
  condition: Uint8Array,
  expects: ChipFaultCode = 'chip.critical-extension',
): Mutation => ({
  name,
  openssl,
  expects: [expects],
  make: () => ({ file: chip({ signer: kitSigner() }), anchors: authorityWith(condition) }),
})

export const extensionMutations: readonly Mutation[] = [
  bound('accepts', 'the signer is bound to other names of its own', conditions.otherNames),
  bound('refuses', "the signer is bound to other names of its issuer's", conditions.othersNames),
  bound('accepts', 'the signer is bound to policies', conditions.policies),
  bound('accepts', 'the signer is bound to places of revocation lists', conditions.places),
  bound('refuses', 'the signer is bound to a change of name', conditions.nameChange),
  bound(
    'refuses',
    "the signer is bound to its key's time, and nobody tells when it signed",
    conditions.period,
  ),
  boundAuthority('accepts', 'the authority is bound to other names of its own', conditions.otherNames),
  boundAuthority(
    'accepts',
    'the authority is bound to signing master lists',
    extension(oids.extendedKeyUsage, true, sequence(derOid(oids.masterListSigner))),
  ),
  boundAuthority(
    'refuses',
    "the signer's certificate was made when the authority's key was out of use",
    usagePeriod('20210101', '20350101'),
    'chip.authority-usage',
  ),
  {
    name: 'an authority under another name, and nobody says that it was renamed',
    openssl: 'refuses',
    expects: ['chip.authority-usage'],
    make() {
      const { signer, anchors: trust } = underNewName(false)
      return { file: chip({ signer }), anchors: trust }
    },
  },
]
