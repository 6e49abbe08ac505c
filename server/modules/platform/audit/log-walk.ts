/** Walks through the log as the database has it, leaf by leaf, and tells every fault. For `verifyLog`. */
import { readSeal, type LineKey, type Seal } from '../../../kernel/line-writer.ts'
import type { Work } from '../../../kernel/work.ts'
import { ACKNOWLEDGE } from './acknowledged-lines.ts'
import { lineOf, sealOf, stateOf } from './audited-line.ts'
import type { CheckpointJudge } from './checkpoint-judge.ts'
import { linesErasedWithout } from './erase-salts.ts'
import type { Faults } from './faults.ts'
import { GrowingTree, leafHash } from './merkle-tree.ts'
import * as store from './store.ts'
import { NODE_HEIGHT } from './stored-tree.ts'
import { WriterLedger } from './writer-ledger.ts'

const PAGE = 4000
const ZERO_ID = '00000000-0000-0000-0000-000000000000'

/** What the writers said of themselves beside the database. */
export interface Said {
  readonly words: readonly Seal[]
  readonly spoilt: readonly string[]
}
interface Signing {
  readonly lineKey: LineKey
  readonly signedFrom: number
}

export class LogWalk {
  readonly tree = new GrowingTree()
  readonly erased = { count: 0 }
  readonly ledger = new WriterLedger()
  lines = 0
  private readonly work: Work
  private readonly judge: CheckpointJudge
  private readonly faults: Faults
  private nodes: store.NodeRow[] = []
  private readonly signing: Signing

  constructor(work: Work, judge: CheckpointJudge, faults: Faults, signing: Signing) {
    this.signing = signing
    this.work = work
    this.judge = judge
    this.faults = faults
  }

  async leaves(): Promise<void> {
    for (;;) {
      const from = this.tree.size
      const page = await store.leavesFrom(this.work, from, PAGE)
      const last = page.at(-1)
      if (!last) {
        return
      }
      const lines = await store.linesOfLeaves(this.work, { from, to: last.leaf_no + 1 })
      await this.erasedLines(lines)
      let at = 0
      for (const leaf of page) {
        if (leaf.leaf_no > this.tree.size) {
          await this.gap(leaf.leaf_no)
        }
        const mine: typeof lines = []
        // A line whose leaf is missing is told by the gap; it must not hide the lines after it.
        for (let line = lines[at]; line && line.leaf_no <= leaf.leaf_no; line = lines[++at]) {
          if (line.leaf_no === leaf.leaf_no) {
            mine.push(line)
          }
        }
        this.leaf(leaf, mine)
        await this.grow(leaf.leaf_hash)
      }
      await this.compareNodes()
    }
  }

  private leaf({ leaf_no, leaf_hash }: store.LeafRow, lines: readonly store.LineRow[]): void {
    const place = `leaf ${leaf_no}`
    if (lines.length === 0) {
      this.faults.add(place, 'its line is gone')
    }
    for (const line of lines) {
      this.lines += 1
      if (lines.length > 1) {
        this.faults.add(`line ${line.id}`, `${lines.length} lines say that they are leaf ${leaf_no}`)
      }
      if (stateOf(line) === 'changed') {
        this.faults.add(`line ${line.id}`, `it is not what was written (leaf ${leaf_no})`)
      }
      this.signature(line, leaf_no)
      if (!leafHash(line.digest).equals(leaf_hash)) {
        this.faults.add(`line ${line.id}`, `its digest is not the one of leaf ${leaf_no}`)
      }
    }
  }

  private signature(line: store.LineRow, leafNo: number): void {
    const { lineKey, signedFrom } = this.signing
    const isOld = line.mac === null && line.seal === null && leafNo < signedFrom
    const seal = isOld ? null : sealOf(line, lineKey)
    if (!isOld && !seal) {
      this.faults.add(`line ${line.id}`, 'no process of this installation has signed it as it stands')
    }
    // A changed line is told once: its number is not missed as well.
    const claimed = seal || line.seal === null ? null : readSeal(line.seal)
    if (claimed) {
      this.ledger.claimed(claimed)
    }
    if (seal && line.use_case === ACKNOWLEDGE) {
      this.ledger.acknowledge(lineOf(line).detail['missing'])
    }
    if (seal && !this.ledger.met(seal)) {
      this.faults.add(`line ${line.id}`, `another line has its number ${seal.no} of writer ${seal.writer}`)
    }
  }

