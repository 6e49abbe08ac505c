/** What this module does when a question stands at a screen, or an officer names unusually many people. */
import type { z } from 'zod'
import { system } from '../../../kernel/actor.ts'
import { newId } from '../../../kernel/id.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { on, type Published, type Reaction } from '../../../kernel/reaction.ts'
import type { Work } from '../../../kernel/work.ts'
import { sealParamsAsHers } from './desk-params.ts'
import { DeskAsked, UnusualPersonVolume } from './events.ts'
import { CENTRAL_OFFICE, type Task } from './mandate.ts'
import { insertNotice, isSupervised, type NoticeRow } from './notice-store.ts'

type Noticed = Pick<NoticeRow, 'kind' | 'count' | 'at'> & {
  readonly officerId: string
  readonly officeId: string
}

/** Waits in the list of whoever supervises that office; where nobody does, at the central office. */
const keepNotice = async (work: Work, noticed: Noticed): Promise<void> => {
  const { officerId, officeId, kind, count, at } = noticed
  const task = 'officer.supervise' satisfies Task
  const isThere = await isSupervised(work, { officeId, officerId, task, at })
  const office_id = isThere ? officeId : CENTRAL_OFFICE.id
  insertNotice(work, { id: newId(), office_id, officer_id: officerId, kind, count, at })
}

const tellSupervisor = async (
  work: Work,
  { subjectId: officerId, data }: Published<z.output<typeof UnusualPersonVolume.data>>,
): Promise<void> => {
  const { officerNumber, officeId, office, kind, count, useCase, at } = data
  leaveLine(work, {
    useCase,
    actor: system('search-watch'),
    line: { about: null, purpose: 'search-volume-unusual', detail: { officerNumber, office, count, kind } },
  })
  await keepNotice(work, { officerId, officeId, kind, count, at: new Date(at) })
}

export const organisationsReactions: readonly Reaction[] = [
  on(DeskAsked, 'seal what it says as hers', async (work, { subjectId, data }, tools) => {
    await sealParamsAsHers(work, tools, subjectId, data.promptId)
  }),
  on(UnusualPersonVolume, 'put it on record, and tell the supervisor', tellSupervisor),
]
