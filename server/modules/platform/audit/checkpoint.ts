/**
 * A checkpoint of the transparency log: C2SP tlog-checkpoint inside a C2SP signed note
 * (https://c2sp.org/tlog-checkpoint, /signed-note), Ed25519. Pure.
 */
import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'

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

const ED25519 = 1
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI_ED25519 = Buffer.from('302a300506032b6570032100', 'hex')

const keyId = (origin: string, publicKey: Uint8Array): Buffer =>
  createHash('sha256')
    .update(`${origin}\n`)
    .update(Buffer.of(ED25519))
    .update(publicKey)
    .digest()
    .subarray(0, 4)

/**
 * The signer of an installation; its origin is named after its key, so that two installations can never be
 * taken for each other.
 */
export const openCheckpointSigner = (seed: Uint8Array): CheckpointSigner => {
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_ED25519, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const publicKey = createPublicKey(privateKey)
    .export({ format: 'der', type: 'spki' })
    .subarray(SPKI_ED25519.length)
  const origin = `sen.audit/${createHash('sha256').update(publicKey).digest('hex').slice(0, 16)}`
  const id = keyId(origin, publicKey)
  return {
    origin,
    verifierKey: `${origin}+${id.toString('hex')}+${Buffer.concat([Buffer.of(ED25519), publicKey]).toString('base64')}`,
    sign(size, root, { at, signedFrom }) {
      const text = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\ntime ${at}\nlines-signed-from ${signedFrom}\n`
      return `${text}\n— ${origin} ${Buffer.concat([id, sign(null, Buffer.from(text), privateKey)]).toString('base64')}\n`
    },
  }
}

export interface VerifierKey {
  readonly origin: string
  readonly id: Buffer
  readonly key: KeyObject
}

/** Reads a signed-note verifier key. Throws a plain Error that says what is wrong with it. */
export const readVerifierKey = (text: string): VerifierKey => {
  const [, origin, hex, base64] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  if (!origin || !hex || !base64) {
    throw new Error('This is not a verifier key; it has the form <origin>+<8 hex digits>+<base64>.')
  }
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length !== 33 || bytes[0] !== ED25519) {
    throw new Error('The verifier key is not an Ed25519 key.')
  }
  const id = keyId(origin, bytes.subarray(1))
  if (id.toString('hex') !== hex) {
    throw new Error('The verifier key is damaged: its key id does not belong to it.')
  }
  return {
    origin,
    id,
    key: createPublicKey({
      key: Buffer.concat([SPKI_ED25519, bytes.subarray(1)]),
      format: 'der',
      type: 'spki',
    }),
  }
}

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
export const openCheckpoint = (note: string, { origin, id, key }: VerifierKey): Checkpoint | string => {
  const checkpoint = readCheckpoint(note)
  if (!checkpoint) {
    return 'it is not in the form of a checkpoint'
  }
  if (checkpoint.origin !== origin) {
    return `it is of another log (${checkpoint.origin})`
  }
  const end = note.indexOf('\n\n')
  const text = note.slice(0, end + 1)
  const isSigned = note
    .slice(end + 2)
    .split('\n')
    .some((line) => {
      const [, name, base64] = /^— (\S+) (\S+)$/.exec(line) ?? []
      if (name !== origin || !base64) {
        return false
      }
      const signature = Buffer.from(base64, 'base64')
      return (
        signature.length === 68 &&
        signature.toString('base64') === base64 &&
        signature.subarray(0, 4).equals(id) &&
        verify(null, Buffer.from(text), key, signature.subarray(4))
      )
    })
  return isSigned ? checkpoint : "its signature is not of the log's key"
}
