/** What this module offers and does. */
import { atOnce_days } from '../../../kernel/retention.ts'
import { findable } from '../casework/findable.ts'
import { lapseJob } from '../casework/lapse-open.ts'
import { tellLateCases } from '../casework/late-cases.ts'
import { endUnanswered } from '../casework/unanswered-cases.ts'
import { level2Kind } from './level-2/level-2-case.ts'
import type { Task } from '../../registry/organisations/mandate.ts'
import { enrolmentReactions } from './enrolment-reactions.ts'
import { enrolmentEvents } from './events.ts'
import { defineModule } from '../../../kernel/module.ts'
import { secondLevel2, submitLevel2 } from './level-2/decide-level-2.ts'
import {
  declareIdentity,
  discardDraft,
  sendEnrolmentCode,
  startEnrolment,
  takePortrait,
  verifyEnrolmentCode,
  viewDraft,
} from './level-1/fill-draft.ts'
import {
  askLevel2Consent,
  drawLevel2Challenge,
  exceptLevel2Finger,
  giveLevel2Contact,
  noteLevel2Documents,
  readLevel2Chip,
  recordOfflineConsent,
  takeLevel2Portrait,
  takeLevel2Prints,
  verifyLevel2Code,
} from './level-2/level-2-evidence.ts'
import {
  discardLevel2,
  level2OpenFigures,
  level2SecondFigures,
  listLevel2,
  openLevel2,
  viewLevel2,
} from './level-2/open-level-2.ts'
import { sendOtherPortrait } from './level-1/answer-portrait.ts'
import { askForPortrait } from './level-1/ask-portrait.ts'
import { beginReturn, finishReturn } from './level-1/return-to-application.ts'
import { level1Kind } from './level-1/level-1-case.ts'
import { decideEnrolment, level1Figures, openApplication, viewQueue } from './level-1/review-enrolment.ts'
import { submitEnrolment, viewEnrolment } from './level-1/submit-enrolment.ts'

/** How often the clock looks for cases that ran over their time. */
const OVERDUE_EVERY_MS = 10_000

export const enrolmentModule = defineModule('cases/enrolment', {
  useCases: [
    startEnrolment,
    viewDraft,
    declareIdentity,
    sendEnrolmentCode,
    verifyEnrolmentCode,
    takePortrait,
    discardDraft,
    submitEnrolment,
    viewEnrolment,
    viewQueue,
    openApplication,
    decideEnrolment,
    askForPortrait,
    sendOtherPortrait,
    beginReturn,
    finishReturn,
    openLevel2,
    readLevel2Chip,
    drawLevel2Challenge,
    giveLevel2Contact,
    verifyLevel2Code,
    takeLevel2Portrait,
    takeLevel2Prints,
    exceptLevel2Finger,
    noteLevel2Documents,
    askLevel2Consent,
    recordOfflineConsent,
    submitLevel2,
    secondLevel2,
    discardLevel2,
    viewLevel2,
    listLevel2,
  ],
  forms: {
    citizen: {
      declareIdentity: { sends: declareIdentity },
      enrolmentContact: { sends: sendEnrolmentCode },
      returnBySms: { sends: beginReturn, options: [0] },
      returnByEmail: { sends: beginReturn, options: [1] },
    },
    counter: {
      giveLevel2Contact: { sends: giveLevel2Contact },
      exceptFinger: { sends: exceptLevel2Finger },
      documentToIntegrate: { sends: noteLevel2Documents, within: 'documents' },
    },
    decision: {
      discardLevel2: { sends: discardLevel2 },
      decideLevel2: { sends: secondLevel2 },
      askPortrait: { sends: askForPortrait },
      decideEnrolment: { sends: decideEnrolment },
    },
  },
  events: enrolmentEvents,
  reactions: enrolmentReactions,
  lapses: [
    { table: 'enrolment_draft', since: 'ends_at', days: atOnce_days },
    { table: 'enrolment_return', since: 'ends_at', days: atOnce_days },
  ],
  cases: [findable('level-1', level1Kind, 'reference'), findable('level-2', level2Kind)],
  queues: [
    { key: 'level-1', task: 'enrolment.decide' satisfies Task, figures: level1Figures },
    { key: 'level-2-open', task: 'level-2.take' satisfies Task, figures: level2OpenFigures },
    { key: 'level-2-second', task: 'level-2.second' satisfies Task, figures: level2SecondFigures },
  ],
  jobs: [
    {
      name: 'level-1-overdue',
      every_ms: OVERDUE_EVERY_MS,
      run: async ({ transact, tools }) => (await tellLateCases(transact, tools, level1Kind)) > 0,
    },
    {
      name: 'level-1-unanswered',
      every_ms: OVERDUE_EVERY_MS,
      run: async ({ transact, tools }) => (await endUnanswered(transact, tools, level1Kind)) > 0,
    },
    {
      name: 'level-2-overdue',
      every_ms: OVERDUE_EVERY_MS,
      run: async ({ transact, tools }) => (await tellLateCases(transact, tools, level2Kind)) > 0,
    },
    lapseJob('level-2-lapse', level2Kind),
  ],
  keeps: [
    {
      table: 'enrolment_draft',
      holds: ['consent', 'sealed_declared', 'sealed_phone', 'sealed_email', 'sealed_portrait', 'subject_id'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    {
      table: 'enrolment_return',
      holds: ['sealed_reference'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
  ],
})
