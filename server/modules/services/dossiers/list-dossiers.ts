/** An office's dossiers by what has to be done next. */
import type { z } from 'zod'
import { ListDossiers, type dossierList } from '../../../../contract/dossier-work.ts'
import { figuresOf, listOf } from '../../cases/casework/list-cases.ts'
import { procedureOf } from '../procedures/known-procedures.ts'
import { isOverdue } from './clock-view.ts'
import { dossierKind, dossierOf, type DossierStage } from './dossier-case.ts'
import type { DossierFacts } from './dossier-facts.ts'
import type { DossierState } from '../../../../contract/dossiers.ts'

type Which = z.infer<typeof dossierList>
type Row = z.infer<(typeof ListDossiers)['output']>['items'][number]

export const listDossiers = listOf<DossierState, DossierStage, Which, DossierFacts, Row>(dossierKind, {
  contract: ListDossiers,
  stages: { receive: ['receive'], work: ['work'], decide: ['decide'], waiting: ['waiting'] },
  async item(read, tools, row, _, at) {
    const { content, facts } = await dossierOf(tools, row)
    const one = await procedureOf(read, facts.procedure, facts.version)
    return {
      reference: row.reference,
      procedure: one.id,
      title: one.title,
      name: content.name,
      state: row.state,
      filedAt: row.opened_at.toISOString(),
      dueAt: row.due_at?.toISOString() ?? null,
      isOverdue: isOverdue(row, at),
      differences: facts.differences,
      isAnswered: facts.isAnswered,
      waitsForRegister: facts.register === 'asking' || facts.register === 'silent',
    }
  },
})

export const dossierQueues = [
  { key: 'dossiers-receive', task: 'dossier.receive', figures: figuresOf(dossierKind, 'receive') },
  { key: 'dossiers-work', task: 'dossier.work', figures: figuresOf(dossierKind, 'work') },
  { key: 'dossiers-decide', task: 'dossier.decide', figures: figuresOf(dossierKind, 'decide') },
  { key: 'dossiers-waiting', task: 'dossier.work', figures: figuresOf(dossierKind, 'waiting') },
] as const
