/**
 * Holds the checkpoints of the table and of the file against each other and against the tree, while the tree
 * grows past their sizes.
 */
import type { Reading } from '../../../kernel/work.ts'
import { publishedIn, type PublishedCheckpoint } from './checkpoint-file.ts'
import { openCheckpoint, readCheckpoint, type CheckpointSays } from './checkpoint.ts'
import type { Faults } from './faults.ts'
import type { NoteKey } from './note-key.ts'
import * as store from './store.ts'

export interface BothCheckpoints {
  readonly size: number
  readonly row: store.CheckpointRow | null
  readonly line: PublishedCheckpoint | null
}

const PAGE = 1000

async function* rowsBySize(read: Reading): AsyncGenerator<store.CheckpointRow> {
  for (let after = -1; ;) {
    const page = await store.checkpointsAfter(read, after, PAGE)
    yield* page
    const last = page.at(-1)
    if (!last) {
      return
    }
    after = last.size
  }
}

/** The file's checkpoints with sizes that rise; what does not fit is a fault. */
async function* linesBySize(
  path: string,
  length_bytes: number,
  faults: Faults,
): AsyncGenerator<PublishedCheckpoint> {
  let last = -1
  for await (const { lineNo, checkpoint } of publishedIn(path, length_bytes)) {
    if (!checkpoint) {
      faults.add(`checkpoint file line ${lineNo}`, 'it cannot be read as a checkpoint')
    } else if (checkpoint.size <= last) {
      faults.add(`checkpoint file line ${lineNo}`, `its size ${checkpoint.size} does not follow ${last}`)
    } else {
      yield checkpoint
    }
    last = Math.max(last, checkpoint?.size ?? last)
  }
}

/** Table and file merged by size. */
export async function* bothCheckpoints(
  read: Reading,
  path: string | null,
  length_bytes: number,
  faults: Faults,
): AsyncGenerator<BothCheckpoints> {
  const rows = rowsBySize(read)
  const lines = path === null ? null : linesBySize(path, length_bytes, faults)
  const nextLine = async (): Promise<PublishedCheckpoint | null> => {
    const next = await lines?.next()
    return next === undefined || next.done === true ? null : next.value
  }
  const nextRow = async (): Promise<store.CheckpointRow | null> => {
    const next = await rows.next()
    return next.done === true ? null : next.value
  }
  let [row, line] = [await nextRow(), await nextLine()]
  while (row || line) {
    const size = Math.min(row?.size ?? Infinity, line?.size ?? Infinity)
    const both = { size, row: row?.size === size ? row : null, line: line?.size === size ? line : null }
    yield both
    if (both.row) {
      row = await nextRow()
    }
    if (both.line) {
      line = await nextLine()
    }
  }
}

export class CheckpointJudge {
  count = 0
  /** Those since the last one that the file has. */
  unpublished = 0
  /** The size at which it wants to be asked again; null before the first. */
  nextSize: number | null = null
  /** What all checkpoints must say since one said it; null when none does. */
  signedFrom: number | null = null
  private readonly checkpoints: AsyncGenerator<BothCheckpoints>
  private readonly key: NoteKey
  private readonly hasFile: boolean
  private readonly faults: Faults
  private next: BothCheckpoints | null = null
  private missing: number[] = []
  private lastRight = 0
  private isRootTold = false
  private lastRow = 0
  private isMarked = false

  constructor(checkpoints: AsyncGenerator<BothCheckpoints>, key: NoteKey, hasFile: boolean, faults: Faults) {
    this.checkpoints = checkpoints
    this.key = key
    this.hasFile = hasFile
    this.faults = faults
  }

  /** The tree has grown to `size`. */
  async reached(size: number, root: Buffer): Promise<void> {
    if (this.nextSize === null) {
      await this.advance()
    }
    while (this.next && this.next.size <= size) {
      this.judge(this.next, this.next.size === size ? root : null)
      await this.advance()
    }
  }

  /** There are no more leaves. */
  async end(size: number): Promise<void> {
    if (this.nextSize === null) {
      await this.advance()
    }
    for (; this.next; await this.advance()) {
      this.judge(this.next, null)
      if (this.next.row) {
        this.faults.add(`checkpoint ${this.next.size}`, `the leaves end at ${size}: the tail was cut`)
      }
    }
    if (this.lastRow < size) {
      this.faults.add(
        `leaf ${this.lastRow}`,
        `the leaves from ${this.lastRow} to ${size - 1} are in no checkpoint`,
      )
    }
    this.unpublished = this.hasFile ? this.missing.length : 0
  }

  private async advance(): Promise<void> {
    const next = await this.checkpoints.next()
    this.next = next.done === true ? null : next.value
    this.nextSize = this.next?.size ?? Infinity
  }

  /** `root` is null where the tree does not have that size. */
  private judge({ size, row, line }: BothCheckpoints, root: Buffer | null): void {
    const place = `checkpoint ${size}`
    this.count += 1
    if (row) {
      this.lastRow = size
    }
    if (row) {
      this.judgeNote(place, row, row.root)
    }
    if (line && line.note !== row?.note) {
      this.judgeNote(`${place} of the file`, { ...line, at: new Date(line.at) }, null)
    }
    if (!this.hasFile) {
      return this.judgeRoots({ size, row, line }, root)
    }
    if (line) {
      for (const lost of this.missing) {
        this.faults.add(`checkpoint ${lost}`, 'it is in the database but not in the file')
      }
      this.missing = []
    } else {
      this.missing.push(size)
    }
    if (line && !row) {
      this.faults.add(
        place,
        'it is in the file but not in the database: it was deleted, or an older dump was restored',
      )
    }
    if (line && row && (line.note !== row.note || line.at !== row.at.toISOString())) {
      this.faults.add(place, 'the file has another one of this size')
    }
    this.judgeRoots({ size, row, line }, root)
  }

  private judgeNote(
    place: string,
    { size, note, at }: Pick<store.CheckpointRow, 'size' | 'note' | 'at'>,
    root: Buffer | null,
  ): void {
    const opened = openCheckpoint(note, this.key)
    if (typeof opened === 'string') {
      this.faults.add(place, opened)
    } else if (opened.size !== size || (root && !opened.root.equals(root))) {
      this.faults.add(place, 'its note says another size or root than its row')
    } else {
      this.judgeSays(place, opened.says, at)
    }
  }

  private judgeSays(place: string, says: CheckpointSays | null, at: Date): void {
    if (says && says.at !== at.toISOString()) {
      this.faults.add(place, 'it was not signed at the time that stands beside it')
    }
    if (says ? says.signedFrom !== this.signedFrom : this.isMarked) {
      this.faults.add(place, 'it says something else than the newest of the lines that are signed')
    }
    this.isMarked ||= says !== null
  }

  /** One wrong leaf makes every later root wrong; only the first is told. */
  private judgeRoots({ size, row, line }: BothCheckpoints, root: Buffer | null): void {
    if (!root || this.isRootTold) {
      return
    }
    const told = [row?.root, line && readCheckpoint(line.note)?.root].filter(
      (one) => one !== undefined && one !== null,
    )
    if (told.every((one) => one.equals(root))) {
      this.lastRight = size
    } else {
      this.isRootTold = true
      this.faults.add(
        `checkpoint ${size}`,
        `its root is not the root of the leaves: those from ${this.lastRight} on were changed, removed, added or put into another order`,
      )
    }
  }
}
