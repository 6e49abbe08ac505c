/**
 * Names, keys and signature lines of C2SP signed notes (https://c2sp.org/signed-note), Ed25519 only. A key is
 * for one kind of signature, which its id and its text form say. Pure.
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** What the key signs: a log its own notes, or a witness what it saw (tlog-cosignature). */
export const SIGNS = { own: 1, cosignature: 4 } as const
type Signs = (typeof SIGNS)[keyof typeof SIGNS]

/** A public key and the name under which it signs; a log's name is its origin. */
export interface NoteKey {
  readonly name: string
  readonly id: Buffer
  readonly key: KeyObject
}

const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')
const KEY_BYTES = 32

const keyId = (name: string, signs: Signs, publicKey: Uint8Array): Buffer =>
  createHash('sha256').update(`${name}\n`).update(Buffer.of(signs)).update(publicKey).digest().subarray(0, 4)

interface NoteSigner {
  readonly name: string
  readonly privateKey: KeyObject
  /** What an offline verifier needs: `<name>+<key id>+<base64 key>`. Public. */
  readonly verifierKey: string
  /** A signature line of a note. */
  line(signature: Uint8Array): string
}

/** The name ends with a digest of the key, so that two signers can never be taken for each other. */
export const openNoteSigner = (kindOfName: string, signs: Signs, seed: Uint8Array): NoteSigner => {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(SPKI_ED25519.length)
  const name = `${kindOfName}/${createHash('sha256').update(publicKey).digest('hex').slice(0, 16)}`
  const id = keyId(name, signs, publicKey)
  return {
    name,
    privateKey,
    verifierKey: `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.of(signs), publicKey]).toString('base64')}`,
    line: (signature) => signatureLine(name, Buffer.concat([id, signature])),
  }
}

/** Reads a verifier key in its text form. Throws a plain Error that says what is wrong with it. */
export const readNoteKey = (text: string, signs: Signs): NoteKey => {
  const [, name, hex, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  if (!name || !hex || !base64) {
    throw new Error('This is not a verifier key; it has the form <origin>+<8 hex digits>+<base64>.')
  }
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== KEY_BYTES + 1 || bytes[0] !== signs) {
    throw new Error(
      signs === SIGNS.own
        ? 'The verifier key is not an Ed25519 key.'
        : "The verifier key is not a witness's Ed25519 key.",
    )
  }
  const id = keyId(name, signs, bytes.subarray(1))
  if (id.toString('hex') !== hex) {
    throw new Error('The verifier key is damaged: its key id does not belong to it.')
  }
  return {
    name,
    id,
    key: createPublicKey({
      key: Buffer.concat([SPKI_ED25519, bytes.subarray(1)]),
      format: 'der',
      type: 'spki',
    }),
  }
}

/** The text form again of a key that was read. */
export const verifierKeyOf = ({ name, id, key }: NoteKey, signs: Signs): string => {
  const bytes = key.export({ format: 'der', type: 'spki' }).subarray(SPKI_ED25519.length)
  return `${name}+${id.toString('hex')}+${Buffer.concat([Buffer.of(signs), bytes]).toString('base64')}`
}

/** What is signed: everything before the empty line, with its last end of line. */
export const textOfNote = (note: string): string => note.slice(0, note.indexOf('\n\n') + 1)

export const signatureLine = (name: string, bytes: Uint8Array): string =>
  `— ${name} ${Buffer.from(bytes).toString('base64')}\n`

/** What stands behind the key id in the lines that say they are of this key. */
export const signaturesOf = (note: string, { name, id }: NoteKey): Buffer[] =>
  note
    .slice(note.indexOf('\n\n') + 2)
    .split('\n')
    .flatMap((line) => {
      const [, signer, base64] = /^— (\S+) (\S+)$/.exec(line) ?? []
      if (signer !== name || !base64) {
        return []
      }
      const bytes = Buffer.from(base64, 'base64')
      return bytes.toString('base64') === base64 && bytes.subarray(0, id.length).equals(id)
        ? [bytes.subarray(id.length)]
        : []
    })

/** The same note with the lines of one signer only. */
export const withOnly = (note: string, key: NoteKey): string =>
  `${textOfNote(note)}\n${signaturesOf(note, key)
    .map((signature) => signatureLine(key.name, Buffer.concat([key.id, signature])))
    .join('')}`
