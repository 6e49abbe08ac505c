/** What this module does when something has happened to an application or a case. */
import type { z } from 'zod'
import { system } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { on, type Published, type Reaction } from '../../../kernel/reaction.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { openDiscrepancy } from '../discrepancies/open-discrepancy.ts'
import { joinChildren } from '../representation/register-ward.ts'
import { endTiesOf } from '../representation/tie.ts'
import { lockWhatStands } from '../../people/locks/lock-subject.ts'
import {
  CardDiffersFromRegister,
  EnrolmentAccepted,
  EnrolmentSubmitted,
  Level2Accepted,
  PortraitAnswered,
  PortraitUnanswered,
} from './events.ts'
import { compareOtherPortrait } from './level-1/answer-portrait.ts'
import { settleEnrolment } from './level-1/settle-enrolment.ts'
import { differencesOfCase, numberOfCase } from './level-2/level-2-differences.ts'

const openCases = async (
  work: Work,
  { subjectId, data }: Published<z.output<typeof CardDiffersFromRegister.data>>,
  tools: Tools,
): Promise<void> => {
  const { caseId, officeId } = data
  const personalNumber = await numberOfCase(work, tools, subjectId, caseId)
  if (personalNumber === null) {
    return
  }
  for (const { field, chip, register } of await differencesOfCase(work, tools, subjectId, caseId)) {
    await openDiscrepancy(work, tools, {
      subjectId,
      personalNumber,
      field,
      officeId,
      origin: 'counter',
      by: 'automatic',
      values: [
        { source: 'card', value: chip },
        { source: 'register', value: register },
      ],
    })
  }
}

const leaveUnanswered = (
  work: Work,
  { subjectId, data }: Published<z.output<typeof PortraitUnanswered.data>>,
): void =>
  leaveLine(work, {
    useCase: 'enrolment.unanswered',
    actor: system('settle-enrolment'),
    line: {
      about: subjectId,
      purpose: 'enrolment-unanswered',
      outcome: 'refused',
      detail: { reference: data.reference },
    },
  })

export const enrolmentReactions: readonly Reaction[] = [
  on(EnrolmentSubmitted, 'settle the application by rule', (work, { subjectId, data }, tools) =>
    settleEnrolment(work, tools, subjectId, data.enrolmentId),
  ),
  on(PortraitAnswered, 'compare the other portrait', (work, { subjectId, data }, tools) =>
    compareOtherPortrait(work, tools, subjectId, data.enrolmentId),
  ),
  on(PortraitUnanswered, 'tell it in the log', leaveUnanswered),
  on(EnrolmentAccepted, 'lock the account by the grounds that stand', (work, { subjectId }) =>
    lockWhatStands(work, subjectId),
  ),
  on(Level2Accepted, 'lock the account by the grounds that stand', (work, { subjectId }) =>
    lockWhatStands(work, subjectId),
  ),
  on(Level2Accepted, 'end what others did for her', (work, { subjectId }) => endTiesOf(work, subjectId)),
  on(Level2Accepted, 'join those who act for her children', (work, { subjectId }, tools) =>
    joinChildren(work, tools, subjectId),
  ),
  on(CardDiffersFromRegister, 'open a case for each field', openCases),
]
