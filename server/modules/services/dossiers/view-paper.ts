/** Her dossier's papers as PDF, and the end of one that is lost or in hands that she trusts no more. */
import { EndPaper, ViewDossierPaper } from '../../../../contract/dossiers.ts'
import { actorReference } from '../../../kernel/actor.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import { attachmentOf } from '../../cases/casework/case-file.ts'
import { historyOf } from '../../cases/casework/happenings.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { dossierOf } from './dossier-case.ts'
import { writeDossierPaper } from './official-papers.ts'
import { dossierPapers, papersOf } from './papers-of-dossier.ts'
import * as store from './dossier-store.ts'
import { ofOwn, ownForUpdate, ownToLook } from './own-dossiers.ts'
import { ownViewOf } from './own-dossier-view.ts'
import { papersPerHour } from './rules.ts'

const HOUR_S = 3600

export const viewDossierPaper = useCase({
  contract: ViewDossierPaper,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'dossiers.papers',
      key: actorReference(actor),
      most: inForce(papersPerHour, presentMoment()),
      per_s: HOUR_S,
    },
  ],
  find: ownToLook,
  permit: ofOwn,
  isForWard: true,
  async act(work, { kind }, { found: { row }, tools }) {
    const dossier = await dossierOf(tools, row)
    const one = await procedureOf(work, row.facts.procedure, row.facts.version)
    const history = await historyOf(work, tools, row)
    if (!papersOf(dossier, history, one).some((paper) => paper.kind === kind)) {
      throw problem('services.no-such-paper')
    }
    const ofDossier = dossierPapers.find((name) => name === kind)
    const pdf = ofDossier
      ? await writeDossierPaper(work, tools, ofDossier, { row, dossier, one, history })
      : await attachmentOf(work, tools, row, `result.${kind}`)
    if (!pdf) {
      throw problem('services.no-such-paper')
    }
    return { name: `${row.reference}-${kind}.pdf`, pdf: pdf.toString('base64') }
  },
  audit: ({ found: { row } }) => ({
    about: row.subject_id,
    purpose: 'dossier-paper-opened',
    fields: ['dossier'],
    detail: { reference: row.reference },
  }),
})

export const endPaper = useCase({
  contract: EndPaper,
  find: ownForUpdate,
  permit: ofOwn,
  isForWard: true,
  async act(work, { kind }, { found: { row }, tools, now }) {
    if ((await store.endPaper(work, row, kind, now)) === 0) {
      throw problem('services.no-such-paper')
    }
    return ownViewOf(work, tools, row, now)
  },
  audit: ({ found: { row }, result }) =>
    result
      ? {
          about: row.subject_id,
          purpose: 'dossier-paper-withdrawn',
          fields: ['dossier'],
          detail: { reference: row.reference },
        }
      : null,
})
