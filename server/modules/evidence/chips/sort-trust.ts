/**
 * What of a file of trust can be believed, and for what: authorities of the wanted states, links that an
 * authority here has signed, revocation lists of theirs. What cannot be is told, entry by entry.
 */
import { hasSigned } from '../../../../formats/emrtd/algorithms.ts'
import {
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
import { keyNumber } from '../../../../formats/emrtd/public-key.ts'
import { authorityFault } from '../../../../formats/emrtd/trust-chain.ts'
import { problemCatalogue } from '../../../../contract/problems/catalogue.ts'
import { nodeCrypto } from './node-crypto.ts'
import { isTestAuthority } from './test-authority.ts'
import type { Rejected, TrustFile } from './trust-file.ts'

export interface Sorted {
  readonly roots: Certificate[]
  readonly links: Certificate[]
  /** How many authorities and lists are of states that the import does not trust. */
  foreign: number
  signers: number
  readonly rejected: Rejected[]
}
/** Whom an import is to trust. */
export interface WantedTrust {
  /** ISO 3166-1. */
  readonly states: readonly string[]
  readonly allowTestAuthorities: boolean
  readonly at: Date
  /** Authorities that the operator has taken back, by their keys, with her reason. */
  readonly removed: ReadonlyMap<string, string>
}

const wordsOf = (error: unknown): string => {
  if (!(error instanceof ChipFault)) {
    throw error
  }
  const [first = ''] = problemCatalogue[error.code].en.split('. ')
  return `${first.replace(/\.$/, '')} (${error.code}).`
}

/** Roots are who signs herself; a link needs somebody here who signed it, whatever the order of the file. */
export const sortCertificates = (
  file: Pick<TrustFile, 'certificates' | 'isCollection'>,
  known: readonly Certificate[],
  wanted: WantedTrust,
): Sorted => {
  const sorted: Sorted = {
    roots: [],
    links: [],
    foreign: 0,
    signers: 0,
    rejected: [],
  }
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
        sorted.foreign++
      } else {
        sorted.rejected.push({
          entry: certificate.subject.text,
          reason: reasonOf(fault, certificate, wanted),
        })
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

const reasonOf = (fault: string, { subject }: Certificate, { states }: WantedTrust): string =>
  fault === 'signer'
    ? 'It is no signing authority; document signers come with each chip.'
    : fault === 'foreign'
      ? `It is an authority of ${subject.country ?? 'no state'}, and this import trusts ${states.join(', ')} only (--states).`
      : fault

const whyNoAuthority = (
  certificate: Certificate,
  { states, allowTestAuthorities, removed }: WantedTrust,
): 'signer' | 'foreign' | string | null => {
  const { extensions, subject } = certificate
  if (!extensions.basicConstraints?.isAuthority && !isSelfIssued(certificate)) {
    return 'signer'
  }
  if (subject.country === null || !states.includes(subject.country)) {
    return 'foreign'
  }
  const takenBack = removed.get(keyNumber(certificate.key))
  if (takenBack !== undefined) {
    return `It was removed here (${takenBack}); import its certificate by itself to trust it again.`
  }
  const fault = authorityFault(extensions)
  if (fault) {
    return wordsOf(new ChipFault(fault, 'authority'))
  }
  if (!allowTestAuthorities && isTestAuthority(certificate)) {
    return "It is the demo world's authority, which an installation with an operator must not trust."
  }
  return null
}

export const hasIssued = (authority: Certificate, child: Certificate): boolean =>
  mayHaveIssued(authority, { issuer: child.issuer, authorityKeyId: child.extensions.authorityKeyId }) &&
  hasSigned(nodeCrypto, authority.key, child)

/** Lists of the wanted states; what an authority of another state signed is counted and left out. */
export const readLists = (
  file: TrustFile,
  authorities: readonly Certificate[],
  { states, at }: WantedTrust,
  sorted: Sorted,
): RevocationList[] =>
  file.lists.flatMap((bytes, index) => {
    const entry = `Revocation list ${index + 1}`
    try {
      const list = readRevocationList(bytes)
      if (isListOf(nodeCrypto, list, authorities)) {
        if (list.thisUpdate <= at) {
          return [list]
        }
        // It would keep every true list out until its day comes.
        sorted.rejected.push({
          entry,
          reason: `It holds from ${list.thisUpdate.toISOString()} on, which is still to come (${list.issuer.text}).`,
        })
        return []
      }
      if (file.isCollection && !states.includes(list.issuer.country ?? '')) {
        sorted.foreign++
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
