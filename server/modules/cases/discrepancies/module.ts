/** What this module offers and does. */
import type { Task } from '../../registry/organisations/mandate.ts'
import { DiscrepancyOpened, DiscrepancyOverdue, DiscrepancyRefused, DiscrepancySettled } from './events.ts'
import { discrepancyKind } from './discrepancy-case.ts'
import { findable } from '../casework/findable.ts'
import { tellLateCases } from '../casework/late-cases.ts'
import { defineModule } from '../../../kernel/module.ts'
import { reportDiscrepancy, viewOwnDiscrepancies, withdrawDiscrepancy } from './own-discrepancies.ts'
import { confirmDiscrepancy, proposeDiscrepancy } from './settle-discrepancy.ts'
import {
  askDiscrepancy,
  listDiscrepancies,
  noteDiscrepancy,
  refuseDiscrepancy,
  viewDiscrepancy,
  discrepancyFigures,
} from './work-discrepancy.ts'
import { asShown } from '../../../kernel/telling.ts'

/** How often the clock looks for cases that ran over their time. */
const OVERDUE_EVERY_MS = 10_000

export const discrepanciesModule = defineModule('cases/discrepancies', {
  useCases: [
    listDiscrepancies,
    viewDiscrepancy,
    noteDiscrepancy,
    askDiscrepancy,
    proposeDiscrepancy,
    confirmDiscrepancy,
    refuseDiscrepancy,
    viewOwnDiscrepancies,
    reportDiscrepancy,
    withdrawDiscrepancy,
  ],
  forms: {
    citizen: {
      reportDiscrepancy: { sends: reportDiscrepancy },
    },
    counter: {
      noteDiscrepancy: { sends: noteDiscrepancy },
    },
  },
  events: [DiscrepancyOpened, DiscrepancyOverdue, DiscrepancyRefused, DiscrepancySettled],
  tells: [{ part: 'corrections', tables: [], tell: asShown(viewOwnDiscrepancies, {}) }],
  cases: [findable('discrepancy', discrepancyKind)],
  queues: [{ key: 'discrepancies', task: 'discrepancy.work' satisfies Task, figures: discrepancyFigures }],
  jobs: [
    {
      name: 'discrepancies-overdue',
      every_ms: OVERDUE_EVERY_MS,
      run: async ({ transact, tools }) => (await tellLateCases(transact, tools, discrepancyKind)) > 0,
    },
  ],
})
