/** What follows from a granted dossier without anybody's doing: its paper is written, and it is returned. */
import { createHash } from 'node:crypto'
import { addDays } from '../../../../formats/vietnam-day.ts'
import { system } from '../../../kernel/actor.ts'
import { now } from '../../../kernel/clock.ts'
import { newSecret } from '../../../kernel/id.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { on } from '../../../kernel/reaction.ts'
import { caseForUpdate } from '../../cases/casework/case-access.ts'
import { historyOf, keepAttachment } from '../../cases/casework/case-file.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { returned } from './dossier.ts'
import type { DossierFacts } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'
import { dossierKind, dossierOf, keep } from './dossier-case.ts'
import * as store from './dossier-store.ts'
import { DossierGranted, DossierReturned } from './events.ts'
import { writeResult } from './result-papers.ts'

const TOKEN_bytes = 16
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

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
    const token = newSecret(TOKEN_bytes).toString('base64url')
    const link = `${tools.publicUrl}/app/check-paper#${token}`
    const pdf = await writeResult(work, tools, { row, dossier, one, history }, { link, at })
    const { paper, paperDays } = one.result
    if (pdf) {
      await keepAttachment(work, tools, row, `result.${paper}`, pdf)
      await store.insertPaper(work, {
        digest: digestOf(token),
        subject_id: row.subject_id,
        case_id: row.id,
        kind: paper,
        issued_at: at,
        valid_until: paperDays === null ? null : addDays(dayInVietnam(at), paperDays),
      })
    }
    await keep(work, tools, row, returned(dossier, pdf ? [paper] : [], at), { by: 'automatic' }, at)
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
