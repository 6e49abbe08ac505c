/** What the router offers of this module. */
import type { AnyUseCase } from '../../kernel/use-case.ts'
import { startActivation, startNewDevice, startRecovery } from './begin-journey.ts'
import { changeEmail, changePassword, changePhone, confirmEmail, confirmPhone } from './change-secrets.ts'
import { finishJourney, resendJourneyCode, verifyJourneyCode, viewJourney } from './finish-journey.ts'
import { closeApp, newChallenge, openApp } from './open-app.ts'
import { endSession, removeDevice, signOutEverywhere, viewDevices } from './sessions.ts'

export const useCases: AnyUseCase[] = [
  startActivation, startNewDevice, startRecovery, viewJourney, verifyJourneyCode, resendJourneyCode, finishJourney,
  newChallenge, openApp, closeApp, changePassword, changePhone, confirmPhone, changeEmail, confirmEmail,
  viewDevices, endSession, removeDevice, signOutEverywhere,
]
