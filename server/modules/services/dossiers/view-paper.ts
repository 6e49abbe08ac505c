/** Her dossier's papers as PDF. */
import { ViewDossierPaper } from '../../../../contract/dossiers.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { attachmentOf, historyOf } from '../../cases/casework/case-file.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { dossierOf } from './dossier-case.ts'
import { writeDossierPaper } from './official-papers.ts'
import { dossierPapers, papersOf } from './papers-of-dossier.ts'
import { ofOwn, ownToLook } from './own-dossiers.ts'

export const viewDossierPaper = useCase({
  contract: ViewDossierPaper,
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
