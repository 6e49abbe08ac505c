/** What the router offers of this module. */
import type { AnyUseCase } from '../../kernel/use-case.ts'
import { addPasskey, enterByTicket, officerSignIn, officerSignInOptions, officerSignOut, passkeyOptions, viewOfficer } from './officer-sign-in.ts'

export const useCases: AnyUseCase[] = [enterByTicket, passkeyOptions, addPasskey, officerSignInOptions, officerSignIn, viewOfficer, officerSignOut]
