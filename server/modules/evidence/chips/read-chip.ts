/**
 * A chip, read and judged: what other modules ask. `genuine` means that the state signed these very groups by
 * a signer whom an authority of
 * ours vouches for; that the card in front of you is no copy is asked apart (`checkChipAnswer`).
 */
import { checkAnswer, CHALLENGE_BYTES } from '../../../../formats/emrtd/active-authentication.ts'
import { chipFileOf, readChipFile, type ChipFile } from '../../../../formats/emrtd/chip-file.ts'
import { ChipFault, type ChipFaultCode } from '../../../../formats/emrtd/chip-fault.ts'
import { verifyChip, type ChipVerdict } from '../../../../formats/emrtd/verify-chip.ts'
import { newSecret } from '../../../kernel/id.ts'
import type { Reading } from '../../../kernel/work.ts'
import { nodeCrypto } from './node-crypto.ts'
import { trustOf } from './trust.ts'

/**
 * `chipFile`: the JSON text of a chip file, or its parsed object with base64 members (`com dg1 dg2 dg13 dg14
 * dg15 sod`). Never throws for what
 * a stranger may have written: the verdict says it. `at` is the moment of validity, usually `now()`.
 */
export const readChip = async (read: Reading, chipFile: unknown, at: Date): Promise<ChipVerdict> => {
  const file = partsOf(chipFile)
  return typeof file === 'string'
    ? { verdict: 'refused', problems: [file], fields: {} }
    : verifyChip(nodeCrypto, file, await trustOf(read), at)
}

const partsOf = (chipFile: unknown): ChipFile | ChipFaultCode => {
  try {
    return typeof chipFile === 'string' ? readChipFile(chipFile) : chipFileOf(chipFile)
  } catch (error) {
    if (error instanceof ChipFault) {
      return error.code
    }
    throw error
  }
}

/** Eight fresh bytes for the chip to sign. Whoever asks keeps them and takes each answer once. */
export const newChipChallenge = (): Buffer => newSecret(CHALLENGE_BYTES)

/**
 * Whether the chip signed the challenge by the key of its DG15. Ask only about a file that `readChip` found
 * genuine. An empty list is a yes;
 * `chip.answer-unsupported` says that the card has no such key (`fields.canAnswer` is false then).
 */
export const checkChipAnswer = (
  chipFile: unknown,
  challenge: Uint8Array,
  answer: Uint8Array,
): readonly ChipFaultCode[] => {
  const file = partsOf(chipFile)
  return typeof file === 'string' ? [file] : checkAnswer(nodeCrypto, file, challenge, answer)
}
