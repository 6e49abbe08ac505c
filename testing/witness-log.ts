/** A small log in memory, with its key, for whoever tries a witness. For tests only. */
import { createHash } from 'node:crypto'
import { consistencyRanges, inclusionRanges } from '../formats/transparency-log/tree-shape.ts'
import {
  openCheckpointSigner,
  readVerifierKey,
  type CheckpointSigner,
} from '../server/modules/platform/audit/checkpoint.ts'
import { GrowingTree, leafHash } from '../server/modules/platform/audit/merkle-tree.ts'
import type { NoteKey } from '../server/modules/platform/audit/note-key.ts'
import { writeAddCheckpoint } from '../server/modules/platform/audit/witness/add-checkpoint.ts'

const rootOf = (leaves: readonly Buffer[]): Buffer => {
  const tree = new GrowingTree()
  leaves.forEach((leaf) => tree.append(leaf))
  return tree.root()
}

export class WitnessLog {
  readonly signer: CheckpointSigner
  readonly key: NoteKey
  private readonly leaves: Buffer[] = []

  constructor(seed: Uint8Array) {
    this.signer = openCheckpointSigner(seed)
    this.key = readVerifierKey(this.signer.verifierKey)
  }

  /** `word` makes leaves of another history. */
  grow(count: number, word = 'leaf'): this {
    for (let i = 0; i < count; i++) {
      this.leaves.push(leafHash(createHash('sha256').update(`${word} ${this.leaves.length}`).digest()))
    }
    return this
  }

  /** A leaf of an entry that somebody knows. */
  add(entry: Uint8Array): this {
    this.leaves.push(leafHash(entry))
    return this
  }

  get size(): number {
    return this.leaves.length
  }

  root(size = this.size): Buffer {
    return rootOf(this.leaves.slice(0, size))
  }

  note(size = this.size): string {
    return this.signer.sign(size, this.root(size), { at: '2026-11-29T12:00:00.000Z', signedFrom: 0 })
  }

  proof(from: number, size = this.size): Buffer[] {
    return consistencyRanges(from, size).map((range) => rootOf(this.leaves.slice(range.from, range.to)))
  }

  leaf(leafNo: number): Buffer {
    return this.leaves[leafNo] ?? Buffer.alloc(0)
  }

  inclusion(leafNo: number, size = this.size): Buffer[] {
    return inclusionRanges(leafNo, size).map((range) => rootOf(this.leaves.slice(range.from, range.to)))
  }

  /** What it sends to a witness that has seen `old` leaves. */
  ask(old: number, size = this.size): string {
    return writeAddCheckpoint({ old, proof: this.proof(old, size), note: this.note(size) })
  }
}
