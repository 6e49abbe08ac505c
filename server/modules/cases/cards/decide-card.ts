/**
 * The decision by rule or by a second pair of eyes, and what an acceptance does: references, cases of
 * changes, a lost card.
 */
import { SecondCard, SubmitCard } from '../../../../contract/card-taking.ts'
import type { Officer } from '../../../kernel/actor.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { lookAtRegister } from '../../people/locks/follow-register.ts'
import { valueOf } from '../../registry/population/correct-entry.ts'
import { reportCardLost } from '../../registry/population/issue-card.ts'
import { lineOf, permitsOf } from '../casework/case-access.ts'
import { decidedBy, saveCase, takenByWith } from '../casework/case-file.ts'
import { mustHaveSeen } from '../casework/seen-by-second.ts'
import { openDiscrepancy } from '../discrepancies/open-discrepancy.ts'
import type { CardApplication, CardContent, ChangedField } from './card-application.ts'
import { applicationOf, cardForUpdate, cardKind, sceneOf, type CardRow, type Scene } from './card-case.ts'
import { decideSecond, exceptionsOf, submit, type Decision } from './card-decision.ts'
import { keepAsReference } from './card-templates.ts'
import { viewOf } from './card-view.ts'
import {
  CardApplicationAccepted,
  CardApplicationPutToSecond,
  CardApplicationRefused,
  CardStateChanged,
} from './events.ts'
import { cardDueMoment } from './rules.ts'

const { taker, approver } = permitsOf(cardKind)

interface Deciding {
  readonly row: CardRow
  readonly actor: Officer
  readonly now: Date
  readonly tools: Tools
}

/** What she declared and the register has otherwise: a case each, at this office. */
const openCases = async (
  work: Work,
  { tools, row, actor }: Deciding,
  { changes, personalNumber }: CardContent,
  { entry: { person } }: Scene,
): Promise<CardContent['cases']> => {
  const cases: Partial<Record<ChangedField, string>> = {}
  for (const { field, value } of changes) {
    const register = person && valueOf(person, field)
    if (register === value) {
      continue
    }
    const opened = await openDiscrepancy(work, tools, {
      subjectId: row.subject_id,
      personalNumber,
      field,
      officeId: row.office_id,
      origin: 'counter',
      by: actor.number,
      values: [
        { source: 'holder', value },
        { source: 'register', value: register },
      ],
    })
    cases[field] = opened.id
  }
  return cases
}

/** A lost card is void at once. */
const reportLoss = async (
  work: Work,
  { tools, row, now }: Deciding,
  personalNumber: string,
): Promise<void> => {
  const { subject_id: subjectId, id: applicationId, reference } = row
  if (await reportCardLost(work, personalNumber, { source: `card ${reference}`, at: now })) {
    await lookAtRegister(work, tools, subjectId)
    work.publish(CardStateChanged, subjectId, { state: 'lost', applicationId, reference })
  }
}

const accept = async (
  work: Work,
  deciding: Deciding,
  content: CardContent,
  scene: Scene,
): Promise<CardContent> => {
  const { tools, row } = deciding
  await keepAsReference(work, tools, row, content.personalNumber)
  if (row.facts.reason === 'lost') {
    await reportLoss(work, deciding, content.personalNumber)
  }
  return {
    ...content,
    cases: await openCases(work, deciding, content, scene),
    mayDisplace: scene.account?.isPhoneOther === true,
    isPhoneSeenByTwo: row.state === 'waiting-second' && scene.phone === 'needs-two',
  }
}

const publishDecision = (work: Work, row: CardRow, decision: Decision, dueAt: Date): void => {
  const data = {
    applicationId: row.id,
    reference: row.reference,
    officeId: row.office_id,
    dueAt: dueAt.toISOString(),
  }
  if (decision.state === 'refused') {
    work.publish(CardApplicationRefused, row.subject_id, { ...data, reason: decision.refusal })
  } else {
    const event = decision.state === 'accepted' ? CardApplicationAccepted : CardApplicationPutToSecond
    work.publish(event, row.subject_id, data)
  }
}

interface Judging {
  readonly decide: (application: CardApplication, scene: Scene) => Decision
  /** Those who took it; whoever decides second is none of them. */
  readonly takenBy: readonly string[]
  readonly note: string | null
}

/** Decides by what stands now, and does what follows; all of it in one transaction. */
const settle = async (work: Work, deciding: Deciding, { decide, takenBy, note }: Judging) => {
  const { row, actor, tools, now } = deciding
  const application = await applicationOf(tools, row)
  const scene = await sceneOf(work, tools, row, application.content, now)
  const decision = decide(application, scene)
  const { state } = decision
  const content =
    state === 'accepted' ? await accept(work, deciding, application.content, scene) : application.content
  const submittedAt = row.submitted_at ?? now
  const dueAt = cardDueMoment(submittedAt)
  const change = {
    state,
    content,
    takenBy,
    submittedAt,
    dueAt,
    reason: state === 'refused' ? decision.refusal : null,
    by: actor.number,
    note,
    ...(state === 'waiting-second' ? {} : { decidedBy: decidedBy(actor) }),
  }
  await saveCase(work, tools, cardKind, row, change, now)
  publishDecision(work, row, decision, dueAt)
  return viewOf(work, tools, row, actor, now)
}

export const submitCard = useCase({
  contract: SubmitCard,
  find: cardForUpdate,
  permit: taker,
  act: (work, _, { found: { row }, actor, tools, now }) =>
    settle(
      work,
      { row, actor, tools, now },
      { decide: submit, takenBy: takenByWith(row, actor), note: null },
    ),
  audit: lineOf({ purpose: 'card-decision', fields: ['card', 'portrait', 'fingerprints'] }),
})

export const secondCard = useCase({
  contract: SecondCard,
  find: cardForUpdate,
  permit: approver,
  act: (work, { verdict, note, seen }, { found: { row }, actor, tools, now }) =>
    settle(
      work,
      { row, actor, tools, now },
      {
        decide(application, scene) {
          const decision = decideSecond(application, scene, verdict)
          if (decision.state === 'accepted') {
            mustHaveSeen(exceptionsOf(application, scene), seen)
          }
          return decision
        },
        takenBy: row.taken_by,
        note,
      },
    ),
  audit: lineOf({ purpose: 'card-second', fields: ['card', 'portrait', 'fingerprints'] }),
})
