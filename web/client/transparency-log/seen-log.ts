// The newest checkpoint that this browser has seen. Each one that comes is held against it, so that a log
// that was rewritten or set back is noticed; then both notes are kept, for they are the evidence.
import {
  compareCheckpoints,
  openCheckpoint,
  type Checkpoint,
} from '../../../formats/transparency-log/checkpoint.ts'
import type { LogFault } from '../../../formats/transparency-log/log-fault.ts'
import { readProof } from '../../../formats/transparency-log/merkle-proof.ts'
import { readNoteKey, SIGNS } from '../../../formats/transparency-log/note.ts'
import { remember, remembered } from '../../ui/store.ts'

/** Two notes that cannot both be true of one log. */
export type Break = {
  readonly why: 'two-histories' | 'no-proof' | 'other-key'
  readonly earlier: { readonly key: string; readonly note: string }
  readonly later: { readonly key: string; readonly note: string }
}
export type SeenLog = {
  readonly key: string
  readonly note: string
  /** The size that was seen first here, and when the log says that it was so long. */
  readonly since: { readonly size: number; readonly at: string | null }
  readonly broken: Break | null
}

export type Followed =
  | {
      readonly state: 'first' | 'same' | 'grown' | 'earlier'
      readonly shown: Checkpoint
      readonly seen: SeenLog
    }
  | { readonly state: 'broken'; readonly broken: Break }
  /** Nothing was compared: the note itself is not believed, or this browser cannot check it. */
  | { readonly state: 'unbelieved'; readonly reason: LogFault }

export type GrowthReader = (from: number, to: number) => Promise<readonly string[] | null>

const place = 'sen.log-seen'

const asSeen = (value: unknown): SeenLog | null => {
  const seen = value as SeenLog | null
  return typeof seen?.key === 'string' &&
    typeof seen.note === 'string' &&
    typeof seen.since?.size === 'number'
    ? seen
    : null
}

export const seenLog = (): SeenLog | null => {
  try {
    return asSeen(JSON.parse(remembered(place) ?? 'null'))
  } catch {
    return null
  }
}
const keep = (seen: SeenLog): SeenLog => {
  remember(place, JSON.stringify(seen))
  return seen
}

/** Kept until somebody begins anew. */
export const keepBreak = (broken: Break): void => {
  const seen = seenLog()
  if (seen) {
    keep({ ...seen, broken })
  }
}

/** After the evidence is in her hands: from here on the log is followed anew. */
export const followAnew = (): void => remember(place, 'null')

/**
 * Holds a signed note against what was seen before. The newer one is kept; what does not fit is kept for
 * ever, until somebody begins anew. Throws Problem where no answer comes.
 */
export const followLog = async (
  shown: { readonly key: string; readonly note: string },
  readGrowth: GrowthReader,
): Promise<Followed> => {
  const seen = seenLog()
  if (seen?.broken) {
    return { state: 'broken', broken: seen.broken }
  }
  const key = await readNoteKey(shown.key, SIGNS.own)
  const opened = key.ok ? await openCheckpoint(shown.note, key.value) : key
  if (!opened.ok) {
    return { state: 'unbelieved', reason: opened.reason }
  }
  if (!key.ok || seen === null) {
    const { size, at } = opened.value
    const first = keep({ ...shown, since: { size, at }, broken: null })
    return { state: 'first', shown: opened.value, seen: first }
  }
  const told = (why: Break['why']): Followed => {
    const { note } = seen
    const broken = { why, earlier: { key: seen.key, note }, later: { key: shown.key, note: shown.note } }
    keep({ ...seen, broken })
    return { state: 'broken', broken }
  }
  if (seen.key !== shown.key) {
    return told('other-key')
  }
  const before = await openCheckpoint(seen.note, key.value)
  if (!before.ok) {
    // What lies in the browser was spoilt there: it proves nothing.
    followAnew()
    return followLog(shown, readGrowth)
  }
  const why = await breakBetween(before.value, opened.value, readGrowth)
  if (why !== null) {
    return told(why)
  }
  const state = growthOf(before.value.size, opened.value.size)
  const now = state === 'earlier' ? seen : keep({ ...seen, note: shown.note })
  return { state, shown: opened.value, seen: now }
}

const growthOf = (before: number, now: number): 'same' | 'grown' | 'earlier' =>
  before === now ? 'same' : before < now ? 'grown' : 'earlier'

/** Why two checkpoints of one log cannot both be true; null when one begins with all of the other. */
export const breakBetween = async (
  one: Checkpoint,
  other: Checkpoint,
  readGrowth: GrowthReader,
): Promise<Exclude<Break['why'], 'other-key'> | null> => {
  const [from, to] = [Math.min(one.size, other.size), Math.max(one.size, other.size)]
  const texts = await readGrowth(from, to)
  const hashes = texts === null ? null : readProof(texts)
  if (!hashes?.ok) {
    return 'no-proof'
  }
  const answer = await compareCheckpoints(one, other, hashes.value)
  return answer.ok ? null : answer.reason === 'log.proof-form' ? 'no-proof' : 'two-histories'
}
