/** What this module does when an officer looks up more people in a day than usual. */
import type { z } from 'zod'
import { system } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { on, type Published, type Reaction } from '../../../kernel/reaction.ts'
import type { Work } from '../../../kernel/work.ts'
import { UnusualSearchVolume } from './events.ts'

const logUnusualSearches = (
  work: Work,
  { data }: Published<z.output<typeof UnusualSearchVolume.data>>,
): void =>
  leaveLine(work, {
    useCase: 'counter.search',
    actor: system('search-watch'),
    line: { about: null, purpose: 'search-volume-unusual', detail: data },
  })

export const counterReactions: readonly Reaction[] = [
  on(UnusualSearchVolume, 'put it on record', logUnusualSearches),
]
