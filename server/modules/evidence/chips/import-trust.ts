/**
 * Takes authorities, links and revocation lists into the database. A PEM or DER file is one act of trust: all
 * of it or nothing. In a collection
 * (LDIF, master list) each entry stands for itself, and what cannot be believed is told and left out.
 */
import { createHash } from 'node:crypto'
import { checkSignature } from '../../../../formats/emrtd/algorithms.ts'
import {
  hex,
  isSelfIssued,
  mayHaveIssued,
  readCertificate,
  type Certificate,
} from '../../../../formats/emrtd/certificate.ts'
import { ChipFault } from '../../../../formats/emrtd/chip-fault.ts'
import { isListOf, isSelfSigned, readRevocationList } from '../../../../formats/emrtd/crl.ts'
import { usageFault } from '../../../../formats/emrtd/trust-chain.ts'
import { problemCatalogue } from '../../../../contract/problems/catalogue.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { nodeCrypto } from './node-crypto.ts'
import * as store from './store.ts'
import { trustChanged } from './trust.ts'
import { readTrustFile, TrustFileRefused, type TrustFile } from './trust-file.ts'

export interface TrustImported {
  readonly kind: TrustFile['kind']
  /** New authorities and links; what stood already is `unchanged`. */
  readonly authorities: number
  readonly links: number
  readonly lists: number
  readonly unchanged: number
  /** Document signers come with every chip and are not kept. */
  readonly signersSkipped: number
  readonly rejected: readonly { readonly entry: string; readonly reason: string }[]
  /**
   * Who signed the master lists, and the authority (SHA-256 of its certificate) that vouches for the signer:
   * to be compared by the operator.
   */
  readonly signedBy: readonly {
    readonly signer: string
    readonly authority: string
    readonly fingerprint: string
    readonly wasKnown: boolean
  }[]
}

/** In this organisation's name the demo world's authority signs; a production must not believe it. */
export const TEST_ORGANIZATION = 'Sen demo world (no authority of any state)'

interface Import {
  readonly source: string
  readonly at: Date
  readonly allowTestAuthorities: boolean
}
interface Sorted {
  readonly roots: Certificate[]
  readonly links: Certificate[]
  signers: number
  readonly rejected: { entry: string; reason: string }[]
}

/** Throws TrustFileRefused. */
export const importTrust = async (
  work: Work,
  bytes: Buffer,
  { source, at, allowTestAuthorities }: Import,
): Promise<TrustImported> => {
  const file = readTrustFile(bytes)
  const known = (await store.anchors(work)).map(({ certificate }) => readCertificate(certificate, 'anchor'))
  const sorted = sort(file, known, allowTestAuthorities)
  const every = [...known, ...sorted.roots, ...sorted.links]
  const signedBy = file.masters.map((master) => vouchFor(master, known, sorted.roots))
  const lists = readLists(file, every, sorted.rejected)
  if (!file.isCollection && sorted.rejected[0]) {
    throw new TrustFileRefused(
      `${sorted.rejected[0].entry}: ${sorted.rejected[0].reason} Nothing was imported.`,
    )
  }
  const keep = async (certificates: readonly Certificate[], isRoot: boolean): Promise<number> => {
    let added = 0
    for (const certificate of certificates) {
      const { whole, subject, notAfter } = certificate
      if (
        await store.addAnchor(work, {
          digest: sha256(whole),
          certificate: Buffer.from(whole),
          isRoot,
          subject: subject.text,
          notAfter,
          source,
          at,
        })
      ) {
        added++
      }
    }
    return added
  }
  const [authorities, links] = [await keep(sorted.roots, true), await keep(sorted.links, false)]
  let put = 0
  for (const list of lists) {
    const { issuer, authorityKeyId, whole, thisUpdate, nextUpdate } = list
    if (
      await store.putList(work, {
        issuer: issuer.canonical,
        authorityKey: authorityKeyId?.keyId ?? '',
        list: Buffer.from(whole),
        thisUpdate,
        nextUpdate,
        source,
        at,
      })
    ) {
      put++
    }
  }
  if (authorities + links + put > 0) {
    await trustChanged(work)
  }
  const unchanged = sorted.roots.length + sorted.links.length + lists.length - authorities - links - put
  return {
    kind: file.kind,
    authorities,
    links,
    lists: put,
    unchanged,
    signersSkipped: sorted.signers,
    rejected: sorted.rejected,
    signedBy,
  }
}

