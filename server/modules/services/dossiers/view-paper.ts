/** Her dossier's papers as PDF, and whether a paper that somebody holds in hand still holds. */
import { CheckPaper, ViewDossierPaper } from '../../../../contract/dossiers.ts'
import { none } from '../../../kernel/audit-line.ts'
import { anyone } from '../../../kernel/permit.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import { attachmentOf, historyOf } from '../../cases/casework/case-file.ts'
import { findCase } from '../../cases/casework/case-access.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import type { DossierFacts } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'
import { dossierKind, dossierOf } from './dossier-case.ts'
import * as store from './dossier-store.ts'
import { writeDossierPaper } from './official-papers.ts'
import { dossierPapers, papersOf } from './papers-of-dossier.ts'
import { ofOwn, ownToLook } from './own-dossiers.ts'
import { digestOf } from './result-reactions.ts'

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

/** Tries of one network in an hour; a token of 128 bits is not found by trying. */
const CHECKS_PER_HOUR = 120
const HOUR_S = 3600

/**
 * The holder of the paper has all that it says: she is told that it is genuine and stands, and nothing else.
 */
export const checkPaper = useCase({
  contract: CheckPaper,
  limits: (_, { network }: RequestContext) => [
    { scope: 'dossiers.check', key: network, most: CHECKS_PER_HOUR, per_s: HOUR_S },
  ],
  permit: anyone, // whoever is shown a paper has no account here
  async act(work, { token }, { now }) {
    const paper = await store.paperOf(work, digestOf(token))
    const row =
      paper &&
      (await findCase<DossierState, DossierFacts>(work, dossierKind, paper.subject_id, paper.case_id))
    if (!paper || !row) {
      throw problem('services.no-such-paper')
    }
    const one = await procedureOf(work, row.facts.procedure, row.facts.version)
    const isOver = paper.valid_until !== null && paper.valid_until < dayInVietnam(now)
    return {
      title: one.result.words,
      reference: row.reference,
      office: await officeName(work, row.office_id),
      issuedAt: paper.issued_at.toISOString(),
      validUntil: paper.valid_until,
      holds: paper.ended_at === null && !isOver,
    }
  },
  audit: none('it tells that a paper is genuine, to whoever holds it, and nothing of anybody'),
})
