/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { asShown } from '../../../kernel/telling.ts'
import { findable } from '../../cases/casework/findable.ts'
import { tellLateCases } from '../../cases/casework/late-cases.ts'
import { endUnanswered } from '../../cases/casework/unanswered-cases.ts'
import { checkPaper, checkPaperFile } from './check-paper.ts'
import { answerConsent, consentsAsked, listConsents, remindConsent } from './consents.ts'
import { endUnconsented } from './lapse-consents.ts'
import { decideDossier, proposeDossier } from './decide-dossier.ts'
import { dossierKind } from './dossier-case.ts'
import { viewDossierPicture } from './dossier-picture.ts'
import {
  DossierFiled,
  DossierConsentAsked,
  DossierConsentOnPaper,
  DossierConsentAnswered,
  DossierConsentsLapsed,
  DossierReceived,
  DossierNotReceived,
  DossierSupplementAsked,
  DossierUnanswered,
  DossierPaymentAsked,
  DossierPaused,
  DossierResumed,
  DossierGranted,
  DossierReturned,
  DossierRejected,
  DossierWithdrawn,
  DossierOverdue,
  DossierApologised,
} from './events.ts'
import { fileService } from './file-dossier.ts'
import { dossierQueues, listDossiers } from './list-dossiers.ts'
import {
  answerSupplement,
  listOwnDossiers,
  objectToDossier,
  rateDossier,
  viewOwnDossier,
  withdrawDossier,
} from './own-dossiers.ts'
import { askForJudgments } from './record/ask-register.ts'
import { settleJudgment, viewJudgments } from './record/view-judgments.ts'
import { ratingDays } from './rules.ts'
import { endConfirmations, returnResult } from './result-reactions.ts'
import { endPaper, viewDossierPaper } from './view-paper.ts'
import {
  apologiseDossier,
  askSupplement,
  openOfficeDossier,
  pauseDossier,
  payDossier,
  receiveDossier,
  tickDossier,
} from './work-dossier.ts'
import { moveDossier, notePaperConsent } from './pass-on-dossier.ts'

/** How often the clock looks for dossiers that ran over a time. */
const CLOCK_EVERY_MS = 10_000
/** The officer has the dossier open when the register is asked first. */
const ASK_EVERY_MS = 700

export const dossiersModule = defineModule('services/dossiers', {
  useCases: [
    fileService,
    listOwnDossiers,
    viewOwnDossier,
    answerSupplement,
    withdrawDossier,
    objectToDossier,
    rateDossier,
    remindConsent,
    listConsents,
    answerConsent,
    viewDossierPaper,
    endPaper,
    checkPaper,
    checkPaperFile,
    listDossiers,
    openOfficeDossier,
    viewDossierPicture,
    receiveDossier,
    tickDossier,
    askSupplement,
    pauseDossier,
    payDossier,
    notePaperConsent,
    moveDossier,
    apologiseDossier,
    proposeDossier,
    decideDossier,
    viewJudgments,
    settleJudgment,
  ],
  events: [
    DossierFiled,
    DossierConsentAsked,
    DossierConsentOnPaper,
    DossierConsentAnswered,
    DossierConsentsLapsed,
    DossierReceived,
    DossierNotReceived,
    DossierSupplementAsked,
    DossierUnanswered,
    DossierPaymentAsked,
    DossierPaused,
    DossierResumed,
    DossierGranted,
    DossierReturned,
    DossierRejected,
    DossierWithdrawn,
    DossierOverdue,
    DossierApologised,
  ],
  reactions: [returnResult, endConfirmations],
  lapses: [{ table: 'dossier_rating', since: 'month', days: ratingDays }],
  cases: [findable('dossier', dossierKind, 'reference')],
  queues: [...dossierQueues],
  tells: [
    { part: 'dossiers', tables: [], tell: asShown(listOwnDossiers, {}) },
    {
      part: 'agreements',
      tables: ['dossier_consent'],
      tell: async ({ work, doing, account }) =>
        (await consentsAsked(work, doing.tools, account.subjectId)).items,
    },
  ],
  jobs: [
    {
      name: 'dossiers-overdue',
      every_ms: CLOCK_EVERY_MS,
      run: async ({ transact, tools }) => (await tellLateCases(transact, tools, dossierKind)) > 0,
    },
    {
      name: 'dossiers-unanswered',
      every_ms: CLOCK_EVERY_MS,
      run: async ({ transact, tools }) => (await endUnanswered(transact, tools, dossierKind)) > 0,
    },
    {
      name: 'dossiers-unconsented',
      every_ms: CLOCK_EVERY_MS,
      run: async ({ transact, tools }) => (await endUnconsented(transact, tools)) > 0,
    },
    { name: 'ask-for-judgments', every_ms: ASK_EVERY_MS, run: askForJudgments },
  ],
  keeps: [
    {
      table: 'dossier_consent',
      holds: ['subject_id', 'case_subject_id'],
      fate: { is: 'kept', kind: 'cases', since: 'answered_at' },
    },
    {
      table: 'judgment_inquiry',
      holds: ['subject_id'],
      untold: 'offices',
      fate: { is: 'kept', kind: 'cases', since: 'asked_at' },
    },
    {
      table: 'issued_paper',
      holds: ['digest', 'file_digest', 'subject_id'],
      untold: 'offices',
      fate: { is: 'kept', kind: 'cases', since: 'issued_at' },
    },
    ...holdNobody('dossier_number', 'dossier_rating'),
  ],
})
