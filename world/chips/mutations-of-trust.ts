/**
 * Mutated chips, second half: the signed data, the signer's certificate, the way to an authority, revocation,
 * time. Here openssl must agree.
 */
import { generateKeyPairSync } from 'node:crypto'
import { KEY_USAGE } from '../../formats/emrtd/certificate.ts'
import type { ChipFaultCode } from '../../formats/emrtd/chip-fault.ts'
import {
  authorityExtensions,
  authorityKeyExtension,
  composeRevocationList,
  extension,
  signerExtensions,
} from '../../formats/emrtd/compose-certificate.ts'
import {
  attribute,
  composeGroupDigests,
  hashAlgorithm,
  signatureAlgorithm,
} from '../../formats/emrtd/compose-security-object.ts'
import {
  derInteger,
  derNamedBits,
  derNull,
  derOid,
  derTime,
  derTrue,
  explicit,
  octets,
  sequence,
} from '../../formats/emrtd/der-writer.ts'
import { oids } from '../../formats/emrtd/oids.ts'
import type { DocumentSigner } from '../../server/modules/evidence/chips/personalise-chip.ts'
import { signingKeyOf, type SigningKey } from '../../server/modules/evidence/chips/signing-key.ts'
import {
  issueSigner,
  keyFor,
  nameOf,
  openAuthority,
  privateKeyFor,
  serialOf,
  type Authority,
} from './authority.ts'
import {
  attributesFor,
  authority,
  chip,
  digestsOf,
  groups,
  hashOf,
  kitAuthority,
  kitSigner,
  SPAN,
  type Anchors,
  type SodPlan,
} from './chip-kit.ts'
import { anchors, type Mutation } from './mutations-of-form.ts'

const signed = (
  openssl: Mutation['openssl'],
  name: string,
  expects: ChipFaultCode | readonly ChipFaultCode[],
  plan: () => Partial<SodPlan>,
): Mutation => ({
  name,
  openssl,
  expects: typeof expects === 'string' ? [expects] : expects,
  make: () => ({ file: chip(plan()) }),
})

const LDS = oids.ldsSecurityObject
const ldsOf = (): Uint8Array => composeGroupDigests('sha256', digestsOf('sha256', groups()))
const flip = (bytes: Uint8Array): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  const at = copy.length - 4
  copy[at] = (copy[at] ?? 0) ^ 1
  return copy
}
const rsaLabel = signatureAlgorithm('rsa', 'sha256')
const signingTime = (iso: string): Uint8Array => attribute(oids.signingTime, derTime(new Date(iso)))

/** The same signer with a key that signs by another hash. */
const signerWith = (hash: 'sha1' | 'sha384'): DocumentSigner => ({
  ...kitSigner(),
  key: signingKeyOf(privateKeyFor('ecdsa-p256', 'kit signer ecdsa-p256'), 'ecdsa-p256', hash),
})
const rsaSigner = (): DocumentSigner => kitSigner('rsa')
const pssWithOtherMask = (): Uint8Array =>
  sequence(
    derOid(oids.rsaPss),
    sequence(
      explicit(0, hashAlgorithm('sha256')),
      explicit(1, sequence(derOid(oids.mgf1), hashAlgorithm('sha512'))),
      explicit(2, derInteger(32)),
    ),
  )

