/**
 * Opening a public service and filling it in: what was answered is kept as a draft with every step, for every
 * phone of hers, and what the State knows is shown beside it.
 */
import { AnswerService, AttachPaper, DropDraft, OpenService } from '../../../../../contract/services.ts'
import type { Procedure } from '../../../../../contract/procedure.ts'
import { holderOf, type Citizen } from '../../../../kernel/actor.ts'
import type { AuditLine } from '../../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../../kernel/clock.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { ProblemCode } from '../../../../../contract/problems/catalogue.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { readPage } from '../../../evidence/capture/paper-page.ts'
import { procedureInForce } from '../known-procedures.ts'
import { beginFiling, type BegunFiling } from './begin-filing.ts'
import { findDraft, holdDraft, keepPicture, saveDraft, takePictures } from './draft.ts'
import { filingView } from './filing-view.ts'
import type { Given } from './judge-fields.ts'
import { openedProfile, type Profile } from './profile.ts'
import { picturesPerDay } from './rules.ts'

const DAY_S = 86_400

interface Filling {
  readonly profile: Profile
  readonly procedure: Procedure
}
const fillingOf = async (
  work: Work,
  tools: Tools,
  actor: Citizen,
  procedure: string,
  at: Date,
): Promise<Filling> => ({
  profile: await openedProfile(work, tools, actor, at),
  procedure: await procedureInForce(work, procedure, at),
})

/** Her own view of her own data leaves none; what is shown of a child or ward does. */
const wardLine =
  (purpose: 'service-form-opened' | 'service-form-filled') =>
  ({ actor, refusal }: { readonly actor: Citizen; readonly refusal: ProblemCode | null }): AuditLine | null =>
    actor.by
      ? {
          about: actor.subjectId,
          purpose,
          fields: ['personalNumber', 'fullName', 'birthDate', 'sex', 'residence', 'relation', 'documents'],
          outcome: refusal ?? 'done',
        }
      : null

export const openService = useCase({
  contract: OpenService,
  permit: citizenHerself,
  isForWard: true,
  async act(work, input, { actor, tools, now }) {
    const { profile, procedure } = await fillingOf(work, tools, actor, input.procedure, now)
    const draft = await findDraft(work, tools, profile.subjectId, procedure.id)
    const begun = await beginFiling(work, tools, procedure, {
      profile,
      given: draft?.answers ?? {},
      at: now,
    })
    return filingView(work, tools, begun, draft, now)
  },
  audit: wardLine('service-form-opened'),
})

/** What is hers of what came: nothing that is not asked, and nothing that the State knows. */
const ownAnswers = ({ filing }: BegunFiling, given: Given): Given =>
  Object.fromEntries(
    filing.fields.flatMap(({ name, isAsked, known, isTouched }) =>
      isAsked && !known && isTouched ? [[name, given[name]]] : [],
    ),
  )

export const answerService = useCase({
  contract: AnswerService,
  permit: citizenHerself,
  isForWard: true,
  isNeverReplayed: true,
  async act(work, input, { actor, tools, now }) {
    const { profile, procedure } = await fillingOf(work, tools, actor, input.procedure, now)
    const begun = await beginFiling(work, tools, procedure, { profile, given: input.answers, at: now })
    if (begun.filing.shut) {
      throw problem('services.not-for-profile')
    }
    await saveDraft(
      work,
      tools,
      {
        subjectId: profile.subjectId,
        id: input.draft,
        procedure: procedure.id,
        version: procedure.version,
        answers: ownAnswers(begun, input.answers),
        page: input.page,
      },
      now,
    )
    return filingView(work, tools, begun, await findDraft(work, tools, profile.subjectId, procedure.id), now)
  },
  audit: wardLine('service-form-filled'),
})

export const attachPaper = useCase({
  contract: AttachPaper,
  limits: (_, __, actor) => [
    {
      scope: 'services.attach',
      key: actor.kind === 'citizen' ? holderOf(actor) : '',
      most: inForce(picturesPerDay, presentMoment()),
      per_s: DAY_S,
    },
  ],
  prepare: ({ picture }) => readPage(picture),
  permit: citizenHerself,
  isForWard: true,
  isNeverReplayed: true,
  async act(work, input, { actor, tools, now, prepared }) {
    const { profile, procedure } = await fillingOf(work, tools, actor, input.procedure, now)
    const named = { subjectId: profile.subjectId, id: input.draft, procedure: procedure.id }
    const { answers: given } = await holdDraft(work, tools, named)
    const begun = await beginFiling(work, tools, procedure, { profile, given, at: now })
    if (!begun.filing.papers.some(({ of, isReplaced }) => of.id === input.paper && !isReplaced)) {
      throw problem('services.paper-not-asked')
    }
    await keepPicture(work, tools, { ...named, paper: input.paper }, prepared.jpeg, now)
    return filingView(work, tools, begun, await findDraft(work, tools, profile.subjectId, procedure.id), now)
  },
  audit: wardLine('service-form-filled'),
})

export const dropDraft = useCase({
  contract: DropDraft,
  permit: citizenHerself,
  isForWard: true,
  async act(work, { procedure, draft }, { actor, tools, now }) {
    const { subjectId } = await openedProfile(work, tools, actor, now)
    if ((await findDraft(work, tools, subjectId, procedure))?.id === draft) {
      await takePictures(work, tools, subjectId, draft)
    }
    return {}
  },
  audit: wardLine('service-form-filled'),
})
