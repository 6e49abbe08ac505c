/**
 * The face of the card as the register keeps it: sealed under the platform's key and bound to the personal
 * number.
 */
import { now } from '../../../kernel/clock.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { openPortrait, sealPortrait } from './private-fields.ts'
import * as store from './store.ts'

/** The picture's bytes, or null when the register has none. */
export const registerPortraitOf = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  number: string,
): Promise<Buffer | null> => {
  const row = await store.portraitOf(read, number)
  return row ? openPortrait(tools.sealer, number, row.portrait) : null
}

/**
 * Puts the picture in place of an earlier one. The caller has looked at it: these bytes are trusted to be a
 * portrait.
 */
export const keepRegisterPortrait = async (
  work: Work,
  tools: Pick<Tools, 'sealer'>,
  number: string,
  bytes: Uint8Array,
): Promise<void> => {
  await store.keepPortrait(work, number, sealPortrait(tools.sealer, number, bytes), now())
}