export const signedDataMutations: readonly Mutation[] = [
  signed('refuses', 'content changed after signing', 'chip.content-digest', () => {
    const told = groups({ residence: 'Nơi khác' })
    return {
      content: ldsOf(),
      groups: told,
      alter: { content: composeGroupDigests('sha256', digestsOf('sha256', told)) },
    }
  }),
  signed('refuses', 'one bit of the signature', 'chip.sod-signature', () => ({ alter: { signature: flip } })),
  signed('refuses', 'a signature by another key', 'chip.sod-signature', () => ({
    signer: { ...kitSigner(), key: keyFor('ecdsa-p256', 'somebody else') },
  })),
  signed('refuses', 'an attribute added after signing', 'chip.sod-signature', () => ({
    alter: {
      attributes: [...attributesFor(LDS, hashOf('sha256', ldsOf())), signingTime('2024-05-05T05:05:05Z')],
    },
  })),
  signed('refuses', 'attributes put in another order after signing', 'chip.sod-signature', () => ({
    alter: { attributes: attributesFor(LDS, hashOf('sha256', ldsOf())).reverse() },
  })),
  signed('refuses', 'no signature bytes', 'chip.der-truncated', () => ({
    alter: { signature: () => new Uint8Array() },
  })),
  signed(
    'accepts',
    'no signed attributes, the signature over the content',
    'chip.signed-attributes-missing',
    () => ({ attributes: null }),
  ),
  signed('refuses', 'signed attributes taken away', 'chip.signed-attributes-missing', () => ({
    alter: { attributes: [] },
    attributes: attributesFor(LDS, hashOf('sha256', ldsOf())),
  })),
  signed('refuses', 'no attribute of the content type', 'chip.attribute-missing', () => ({
    attributes: attributesFor(LDS, hashOf('sha256', ldsOf())).slice(1),
  })),
  signed('refuses', 'no attribute of the digest', 'chip.attribute-missing', () => ({
    attributes: attributesFor(LDS, hashOf('sha256', ldsOf())).slice(0, 1),
  })),
  signed('refuses', 'the digest twice, two values', 'chip.attribute-duplicate', () => ({
    attributes: [
      ...attributesFor(LDS, hashOf('sha256', ldsOf())),
      attribute(oids.messageDigest, octets(hashOf('sha256', ldsOf()))),
    ],
  })),
  signed('accepts', 'attribute of another content type', 'chip.attribute-content-type', () => ({
    attributes: attributesFor('1.2.840.113549.1.7.1', hashOf('sha256', ldsOf())),
  })),
  signed('accepts', 'content of another kind', 'chip.sod-content', () => ({ contentType: oids.masterList })),
  signed('accepts', 'a version that does not exist', 'chip.sod-version', () => ({ version: 9 })),
  signed('accepts', 'two signers', 'chip.sod-signers', () => ({ alter: { signers: 2 } })),
  signed('refuses', 'no signer', 'chip.sod-signers', () => ({ alter: { signers: 0 } })),
  signed('accepts', 'signed with SHA-1', 'chip.weak-digest', () => ({ signer: signerWith('sha1') })),
  signed('accepts', 'an elliptic signature called RSA', 'chip.algorithm-mismatch', () => ({
    algorithm: rsaLabel,
  })),
  signed('refuses', 'an RSA signature called elliptic', 'chip.algorithm-mismatch', () => ({
    signer: rsaSigner(),
    algorithm: signatureAlgorithm('ecdsa', 'sha256'),
  })),
  signed('refuses', 'an RSA signature called RSA-PSS', 'chip.sod-signature', () => ({
    signer: rsaSigner(),
    algorithm: signatureAlgorithm('rsa-pss', 'sha256'),
  })),
  signed('refuses', 'an RSA-PSS signature called RSA', 'chip.sod-signature', () => ({
    signer: kitSigner('rsa-pss'),
    algorithm: rsaLabel,
  })),
  signed('refuses', 'RSA-PSS with another hash for the mask', 'chip.algorithm-mismatch', () => ({
    signer: kitSigner('rsa-pss'),
    algorithm: pssWithOtherMask(),
  })),
  signed('refuses', 'RSA-PSS with another length of salt', 'chip.sod-signature', () => ({
    signer: kitSigner('rsa-pss'),
    algorithm: signatureAlgorithm('rsa-pss', 'sha256', 20),
  })),
  signed('accepts', 'the signature names another hash than the digest', 'chip.algorithm-mismatch', () => ({
    algorithm: signatureAlgorithm('ecdsa', 'sha384'),
  })),
  signed('refuses', "the digest's algorithm is not announced", 'chip.algorithm-mismatch', () => ({
    digestAlgorithms: [hashAlgorithm('sha512')],
  })),
  signed('accepts', 'an elliptic signature with parameters', 'chip.algorithm-parameters', () => ({
    algorithm: sequence(derOid('1.2.840.10045.4.3.2'), derNull()),
  })),
  signed('accepts', 'an algorithm that nobody knows', 'chip.algorithm-unknown', () => ({
    algorithm: sequence(derOid('1.3.6.1.4.1.99999.9')),
  })),
]

interface Trusted {
  readonly signer: DocumentSigner
  readonly anchors?: Anchors
  readonly at?: string
  readonly attributes?: readonly Uint8Array[]
}
const trusted = (
  openssl: Mutation['openssl'],
  name: string,
  expects: ChipFaultCode,
  make: () => Trusted,
): Mutation => ({
  name,
  openssl,
  expects: [expects],
  make() {
    const made = make()
    return {
      file: chip({ signer: made.signer, ...(made.attributes ? { attributes: made.attributes } : {}) }),
      anchors: made.anchors ?? anchors,
      ...(made.at ? { at: new Date(made.at) } : {}),
    }
  },
})

const usage = (...bits: readonly number[]): Uint8Array =>
  extension(oids.keyUsage, true, derNamedBits(...bits))
const list = (from: Authority, nextUpdate: string, ...revoked: readonly string[]): Uint8Array =>
  composeRevocationList({
    issuer: from.name,
    authorityKeyId: from.key.keyId,
    number: 7,
    thisUpdate: new Date('2026-11-01T00:00:00Z'),
    nextUpdate: new Date(nextUpdate),
    revoked: revoked.map((words) => ({ serial: serialOf(words), at: new Date('2026-10-01T00:00:00Z') })),
    algorithm: from.key.algorithm,
    sign: (tbs) => from.key.sign(tbs),
  })
