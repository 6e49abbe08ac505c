/**
 * What is written into a chip when a card is made: the groups from the person's data, then the security
 * object by a document signer.
 */
import { createHash } from 'node:crypto'
import type { HashName } from '../../../../formats/emrtd/chip-crypto.ts'
import type { ChipFile, ChipPart } from '../../../../formats/emrtd/chip-file.ts'
import {
  composeCom,
  composeDg1,
  composeDg13,
  composeDg14,
  composeDg15,
  composeDg2,
  type DetailsToWrite,
} from '../../../../formats/emrtd/compose-groups.ts'
import {
  composeGroupDigests,
  composeSignedData,
  composeSod,
  signedAttributes,
} from '../../../../formats/emrtd/compose-security-object.ts'
import { oids } from '../../../../formats/emrtd/oids.ts'
import { composeMrz } from '../../../../formats/mrz.ts'
import type { Sex } from '../../../../formats/personal-number.ts'
import type { SigningKey } from './signing-key.ts'

export interface DocumentSigner {
  readonly key: SigningKey
  readonly certificate: Uint8Array
  /** As encoded in the certificate. */
  readonly issuer: Uint8Array
  readonly serial: Uint8Array
}

export interface CardToMake {
  readonly details: DetailsToWrite & { readonly sex: Sex; readonly expiresOn: string | null }
  readonly portrait: { readonly jpeg: Uint8Array; readonly width: number; readonly height: number } | null
  /**
   * The public half of the key that the chip will answer challenges with, and its algorithm where DG14 names
   * it.
   */
  readonly answerKey: { readonly publicKeyInfo: Uint8Array; readonly algorithm: string | null } | null
}

type Groups = ReadonlyMap<number, Uint8Array>
const PARTS: Readonly<Record<number, ChipPart>> = { 1: 'dg1', 2: 'dg2', 13: 'dg13', 14: 'dg14', 15: 'dg15' }

export const groupsOf = ({ details, portrait, answerKey }: CardToMake): Groups => {
  const zone = composeMrz({
    personalNumber: details.personalNumber,
    name: details.fullName,
    birthDate: details.birthDate,
    sex: details.sex,
    expiryDay: details.expiresOn,
  })
  return new Map([
    [1, composeDg1(zone)],
    ...(portrait ? [[2, composeDg2(portrait)] as const] : []),
    [13, composeDg13(details)],
    ...(answerKey
      ? [[14, composeDg14(answerKey.algorithm)] as const, [15, composeDg15(answerKey.publicKeyInfo)] as const]
      : []),
  ])
}

export const signGroups = (
  groups: Groups,
  signer: DocumentSigner,
  signingTime: Date | null,
  hash: HashName = signer.key.hash,
): Uint8Array => {
  const digest = (bytes: Uint8Array): Buffer => createHash(hash).update(bytes).digest()
  const content = composeGroupDigests(
    hash,
    new Map([...groups].map(([group, bytes]) => [group, digest(bytes)])),
  )
  const attributes = signedAttributes(oids.ldsSecurityObject, digest(content), signingTime)
  return composeSod(
    composeSignedData({
      contentType: oids.ldsSecurityObject,
      content,
      hash,
      algorithm: signer.key.algorithm,
      attributes,
      signature: signer.key.sign(attributes),
      certificates: [signer.certificate],
      issuer: signer.issuer,
      serial: signer.serial,
    }),
  )
}

export const chipFileOfGroups = (groups: Groups, sod: Uint8Array): ChipFile => ({
  com: composeCom([...groups.keys()]),
  ...Object.fromEntries(
    [...groups].flatMap(([group, bytes]) => {
      const part = PARTS[group]
      return part ? [[part, bytes]] : []
    }),
  ),
  sod,
})

export const personaliseChip = (
  card: CardToMake,
  signer: DocumentSigner,
  signingTime: Date | null = null,
): ChipFile => {
  const groups = groupsOf(card)
  return chipFileOfGroups(groups, signGroups(groups, signer, signingTime))
}
