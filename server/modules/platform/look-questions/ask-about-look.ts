/** The citizen's side: she asks about a line of her log, and reads what came of it. */
import { AskAboutLook, ViewOwnLookQuestions } from '../../../../contract/look-question.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { actorReference } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { officeOfLook } from '../../registry/organisations/office-of-look.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { casesOfSubject } from '../../cases/casework/case-access.ts'
import { aboutKeyOf, openOnce } from '../../cases/casework/open-case.ts'
import { lookedBy } from '../audit/access-log.ts'
import { LookQuestionOpened } from './events.ts'
import {
  faceOf,
  lookQuestionKind,
  ownViewOf,
  type LookQuestionContent,
  type LookQuestionFacts,
  type LookQuestionRow,
} from './look-question-case.ts'
import { asksPerDay } from './rules.ts'

const SHOWN = 50

export const viewOwnLookQuestions = useCase({
  contract: ViewOwnLookQuestions,
  permit: citizenHerself,
  async act(work, _, { actor, tools, now }) {
    const rows = await casesOfSubject<LookQuestionRow['state'], LookQuestionFacts>(
      work,
      lookQuestionKind,
      actor.subjectId,
      SHOWN,
    )
    const items = []
    for (const row of rows) {
      items.push(await ownViewOf(work, tools, row, now))
    }
    return { items }
  },
  audit: none('her own questions'),
})

/** One for each line at a time: asked again, the one that waits is answered with. */
export const askAboutLook = useCase({
  contract: AskAboutLook,
  permit: citizenHerself,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'look-question.ask',
      key: actorReference(actor),
      most: inForce(asksPerDay, presentMoment()),
      per_s: 86_400,
    },
  ],
  find: () => Promise.resolve({ isNew: true }),
  async act(work, { line, asks, question }, { actor, tools, now, found }) {
    const [account, looked] = [
      await findAccount(work, actor.subjectId),
      await lookedBy(work, actor.subjectId, line),
    ]
    if (!account || !looked) {
      throw problem('audit.no-such-line')
    }
    const { officeId, lookerKey } = await officeOfLook(work, 'look-question.answer', looked, now)
    const { personalNumber } = account
    const { row, isNew } = await openOnce<LookQuestionRow['state'], LookQuestionFacts, LookQuestionContent>(
      work,
      tools,
      lookQuestionKind,
      {
        subjectId: actor.subjectId,
        caseId: newId(),
        reference: composeDossierCode(newSecret(5)),
        aboutKey: aboutKeyOf(tools, personalNumber),
        officeId,
        takenBy: [],
        openedBy: 'citizen',
        by: 'citizen',
        openedAt: now,
        receivedAt: now,
        unfinishedKey: line,
        content: {
          personalNumber,
          name: (await findPerson(work, tools, personalNumber))?.fullName ?? null,
          question,
          answer: null,
        },
        facts: { line, asks, finding: null, lookerKey },
      },
    )
    found.isNew = isNew
    if (isNew) {
      const { id, reference, dueAt } = faceOf(row, now)
      const office = await officeName(work, officeId)
      work.publish(LookQuestionOpened, actor.subjectId, { id, reference, dueAt, office })
    }
    return ownViewOf(work, tools, row, now)
  },
  // One that waits already is only answered with: a line each time would say that she asked again.
  audit: ({ actor, result, found: { isNew } }) =>
    isNew
      ? {
          about: actor.subjectId,
          purpose: 'look-question-asked',
          detail: { reference: result?.reference ?? null },
        }
      : null,
})
