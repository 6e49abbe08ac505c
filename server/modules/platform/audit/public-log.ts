/** The log as everybody may see it: checkpoints, and proofs between two of them. */
import { z } from 'zod'
import type { Reading } from '../../../kernel/work.ts'
import { consistencyProof } from './stored-tree.ts'
import * as store from './store.ts'
import { newestCosigned } from './witness/ask-witness.ts'

/**
 * Both null before the first line. `cosigned` has the words of all witnesses that have seen that
 * checkpoint.
 */
export const logStateOf = async (
  read: Reading,
): Promise<{ readonly newest: string | null; readonly cosigned: string | null }> => ({
  newest: (await store.newestCheckpoint(read))?.note ?? null,
  cosigned: await newestCosigned(read),
})

const size = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,15})$/)
  .transform(Number)
const sizes = z.object({ from: size, to: size })

/**
 * The hashes, in base64, from one checkpoint to a later one. null for anything that is not two checkpoints in
 * order: so nobody has proofs made that nobody needs, and each answer can be kept for ever.
 */
export const proofBetween = async (read: Reading, asked: unknown): Promise<readonly string[] | null> => {
  const { success, data } = sizes.safeParse(asked)
  if (!success || data.from > data.to) {
    return null
  }
  const found = await store.checkpointsOf(read, [data.from, data.to])
  if (found.length !== new Set([data.from, data.to]).size) {
    return null
  }
  return (await consistencyProof(read, data.from, data.to)).map((hash) => hash.toString('base64'))
}
