/**
 * Holds what a witness has cosigned against the log: each such checkpoint must still be the log's own. For
 * `verifyLog`, which proves the log's checkpoints against the leaves.
 */
import { open } from 'node:fs/promises'
import type { Reading } from '../../../../kernel/work.ts'
import { publishedIn } from '../checkpoint-file.ts'
import { openCheckpoint } from '../checkpoint.ts'
import type { Faults } from '../faults.ts'
import { textOfNote, type NoteKey } from '../note-key.ts'
import * as store from '../store.ts'
import { cosignedAt } from './cosignature.ts'

export interface CosignedFile {
  readonly witness: NoteKey
  /** Notes in the form of checkpoints.log, or one note as the witness gives it. */
  readonly path: string
}

/** The newest checkpoint with the witness's word. */
export interface Witnessed {
  readonly witness: string
  readonly size: number
  /** When it was cosigned, by the witness's clock. */
  readonly at: string
}

const PAGE = 500
const NOTE_MOST_BYTES = 128 * 1024

interface Cosigned extends Witnessed {
  readonly note: string
}

/** `length_bytes` of the file are read: what was there before the snapshot of the log. */
export const checkCosigned = async (
  read: Reading,
  log: NoteKey,
  { witness, path, length_bytes }: CosignedFile & { readonly length_bytes: number | null },
  faults: Faults,
): Promise<Witnessed | null> => {
  let newest: Witnessed | null = null
  let page: Cosigned[] = []
  for await (const cosigned of cosignedIn(path, length_bytes ?? 0, log, witness, faults)) {
    page.push(cosigned)
    if (!newest || cosigned.size >= newest.size) {
      newest = { witness: cosigned.witness, size: cosigned.size, at: cosigned.at }
    }
    if (page.length === PAGE) {
      await compare(read, page, faults)
      page = []
    }
  }
  await compare(read, page, faults)
  if (!newest) {
    faults.add(`witness ${witness.name}`, `no checkpoint with its cosignature is in ${path}`)
  }
  return newest
}

async function* cosignedIn(
  path: string,
  length_bytes: number,
  log: NoteKey,
  witness: NoteKey,
  faults: Faults,
): AsyncGenerator<Cosigned> {
  for await (const { lineNo, note } of notesIn(path, length_bytes)) {
    const place = `cosigned file line ${lineNo}`
    const opened = note === null ? 'it cannot be read as a checkpoint' : openCheckpoint(note, log)
    const at = note === null ? null : cosignedAt(note, witness)
    if (note === null || typeof opened === 'string') {
      faults.add(place, String(opened))
    } else if (!at) {
      faults.add(place, `it has no cosignature of ${witness.name}`)
    } else {
      yield { witness: witness.name, size: opened.size, at: at.toISOString(), note }
    }
  }
}

async function* notesIn(
  path: string,
  length_bytes: number,
): AsyncGenerator<{ lineNo: number; note: string | null }> {
  if (length_bytes > 0 && (await startOf(path, 1)) !== '{') {
    yield { lineNo: 1, note: await startOf(path, Math.min(length_bytes, NOTE_MOST_BYTES)) }
    return
  }
  for await (const { lineNo, checkpoint } of publishedIn(path, length_bytes)) {
    yield { lineNo, note: checkpoint?.note ?? null }
  }
}

const startOf = async (path: string, length_bytes: number): Promise<string> => {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length_bytes), 0, length_bytes, 0)
    return buffer.subarray(0, bytesRead).toString('utf8')
  } finally {
    await file.close()
  }
}

const compare = async (read: Reading, page: readonly Cosigned[], faults: Faults): Promise<void> => {
  const rows = new Map(
    (
      await store.checkpointsOf(
        read,
        page.map(({ size }) => size),
      )
    ).map((row) => [row.size, row.note]),
  )
  for (const { size, note, witness } of page) {
    const own = rows.get(size)
    if (own === undefined) {
      faults.add(
        `checkpoint ${size}`,
        `${witness} has cosigned it and the log does not have it: an older dump was restored, or the log was rewritten`,
      )
    } else if (textOfNote(own) !== textOfNote(note)) {
      faults.add(`checkpoint ${size}`, `${witness} has cosigned another one of this size`)
    }
  }
}
