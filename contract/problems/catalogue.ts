/**
 * Every refusal of the product. A code without both sentences does not compile; `docs/problems.md` is
 * generated from here.
 */
import { requestProblems } from './request.ts'
import { enrolmentProblems } from './enrolment.ts'
import { authenticationProblems } from './authentication.ts'
import { officerProblems } from './officer.ts'
import { chipProblems } from './chip.ts'
import { biometricsProblems } from './biometrics.ts'
import { evidenceProblems } from './evidence.ts'
import { level2Problems } from './level-2.ts'
import { counterProblems } from './counter.ts'
import { cardProblems } from './card.ts'
import { lockProblems } from './lock.ts'
import { representationProblems } from './representation.ts'
import { discrepancyProblems } from './discrepancy.ts'
import { recoveryProblems } from './recovery.ts'
import { recoveryVoucherProblems } from './recovery-voucher.ts'
import { assistanceProblems } from './assistance.ts'

export const problemCatalogue = {
  ...requestProblems,
  ...enrolmentProblems,
  ...authenticationProblems,
  ...officerProblems,
  ...chipProblems,
  ...biometricsProblems,
  ...evidenceProblems,
  ...level2Problems,
  ...counterProblems,
  ...cardProblems,
  ...lockProblems,
  ...representationProblems,
  ...discrepancyProblems,
  ...recoveryProblems,
  ...recoveryVoucherProblems,
  ...assistanceProblems,
}

export type ProblemCode = keyof typeof problemCatalogue
