/**
 * Brings the newest checkpoint to a witness and keeps its cosignature, outside any transaction of the log. A
 * witness that is away or refuses holds nothing up: the log grows, and the next word covers all of it.
 */
import { join } from 'node:path'
import { boundedText } from '../../../../kernel/bounded-text.ts'
import { now } from '../../../../kernel/clock.ts'
import type { Reading, Transact } from '../../../../kernel/work.ts'
import { appendPublished, lastPublished } from '../checkpoint-file.ts'
import { readCheckpoint } from '../checkpoint.ts'
import { textOfNote, type NoteKey } from '../note-key.ts'
import { consistencyProof } from '../stored-tree.ts'
import * as store from '../store.ts'
import { writeAddCheckpoint } from './add-checkpoint.ts'
import { cosignatureIn } from './cosignature.ts'

/** Where a witness answers, and its key. */
export interface WitnessDoor {
  /** Ends with a slash. */
  readonly url: string
  readonly key: NoteKey
}

export interface AskingHouse {
  readonly read: Reading
  readonly transact: Transact
  /** Where the cosigned checkpoints are kept. */
  readonly folder: string
}

/** The witness gives no cosignature. The message is a sentence for the operator. */
export class WitnessRefused extends Error {}

const ANSWER_MOST_MS = 10_000
/** Many times a cosignature or a size. */
const ANSWER_MOST_BYTES = 16_384

/** The notes that a witness has cosigned, in the form of checkpoints.log. */
export const cosignedFile = (folder: string, { id }: NoteKey): string =>
  join(folder, `${id.toString('hex')}.log`)

/** Whether there was a new checkpoint to cosign. Throws when it could not be had. */
export const askWitness = async (
  { read, transact, folder }: AskingHouse,
  { url, key }: WitnessDoor,
): Promise<boolean> => {
  const path = cosignedFile(folder, key)
  const [newest, last] = [await store.newestCheckpoint(read), await lastPublished(path)]
  if (!newest || (last && textOfNote(last.note) === textOfNote(newest.note))) {
    return false
  }
  const ask = async (old: number): Promise<{ status: number; text: string }> => {
    if (old > newest.size) {
      throw new WitnessRefused(
        `${key.name} has cosigned ${old} leaves and the log has ${newest.size}: an older dump was restored, or leaves were removed. Run "audit verify --witness".`,
      )
    }
    const proof = await consistencyProof(read, old, newest.size)
    return post(url, key.name, writeAddCheckpoint({ old, proof, note: newest.note }))
  }
  // Our own word that it has seen more than there is would end the matter without its people being asked.
  const old = last && last.size <= newest.size ? last.size : 0
  let answer = await ask(old)
  const seen = sizeSeen(answer)
  if (seen !== null && seen !== old) {
    answer = await ask(seen)
  }
  if (answer.status !== 200) {
    throw new WitnessRefused(
      `${key.name} gives no cosignature under ${newest.size} leaves (${answer.status}). ${answer.text.slice(0, 200).trim()}`,
    )
  }
  const word = cosignatureIn(answer.text, newest.note, key)
  const note = newest.note + (word?.line ?? '')
  // What cannot be read back would be asked for again without end.
  if (!word || readCheckpoint(note)?.size !== newest.size) {
    throw new WitnessRefused(`What ${key.name} answered for ${newest.size} leaves is not its cosignature.`)
  }
  await appendPublished(path, [{ size: newest.size, at: word.at.toISOString(), note }])
  await transact((work) => store.saveWitnessed(work, key.name, newest.size, note))
  return true
}

const sizeSeen = ({ status, text }: { status: number; text: string }): number | null =>
  status === 409 && /^(0|[1-9][0-9]{0,15})\n$/.test(text) ? Number(text) : null

const post = async (url: string, name: string, body: string): Promise<{ status: number; text: string }> => {
  let answer: { status: number; text: string | null }
  try {
    const response = await fetch(new URL('add-checkpoint', url), {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MOST_MS),
    })
    answer = { status: response.status, text: await boundedText(response, ANSWER_MOST_BYTES) }
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } }
    throw new WitnessRefused(`${name} cannot be reached at ${url} (${cause?.code ?? message}).`)
  }
  const { status, text } = answer
  if (text === null) {
    throw new WitnessRefused(`What ${name} answers (${status}) is longer than any answer of a witness.`)
  }
  return { status, text }
}

/** The newest cosigned checkpoint, with the words of all witnesses under it; null when there is none. */
export const newestCosigned = async (read: Reading): Promise<string | null> => {
  const notes = (await store.witnessNotes(read)).map(({ note }) => note)
  const [first] = notes
  if (first === undefined) {
    return null
  }
  const text = textOfNote(first)
  const lines = notes
    .filter((note) => textOfNote(note) === text)
    .flatMap((note) =>
      note
        .slice(text.length + 1)
        .split('\n')
        .slice(0, -1),
    )
  return `${text}\n${[...new Set(lines)].map((line) => `${line}\n`).join('')}`
}

interface WitnessBacklog {
  readonly name: string
  /** Leaves in a checkpoint that it has not cosigned. */
  readonly behind: number
  /** How long the oldest checkpoint over them has waited. */
  readonly oldest_s: number
}

/** For the metrics. */
export const witnessBacklog = async (read: Reading, names: readonly string[]): Promise<WitnessBacklog[]> =>
  (await store.witnessBacklog(read, names)).map(({ name, behind, oldest }) => ({
    name,
    behind,
    oldest_s: oldest ? Math.max(0, Math.round((now().getTime() - oldest.getTime()) / 1000)) : 0,
  }))
