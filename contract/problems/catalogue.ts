/**
 * Every refusal of the product. A code without both sentences does not compile; `docs/problems.md` is
 * generated from here.
 */
import { counterTaskProblems } from '../counter-tasks/all.ts'
import { requestProblems } from './request.ts'
import { authenticationProblems } from './authentication.ts'
import { officerProblems } from './officer.ts'
import { chipProblems } from './chip.ts'
import { biometricsProblems } from './biometrics.ts'
import { evidenceProblems } from './evidence.ts'
import { counterProblems } from './counter.ts'
import { recoveryProblems } from './recovery.ts'
import { credentialProblems } from './credentials.ts'
import { presenceProblems } from './presence.ts'
import { transparencyLogProblems } from './transparency-log.ts'
import { ownDataProblems } from './own-data.ts'
import { documentProblems } from './documents.ts'
import { residenceProblems } from './residence.ts'
import { sharingProblems } from './sharing.ts'

export const problemCatalogue = {
  ...requestProblems,
  ...authenticationProblems,
  ...officerProblems,
  ...chipProblems,
  ...biometricsProblems,
  ...evidenceProblems,
  ...counterProblems,
  ...counterTaskProblems,
  ...recoveryProblems,
  ...presenceProblems,
  ...transparencyLogProblems,
  ...ownDataProblems,
  ...documentProblems,
  ...credentialProblems,
  ...sharingProblems,
  ...residenceProblems,
}

export type ProblemCode = keyof typeof problemCatalogue