const other = (): Authority => kitAuthority('ecdsa-p384', 'another kit authority')
const certificateChanged = ({ certificate, ...rest }: DocumentSigner): DocumentSigner => {
  const copy = Buffer.from(certificate)
  const at = copy.indexOf('DS Kit')
  copy[at] = 0x45
  return { ...rest, certificate: copy }
}
/** Signed as P-384 with SHA-384 does, named so inside; outside something else stands. */
const twoAlgorithms = ({ certificate, ...rest }: DocumentSigner): DocumentSigner => {
  const copy = Buffer.from(certificate)
  copy[copy.lastIndexOf(Buffer.from('2a8648ce3d0403', 'hex')) + 7] = 2
  return { ...rest, certificate: copy }
}
const foreignKey = (
  key: SigningKey,
  publicKey: { namedCurve?: string; modulusLength?: number },
): SigningKey => {
  const made = publicKey.namedCurve
    ? generateKeyPairSync('ec', { namedCurve: publicKey.namedCurve })
    : generateKeyPairSync('rsa', { modulusLength: publicKey.modulusLength ?? 1024 })
  return { ...signingKeyOf(made.privateKey, publicKey.namedCurve ? 'ecdsa-p256' : 'rsa'), keyId: key.keyId }
}
const signerOfKey = (key: SigningKey, words: string): DocumentSigner =>
  issueSigner(authority, { key, words, name: nameOf('DS Kit'), span: SPAN })
/** The authority of all the others, signing by a hash that it should have left. */
const sha1Authority = (): Authority => ({
  ...authority,
  key: signingKeyOf(privateKeyFor('ecdsa-p384', 'kit authority'), 'ecdsa-p384', 'sha1'),
})
const endedAuthority = (from: string, until: string): Authority =>
  kitAuthority('ecdsa-p384', 'kit authority', { notBefore: new Date(from), notAfter: new Date(until) })
const authorityWith = (...extensions: readonly Uint8Array[]): Authority =>
  kitAuthority('ecdsa-p384', 'kit authority', SPAN, extensions)
const keyIdExtension = (): Uint8Array => extension(oids.subjectKeyId, false, octets(authority.key.keyId))

export const signerMutations: readonly Mutation[] = [
  trusted('refuses', "a signer's certificate with one letter changed", 'chip.signer-signature', () => ({
    signer: certificateChanged(kitSigner()),
  })),
  trusted('refuses', 'a certificate that names two algorithms', 'chip.algorithm-mismatch', () => ({
    signer: twoAlgorithms(kitSigner()),
  })),
  trusted('refuses', 'the signer has expired', 'chip.signer-expired', () => ({
    signer: kitSigner('ecdsa-p256', {
      words: 'ended',
      span: { notBefore: SPAN.notBefore, notAfter: new Date('2026-11-24T00:00:00Z') },
    }),
  })),
  trusted('refuses', 'the signer is not valid yet', 'chip.signer-not-yet-valid', () => ({
    signer: kitSigner('ecdsa-p256', {
      words: 'to come',
      span: { notBefore: new Date('2026-11-26T00:00:00Z'), notAfter: SPAN.notAfter },
    }),
  })),
  trusted('accepts', "signed after the signer's own end", 'chip.signing-time', () => ({
    signer: kitSigner(),
    attributes: [...attributesFor(LDS, hashOf('sha256', ldsOf())), signingTime('2035-06-01T00:00:00Z')],
  })),
  trusted('accepts', 'the signer is an authority', 'chip.signer-is-authority', () => {
    const key = keyFor('ecdsa-p256', 'sub')
    return {
      signer: issueSigner(
        kitAuthority(
          'ecdsa-p384',
          'open',
          SPAN,
          authorityExtensions(keyFor('ecdsa-p384', 'open').keyId, null),
        ),
        {
          key,
          words: 'sub',
          name: nameOf('DS Kit'),
          span: SPAN,
          extensions: [...authorityExtensions(key.keyId).slice(0, 1), usage(0, 5)],
        },
      ),
      anchors: {
        roots: [
          kitAuthority(
            'ecdsa-p384',
            'open',
            SPAN,
            authorityExtensions(keyFor('ecdsa-p384', 'open').keyId, null),
          ).certificate,
        ],
      },
    }
  }),
  trusted('accepts', 'the signer may encipher keys only', 'chip.signer-usage', () => ({
    signer: kitSigner('ecdsa-p256', { extensions: [usage(2), authorityKeyExtension(authority.key.keyId)] }),
  })),
  trusted('accepts', 'the signer is one of master lists', 'chip.signer-usage', () => ({
    signer: kitSigner('ecdsa-p256', {
      extensions: [
        ...signerExtensions(keyFor('ecdsa-p256', 'kit signer ecdsa-p256').keyId, authority.key.keyId),
        extension(oids.extendedKeyUsage, true, sequence(derOid(oids.masterListSigner))),
      ],
    }),
  })),
  trusted('refuses', 'a binding condition that nobody knows', 'chip.critical-extension', () => ({
    signer: kitSigner('ecdsa-p256', {
      extensions: [
        ...signerExtensions(authority.key.keyId, authority.key.keyId),
        extension('1.3.6.1.4.1.99999.3', true, derNull()),
      ],
    }),
  })),
  trusted('accepts', "the signer's RSA key has 1024 bits", 'chip.weak-key', () => ({
    signer: signerOfKey(foreignKey(authority.key, { modulusLength: 1024 }), 'short'),
  })),
  trusted('accepts', "the signer's curve is none of travel documents", 'chip.curve-unknown', () => ({
    signer: signerOfKey(foreignKey(authority.key, { namedCurve: 'secp256k1' }), 'koblitz'),
  })),
  {
    ...trusted('refuses', "the signer's certificate is missing", 'chip.signer-missing', () => ({
      signer: kitSigner(),
    })),
    make: () => ({ file: chip({ certificates: [] }) }),
  },
  {
    ...trusted('refuses', 'the signer is named by another serial number', 'chip.signer-missing', () => ({
      signer: kitSigner(),
    })),
    make: () => ({ file: chip({ serial: derInteger(serialOf('no such')) }) }),
  },
]

