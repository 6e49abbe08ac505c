/**
 * Where the status of a credential stands (Token Status List): a list drawn among those that are open, and
 * in it a place drawn at random that nobody has, so that its number tells neither when it was issued nor
 * what else one person has (§12.2, §13.2). There is no counter: who draws a place that is taken draws
 * again.
 */
import { later } from '../../../../kernel/clock.ts'
import { newNumber, newSecret } from '../../../../kernel/id.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { listHorizons_days, statusListRule } from '../rules.ts'
import * as store from './status-store.ts'

export type Place = store.Place

const DAY_S = 86_400
const LIST_ID_BYTES = 12
/**
 * Of lists that are half full at most, each round leaves half; a thousandth of a thousandth is left here.
 */
const ROUNDS = 20

export const listAddress = (publicUrl: string, listId: string): string =>
  `${publicUrl}/status-lists/${listId}`

/** The shortest that is long enough. Throws when no list holds what is valid so long. */
const horizonFor = (validity_days: number, at: Date): number => {
  const fitting = inForce(listHorizons_days, at).filter((days) => days >= validity_days)
  if (fitting.length === 0) {
    throw new Error(`no status list holds what is valid for ${validity_days} days`)
  }
  return Math.min(...fitting)
}

/**
 * The lists that take places for what is valid this long; opens those that are missing. Outside of the
 * deed's transaction, so that nobody waits until another's deed has ended.
 */
export const listsFor = async (
  read: Reading,
  validity_days: number,
  at: Date,
): Promise<readonly string[]> => {
  const { openAtOnce, openFor_days } = inForce(statusListRule, at)
  const holds_days = horizonFor(validity_days, at)
  const found = await store.openLists(read, holds_days, at)
  if (found.length >= openAtOnce) {
    return found.map(({ list_id: id }) => id)
  }
  await store.closeListsInTime(read, at)
  const closesAt = later(at, openFor_days * DAY_S)
  for (let slot = 0; slot < openAtOnce; slot++) {
    if (!found.some((one) => one.slot === slot)) {
      // A day more than what is issued last may be valid, since clocks differ.
      const endsAt = later(closesAt, (holds_days + 1) * DAY_S)
      const listId = newSecret(LIST_ID_BYTES).toString('base64url')
      await store.insertList(read, { listId, holds_days, slot, closesAt, endsAt, at })
    }
  }
  return (await store.openLists(read, holds_days, at)).map(({ list_id: id }) => id)
}

const drawOne = (lists: readonly string[], entries: number): Place => {
  const listId = lists[newNumber(lists.length)]
  if (listId === undefined) {
    throw new Error('no status list is open')
  }
  return { listId, idx: newNumber(entries) }
}

const nameOf = ({ listId, idx }: Place): string => `${listId} ${idx}`

/** So many places that nobody has, in no order. */
export const drawPlaces = async (
  work: Work,
  lists: readonly string[],
  count: number,
  at: Date,
): Promise<Place[]> => {
  const { entries } = inForce(statusListRule, at)
  const got: Place[] = []
  for (let round = 0; got.length < count; round++) {
    if (round === ROUNDS) {
      throw new Error('the status lists that are open are full')
    }
    const drawn = Array.from({ length: count - got.length }, () => drawOne(lists, entries))
    const taken = new Set((await store.takePlaces(work, drawn)).map(nameOf))
    // As they were drawn: by the database a batch would count upwards. What was drawn twice is taken once.
    got.push(...drawn.filter((place) => taken.delete(nameOf(place))))
  }
  return got
}
