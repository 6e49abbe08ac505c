/**
 * What of a file of trust can be believed, and for what: authorities of the wanted states, links that an authority here has signed,
 * revocation lists of theirs, and who vouches for a master list. What cannot be is told, entry by entry.
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
import {
  isListOf,
  isSelfSigned,
  readRevocationList,
  type RevocationList,
} from '../../../../formats/emrtd/crl.ts'
import { usageFault } from '../../../../formats/emrtd/trust-chain.ts'
import { problemCatalogue } from '../../../../contract/problems/catalogue.ts'
import { nodeCrypto } from './node-crypto.ts'
import { TrustFileRefused, type TrustFile } from './trust-file.ts'

/** In this organisation's name the demo world's authority signs; a production must not believe it. */
export const TEST_ORGANIZATION = 'Sen demo world (no authority of any state)'

export interface Rejected {
  readonly entry: string
  readonly reason: string
}
export interface Sorted {
  readonly roots: Certificate[]
  readonly links: Certificate[]
  /** Authorities and lists of states that the import does not trust; they may still vouch for a master list. */
  readonly foreign: Certificate[]
  foreignLists: number
  signers: number
  readonly rejected: Rejected[]
}
/** Whom an import is to trust. */
export interface WantedTrust {
  /** ISO 3166-1. */
  readonly states: readonly string[]
  readonly allowTestAuthorities: boolean
}

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const wordsOf = (error: unknown): string => {
  if (!(error instanceof ChipFault)) {
    throw error
  }
  const [first = ''] = problemCatalogue[error.code].en.split('. ')
  return `${first.replace(/\.$/, '')} (${error.code}).`
}

/** Roots are who signs herself; a link needs somebody here who signed it, whatever the order of the file. */
export const sortCertificates = (
  file: TrustFile,
  known: readonly Certificate[],
  wanted: WantedTrust,
): Sorted => {
  const sorted: Sorted = { roots: [], links: [], foreign: [], foreignLists: 0, signers: 0, rejected: [] }
  const waiting: Certificate[] = []
  for (const [index, bytes] of file.certificates.entries()) {
    try {
      const certificate = readCertificate(bytes, `certificate ${index + 1}`)
      const fault = whyNoAuthority(certificate, wanted)
      if (fault === null) {
        const place = isSelfSigned(nodeCrypto, certificate) ? sorted.roots : waiting
        place.push(certificate)
      } else if (fault === 'signer' && file.isCollection) {
        sorted.signers++
      } else if (fault === 'foreign' && file.isCollection) {
        sorted.foreign.push(certificate)
      } else {
        sorted.rejected.push({ entry: certificate.subject.text, reason: reasonOf(fault, certificate, wanted) })
      }
    } catch (error) {
      sorted.rejected.push({ entry: `Certificate ${index + 1}`, reason: wordsOf(error) })
    }
  }
  hangLinks(waiting, known, sorted)
  return sorted
}

const hangLinks = (waiting: Certificate[], known: readonly Certificate[], sorted: Sorted): void => {
  for (let found = true; found;) {
    found = false
    for (const [index, link] of waiting.entries()) {
      if (
        ![...known, ...sorted.roots, ...sorted.links].some(
          (authority) => authority.subject.country === link.subject.country && hasIssued(authority, link),
        )
      ) {
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
}

const reasonOf = (
  fault: string,
  { subject }: Certificate,
  { states }: WantedTrust,
): string =>
  fault === 'signer'
    ? 'It is no signing authority; document signers come with each chip.'
    : fault === 'foreign'
      ? `It is an authority of ${subject.country ?? 'no state'}, and this import trusts ${states.join(', ')} only (--states).`
      : fault

const whyNoAuthority = (
  certificate: Certificate,
  { states, allowTestAuthorities }: WantedTrust,
): 'signer' | 'foreign' | string | null => {
  const { extensions, subject } = certificate
  if (!extensions.basicConstraints?.isAuthority && !isSelfIssued(certificate)) {
    return 'signer'
  }
  if (subject.country === null || !states.includes(subject.country)) {
    return 'foreign'
  }
  const fault = usageFault(extensions)
  if (fault) {
    return wordsOf(new ChipFault(fault, 'authority'))
  }
  if (extensions.unknownCritical.length > 0) {
    return wordsOf(new ChipFault('chip.critical-extension', 'authority'))
  }
  if (!allowTestAuthorities && subject.organizations.includes(TEST_ORGANIZATION)) {
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

export interface MasterSigner {
  readonly signer: string
  readonly authority: string
  readonly fingerprint: string
  readonly wasKnown: boolean
}

/**
 * The signer of a master list must hang on an authority: one of ours, else one that came along, whose
 * fingerprint the operator is told.
 */
export const vouchFor = (
  { signer, beside }: TrustFile['masters'][number],
  known: readonly Certificate[],
  along: readonly Certificate[],
): MasterSigner => {
  const ours = known.find((authority) => hasIssued(authority, signer))
  const theirs = [...along, ...beside.flatMap(certificateOrNone)].find(
    (authority) =>
      isSelfSigned(nodeCrypto, authority) &&
      usageFault(authority.extensions) === null &&
      hasIssued(authority, signer),
  )
  const authority = ours ?? theirs
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

/** Lists of the wanted states; what an authority of another state signed is counted and left out. */
export const readLists = (
  file: TrustFile,
  authorities: readonly Certificate[],
  { states }: WantedTrust,
  sorted: Sorted,
): RevocationList[] =>
  file.lists.flatMap((bytes, index) => {
    const entry = `Revocation list ${index + 1}`
    try {
      const list = readRevocationList(bytes)
      if (isListOf(nodeCrypto, list, authorities)) {
        return [list]
      }
      if (file.isCollection && !states.includes(list.issuer.country ?? '')) {
        sorted.foreignLists++
        return []
      }
      sorted.rejected.push({
        entry,
        reason: `No authority that is trusted here signed it (${list.issuer.text}).`,
      })
    } catch (error) {
      sorted.rejected.push({ entry, reason: wordsOf(error) })
    }
    return []
  })
