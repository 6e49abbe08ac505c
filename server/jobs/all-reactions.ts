/** Every event, and what follows: what modules do, in the order of the floors, then the letters. */
import type { EventType } from '../kernel/event.ts'
import type { Reaction } from '../kernel/reaction.ts'
import { letters } from '../letters/all.ts'
import { allModules } from '../modules/all.ts'

export const allReactions: readonly Reaction[] = [
  ...allModules.flatMap(({ reactions }) => reactions),
  ...letters.map(({ reaction }) => reaction),
]

export const allEvents: readonly EventType[] = allModules.flatMap(({ events }) => events)
