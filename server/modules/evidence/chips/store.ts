/** The SQL of trust anchors, revocation lists and the signer of cards that are made here. */
import type { Reading, Work } from '../../../kernel/work.ts'

export interface AnchorRow {
  readonly certificate: Buffer
  readonly isRoot: boolean
  readonly state: string
  readonly documents: string[]
}

export const anchors = (read: Reading): Promise<AnchorRow[]> =>
  read.rows(
    `select certificate, is_root as "isRoot", state, document_types as documents
       from chip_anchor where removed_at is null order by digest`,
  )

export interface AnchorOnRecord {
  readonly digest: Buffer
  readonly certificate: Buffer
  readonly isRoot: boolean
  readonly state: string
  readonly documents: string[]
  readonly source: string
  readonly importedAt: Date
  readonly removedAt: Date | null
  readonly removedReason: string | null
}

/** Those that were removed too. */
export const anchorsOnRecord = (read: Reading): Promise<AnchorOnRecord[]> =>
  read.rows(
    `select digest, certificate, is_root as "isRoot", state, document_types as documents, source,
            imported_at as "importedAt", removed_at as "removedAt", removed_reason as "removedReason"
       from chip_anchor order by subject collate "C", digest`,
  )

export const removeAnchor = (work: Work, digest: Buffer, reason: string, at: Date): Promise<number> =>
  work.run('update chip_anchor set removed_at = $2, removed_reason = $3 where digest = $1', [
    digest,
    at,
    reason,
  ])

export const lists = (read: Reading): Promise<{ list: Buffer; source: string }[]> =>
  read.rows('select list, source from chip_crl order by issuer, authority_key')

/**
 * Answers what it is trusted for from now on; null when that is so already. An import adds documents and
 * takes none away: one that names fewer must not close every card. Whoever wants fewer takes the authority
 * back first.
 */
export const addAnchor = async (
  work: Work,
  row: {
    readonly digest: Buffer
    readonly certificate: Buffer
    readonly isRoot: boolean
    readonly subject: string
    readonly state: string
    readonly documents: readonly string[]
    readonly notAfter: Date
    readonly source: string
    readonly at: Date
  },
): Promise<readonly string[] | null> => {
  const kept = await work.maybe<{ document_types: string[] }>(
    `insert into chip_anchor
       (digest, certificate, is_root, subject, state, document_types, not_after, source, imported_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
   on conflict (digest) do update
     set is_root = chip_anchor.is_root or excluded.is_root, state = excluded.state,
       document_types = case when chip_anchor.removed_at is not null then excluded.document_types
         else array(select unnest(chip_anchor.document_types || excluded.document_types) as document
                    group by document order by document) end,
       removed_at = null, removed_reason = null
     where chip_anchor.removed_at is not null or (excluded.is_root and not chip_anchor.is_root)
       or chip_anchor.state <> excluded.state
       or not chip_anchor.document_types @> excluded.document_types
     returning document_types`,
    [
      row.digest,
      row.certificate,
      row.isRoot,
      row.subject,
      row.state,
      row.documents,
      row.notAfter,
      row.source,
      row.at,
    ],
  )
  return kept?.document_types ?? null
}

/**
 * False when the same or a newer list stands already: an old list must not bring a stolen key back. One
 * whose day is still to come stands in nobody's way.
 */
export const putList = async (
  work: Work,
  row: {
    readonly issuer: string
    readonly authorityKey: string
    readonly list: Buffer
    readonly thisUpdate: Date
    readonly nextUpdate: Date | null
    readonly source: string
    readonly at: Date
  },
): Promise<boolean> =>
  (await work.run(
    `insert into chip_crl (issuer, authority_key, list, this_update, next_update, source, imported_at)
       values ($1, $2, $3, $4, $5, $6, $7)
   on conflict (issuer, authority_key) do update
     set list = excluded.list, this_update = excluded.this_update, next_update = excluded.next_update,
       source = excluded.source, imported_at = excluded.imported_at
     where chip_crl.this_update < excluded.this_update or chip_crl.this_update > excluded.imported_at`,
    [row.issuer, row.authorityKey, row.list, row.thisUpdate, row.nextUpdate, row.source, row.at],
  )) > 0

export const addSigner = (
  work: Work,
  row: {
    readonly digest: Buffer
    readonly certificate: Buffer
    readonly algorithm: string
    readonly sealedKey: Buffer
    readonly notBefore: Date
    readonly notAfter: Date
    readonly at: Date
  },
): Promise<number> =>
  work.run(
    'insert into chip_signer (digest, certificate, algorithm, sealed_key, not_before, not_after, added_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
    [row.digest, row.certificate, row.algorithm, row.sealedKey, row.notBefore, row.notAfter, row.at],
  )

export const signerAt = (read: Reading, at: Date) =>
  read.maybe<{ certificate: Buffer; algorithm: string; sealed_key: Buffer }>(
    'select certificate, algorithm, sealed_key from chip_signer where not_before <= $1 and not_after > $1 order by not_after desc limit 1',
    [at],
  )
