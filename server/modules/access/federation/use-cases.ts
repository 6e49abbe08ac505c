/**
 * The use cases of the sign-in page. They stand below `/oidc/interaction/<uid>/` and not below `/api`: the
 * interaction's cookie is bound to that path.
 */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { giveConsent, refuseSignIn } from './sign-in/give-consent.ts'
import { givePassword } from './sign-in/give-password.ts'
import { giveDeviceProof, giveSignInCode, sendSignInCode } from './sign-in/second-factor.ts'
import { viewSignIn } from './sign-in/view-sign-in.ts'

export const signInUseCases: AnyUseCase[] = [
  viewSignIn,
  givePassword,
  sendSignInCode,
  giveSignInCode,
  giveDeviceProof,
  giveConsent,
  refuseSignIn,
]
