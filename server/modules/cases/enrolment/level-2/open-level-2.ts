/** Opening a case for level 2, looking at it, the office's list, and ending one without a decision. */
import { DiscardLevel2, ListLevel2, OpenLevel2, ViewLevel2 } from '../../../../../contract/level-2.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { discardOf, lookOf } from '../../casework/case-commands.ts'
import { isTakenBy } from '../../casework/case-file.ts'
import { lapsesAt } from '../../casework/lapse-open.ts'
import { figuresOf, listOf } from '../../casework/list-cases.ts'
import { openOf } from '../../casework/open-command.ts'
import { circumstancesOf, dueAtOf, level2Cases, level2Kind, level2Of } from './level-2-case.ts'
import { mustBePlausible, wasOffline } from './level-2-steps.ts'
import { emptyContent, exceptionsOf, refusalAtOpening } from './level-2.ts'

const SEEN = [
  'personalNumber',
  'fullName',
  'birthDate',
  'sex',
  'residence',
  'card',
  'portrait',
  'account',
] as const

export const openLevel2 = openOf(level2Cases, {
  contract: OpenLevel2,
  line: { purpose: 'level-2-opened', fields: SEEN },
  async begin(work, { personalNumber, openedAt, language }, { found, tools, now }) {
    const opened = new Date(openedAt)
    mustBePlausible(opened, now)
    const person = await findPerson(work, tools, personalNumber)
    const content = emptyContent(personalNumber, language, person?.fullName ?? null)
    const of = { subject_id: found.subjectId, id: found.caseId }
    const refusal = refusalAtOpening(content, await circumstancesOf(work, tools, of, content, now))
    // While the line was down nothing could be known: all of it was taken, and is judged at sending.
    return refusal && !wasOffline(opened, now) ? refusal : { content, openedAt: opened }
  },
})

export const viewLevel2 = lookOf(level2Cases, {
  contract: ViewLevel2,
  line: { purpose: 'level-2-view', fields: SEEN },
})
export const discardLevel2 = discardOf(level2Cases, {
  contract: DiscardLevel2,
  line: { purpose: 'level-2-discarded' },
})

export const listLevel2 = listOf(level2Kind, {
  contract: ListLevel2,
  stages: { open: ['open'], second: ['second'] },
  async item(read, tools, row, actor, at) {
    const level2 = await level2Of(tools, row)
    const isWaiting = row.state === 'waiting-second'
    return {
      caseId: row.id,
      reference: row.reference,
      state: row.state,
      openedAt: row.opened_at.toISOString(),
      dueAt: dueAtOf(row).toISOString(),
      lapsesAt: lapsesAt(level2Kind, row)?.toISOString() ?? null,
      name: level2.content.name,
      exceptions: isWaiting
        ? exceptionsOf(level2, await circumstancesOf(read, tools, row, level2.content, at))
        : [],
      isMine: isTakenBy(row, actor),
    }
  },
})

export const level2OpenFigures = figuresOf(level2Kind, 'open')
export const level2SecondFigures = figuresOf(level2Kind, 'second')
