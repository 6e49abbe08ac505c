/**
 * What the operator trusts and what she took back: the list, and the taking back, which stays on record with
 * its reason.
 */
import { hex } from '../../../../formats/bytes.ts'
import { readCertificate } from '../../../../formats/emrtd/certificate.ts'
import { isListOf, readRevocationList } from '../../../../formats/emrtd/crl.ts'
import { keyNumber } from '../../../../formats/emrtd/public-key.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './store.ts'
import { trustChanged } from './trust.ts'
import { nodeCrypto } from './node-crypto.ts'
import { sha256 } from './vouch-for.ts'

export interface TrustOnRecord {
  readonly authorities: readonly {
    readonly authority: string
    readonly fingerprint: string
    /** A link is trusted through the authority that signed it. */
    readonly kind: 'authority' | 'link'
    readonly state: string
    readonly documents: readonly string[]
    readonly notAfter: Date
    readonly source: string
    readonly importedAt: Date
    readonly removedAt: Date | null
    readonly removedReason: string | null
  }[]
  readonly lists: readonly {
    readonly authority: string
    readonly thisUpdate: Date
    readonly nextUpdate: Date | null
    readonly revoked: number
    /** Signed by an authority that is still trusted. */
    readonly isUsed: boolean
    readonly source: string
  }[]
}

export const trustOnRecord = async (read: Reading): Promise<TrustOnRecord> => {
  const anchors = (await store.anchorsOnRecord(read)).map(({ certificate, ...row }) => ({
    ...row,
    certificate: readCertificate(certificate, 'anchor'),
  }))
  const trusted = anchors.flatMap(({ certificate, removedAt }) => (removedAt === null ? [certificate] : []))
  return {
    authorities: anchors.map(({ certificate, digest, isRoot, ...row }) => ({
      authority: certificate.subject.text,
      fingerprint: hex(digest),
      kind: isRoot ? 'authority' : 'link',
      notAfter: certificate.notAfter,
      ...row,
    })),
    lists: (await store.lists(read)).map(({ list, source }) => {
      const one = readRevocationList(list)
      return {
        authority: one.issuer.text,
        thisUpdate: one.thisUpdate,
        nextUpdate: one.nextUpdate,
        revoked: one.revoked.size,
        isUsed: isListOf(nodeCrypto, one, trusted),
        source,
      }
    }),
  }
}

/**
 * Every certificate of that authority's key, whichever of them is named: a renewed certificate or a link
 * would keep the key in use. null when no such authority or link is trusted. From the next chip on nobody is
 * believed through it.
 */
export const removeTrust = async (
  work: Work,
  { fingerprint, reason, at }: { readonly fingerprint: string; readonly reason: string; readonly at: Date },
): Promise<{ readonly authority: string; readonly certificates: number } | null> => {
  const trusted = (await store.anchors(work)).map((row) => readCertificate(row.certificate, 'anchor'))
  const named = trusted.find(({ whole }) => hex(sha256(whole)) === fingerprint)
  if (!named) {
    return null
  }
  const ofKey = trusted.filter(({ key }) => keyNumber(key) === keyNumber(named.key))
  for (const { whole } of ofKey) {
    await store.removeAnchor(work, sha256(whole), reason, at)
  }
  await trustChanged(work)
  return { authority: named.subject.text, certificates: ofKey.length }
}
