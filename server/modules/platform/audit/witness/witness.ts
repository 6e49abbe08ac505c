/**
 * A witness of the log (https://c2sp.org/tlog-witness): it keeps, of each log that it knows, the newest
 * checkpoint that it has cosigned, and cosigns only what goes on from there. A log that was set back or
 * rewritten therefore gets no further word, whoever holds its keys.
 */
import { openCheckpoint, readCheckpoint } from '../checkpoint.ts'
import { foldPeaks, verifyConsistency } from '../merkle-tree.ts'
import { withOnly, type NoteKey } from '../note-key.ts'
import { readAddCheckpoint, SIZE_TYPE, type AddCheckpoint } from './add-checkpoint.ts'
import type { Cosigner } from './cosignature.ts'

export interface WitnessMemory {
  /** The newest checkpoint cosigned of a log; null when there is none. */
  newest(origin: string): Promise<string | null>
  /** On the disk when it resolves. */
  keep(origin: string, note: string): Promise<void>
  /**
   * What was refused, each checkpoint once, the first word for ever; false when it is there already or as
   * many are. `isProof`: a second root for a size that was cosigned, which proves by itself that the log has
   * two histories. Another refusal may also come from a stranger with a wrong proof.
   */
  keepRefused(
    origin: string,
    refused: { readonly note: string; readonly evidence: string; readonly isProof: boolean },
  ): Promise<boolean>
}

export interface WitnessMeans {
  readonly cosigner: Cosigner
  readonly logs: readonly NoteKey[]
  readonly memory: WitnessMemory
  readonly now: () => Date
  /** Hears what its operator must look at. */
  readonly say: (line: string) => void
}

export interface WitnessAnswer {
  readonly status: number
  readonly text: string
  readonly type?: string
}

export interface Witness {
  add(body: string): Promise<WitnessAnswer>
}

const NO_ROOT = foldPeaks([])
const answer = (status: number, text: string): WitnessAnswer => ({ status, text: `${text}\n` })

export const openWitness = (means: WitnessMeans): Witness => {
  // The look at what was cosigned last and the new word are one step for each log.
  const turns = new Map<string, Promise<unknown>>()
  return {
    async add(body) {
      const asked = readAddCheckpoint(body)
      const checkpoint = asked && readCheckpoint(asked.note)
      if (!asked || !checkpoint) {
        return answer(400, 'This is not an old size, a proof and a checkpoint.')
      }
      const log = means.logs.find(({ name }) => name === checkpoint.origin)
      if (!log) {
        return answer(404, 'This witness does not know that log.')
      }
      const last = turns.get(log.name) ?? Promise.resolve()
      const turn = last.then(() => judge(means, log, asked))
      turns.set(
        log.name,
        turn.catch(() => undefined),
      )
      return turn
    },
  }
}

const judge = async (
  means: WitnessMeans,
  log: NoteKey,
  { old, proof, note }: AddCheckpoint,
): Promise<WitnessAnswer> => {
  const { cosigner, memory, now } = means
  const opened = openCheckpoint(note, log)
  if (typeof opened === 'string') {
    return answer(403, `This checkpoint is not believed: ${opened}.`)
  }
  if (old > opened.size) {
    return answer(400, 'The old size is above that of the checkpoint.')
  }
  if (old === opened.size && proof.length > 0) {
    return answer(400, 'Nothing is to be proven between two checkpoints of one size.')
  }
  const seen = await lastSeen(memory, log)
  if (old !== seen.size) {
    return { status: 409, text: `${seen.size}\n`, type: SIZE_TYPE }
  }
  const follows = verifyConsistency({
    first: old,
    second: opened.size,
    firstRoot: seen.root,
    secondRoot: opened.root,
    proof,
  })
  if (!follows) {
    await refuse(means, log, seen, { old, proof, note: withOnly(note, log) }, old === opened.size)
    return answer(422, `The checkpoint does not go on from the ${old} leaves seen before.`)
  }
  const line = cosigner.cosign(note, now())
  await memory.keep(log.name, withOnly(note, log) + line)
  return { status: 200, text: line }
}

interface Seen {
  readonly size: number
  readonly root: Buffer
  readonly note: string | null
}

const refuse = async (
  { memory, now, say }: WitnessMeans,
  log: NoteKey,
  seen: Seen,
  { old, proof, note }: AddCheckpoint,
  isProof: boolean,
): Promise<void> => {
  const evidence = {
    at: now().toISOString(),
    seen: seen.note,
    old,
    proof: proof.map((hash) => hash.toString('base64')),
    refused: note,
  }
  // Whoever brings the same again and again fills neither the disk nor what its operator reads.
  if (!(await memory.keepRefused(log.name, { note, evidence: `${JSON.stringify(evidence)}\n`, isProof }))) {
    return
  }
  say(
    isProof
      ? `${log.name} has signed two different logs of ${old} leaves. Both checkpoints are kept as evidence.`
      : `A checkpoint of ${log.name} was refused: it does not go on from the ${old} leaves seen before.`,
  )
}

const lastSeen = async (memory: WitnessMemory, log: NoteKey): Promise<Seen> => {
  const note = await memory.newest(log.name)
  if (note === null) {
    return { size: 0, root: NO_ROOT, note }
  }
  const opened = openCheckpoint(note, log)
  // Never taken for a log that was not seen yet: that would let it begin anew.
  if (typeof opened === 'string') {
    throw new Error(`What this witness kept of ${log.name} is damaged: ${opened}.`)
  }
  return { size: opened.size, root: opened.root, note }
}
