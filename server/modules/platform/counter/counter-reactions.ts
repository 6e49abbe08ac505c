/** What this module does when an officer looks up more people in a day than usual. */
import type { z } from 'zod'
import { system } from '../../../kernel/actor.ts'
import { now } from '../../../kernel/clock.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { on, type Published, type Reaction } from '../../../kernel/reaction.ts'
import type { Work } from '../../../kernel/work.ts'
import { keepNotice } from '../../registry/organisations/organisations-reactions.ts'
import { UnusualSearchVolume } from './events.ts'

const tellUnusualSearches = async (
  work: Work,
  { subjectId: officerId, data }: Published<z.output<typeof UnusualSearchVolume.data>>,
): Promise<void> => {
  const { officeId, officerNumber, office, count } = data
  leaveLine(work, {
    useCase: 'counter.search',
    actor: system('search-watch'),
    line: { about: null, purpose: 'search-volume-unusual', detail: { officerNumber, office, count } },
  })
  if (officeId !== undefined) {
    await keepNotice(work, { officerId, officeId, kind: 'looks-per-day', count, at: now() })
  }
}

export const counterReactions: readonly Reaction[] = [
  on(UnusualSearchVolume, 'put it on record, and tell the supervisor', tellUnusualSearches),
]