  listen({ words, spoilt }: Said): void {
    words.forEach((word) => this.ledger.said(word))
    for (const name of spoilt) {
      this.faults.add(`writer ${name}`, 'what lies beside the database under its name was not signed by it')
    }
  }

  /**
   * Leaves that are missing are told as one place; the tree goes on with a stand-in, so that what follows
   * keeps its number.
   */
  private async gap(to: number): Promise<void> {
    const from = this.tree.size
    this.faults.add(
      `leaf ${from}`,
      to - from === 1 ? 'the leaf is gone' : `the leaves ${from} to ${to - 1} are gone`,
    )
    while (this.tree.size < to && to - from <= 1_000_000) {
      await this.grow(leafHash(Buffer.alloc(0)))
    }
    if (this.tree.size < to) {
      throw new Error(`The log cannot be read on: ${to - from} leaves from ${from} on are gone.`)
    }
  }

  private async grow(hash: Buffer): Promise<void> {
    this.tree.append(hash, ({ level, index }, nodeHash) => {
      if (level % NODE_HEIGHT === 0) {
        this.nodes.push({ level, index, hash: nodeHash })
      }
    })
    if (this.judge.nextSize === null || this.tree.size >= this.judge.nextSize) {
      await this.judge.reached(this.tree.size, this.tree.root())
    }
  }

  private async compareNodes(): Promise<void> {
    const made = this.nodes
    this.nodes = []
    if (made.length === 0) {
      return
    }
    const stored = new Map(
      (await store.nodesAt(this.work, made)).map((node) => [`${node.level}/${node.index}`, node.hash]),
    )
    for (const { level, index, hash } of made) {
      const kept = stored.get(`${level}/${index}`)
      const leaves = `over the leaves ${index * 2 ** level} to ${(index + 1) * 2 ** level - 1}`
      if (!kept) {
        this.faults.add(`node ${level}/${index}`, `the node ${leaves} is gone`)
      } else if (!kept.equals(hash)) {
        this.faults.add(`node ${level}/${index}`, `it is not the hash ${leaves}`)
      }
    }
  }

  /** What lies beyond the tree, and what the sequencer will go on from. */
  async afterLeaves(): Promise<void> {
    const { size } = this.tree
    await this.judge.end(size)
    for (const line of await store.linesBeyond(this.work, size)) {
      this.faults.add(`line ${line.id}`, `it says that it is leaf ${line.leaf_no}, which does not exist`)
    }
    for (const node of await store.nodesBeyond(this.work, size, NODE_HEIGHT)) {
      this.faults.add(`node ${node.level}/${node.index}`, 'the tree has no such node')
    }
    const state = await store.sequencer(this.work).catch(() => null)
    if (state?.size !== size || !state.peaks.equals(Buffer.concat(this.tree.peaksNow()))) {
      this.faults.add(
        'sequencer',
        `it would go on from ${state?.size ?? 'nothing'} lines with another tree than the one of the ${size} leaves`,
      )
    }
  }

  async waitingLines(): Promise<number> {
    let waiting = 0
    for (let after = ZERO_ID; ;) {
      const page = await store.waitingLinesAfter(this.work, after, PAGE)
      await this.erasedLines(page)
      for (const line of page) {
        if (stateOf(line) === 'changed') {
          this.faults.add(`line ${line.id}`, 'it is not what was written (it waits for its leaf)')
        }
        this.signature(line, this.tree.size)
      }
      waiting += page.length
      const last = page.at(-1)
      if (!last) {
        return waiting
      }
      after = last.id
    }
  }

  /** A salt may be gone when a later line of the same person says so. */
  private async erasedLines(lines: readonly store.LineRow[]): Promise<void> {
    const { erased, untold } = await linesErasedWithout(this.work, lines)
    this.erased.count += erased
    for (const line of untold) {
      this.faults.add(`line ${line.id}`, 'its salt is gone and no erasure of the person tells why')
    }
  }
}
