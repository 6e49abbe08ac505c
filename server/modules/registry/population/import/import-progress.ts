/**
 * How far an import has come. The row stands in each batch's own transaction; a file is known by its size and
 * the digest of its head, and
 * what was done of it is trusted only if its bytes up to that point are still the same.
 */
export interface Counts {
  readonly imported: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

export interface Progress extends Counts {
  readonly offset_bytes: number
  /** SHA-256 of the file up to the offset. */
  readonly prefixDigest: Buffer
  /** Number of the line that begins at the offset. */
  readonly line: number
  /** Length of the rejects file up to here; 0 without one. */
  readonly rejects_bytes: number
}

export interface FileIdentity {
  readonly headDigest: Buffer
  readonly size_bytes: number
}
