/**
 * A file of trust: PEM, LDIF, a master list, or a single DER value, cut into certificates and revocation
 * lists. One sentence for a file that is none.
 */
import { ChipFault } from '../../../../formats/emrtd/chip-fault.ts'
import type { Certificate } from '../../../../formats/emrtd/certificate.ts'
import { childrenOf, readOne } from '../../../../formats/emrtd/der-reader.ts'
import { isSignedData, readMasterList } from '../../../../formats/emrtd/master-list.ts'
import { parseLdif, type LdifFault, type LdifReason } from '../../../../formats/ldif.ts'
import { parsePem, type PemReason } from '../../../../formats/pem.ts'
import { nodeCrypto } from './node-crypto.ts'

/** The file cannot be taken. The message is one sentence for the operator. */
export class TrustFileRefused extends Error {
  /** For one entry of a collection, when the others are imported all the same. */
  get reason(): string {
    return this.message.replace(/; nothing was imported\.$/, '.')
  }
}

export interface Rejected {
  readonly entry: string
  readonly reason: string
}
/**
 * A master list: its signer, whose authority must be known or come with it, what the list holds, and what
 * came beside.
 */
export interface Master {
  readonly signer: Certificate
  readonly certificates: readonly Uint8Array[]
  readonly beside: readonly Uint8Array[]
}
export interface TrustFile {
  readonly kind: 'pem' | 'ldif' | 'master-list' | 'der'
  readonly certificates: readonly Uint8Array[]
  readonly lists: readonly Uint8Array[]
  readonly masters: readonly Master[]
  /** Entries that cannot be read at all; in a collection each is left out by itself. */
  readonly faults: readonly Rejected[]
  /** Whether each entry stands for itself (a directory, a state's list) or the file is one act of trust. */
  readonly isCollection: boolean
}

export const TRUST_FILE_MOST_BYTES = 32 * 1024 * 1024

const PEM_SENTENCES: Readonly<Record<PemReason, string>> = {
  'no-block':
    'The file holds no certificate, revocation list or master list (PEM, LDIF, or ICAO master list is expected).',
  label: 'The PEM file holds a block that is neither a certificate nor a revocation list.',
  unended: 'The PEM file has a block that is not closed by its own END line.',
  base64: 'The PEM file has a block that is not proper base64.',
  'private-key': 'The file holds a private key, which does not belong here; nothing was imported.',
}
const LDIF_SENTENCES: Readonly<Record<LdifReason, string>> = {
  version: 'is not "version: 1"',
  line: 'is not "name: value"',
  continuation: 'goes on from nothing',
  base64: 'has a value that is not proper base64',
  url: 'points to another file or address, which is not followed',
  change: 'is a change record; only content is read',
  dn: 'stands outside of a record that begins with "dn:"',
  control: 'holds a control character',
  'no-record': 'begins no record',
}

export const readTrustFile = (bytes: Buffer): TrustFile => {
  if (bytes.length > TRUST_FILE_MOST_BYTES) {
    throw new TrustFileRefused('The file is larger than 32 MB.')
  }
  if (bytes.length === 0) {
    throw new TrustFileRefused('The file is empty.')
  }
  if (bytes[0] === 0x30) {
    return fromDer(bytes)
  }
  const text = bytes.toString('utf8')
  return /^(?:#[^\n]*\n(?: [^\n]*\n)*|\r?\n)*(?:version|dn):/.test(text) ? fromLdif(text) : fromPem(text)
}

const fromDer = (bytes: Buffer): TrustFile => {
  if (isSignedData(bytes)) {
    return {
      kind: 'master-list',
      isCollection: true,
      certificates: [],
      lists: [],
      masters: [fromMasterList(bytes)],
      faults: [],
    }
  }
  const isList = wellFormed(() => looksLikeList(bytes))
  return {
    kind: 'der',
    isCollection: false,
    certificates: isList ? [] : [bytes],
    lists: isList ? [bytes] : [],
    masters: [],
    faults: [],
  }
}

/** A certificate's inner part opens with `[0] version`, a list's with a number or an algorithm. */
const looksLikeList = (bytes: Uint8Array): boolean => {
  const [inner] = childrenOf(readOne(bytes, 'file'), 'file')
  return inner !== undefined && childrenOf(inner, 'file')[0]?.tag !== 0xa0
}

const fromMasterList = (bytes: Uint8Array): Master => wellFormed(() => readMasterList(nodeCrypto, bytes))

const wellFormed = <T>(deed: () => T): T => {
  try {
    return deed()
  } catch (error) {
    if (!(error instanceof ChipFault)) {
      throw error
    }
    if (error.code === 'chip.sod-signature' || error.code === 'chip.content-digest') {
      throw new TrustFileRefused('The signature of the master list is wrong; nothing was imported.')
    }
    throw new TrustFileRefused(
      `The file is not what its first bytes promise (${error.code}, ${error.where}); nothing was imported.`,
    )
  }
}

const fromPem = (text: string): TrustFile => {
  const parsed = parsePem(text)
  if (!parsed.ok) {
    throw new TrustFileRefused(PEM_SENTENCES[parsed.reason])
  }
  const masters = parsed.value
    .filter(({ label }) => label === 'CMS' || label === 'PKCS7')
    .map(({ bytes }) => fromMasterList(bytes))
  return {
    kind: 'pem',
    isCollection: masters.length > 0,
    masters,
    certificates: parsed.value.filter(({ label }) => label === 'CERTIFICATE').map(({ bytes }) => bytes),
    lists: parsed.value.filter(({ label }) => label === 'X509 CRL').map(({ bytes }) => bytes),
    faults: [],
  }
}

const CERTIFICATES = new Set([
  'usercertificate;binary',
  'usercertificate',
  'cacertificate;binary',
  'cacertificate',
])
const LISTS = new Set([
  'certificaterevocationlist;binary',
  'certificaterevocationlist',
  'authorityrevocationlist;binary',
])
const MASTER_LISTS = new Set(['pkdmasterlistcontent', 'cscamasterlistdata', 'pkdmasterlistcontent;binary'])

const sentenceOf = ({ line, reason }: LdifFault): string =>
  `Line ${line} of the LDIF file ${LDIF_SENTENCES[reason]}`

const fromLdif = (text: string): TrustFile => {
  const parsed = parseLdif(text)
  if (!parsed.ok) {
    throw new TrustFileRefused(`${sentenceOf(parsed)}; nothing was imported.`)
  }
  const valuesOf = (names: ReadonlySet<string>): Uint8Array[] =>
    parsed.records.flatMap(({ attributes }) =>
      attributes.filter(([name]) => names.has(name)).map(([, value]) => value),
    )
  const faults: Rejected[] = parsed.faults.map((fault) => ({
    entry: `Entry of line ${fault.line}`,
    reason: `${sentenceOf(fault)}.`,
  }))
  const masters = valuesOf(MASTER_LISTS).flatMap((bytes, index) => {
    try {
      return [fromMasterList(bytes)]
    } catch (error) {
      if (!(error instanceof TrustFileRefused)) {
        throw error
      }
      faults.push({ entry: `Master list ${index + 1}`, reason: error.reason })
      return []
    }
  })
  const [certificates, lists] = [valuesOf(CERTIFICATES), valuesOf(LISTS)]
  if (certificates.length + lists.length + masters.length === 0) {
    throw new TrustFileRefused(
      faults[0]?.reason ?? 'The LDIF file has no certificate, revocation list or master list.',
    )
  }
  return {
    kind: 'ldif',
    isCollection: true,
    certificates,
    lists,
    masters,
    faults,
  }
}
