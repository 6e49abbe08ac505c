/**
 * A chip made here: signed by the signer of this moment, and then read as any stranger's would be. What does
 * not come out genuine is not made.
 */
import { createHash } from 'node:crypto'
import { ChipFault } from '../../../../formats/emrtd/chip-fault.ts'
import { writeChipFile } from '../../../../formats/emrtd/chip-file.ts'
import { composeDg15 } from '../../../../formats/emrtd/compose-groups.ts'
import { readDg15 } from '../../../../formats/emrtd/dg15.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading } from '../../../kernel/work.ts'
import { documentSignerAt } from './document-signer.ts'
import { personaliseChip, type CardToMake } from './personalise-chip.ts'
import { readChip } from './read-chip.ts'

export interface MadeChip {
  /** As the chip file's JSON (docs/chips.md). */
  readonly file: Record<string, string>
  /** SHA-256 of the security object: no other card has it. */
  readonly digest: Buffer
}

const digestOf = (sod: Uint8Array): Buffer => createHash('sha256').update(sod).digest()
/** Of a chip file that came in; null when it has no security object. */
export const chipDigest = (file: Readonly<Record<string, string>>): Buffer | null =>
  file['sod'] ? digestOf(Buffer.from(file['sod'], 'base64')) : null

/** Null when there is no signer, or when nobody here would believe what it signs. */
export const makeChip = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  card: CardToMake,
  at: Date,
): Promise<MadeChip | null> => {
  const signer = await documentSignerAt(read, tools, at)
  if (!signer) {
    return null
  }
  const parts = personaliseChip(card, signer, at)
  const file = writeChipFile(parts)
  const { verdict } = await readChip(read, file, at)
  return verdict === 'genuine' && parts.sod ? { file, digest: digestOf(parts.sod) } : null
}

/** The key that a blank chip drew for itself (SubjectPublicKeyInfo); null for what is none. */
export const readAnswerKey = (
  info: Buffer,
): { readonly info: Buffer; readonly isElliptic: boolean } | null => {
  try {
    return { info, isElliptic: readDg15(composeDg15(info)).kind === 'ec' }
  } catch (error) {
    if (error instanceof ChipFault) {
      return null
    }
    throw error
  }
}
