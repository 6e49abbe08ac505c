/**
 * Whether a leaf is in a tree and whether one tree begins with all of another: the proofs of RFC 6962
 * sections 2.1.1 and 2.1.2, folded as those sections build them. SHA-256 by WebCrypto.
 */
import { joined } from '../bytes.ts'
import { readBase64 } from './base64.ts'
import { right, wrong, type LogAnswer } from './log-fault.ts'
import { consistencyRanges, inclusionRanges } from './tree-shape.ts'

export type Hash = Uint8Array<ArrayBuffer>

const HASH_BYTES = 32
/** A tree of 2^53 leaves needs no more; whoever sends more sends no proof. */
const HASHES_MOST = 64

export const sha256 = async (...parts: readonly Uint8Array[]): Promise<Hash> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', joined(parts)))

export const leafHash = (entry: Uint8Array): Promise<Hash> => sha256(Uint8Array.of(0), entry)
export const nodeHash = (left: Uint8Array, rightSide: Uint8Array): Promise<Hash> =>
  sha256(Uint8Array.of(1), left, rightSide)

export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, i) => byte === other[i])

const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0

/** The hashes of a proof as it travels: base64 texts, in order. */
export const readProof = (texts: readonly string[]): LogAnswer<readonly Hash[]> => {
  if (texts.length > HASHES_MOST) {
    return wrong('log.proof-form')
  }
  const hashes = texts.map(readBase64).filter((hash) => hash?.length === HASH_BYTES)
  return hashes.length === texts.length ? right(hashes as Hash[]) : wrong('log.proof-form')
}

export interface Inclusion {
  readonly leafNo: number
  readonly size: number
  readonly leafHash: Uint8Array
  readonly proof: readonly Uint8Array[]
  readonly root: Uint8Array
}

/** `log.leaf-outside`, `log.proof-form` where its length is not that of such a proof, `log.inclusion`. */
export const checkInclusion = async ({
  leafNo,
  size,
  leafHash: leaf,
  proof,
  root,
}: Inclusion): Promise<LogAnswer<null>> => {
  if (!isCount(leafNo) || !isCount(size) || leafNo >= size) {
    return wrong('log.leaf-outside')
  }
  const ranges = inclusionRanges(leafNo, size)
  if (proof.length !== ranges.length) {
    return wrong('log.proof-form')
  }
  let top = leaf
  for (const [i, { to }] of ranges.entries()) {
    const sibling = proof[i] ?? top
    top = to <= leafNo ? await nodeHash(sibling, top) : await nodeHash(top, sibling)
  }
  return isSame(top, root) ? right(null) : wrong('log.inclusion')
}

export interface Consistency {
  readonly first: number
  readonly second: number
  readonly firstRoot: Uint8Array
  readonly secondRoot: Uint8Array
  readonly proof: readonly Uint8Array[]
}

/**
 * `log.proof-form` where sizes or length are not those of such a proof, `log.two-roots` where two trees of
 * one size differ, `log.consistency`.
 */
export const checkConsistency = async (asked: Consistency): Promise<LogAnswer<null>> => {
  const { first, second, firstRoot, secondRoot, proof } = asked
  if (!isCount(first) || !isCount(second) || first > second) {
    return wrong('log.proof-form')
  }
  const ranges = consistencyRanges(first, second)
  if (proof.length !== ranges.length) {
    return wrong('log.proof-form')
  }
  if (first === second) {
    return isSame(firstRoot, secondRoot) ? right(null) : wrong('log.two-roots')
  }
  if (first === 0) {
    return isSame(firstRoot, await sha256()) ? right(null) : wrong('log.consistency')
  }
  const [one, two] = await foldedRoots(asked, ranges)
  return isSame(one, firstRoot) && isSame(two, secondRoot) ? right(null) : wrong('log.consistency')
}

/**
 * The first tree's last complete subtree is where both trees meet: it is the first of the hashes, or the
 * whole first tree, whose root is known and not sent.
 */
const foldedRoots = async (
  { first, firstRoot, proof }: Consistency,
  ranges: readonly { readonly from: number; readonly to: number }[],
): Promise<readonly [Uint8Array, Uint8Array]> => {
  const isSent = ranges[0]?.to === first
  const seed = (isSent ? proof[0] : firstRoot) ?? firstRoot
  let [one, two] = [seed, seed]
  for (const [i, { to }] of ranges.entries()) {
    const sibling = proof[i]
    if (sibling === undefined || (isSent && i === 0)) {
      continue
    }
    if (to <= first) {
      one = await nodeHash(sibling, one)
      two = await nodeHash(sibling, two)
    } else {
      two = await nodeHash(two, sibling)
    }
  }
  return [one, two]
}
