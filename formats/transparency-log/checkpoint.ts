/**
 * Checkpoints (https://c2sp.org/tlog-checkpoint): how many leaves a log has and the root over them, signed by
 * the log, and cosigned by witnesses (https://c2sp.org/tlog-cosignature, cosignature/v1).
 */
import { joined } from '../bytes.ts'
import { readBase64 } from './base64.ts'
import { right, wrong, type LogAnswer } from './log-fault.ts'
import { checkConsistency, type Hash } from './merkle-proof.ts'
import { isSignedBy, readNote, signaturesOf, type Note, type NoteKey } from './note.ts'

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Hash
  /** When the log says that it signed it (an extension line of ours); null where it does not say. */
  readonly at: string | null
  readonly note: Note
}

const TEXT = /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n((?:[^\n]+\n)*)$/
const TIME = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)$/m
const ROOT_BYTES = 32

/** What a note says, before anybody has looked at its signatures. */
export const readCheckpoint = (text: string): LogAnswer<Checkpoint> => {
  const note = readNote(text)
  if (!note.ok) {
    return note
  }
  const [, origin, digits, encoded, more = ''] = TEXT.exec(note.value.text) ?? []
  const root = readBase64(encoded ?? '')
  if (
    origin === undefined ||
    !Number.isSafeInteger(Number(digits)) ||
    root === null ||
    root.length !== ROOT_BYTES
  ) {
    return wrong('log.checkpoint-form')
  }
  const at = TIME.exec(more)?.[1] ?? null
  return right({ origin, size: Number(digits), root, at, note: note.value })
}

/**
 * The checkpoint of a note that this log has signed. Whoever else signed it is not looked at; a line in the
 * log's own name that is not its own spoils the note (signed-note, "Verification").
 */
export const openCheckpoint = async (text: string, log: NoteKey): Promise<LogAnswer<Checkpoint>> => {
  const checkpoint = readCheckpoint(text)
  if (!checkpoint.ok) {
    return checkpoint
  }
  const { origin, note } = checkpoint.value
  if (origin !== log.name) {
    return wrong('log.other-log')
  }
  const signatures = signaturesOf(note, log)
  if (signatures.length === 0) {
    return wrong('log.signature-missing')
  }
  const signed = new TextEncoder().encode(note.text)
  for (const signature of signatures) {
    const isRight = await isSignedBy(log, signed, signature)
    if (isRight !== true) {
      return wrong(isRight === null ? 'log.algorithm-absent' : 'log.signature')
    }
  }
  return checkpoint
}

const TIME_BYTES = 8
const COSIGNATURE_BYTES = TIME_BYTES + 64
/** The last second that a Date can hold. */
const LAST_SECOND = 8_640_000_000_000n

/**
 * When this witness has cosigned the checkpoint, in seconds since 1970: its newest word. Null when it has
 * not, or when a line in its name is not its own.
 */
export const cosignedAt_s = async ({ note }: Checkpoint, witness: NoteKey): Promise<number | null> => {
  let newest: number | null = null
  for (const bytes of signaturesOf(note, witness)) {
    if (bytes.length !== COSIGNATURE_BYTES) {
      return null
    }
    const time_s = new DataView(bytes.buffer).getBigUint64(0)
    const message = new TextEncoder().encode(`cosignature/v1\ntime ${time_s}\n${note.text}`)
    const isRight = await isSignedBy(witness, joined([message]), bytes.slice(TIME_BYTES))
    if (isRight !== true || time_s > LAST_SECOND) {
      return null
    }
    newest = Math.max(newest ?? 0, Number(time_s))
  }
  return newest
}

/** How one checkpoint stands to another of the same log that was seen before. */
export type Growth = 'same' | 'grown' | 'earlier'

/**
 * Whether two checkpoints that were both opened belong to one history; `proof` is the consistency proof
 * from the smaller to the larger one. `log.other-log`, `log.two-roots`, `log.proof-form`,
 * `log.consistency`: the two notes together prove that the log was rewritten, except where the form of the
 * proof is what is wrong.
 */
export const compareCheckpoints = async (
  seen: Checkpoint,
  shown: Checkpoint,
  proof: readonly Uint8Array[],
): Promise<LogAnswer<Growth>> => {
  if (seen.origin !== shown.origin) {
    return wrong('log.other-log')
  }
  const [first, second] = seen.size <= shown.size ? [seen, shown] : [shown, seen]
  const sizes = { first: first.size, second: second.size, firstRoot: first.root, secondRoot: second.root }
  const answer = await checkConsistency({ ...sizes, proof })
  if (!answer.ok) {
    return answer
  }
  return right(seen.size === shown.size ? 'same' : seen.size < shown.size ? 'grown' : 'earlier')
}