/** Whether an authority of this name and this key is trusted already, whichever certificate says so. */
export const knowsAuthority = async (read: Reading, certificate: Uint8Array): Promise<boolean> => {
  const wanted = readCertificate(certificate, 'authority')
  const known = (await store.anchors(read)).map((row) => readCertificate(row.certificate, 'anchor'))
  return known.some(
    ({ subject, extensions }) =>
      subject.canonical === wanted.subject.canonical &&
      extensions.subjectKeyId === wanted.extensions.subjectKeyId,
  )
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const wordsOf = (error: unknown): string => {
  if (!(error instanceof ChipFault)) {
    throw error
  }
  const [first = ''] = problemCatalogue[error.code].en.split('. ')
  return `${first.replace(/\.$/, '')} (${error.code}).`
}

/** Roots are who signs herself; a link needs somebody here who signed it, whatever the order of the file. */
const sort = (file: TrustFile, known: readonly Certificate[], allowTest: boolean): Sorted => {
  const sorted: Sorted = { roots: [], links: [], signers: 0, rejected: [] }
  const waiting: Certificate[] = []
  for (const [index, bytes] of file.certificates.entries()) {
    try {
      const certificate = readCertificate(bytes, `certificate ${index + 1}`)
      const fault = whyNoAuthority(certificate, allowTest)
      if (fault === 'signer' && file.isCollection) {
        sorted.signers++
      } else if (fault !== null) {
        sorted.rejected.push({
          entry: certificate.subject.text,
          reason:
            fault === 'signer' ? 'It is no signing authority; document signers come with each chip.' : fault,
        })
      } else if (isSelfSigned(nodeCrypto, certificate)) {
        sorted.roots.push(certificate)
      } else {
        waiting.push(certificate)
      }
    } catch (error) {
      sorted.rejected.push({ entry: `Certificate ${index + 1}`, reason: wordsOf(error) })
    }
  }
  for (let found = true; found;) {
    found = false
    for (const [index, link] of waiting.entries()) {
      if (![...known, ...sorted.roots, ...sorted.links].some((authority) => hasIssued(authority, link))) {
        continue
      }
      sorted.links.push(...waiting.splice(index, 1))
      found = true
      break
    }
  }
  for (const { subject, issuer } of waiting) {
    sorted.rejected.push({
      entry: subject.text,
      reason: `No authority that is trusted here issued it (${issuer.text}).`,
    })
  }
  return sorted
}

const whyNoAuthority = (certificate: Certificate, allowTest: boolean): 'signer' | string | null => {
  const { extensions, subject } = certificate
  if (!extensions.basicConstraints?.isAuthority && !isSelfIssued(certificate)) {
    return 'signer'
  }
  const fault = usageFault(extensions)
  if (fault) {
    return wordsOf(new ChipFault(fault, 'authority'))
  }
  if (extensions.unknownCritical.length > 0) {
    return wordsOf(new ChipFault('chip.critical-extension', 'authority'))
  }
  if (!allowTest && subject.organizations.includes(TEST_ORGANIZATION)) {
    return "It is the demo world's authority, which an installation with an operator must not trust."
  }
  return null
}

const hasIssued = (authority: Certificate, child: Certificate): boolean => {
  if (!mayHaveIssued(authority, { issuer: child.issuer, authorityKeyId: child.extensions.authorityKeyId })) {
    return false
  }
  try {
    checkSignature(nodeCrypto, {
      key: authority.key,
      scheme: child.scheme,
      data: child.tbs,
      signature: child.signature,
      where: 'link',
      wrongCode: 'chip.signer-signature',
    })
    return true
  } catch (error) {
    if (error instanceof ChipFault) {
      return false
    }
    throw error
  }
}

/**
 * The signer of a master list must hang on an authority: one of ours, else one that came along, whose
 * fingerprint the operator is told.
 */
const vouchFor = (
  { signer, beside }: TrustFile['masters'][number],
  known: readonly Certificate[],
  roots: readonly Certificate[],
): TrustImported['signedBy'][number] => {
  const ours = known.find((authority) => hasIssued(authority, signer))
  const along = [...roots, ...beside.flatMap(certificateOrNone)].find(
    (authority) =>
      isSelfSigned(nodeCrypto, authority) &&
      usageFault(authority.extensions) === null &&
      hasIssued(authority, signer),
  )
  const authority = ours ?? along
  if (!authority) {
    throw new TrustFileRefused(
      `No authority here or in the list issued the signer of the master list (${signer.issuer.text}); nothing was imported.`,
    )
  }
  return {
    signer: signer.subject.text,
    authority: authority.subject.text,
    fingerprint: hex(sha256(authority.whole)),
    wasKnown: ours !== undefined,
  }
}

const certificateOrNone = (bytes: Uint8Array): Certificate[] => {
  try {
    return [readCertificate(bytes, 'certificate')]
  } catch (error) {
    if (error instanceof ChipFault) {
      return []
    }
    throw error
  }
}

const readLists = (
  file: TrustFile,
  authorities: readonly Certificate[],
  rejected: { entry: string; reason: string }[],
) =>
  file.lists.flatMap((bytes, index) => {
    try {
      const list = readRevocationList(bytes)
      if (isListOf(nodeCrypto, list, authorities)) {
        return [list]
      }
      rejected.push({
        entry: `Revocation list ${index + 1}`,
        reason: `No authority that is trusted here signed it (${list.issuer.text}).`,
      })
    } catch (error) {
      rejected.push({ entry: `Revocation list ${index + 1}`, reason: wordsOf(error) })
    }
    return []
  })
