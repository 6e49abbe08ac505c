/** What this module offers and does. */
import { findable } from '../../cases/casework/findable.ts'
import { tellLateCases } from '../../cases/casework/late-cases.ts'
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { asShown } from '../../../kernel/telling.ts'
import type { Task } from '../../registry/organisations/mandate.ts'
import { PetitionAnswered, PetitionForwarded, PetitionOpened, PetitionOverdue } from './events.ts'
import {
  listUnits,
  printPetitionAnswer,
  ratePetition,
  sendPetition,
  viewOwnPetitions,
} from './own-petitions.ts'
import { petitionKind } from './petition-case.ts'
import { viewPetitionStatistics } from './statistics.ts'
import {
  answerPetition,
  forwardPetition,
  listPetitions,
  petitionFigures,
  viewPetition,
} from './work-petition.ts'

/** How often the clock looks for petitions that ran over their time. */
const OVERDUE_EVERY_MS = 10_000

export const petitionsModule = defineModule('services/petitions', {
  useCases: [
    listUnits,
    sendPetition,
    viewOwnPetitions,
    ratePetition,
    printPetitionAnswer,
    listPetitions,
    viewPetition,
    answerPetition,
    forwardPetition,
    viewPetitionStatistics,
  ],
  forms: {
    citizen: { sendPetition: { sends: sendPetition } },
    decision: { answerPetition: { sends: answerPetition }, forwardPetition: { sends: forwardPetition } },
  },
  events: [PetitionOpened, PetitionForwarded, PetitionOverdue, PetitionAnswered],
  tells: [{ part: 'petitions', tables: [], tell: asShown(viewOwnPetitions, {}) }],
  keeps: [...holdNobody('petition_count')],
  cases: [findable('petition', petitionKind)],
  queues: [{ key: 'petitions', task: 'petition.answer' satisfies Task, figures: petitionFigures }],
  jobs: [
    {
      name: 'petitions-overdue',
      every_ms: OVERDUE_EVERY_MS,
      run: async ({ transact, tools }) => (await tellLateCases(transact, tools, petitionKind)) > 0,
    },
  ],
})