export const authorityMutations: readonly Mutation[] = [
  trusted('refuses', 'nobody is trusted', 'chip.signer-unknown', () => ({
    signer: kitSigner(),
    anchors: {
      roots: [
        openAuthority({
          key: keyFor('ecdsa-p384', 'far'),
          name: nameOf('CSCA Far'),
          words: 'far',
          span: SPAN,
        }).certificate,
      ],
    },
  })),
  trusted('refuses', 'another authority of the same name', 'chip.signer-unknown', () => ({
    signer: kitSigner('ecdsa-p256', { from: other() }),
  })),
  trusted(
    'refuses',
    'another authority of the same name, and no key identifiers',
    'chip.signer-signature',
    () => ({
      signer: kitSigner('ecdsa-p256', { from: other(), extensions: [usage(KEY_USAGE.digitalSignature)] }),
    }),
  ),
  trusted('refuses', 'the authority has expired', 'chip.authority-expired', () => ({
    signer: kitSigner(),
    anchors: { roots: [endedAuthority('2020-01-01T00:00:00Z', '2026-11-24T00:00:00Z').certificate] },
  })),
  trusted('refuses', 'the authority is not valid yet', 'chip.authority-not-yet-valid', () => ({
    signer: kitSigner(),
    anchors: { roots: [endedAuthority('2026-11-26T00:00:00Z', '2035-01-01T00:00:00Z').certificate] },
  })),
  trusted('refuses', 'all is valid, but not at this moment', 'chip.authority-expired', () => ({
    signer: kitSigner('ecdsa-p256', {
      words: 'long',
      span: { notBefore: SPAN.notBefore, notAfter: new Date('2045-01-01T00:00:00Z') },
    }),
    at: '2036-01-01T00:00:00Z',
  })),
  trusted('refuses', 'the trusted certificate is no authority', 'chip.authority-usage', () => ({
    signer: kitSigner(),
    anchors: {
      roots: [
        authorityWith(extension(oids.basicConstraints, true, sequence()), keyIdExtension()).certificate,
      ],
    },
  })),
  trusted('refuses', 'the authority may sign lists only', 'chip.authority-usage', () => ({
    signer: kitSigner(),
    anchors: {
      roots: [
        authorityWith(
          extension(oids.basicConstraints, true, sequence(derTrue())),
          usage(KEY_USAGE.listSigning),
          keyIdExtension(),
        ).certificate,
      ],
    },
  })),
  trusted('accepts', "the signer's certificate is signed with SHA-1", 'chip.weak-digest', () => ({
    signer: kitSigner('ecdsa-p256', { from: sha1Authority() }),
  })),
  trusted('refuses', 'the signer was revoked', 'chip.signer-revoked', () => ({
    signer: kitSigner('ecdsa-p256', { words: 'stolen' }),
    anchors: { ...anchors, lists: [list(authority, '2027-01-01T00:00:00Z', 'lost', 'stolen')] },
  })),
  trusted('refuses', 'the revocation list is out of date', 'chip.crl-stale', () => ({
    signer: kitSigner(),
    anchors: { ...anchors, lists: [list(authority, '2026-11-20T00:00:00Z')] },
  })),
]
export const currentList = (): Uint8Array => list(authority, '2027-01-01T00:00:00Z', 'stolen')
