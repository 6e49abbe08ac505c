/**
 * A checkpoint of the transparency log: C2SP tlog-checkpoint inside a C2SP signed note
 * (https://c2sp.org/tlog-checkpoint, /signed-note), Ed25519. Pure.
 */
import { sign, verify } from 'node:crypto'
import { openNoteSigner, readNoteKey, SIGNS, signaturesOf, textOfNote, type NoteKey } from './note-key.ts'

export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: Buffer
  /** null in checkpoints of older releases. */
  readonly says: CheckpointSays | null
}

export interface CheckpointSays {
  readonly at: string
  /** From this leaf on every line is signed. */
  readonly signedFrom: number
}

export interface CheckpointSigner {
  readonly origin: string
  /** What an offline verifier needs: `<origin>+<key id>+<base64 key>`, the form of signed-note. Public. */
  readonly verifierKey: string
  /** Answers the signed note, ready to publish. */
  sign(size: number, root: Uint8Array, says: CheckpointSays): string
}

/**
 * The signer of an installation; its origin is named after its key, so that two installations can never be
 * taken for each other.
 */
export const openCheckpointSigner = (seed: Uint8Array): CheckpointSigner => {
  const signer = openNoteSigner('sen.audit', SIGNS.own, seed)
  const { name: origin, verifierKey, privateKey } = signer
  return {
    origin,
    verifierKey,
    sign(size, root, { at, signedFrom }) {
      const text = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\ntime ${at}\nlines-signed-from ${signedFrom}\n`
      return `${text}\n${signer.line(sign(null, Buffer.from(text), privateKey))}`
    },
  }
}

/** Reads the verifier key of a log. Throws a plain Error that says what is wrong with it. */
export const readVerifierKey = (text: string): NoteKey => readNoteKey(text, SIGNS.own)

const SAYS = /^time (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\nlines-signed-from (0|[1-9]\d{0,15})\n$/
const readSays = (text: string): CheckpointSays | null => {
  const [, at, signedFrom] = SAYS.exec(text) ?? []
  return at === undefined ? null : { at, signedFrom: Number(signedFrom) }
}

/** Reads the text of a note without looking at its signature; null when it is not a checkpoint. */
export const readCheckpoint = (note: string): Checkpoint | null => {
  const [, origin, digits, base64, more = ''] =
    /^([^\n]+)\n(0|[1-9][0-9]{0,15})\n([A-Za-z0-9+/]{43}=)\n((?:[^\n]+\n)*)\n(?:— [^\n]+\n)+$/.exec(note) ??
    []
  if (!origin || !digits || !base64) {
    return null
  }
  const root = Buffer.from(base64, 'base64')
  return root.toString('base64') === base64 && Number.isSafeInteger(Number(digits))
    ? { origin, size: Number(digits), root, says: readSays(more) }
    : null
}

/** The checkpoint of a note, when this key has signed it; else a sentence saying why not. */
export const openCheckpoint = (note: string, log: NoteKey): Checkpoint | string => {
  const checkpoint = readCheckpoint(note)
  if (!checkpoint) {
    return 'it is not in the form of a checkpoint'
  }
  if (checkpoint.origin !== log.name) {
    return `it is of another log (${checkpoint.origin})`
  }
  const text = Buffer.from(textOfNote(note))
  const signatures = signaturesOf(note, log)
  return signatures.length > 0 && signatures.every((one) => verify(null, text, log.key, one))
    ? checkpoint
    : "its signature is not of the log's key"
}
