/**
 * The folder of a witness: its key, and for each log the newest checkpoint that it cosigned. Whoever loses it
 * begins anew with another key.
 */
import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newSecret } from '../../../../kernel/id.ts'
import { readIfThere, writeWhole } from '../../../../storage/small-file.ts'
import type { WitnessMemory } from './witness.ts'

const SEED_BYTES = 32
/** Of one log: a stranger may bring its public checkpoints with wrong proofs, and each is only some KB. */
const REFUSED_MOST = 100

/** As the paths of `https://c2sp.org/tlog-witness` name a log. */
export const originHash = (origin: string): string => createHash('sha256').update(origin).digest('hex')

/** The seed of the witness's key, drawn at its first start in a folder that is there. */
export const witnessSeed = async (folder: string): Promise<Buffer> => {
  const path = join(folder, 'witness-key')
  const kept = await readIfThere(path)
  if (kept !== null) {
    const seed = Buffer.from(kept.trim(), 'hex')
    if (seed.length !== SEED_BYTES) {
      throw new Error(`${path} is not the key of a witness.`)
    }
    return seed
  }
  const seed = newSecret(SEED_BYTES)
  await writeWhole(path, `${seed.toString('hex')}\n`, 0o600)
  return seed
}

export const openWitnessFolder = (folder: string): WitnessMemory => {
  const pathOf = (origin: string, kind: string): string => join(folder, `${originHash(origin)}.${kind}`)
  return {
    newest: (origin) => readIfThere(pathOf(origin, 'checkpoint')),
    keep: (origin, note) => writeWhole(pathOf(origin, 'checkpoint'), note, 0o644),
    async keepRefused(origin, { note, evidence, isProof }) {
      const kind = isProof
        ? 'forked'
        : `refused-${createHash('sha256').update(note).digest('hex').slice(0, 16)}`
      const start = `${originHash(origin)}.refused-`
      if (
        !isProof &&
        (await readdir(folder)).filter((name) => name.startsWith(start)).length >= REFUSED_MOST
      ) {
        return false
      }
      try {
        await writeFile(pathOf(origin, kind), evidence, { flag: 'wx', flush: true })
        return true
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
          return false
        }
        throw error
      }
    },
  }
}
