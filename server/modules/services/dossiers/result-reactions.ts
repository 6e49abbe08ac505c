/**
 * What follows from a granted dossier without anybody's doing: its paper is written, and it is returned. A
 * confirmation of residence says that it ends when the residence changes: then it does.
 */
import { composePaperCode, PAPER_CODE_bytes } from '../../../../formats/paper-code.ts'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { system } from '../../../kernel/actor.ts'
import { now } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/id.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { on } from '../../../kernel/reaction.ts'
import { caseForUpdate } from '../../cases/casework/case-access.ts'
import { keepAttachment } from '../../cases/casework/case-file.ts'
import { historyOf } from '../../cases/casework/happenings.ts'
import { reserveSubject } from '../../people/accounts/open-account.ts'
import { ResidenceChanged } from '../../registry/population/events.ts'
import { personOfChange } from '../../registry/population/residence/tell-change.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { returned } from './dossier.ts'
import type { Dossier, DossierFacts } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'
import { dossierKind, dossierOf, keep } from './dossier-case.ts'
import { digestOfCode, digestOfFile, shownName } from './check-paper.ts'
import * as store from './dossier-store.ts'
import { DossierGranted, DossierReturned } from './events.ts'
import { certificateOf, withoutOthers } from './record/judgments.ts'
import { writeResult } from './result-papers.ts'
import { certificateDays } from './rules.ts'

/** What an officer took for somebody else's leaves her dossier with the decision. */
const forGood = (one: Dossier): Dossier =>
  one.content.judgments
    ? { ...one, content: { ...one.content, judgments: withoutOthers(one.content.judgments) } }
    : one

export const returnResult = on(
  DossierGranted,
  'write the result of a dossier',
  async (work, { subjectId, data: { caseId } }, tools) => {
    const row = await caseForUpdate<DossierState, DossierFacts>(work, dossierKind, subjectId, caseId)
    if (row?.state !== 'finished') {
      return
    }
    const at = now()
    const dossier = await dossierOf(tools, row)
    const one = await procedureOf(work, row.facts.procedure, row.facts.version)
    const history = await historyOf(work, tools, row)
    const code = composePaperCode(newSecret(PAPER_CODE_bytes))
    const link = `${tools.publicUrl}/verify/paper#${code}`
    const written = await writeResult(work, tools, { row, dossier, one, history }, { link, at })
    const { paper } = one.result
    const days = one.result.paperDays ?? (certificateOf(one) === null ? null : inForce(certificateDays, at))
    if (written) {
      const { pdf, shown } = written
      await keepAttachment(work, tools, row, `result.${paper}`, pdf)
      await keepAttachment(work, tools, row, shownName(paper), JSON.stringify(shown))
      await store.insertPaper(work, {
        digest: digestOfCode(code),
        file_digest: digestOfFile(pdf),
        subject_id: row.subject_id,
        case_id: row.id,
        kind: paper,
        issued_at: at,
        valid_until: days === null ? null : addDays(dayInVietnam(at), days),
      })
    }
    const after = forGood(returned(dossier, written ? [paper] : [], at))
    await keep(work, tools, row, after, { by: 'automatic' }, at)
    const { reference } = row
    work.publish(DossierReturned, subjectId, {
      caseId,
      reference,
      title: one.title,
      result: one.result.words,
      after: one.result.after,
    })
    leaveLine(work, {
      useCase: 'dossiers.return',
      actor: system('results'),
      line: { about: subjectId, purpose: 'dossier-returned', fields: ['dossier'], detail: { reference } },
    })
  },
)

export const endConfirmations = on(
  ResidenceChanged,
  'end the confirmations of residence that say otherwise by now',
  async (work, { data: { person, reference, at } }, tools) => {
    const subjectId = await reserveSubject(work, tools, personOfChange(tools, person))
    if ((await store.endPapers(work, { subjectId, kind: 'ct07', at: new Date(at) })) > 0) {
      leaveLine(work, {
        useCase: 'dossiers.end-papers',
        actor: system('results'),
        line: {
          about: subjectId,
          purpose: 'dossier-paper-ended',
          fields: ['dossier'],
          detail: { reference },
        },
      })
    }
  },
)
