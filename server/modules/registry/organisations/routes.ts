/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { answerPrompt, openScreen, pairScreen, unpairScreen, viewDesk, viewScreen } from './desk-screen.ts'
import {
  addPasskey,
  enterByTicket,
  officerSignIn,
  officerSignInOptions,
  officerSignOut,
  passkeyOptions,
  viewOfficer,
} from './officer-sign-in.ts'
import { chooseDesk, viewShift } from './shift.ts'

export const useCases: AnyUseCase[] = [
  enterByTicket,
  passkeyOptions,
  addPasskey,
  officerSignInOptions,
  officerSignIn,
  viewOfficer,
  officerSignOut,
  viewShift,
  chooseDesk,
  pairScreen,
  openScreen,
  viewScreen,
  answerPrompt,
  viewDesk,
  unpairScreen,
]
