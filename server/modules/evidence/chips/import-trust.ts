/**
 * Takes authorities, links and revocation lists into the database. A PEM or DER file is one act of trust: all
 * of it or nothing. In a collection
 * (LDIF, master list) each entry stands for itself, and what cannot be believed is told and left out.
 */
import { hex } from '../../../../formats/bytes.ts'
import { readCertificate, type Certificate } from '../../../../formats/emrtd/certificate.ts'
import type { RevocationList } from '../../../../formats/emrtd/crl.ts'
import { keyNumber } from '../../../../formats/emrtd/public-key.ts'
import { CARD_ZONE } from '../../../../formats/mrz.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { readLists, sortCertificates } from './sort-trust.ts'
import * as store from './store.ts'
import { trustChanged } from './trust.ts'
import { readTrustFile, TrustFileRefused, type Rejected, type TrustFile } from './trust-file.ts'
import { sha256, vouchForMasters, type MasterSigner } from './vouch-for.ts'

export interface TrustImported {
  readonly kind: TrustFile['kind']
  /** New authorities and links; what stood already is `unchanged`. */
  readonly authorities: number
  readonly links: number
  readonly lists: number
  readonly unchanged: number
  /** Document signers come with every chip and are not kept. */
  readonly signersSkipped: number
  /** Authorities and lists of states that this import does not trust. */
  readonly foreignSkipped: number
  readonly rejected: readonly Rejected[]
  /** Whom this import trusts newly, and for what. */
  readonly trusted: readonly {
    readonly authority: string
    readonly fingerprint: string
    readonly state: string
    readonly documents: readonly string[]
  }[]
  /**
   * Who signed the master lists, and the authority (SHA-256 of its certificate) that vouches for the signer:
   * to be compared by the operator.
   */
  readonly signedBy: readonly MasterSigner[]
}

/** This state's identity cards: all that is trusted unless the operator says more. */
export const OWN_SCOPE = { states: [CARD_ZONE.country], documents: [CARD_ZONE.document] } as const

export interface Import {
  readonly source: string
  readonly at: Date
  readonly allowTestAuthorities: boolean
  /**
   * SHA-256 (hex) of authorities that nobody here knows and that may vouch for the signer of a master list
   * all the same.
   */
  readonly signers?: readonly string[]
  /**
   * States (ISO 3166-1) whose authorities are taken, and the codes of the zones that they are trusted for.
   */
  readonly scope?: { readonly states: readonly string[]; readonly documents: readonly string[] }
}

/** Throws TrustFileRefused. */
export const importTrust = async (
  work: Work,
  bytes: Buffer,
  { scope = OWN_SCOPE, signers = [], ...from }: Import,
): Promise<TrustImported> => {
  const file = readTrustFile(bytes)
  const known = (await store.anchors(work)).map(({ certificate }) => readCertificate(certificate, 'anchor'))
  const wanted = {
    states: scope.states,
    allowTestAuthorities: from.allowTestAuthorities,
    at: from.at,
    // A file of one authority is the operator's word for it, also after she had taken it back.
    removed: file.isCollection ? await removedBefore(work) : new Map<string, string>(),
  }
  const vouched = vouchForMasters(file, known, signers)
  const certificates = [...file.certificates, ...vouched.certificates]
  const sorted = sortCertificates({ certificates, isCollection: file.isCollection }, known, wanted)
  const lists = readLists(file, [...known, ...sorted.roots, ...sorted.links], wanted, sorted)
  if (!file.isCollection && sorted.rejected[0]) {
    throw new TrustFileRefused(
      `${sorted.rejected[0].entry}: ${sorted.rejected[0].reason} Nothing was imported.`,
    )
  }
  const { documents } = scope
  const roots = await keepAuthorities(work, sorted.roots, { ...from, isRoot: true, documents })
  const links = await keepAuthorities(work, sorted.links, { ...from, isRoot: false, documents })
  const put = await keepLists(work, lists, from)
  const changes = roots.length + links.length + put
  if (changes > 0) {
    await trustChanged(work)
  }
  return {
    kind: file.kind,
    authorities: roots.length,
    links: links.length,
    lists: put,
    unchanged: sorted.roots.length + sorted.links.length + lists.length - changes,
    signersSkipped: sorted.signers,
    foreignSkipped: sorted.foreign,
    rejected: [...file.faults, ...vouched.rejected, ...sorted.rejected],
    trusted: roots.map(({ certificate: { whole, subject }, documents: kept }) => ({
      authority: subject.text,
      fingerprint: hex(sha256(whole)),
      state: subject.country ?? '',
      documents: kept,
    })),
    signedBy: vouched.signedBy,
  }
}

/**
 * Reasons by key, because a directory may hold another certificate of it; a key that is trusted again is
 * none.
 */
const removedBefore = async (read: Reading): Promise<ReadonlyMap<string, string>> => {
  const rows = (await store.anchorsOnRecord(read)).map(({ certificate, removedReason }) => ({
    key: keyNumber(readCertificate(certificate, 'anchor').key),
    removedReason,
  }))
  const trusted = new Set(rows.flatMap(({ key, removedReason }) => (removedReason === null ? [key] : [])))
  return new Map(
    rows.flatMap(({ key, removedReason }) =>
      removedReason === null || trusted.has(key) ? [] : [[key, removedReason] as const],
    ),
  )
}

/** Those that are new here, or newly a root, or trusted for more documents than before; and for which. */
const keepAuthorities = async (
  work: Work,
  certificates: readonly Certificate[],
  {
    source,
    at,
    isRoot,
    documents,
  }: Import & { readonly isRoot: boolean; readonly documents: readonly string[] },
): Promise<{ readonly certificate: Certificate; readonly documents: readonly string[] }[]> => {
  const added: { certificate: Certificate; documents: readonly string[] }[] = []
  for (const certificate of certificates) {
    const { whole, subject, notAfter } = certificate
    const kept = await store.addAnchor(work, {
      digest: sha256(whole),
      certificate: Buffer.from(whole),
      isRoot,
      subject: subject.text,
      state: subject.country ?? '',
      documents,
      notAfter,
      source,
      at,
    })
    if (kept) {
      added.push({ certificate, documents: kept })
    }
  }
  return added
}

const keepLists = async (
  work: Work,
  lists: readonly RevocationList[],
  { source, at }: Import,
): Promise<number> => {
  let put = 0
  for (const { issuer, authorityKeyId, whole, thisUpdate, nextUpdate } of lists) {
    const isNew = await store.putList(work, {
      issuer: issuer.canonical,
      authorityKey: authorityKeyId?.keyId ?? '',
      list: Buffer.from(whole),
      thisUpdate,
      nextUpdate,
      source,
      at,
    })
    put += isNew ? 1 : 0
  }
  return put
}

/**
 * Whether an authority of this name and this key came in already, whichever certificate says so, and whether
 * or not it was removed since.
 */
export const knowsAuthority = async (read: Reading, certificate: Uint8Array): Promise<boolean> => {
  const wanted = readCertificate(certificate, 'authority')
  const known = (await store.anchorsOnRecord(read)).map((row) => readCertificate(row.certificate, 'anchor'))
  return known.some(
    ({ subject, extensions }) =>
      subject.canonical === wanted.subject.canonical &&
      extensions.subjectKeyId === wanted.extensions.subjectKeyId,
  )
}
