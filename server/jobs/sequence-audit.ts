/**
 * The sequencer of the audit log: new lines are in a signed, published checkpoint within a second; without
 * new lines it does nothing.
 */
import {
  LineRefused,
  LogRewound,
  publishCheckpoints,
  sequenceLines,
  viewLogState,
  type Sequencing,
} from '../modules/platform/audit/sequence-lines.ts'
import type { Pool } from '../storage/pool.ts'
import { openReading, openTransact } from '../storage/transact.ts'

export interface SequencerHouse extends Sequencing {
  readonly pool: Pool
}

/**
 * Numbers what waits, in one or more batches, and publishes. Answers how many lines got their leaf. Throws
 * LogRewound.
 */
export const sequenceOnce = async (house: SequencerHouse): Promise<number> => (await advance(house)).numbered

/** `size` as the last look told it: an idle Sen asks one thing at each turn. */
const advance = async ({
  pool,
  ...sequencing
}: SequencerHouse): Promise<{ numbered: number; size: number }> => {
  const transact = openTransact(pool)
  let numbered = 0
  let state = await viewLogState(openReading(pool))
  while (state.is_waiting) {
    const batch = await transact((work) => sequenceLines(work, sequencing))
    if (batch === 0) {
      break
    }
    numbered += batch
    // After the commit: a checkpoint in the file that the database lacks must mean tampering and nothing
    // else.
    await transact((work) => publishCheckpoints(work, sequencing))
    state = await viewLogState(openReading(pool))
  }
  return { numbered, size: state.size }
}

const LOOK_EVERY_MS = 400
const AFTER_FAULT_MS = 5_000

/** Runs until stopped; `stop` waits for the batch at hand. `complain` hears each new trouble once. */
export const startSequencing = (
  context: SequencerHouse,
  complain: (error: Error) => void,
): { stop(): Promise<void> } => {
  let isStopping = false
  let wake: () => void = () => undefined
  let told = ''
  const pause = (wait_ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, wait_ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  let published = -1
  const turn = async (): Promise<number> => {
    try {
      const { size } = await advance(context)
      // Brings up this machine's file at the start, after a crash, and when another machine's sequencer has
      // signed.
      if (size !== published) {
        await openTransact(context.pool)((work) => publishCheckpoints(work, context))
      }
      published = size
      told = ''
      return LOOK_EVERY_MS
    } catch (error) {
      const trouble = error instanceof Error ? error : new Error(String(error))
      if (trouble.message !== told) {
        complain(trouble)
      }
      told = trouble.message
      return trouble instanceof LogRewound || trouble instanceof LineRefused
        ? AFTER_FAULT_MS * 12
        : AFTER_FAULT_MS
    }
  }
  const run = async (): Promise<void> => {
    while (!isStopping) {
      const wait_ms = await turn()
      if (!isStopping) {
        await pause(wait_ms)
      }
    }
  }
  const running = run()
  return {
    async stop() {
      isStopping = true
      wake()
      await running
    },
  }
}
