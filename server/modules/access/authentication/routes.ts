/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { answerAsk, viewAsks } from './recovery/answer-ask.ts'
import { startActivation, startNewDevice, startNewPassword } from './activation/begin-journey.ts'
import {
  beginRecovery,
  leaveRecovery,
  redeemVoucher,
  sendRecoveryCode,
  viewLadder,
  viewRecovery,
} from './recovery/begin-recovery.ts'
import {
  changeEmail,
  changePassword,
  changePhone,
  confirmEmail,
  confirmPhone,
} from './secrets/change-secrets.ts'
import {
  finishJourney,
  resendJourneyCode,
  verifyJourneyCode,
  viewJourney,
} from './activation/finish-journey.ts'
import { finishRecovery } from './recovery/finish-recovery.ts'
import { issueVoucher, secondVoucherCase, submitVoucherCase } from './voucher/issue-voucher.ts'
import { closeApp, newChallenge, openApp } from './sessions/open-app.ts'
import {
  discardVoucherCase,
  listVoucherCases,
  openVoucherCase,
  viewVoucherCase,
} from './voucher/open-voucher-case.ts'
import { openProfile } from './sessions/open-profile.ts'
import { drawRecoveryChallenge, proveChip, proveCode, provePortrait } from './recovery/prove-recovery.ts'
import { endSession, removeDevice, signOutEverywhere, viewDevices } from './sessions/sessions.ts'
import { disputeRecovery, stopRecovery, viewOngoing } from './recovery/stop-recovery.ts'
import {
  askVoucherConsent,
  exceptVoucherFinger,
  takeVoucherPortrait,
  takeVoucherPrints,
} from './voucher/voucher-evidence.ts'

export const useCases: AnyUseCase[] = [
  startActivation,
  startNewDevice,
  startNewPassword,
  viewJourney,
  verifyJourneyCode,
  resendJourneyCode,
  finishJourney,
  newChallenge,
  openApp,
  closeApp,
  openProfile,
  changePassword,
  changePhone,
  confirmPhone,
  changeEmail,
  confirmEmail,
  viewDevices,
  endSession,
  removeDevice,
  signOutEverywhere,
  viewLadder,
  beginRecovery,
  redeemVoucher,
  viewRecovery,
  sendRecoveryCode,
  leaveRecovery,
  drawRecoveryChallenge,
  proveChip,
  proveCode,
  provePortrait,
  finishRecovery,
  disputeRecovery,
  viewOngoing,
  stopRecovery,
  viewAsks,
  answerAsk,
  openVoucherCase,
  viewVoucherCase,
  listVoucherCases,
  takeVoucherPortrait,
  takeVoucherPrints,
  exceptVoucherFinger,
  askVoucherConsent,
  submitVoucherCase,
  secondVoucherCase,
  issueVoucher,
  discardVoucherCase,
]
