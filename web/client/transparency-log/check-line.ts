// One line of a person's own log, proven in her browser: what stands on the screen is digested here, the leaf
// is followed up to a root, and the root is one that the log has signed and that goes on from what was seen.
import type { ViewLineProof } from '../../../contract/transparency-log.ts'
import type { OutputOf } from '../../../contract/operation.ts'
import { readBase64 } from '../../../formats/transparency-log/base64.ts'
import { cosignedAt_s, type Checkpoint } from '../../../formats/transparency-log/checkpoint.ts'
import type { LogFault } from '../../../formats/transparency-log/log-fault.ts'
import {
  checkInclusion,
  isSame,
  leafHash,
  readProof,
  type Hash,
} from '../../../formats/transparency-log/merkle-proof.ts'
import { readNoteKey, SIGNS } from '../../../formats/transparency-log/note.ts'
import { saltedEntry } from '../../../formats/transparency-log/salted-entry.ts'
import type { PublicLog } from './public-log.ts'
import { followLog, type Break, type GrowthReader, type SeenLog } from './seen-log.ts'

export type LineProof = OutputOf<typeof ViewLineProof>

/** What the screen says of the line. */
export type ShownLine = {
  readonly id: string
  readonly at: string
  readonly leaf: number | null
  readonly purpose: string
  readonly outcome: string
  readonly fields: readonly string[]
  readonly who: string
  readonly whoKind: string
}

/** `at_s`: when it cosigned; null when it has not seen this checkpoint yet. */
export type WitnessWord = { readonly name: string; readonly at_s: number | null }

export type LineVerdict =
  | { readonly is: 'waiting' }
  | {
      readonly is: 'proven'
      readonly content: LineProof['line']['content']
      /** The line that was digested, where it is given. */
      readonly line: LineProof['line']['line']
      readonly leaf: number
      readonly shown: Checkpoint
      readonly witnesses: readonly WitnessWord[]
      readonly seen: SeenLog
    }
  /** `words`: the screen says something else than the log. `place`: the log does not have it there. */
  | { readonly is: 'wrong'; readonly what: 'words' | 'place' }
  | { readonly is: 'rewritten'; readonly broken: Break }
  | { readonly is: 'unbelieved'; readonly reason: LogFault }

/** Throws Problem where no answer comes. */
export const checkLine = async (
  shown: ShownLine,
  { line, proof }: LineProof,
  { key, witnesses }: Pick<PublicLog, 'key' | 'witnesses'>,
  readGrowth: GrowthReader,
): Promise<LineVerdict> => {
  if (line.id !== shown.id || line.at !== shown.at || (shown.leaf !== null && line.leaf !== shown.leaf)) {
    return { is: 'wrong', what: 'words' }
  }
  const leaf = await leafOf(shown, line)
  if (leaf === null) {
    return { is: 'wrong', what: 'words' }
  }
  if (line.leaf === null || proof === null) {
    return { is: 'waiting' }
  }
  const followed = await followLog({ key, note: proof.note }, readGrowth)
  if (followed.state === 'broken') {
    return { is: 'rewritten', broken: followed.broken }
  }
  if (followed.state === 'unbelieved') {
    return { is: 'unbelieved', reason: followed.reason }
  }
  const { shown: checkpoint, seen } = followed
  if (!(await isInTree(line.leaf, leaf, checkpoint, proof.hashes))) {
    return { is: 'wrong', what: 'place' }
  }
  const words = await wordsOf(checkpoint, witnesses)
  const { content, leaf: leafNo } = line
  return {
    is: 'proven',
    content,
    line: line.line,
    leaf: leafNo,
    shown: checkpoint,
    witnesses: words,
    seen,
  }
}

const isInTree = async (
  leafNo: number,
  leaf: Uint8Array,
  { size, root }: Checkpoint,
  texts: readonly string[],
): Promise<boolean> => {
  const hashes = readProof(texts)
  return hashes.ok && (await checkInclusion({ leafNo, size, leafHash: leaf, proof: hashes.value, root })).ok
}

/** What each witness says of the checkpoint, in the order in which the log names them. */
export const wordsOf = async (
  checkpoint: Checkpoint,
  witnesses: readonly string[],
): Promise<readonly WitnessWord[]> => {
  const words: WitnessWord[] = []
  for (const text of witnesses) {
    const key = await readNoteKey(text, SIGNS.cosignature)
    if (key.ok) {
      words.push({ name: key.value.name, at_s: await cosignedAt_s(checkpoint, key.value) })
    }
  }
  return words
}

/**
 * The leaf of what is on the screen; null where the line that was digested says something else. Of a line
 * whose content is not given there is only the leaf itself.
 */
const leafOf = async (
  shown: ShownLine,
  { content, line, salt, leafHash: told }: LineProof['line'],
): Promise<Hash | null> => {
  const stated = readBase64(told)
  if (content !== 'open') {
    return stated
  }
  const bytes = saltOf(salt ?? '')
  if (line === null || bytes === null || stated === null || !saysTheSame(shown, line)) {
    return null
  }
  const leaf = await leafHash(await saltedEntry(bytes, line))
  return isSame(leaf, stated) ? leaf : null
}

const saltOf = (digits: string): Uint8Array | null =>
  /^([0-9a-f]{2}){16,64}$/.test(digits)
    ? Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
    : null

const OF_OFFICES = ['officer', 'helper']
/** What `who` is made of: an office with role and number, or a service. */
const NAMES_OF_OFFICE = ['office', 'role', 'officerNumber'] as const
const NAMES_OF_SERVICE = ['client'] as const
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Whether the screen says of the line what the line says: when, why, what, with what result, and who. */
const saysTheSame = (shown: ShownLine, line: NonNullable<LineProof['line']['line']>): boolean => {
  const isOfOffice = line.actor.startsWith('officer:') || line.actor === 'system:phone-release'
  const parts = isOfOffice ? NAMES_OF_OFFICE : NAMES_OF_SERVICE
  const names = parts
    .map((part) => line.detail[part])
    .filter((name): name is string => typeof name === 'string' && name !== '' && !ID.test(name))
  return (
    line.id === shown.id &&
    line.at === shown.at &&
    line.purpose === shown.purpose &&
    line.outcome === shown.outcome &&
    line.fields.join('\n') === shown.fields.join('\n') &&
    isOfOffice === OF_OFFICES.includes(shown.whoKind) &&
    names.every((name) => shown.who.includes(name))
  )
}
