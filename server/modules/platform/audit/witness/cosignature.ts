/**
 * The word of a witness under a checkpoint: C2SP tlog-cosignature (https://c2sp.org/tlog-cosignature),
 * cosignature/v1: Ed25519 over the whole text of the note and the time. Pure.
 */
import { sign, verify } from 'node:crypto'
import {
  openNoteSigner,
  readNoteKey,
  signatureLine,
  SIGNS,
  signaturesOf,
  textOfNote,
  type NoteKey,
} from '../note-key.ts'

export interface Cosigner {
  readonly name: string
  readonly verifierKey: string
  /** The line to put under the note. */
  cosign(note: string, at: Date): string
}

const TIME_BYTES = 8
const SIGNED_BYTES = TIME_BYTES + 64

const message = (note: string, time_s: bigint): Buffer =>
  Buffer.from(`cosignature/v1\ntime ${time_s}\n${textOfNote(note)}`)

export const openCosigner = (seed: Uint8Array): Cosigner => {
  const signer = openNoteSigner('sen.witness', SIGNS.cosignature, seed)
  return {
    name: signer.name,
    verifierKey: signer.verifierKey,
    cosign(note, at) {
      const time_s = BigInt(Math.floor(at.getTime() / 1000))
      const time = Buffer.alloc(TIME_BYTES)
      time.writeBigUInt64BE(time_s)
      return signer.line(Buffer.concat([time, sign(null, message(note, time_s), signer.privateKey)]))
    },
  }
}

/** Reads the key of a witness. Throws a plain Error that says what is wrong with it. */
export const readWitnessKey = (text: string): NoteKey => readNoteKey(text, SIGNS.cosignature)

/** When this witness has cosigned the note; null when it has not, or a line in its name is not its own. */
export const cosignedAt = (note: string, witness: NoteKey): Date | null => {
  const signatures = signaturesOf(note, witness)
  const times = signatures.map((bytes) => timeSigned(note, bytes, witness))
  const [newest = null] = times.filter((time) => time !== null).sort((a, b) => b.getTime() - a.getTime())
  return times.includes(null) ? null : newest
}

/**
 * The newest of the witness's own words about the note in what it answered, as a line of its own; null when
 * there is none. Nothing else of the answer is worth keeping: another line could be in anybody's name.
 */
export const cosignatureIn = (
  answer: string,
  note: string,
  witness: NoteKey,
): { readonly at: Date; readonly line: string } | null => {
  const words = signaturesOf(`${textOfNote(note)}\n${answer}`, witness).flatMap((bytes) => {
    const at = timeSigned(note, bytes, witness)
    return at ? [{ at, line: signatureLine(witness.name, Buffer.concat([witness.id, bytes])) }] : []
  })
  return words.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null
}

const timeSigned = (note: string, bytes: Buffer, { key }: NoteKey): Date | null => {
  if (bytes.length !== SIGNED_BYTES) {
    return null
  }
  const time_s = bytes.readBigUInt64BE()
  const at = new Date(Number(time_s) * 1000)
  return !Number.isNaN(at.getTime()) && verify(null, message(note, time_s), key, bytes.subarray(TIME_BYTES))
    ? at
    : null
}
