/**
 * A value about a person that a deed seals with the house's key: a key of the person herself is made where
 * she has none yet, and the time of that would tell whoever asks whether Sen knows her. A reaction seals it
 * anew as hers, so that it is erased with her; a job does it
 * where the reaction is late.
 */
import { later, now } from './clock.ts'
import { eachOf } from './each-of.ts'
import type { Tools } from './tools.ts'
import type { Transact, Work } from './work.ts'

export interface SealedEarly {
  readonly subjectId: string
  readonly sealed: Buffer
  /** Until the reaction has run. */
  readonly isOfHouse: boolean
}

/** `column`: what it is sealed as, by either key. */
export const sealedEarly = (column: string) => {
  const open = async ({ sealer }: Tools, { subjectId, sealed, isOfHouse }: SealedEarly): Promise<string> =>
    (isOfHouse
      ? sealer.unsealWithPlatformKey(column, sealed)
      : await sealer.open(subjectId, column, sealed)
    ).toString('utf8')
  return {
    seal: ({ sealer }: Tools, value: string): Buffer => sealer.sealWithPlatformKey(column, value),
    open,
    /** Null: it is hers already. */
    asHers: async (tools: Tools, value: SealedEarly): Promise<Buffer | null> =>
      value.isOfHouse ? tools.sealer.seal(value.subjectId, column, await open(tools, value)) : null,
  }
}

const LATE_S = 3600
const BITE = 100
export const LATE_EVERY_MS = 3_600_000

/**
 * What a reaction should have sealed an hour ago: it failed, or an older release keeps the event. Answers how
 * many were sealed. `find`: some that are older than a moment.
 */
export const sealLate = async <Row>(
  transact: Transact,
  find: (before: Date, most: number) => Promise<readonly Row[]>,
  asHers: (work: Work, row: Row) => Promise<boolean>,
): Promise<number> => eachOf(await find(later(now(), -LATE_S), BITE), transact, asHers)
