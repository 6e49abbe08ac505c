/**
 * Whoever signs the chips of cards that are made here (ICAO Doc 9303 part 12). An operator adds certificate
 * and key with `sen chip add-signer`; the key is sealed under the platform's key, and this file is the one
 * door to it: a module of hardware would stand behind it.
 */
import { createHash, createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readCertificate } from '../../../../formats/emrtd/certificate.ts'
import { INTEGER, readOne, SEQUENCE, TlvCursor } from '../../../../formats/emrtd/der-reader.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import type { DocumentSigner } from './personalise-chip.ts'
import { signingKeyOf, type ChipAlgorithm } from './signing-key.ts'
import * as store from './store.ts'

const CURVES: Readonly<Record<string, ChipAlgorithm>> = {
  prime256v1: 'ecdsa-p256',
  secp384r1: 'ecdsa-p384',
  secp521r1: 'ecdsa-p521',
  brainpoolP256r1: 'brainpool-p256',
  brainpoolP384r1: 'brainpool-p384',
  brainpoolP512r1: 'brainpool-p512',
}

const algorithmOf = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): ChipAlgorithm => {
  if (asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss') {
    return asymmetricKeyType
  }
  const algorithm = CURVES[asymmetricKeyDetails?.namedCurve ?? '']
  if (!algorithm) {
    throw new Error(
      'The key is of a kind that signs no chips: RSA, or a NIST or brainpool curve of 256 bits or more.',
    )
  }
  return algorithm
}

const COLUMN = 'chip_signer.key'
export interface SignerToAdd {
  readonly certificate: Uint8Array
  readonly privateKey: KeyObject
  readonly at: Date
}
export interface SignerAdded {
  readonly algorithm: ChipAlgorithm
  readonly notBefore: Date
  readonly notAfter: Date
}

/**
 * Throws a plain Error when the key is not the certificate's, and ChipFault for a certificate that is none.
 */
export const addDocumentSigner = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  { certificate, privateKey, at }: SignerToAdd,
): Promise<SignerAdded> => {
  const { notBefore, notAfter } = readCertificate(certificate, 'signer')
  if (!new X509Certificate(certificate).checkPrivateKey(privateKey)) {
    throw new Error('The key does not belong to the certificate.')
  }
  const algorithm = algorithmOf(privateKey)
  const key = privateKey.export({ format: 'der', type: 'pkcs8' })
  await store.addSigner(work, {
    digest: createHash('sha256').update(certificate).digest(),
    certificate: Buffer.from(certificate),
    algorithm,
    sealedKey: tools.sealer.sealWithPlatformKey(COLUMN, key),
    notBefore,
    notAfter,
    at,
  })
  return { algorithm, notBefore, notAfter }
}

/** Issuer and serial as the certificate encodes them: so the signature names its signer. */
const namesOf = (certificate: Uint8Array): Pick<DocumentSigner, 'issuer' | 'serial'> => {
  const tbs = TlvCursor.of(
    TlvCursor.of(readOne(certificate, 'signer'), SEQUENCE, 'signer').take(SEQUENCE),
    SEQUENCE,
    'signer',
  )
  tbs.takeIf(0xa0)
  const serial = tbs.take(INTEGER).whole
  tbs.take(SEQUENCE)
  return { serial, issuer: tbs.take(SEQUENCE).whole }
}

/**
 * The signer that is valid at this moment, of several the one that is valid longest; null when there is none.
 */
export const documentSignerAt = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  at: Date,
): Promise<DocumentSigner | null> => {
  const row = await store.signerAt(read, at)
  if (!row) {
    return null
  }
  const privateKey = createPrivateKey({
    key: tools.sealer.unsealWithPlatformKey(COLUMN, row.sealed_key),
    format: 'der',
    type: 'pkcs8',
  })
  return {
    key: signingKeyOf(privateKey, row.algorithm as ChipAlgorithm),
    certificate: row.certificate,
    ...namesOf(row.certificate),
  }
}
