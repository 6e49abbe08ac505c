/** What the router offers of this module. */
import type { AnyUseCase } from '../../kernel/use-case.ts'
import { declareIdentity, discardDraft, sendEnrolmentCode, startEnrolment, takePortrait, verifyEnrolmentCode, viewDraft } from './fill-draft.ts'
import { decideEnrolment, openApplication, viewQueue } from './review-enrolment.ts'
import { submitEnrolment, viewEnrolment } from './submit-enrolment.ts'

export const useCases: AnyUseCase[] = [
  startEnrolment, viewDraft, declareIdentity, sendEnrolmentCode, verifyEnrolmentCode, takePortrait, discardDraft,
  submitEnrolment, viewEnrolment, viewQueue, openApplication, decideEnrolment,
]
