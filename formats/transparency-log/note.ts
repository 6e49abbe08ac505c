/**
 * Signed notes and their keys (https://c2sp.org/signed-note): the text, and lines that say who has signed it.
 * Ed25519 only (RFC 8032). A key is for one kind of signature, which its id and its text form say.
 */
import { hex, joined } from '../bytes.ts'
import { readBase64 } from './base64.ts'
import { right, wrong, type LogAnswer } from './log-fault.ts'
import { isSame, sha256 } from './merkle-proof.ts'

/** What a key signs: a log its own notes, or a witness what it saw (https://c2sp.org/tlog-cosignature). */
export const SIGNS = { own: 1, cosignature: 4 } as const
type Signs = (typeof SIGNS)[keyof typeof SIGNS]

type Bytes = Uint8Array<ArrayBuffer>

export interface NoteKey {
  readonly name: string
  readonly id: Bytes
  readonly publicKey: Bytes
}
interface NoteSignature {
  readonly name: string
  readonly keyId: Bytes
  readonly bytes: Bytes
}
export interface Note {
  /** What is signed: with its last end of line. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

const KEY_BYTES = 32
const ID_BYTES = 4
/** Many times a checkpoint with the words of a hundred witnesses. */
const NOTE_MOST = 64 * 1024
const SIGNATURES_MOST = 100

const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

/** `<name>+<8 hex digits>+<base64 of kind and key>`. `log.key-form`; `log.key-id` where it was mistyped. */
export const readNoteKey = async (text: string, signs: Signs): Promise<LogAnswer<NoteKey>> => {
  const [, name, id, key] = /^([^+\s]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]{1,100})$/.exec(text) ?? []
  const bytes = readBase64(key ?? '')
  if (name === undefined || bytes?.length !== KEY_BYTES + 1 || bytes[0] !== signs || !name.isWellFormed()) {
    return wrong('log.key-form')
  }
  const digest = await sha256(joined([utf8(`${name}\n`), bytes]))
  const keyId = digest.slice(0, ID_BYTES)
  return hex(keyId) === id ? right({ name, id: keyId, publicKey: bytes.slice(1) }) : wrong('log.key-id')
}

const SIGNATURE = /^— ([^+\s]{1,255}) ([A-Za-z0-9+/=]{1,400})$/u
// Control characters other than the end of line stand in no note.
const STRANGE = /(?!\n)\p{Cc}/u

/** Text and signature lines, which nobody has checked yet. */
export const readNote = (note: string): LogAnswer<Note> => {
  if (note.length > NOTE_MOST) {
    return wrong('log.note-too-large')
  }
  const gap = note.lastIndexOf('\n\n')
  if (gap < 0 || STRANGE.test(note) || !note.isWellFormed() || !note.endsWith('\n')) {
    return wrong('log.note-form')
  }
  const lines = note.slice(gap + 2, -1).split('\n')
  const signatures = lines.map(readSignature).filter((one) => one !== null)
  return signatures.length === lines.length && lines.length <= SIGNATURES_MOST
    ? right({ text: note.slice(0, gap + 1), signatures })
    : wrong('log.note-form')
}

const readSignature = (line: string): NoteSignature | null => {
  const [, name, text] = SIGNATURE.exec(line) ?? []
  const bytes = readBase64(text ?? '')
  return name === undefined || bytes === null || bytes.length <= ID_BYTES
    ? null
    : { name, keyId: bytes.slice(0, ID_BYTES), bytes: bytes.slice(ID_BYTES) }
}

/** What stands behind the key id in the lines that say they are of this key. */
export const signaturesOf = ({ signatures }: Note, key: NoteKey): Bytes[] =>
  signatures.filter(({ name, keyId }) => name === key.name && isSame(keyId, key.id)).map(({ bytes }) => bytes)

/**
 * Null where this browser knows no Ed25519: then nothing was checked, which is not the same as a wrong
 * signature.
 */
export const isSignedBy = async (
  { publicKey }: NoteKey,
  message: Bytes,
  signature: Bytes,
): Promise<boolean | null> => {
  let key: CryptoKey
  try {
    key = await crypto.subtle.importKey('raw', publicKey, { name: 'Ed25519' }, false, ['verify'])
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotSupportedError' ? null : false
  }
  return crypto.subtle.verify({ name: 'Ed25519' }, key, signature, message)
}
