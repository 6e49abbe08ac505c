/**
 * Each witness of the audit log hears of the newest checkpoint within a second. One that is slow, away or
 * refusing holds up neither the log nor the other witnesses.
 */
import {
  askWitness,
  type AskingHouse,
  type WitnessDoor,
} from '../modules/platform/audit/witness/ask-witness.ts'
import { startLoop, type Loop } from './loop.ts'

const LOOK_EVERY_MS = 1000

/** `complain` hears each new trouble once, and again when the witness had been well meanwhile. */
export const startAskingWitnesses = (
  house: AskingHouse,
  witnesses: readonly WitnessDoor[],
  complain: (witness: string, error: unknown) => void,
): Pick<Loop, 'stop'> => {
  const loops = witnesses.map((witness) => {
    let told = ''
    return startLoop({
      name: `witness ${witness.key.name}`,
      every_ms: LOOK_EVERY_MS,
      async run() {
        const hadNew = await askWitness(house, witness)
        told = ''
        return hadNew
      },
      onError(name, error) {
        // Figures grow from try to try; the trouble stays the same.
        const trouble = String(error).replaceAll(/[0-9]+/g, '')
        if (trouble !== told) {
          complain(name, error)
        }
        told = trouble
      },
    })
  })
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()))
    },
  }
}
