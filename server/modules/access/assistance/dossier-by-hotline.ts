/** A dossier by its reference: the caller's own, or one whose phone she can name the end of. */
import { DossierByHotline } from '../../../../contract/assistance.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import { actorReference, type Actor } from '../../../kernel/actor.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { level1ByReference } from '../../cases/enrolment/level-1/dossier-state.ts'
import { ownDossier } from './carry-out.ts'
import { agent, callForUpdate, faceOf, lineOf, noteDeed, type FoundCall } from './hotline-call.ts'
import { hotlineBudget } from './rules.ts'

interface FoundDossier extends FoundCall {
  readonly dossier: Awaited<ReturnType<typeof ownDossier>>
  readonly owner: string | null
}
const callForDossierForUpdate = async (
  work: Work,
  input: InputOf<typeof DossierByHotline>,
  actor: Actor,
  tools: Tools,
): Promise<FoundDossier> => {
  const found = await callForUpdate(work, input, actor)
  const at = presentMoment()
  if (found.subjectId) {
    return {
      ...found,
      dossier: await ownDossier(work, found.subjectId, input.reference, at),
      owner: found.subjectId,
    }
  }
  const known = await level1ByReference(work, tools, input.reference, at)
  const isHers = known !== null && input.phoneEnd !== undefined && known.phone.endsWith(input.phoneEnd)
  return {
    ...found,
    dossier: isHers ? known.face : null,
    // Also when the phone's end was not hers: that much the agent learns.
    owner: known?.subjectId ?? null,
    aboutKey: isHers ? known.aboutKey : '',
  }
}

export const dossierByHotline = useCase({
  contract: DossierByHotline,
  limits: ({ reference }, _: RequestContext, actor) => {
    const budget = inForce(hotlineBudget, presentMoment())
    return [
      { scope: 'hotline.dossier', key: actorReference(actor), most: budget.dossiersPerHour, per_s: 3600 },
      {
        scope: 'hotline.reference',
        key: reference,
        most: budget.dossiersPerReferencePerDay,
        per_s: 86_400,
        of: 'named',
      },
    ]
  },
  find: callForDossierForUpdate,
  permit: agent,
  async act(work, _, { found: { row, subjectId, dossier }, actor }) {
    return { dossier, call: faceOf(dossier ? await noteDeed(work, row, 'dossier', actor, subjectId) : row) }
  },
  audit: ({ found, actor, result }) =>
    lineOf(
      found.owner,
      'hotline-dossier',
      result?.dossier ? ['dossier'] : [],
      found.row,
      actor,
      result?.dossier ? 'read' : 'none',
    ),
})
