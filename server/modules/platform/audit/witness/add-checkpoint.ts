/** The body of `add-checkpoint` (https://c2sp.org/tlog-witness): what a log asks a witness. Pure. */
export interface AddCheckpoint {
  /** The size that the log believes the witness has seen last; 0 when it does not know. */
  readonly old: number
  /** That the tree of that size is the beginning of the checkpoint's (RFC 6962 section 2.1.2). */
  readonly proof: readonly Buffer[]
  readonly note: string
}

/** The media type of the answer that tells which size the witness has seen last. */
export const SIZE_TYPE = 'text/x.tlog.size'

export const writeAddCheckpoint = ({ old, proof, note }: AddCheckpoint): string =>
  `old ${old}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${note}`

/** null when it is not in that form. */
export const readAddCheckpoint = (body: string): AddCheckpoint | null => {
  const [, digits, lines = '', note] =
    /^old (0|[1-9][0-9]{0,15})\n((?:[A-Za-z0-9+/]{43}=\n){0,63})\n([^]+)$/.exec(body) ?? []
  const old = Number(digits)
  if (!note || !Number.isSafeInteger(old)) {
    return null
  }
  const hashes = lines.split('\n').slice(0, -1)
  const proof = hashes.map((base64) => Buffer.from(base64, 'base64'))
  return proof.every((hash, i) => hash.toString('base64') === hashes[i]) ? { old, proof, note } : null
}
