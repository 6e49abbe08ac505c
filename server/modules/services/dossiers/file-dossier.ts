/**
 * Filing what was answered. Sent again, also from another phone, it answers with the dossier that is there.
 */
import { FileService } from '../../../../contract/services.ts'
import { actorReference } from '../../../kernel/actor.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { findCase } from '../../cases/casework/case-access.ts'
import { acceptFiling, takeDraft, type Accepted } from '../procedures/filing/accept-filing.ts'
import type { DossierFacts } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'
import { dossierKind, type DossierRow } from './dossier-case.ts'
import { openDossier } from './open-dossier.ts'
import { filedPerDay } from './rules.ts'

const DAY_S = 86_400

const answerOf = ({ reference, due_at, facts }: DossierRow) => ({
  reference,
  dueAt: due_at?.toISOString() ?? null,
  waitsForConsents: facts.openConsents,
})

interface Filing {
  /** Where this has filed it: null for what stood already. */
  accepted: Accepted | null
  reference: string
}

export const fileService = useCase({
  contract: FileService,
  limits: (_, __, actor) => [
    {
      scope: 'services.file',
      key: actorReference(actor),
      most: inForce(filedPerDay, presentMoment()),
      per_s: DAY_S,
    },
  ],
  // What the line says is known when it was accepted: it names the others.
  find: (): Promise<Filing> => Promise.resolve({ accepted: null, reference: '' }),
  permit: citizenHerself,
  isForWard: true,
  async act(work, input, { actor, tools, now, found }) {
    const before = await findCase<DossierState, DossierFacts>(work, dossierKind, actor.subjectId, input.draft)
    if (before && before.facts.procedure !== input.procedure) {
      throw problem('services.draft-of-another')
    }
    if (before) {
      found.reference = before.reference
      return answerOf(before)
    }
    const accepted = await acceptFiling(work, tools, actor, input, now)
    const pictures = await takeDraft(work, tools, actor.subjectId, input.draft)
    const { row, isNew } = await openDossier(
      work,
      tools,
      { accepted, caseId: input.draft, openedBy: actorReference(actor), by: 'citizen', pictures },
      now,
    )
    found.accepted = isNew ? accepted : null
    found.reference = row.reference
    return answerOf(row)
  },
  audit: ({ actor, found: { accepted, reference }, result }) => {
    const said = { fields: ['dossier'] as const, detail: { reference } }
    // What was filed before is only answered for: a line each time would say that she filed it again.
    return result === null || accepted === null
      ? null
      : [
          { about: actor.subjectId, purpose: 'dossier-filed', ...said },
          ...accepted.others.map((about) => ({
            about,
            purpose: 'dossier-names-you' as const,
            ...said,
          })),
        ]
  },
})
