/** Every refusal of the product. A code without both sentences does not compile; `docs/problems.md` is generated from here. */
import { requestProblems } from './request.ts'
import { enrolmentProblems } from './enrolment.ts'
import { authenticationProblems } from './authentication.ts'
import { officerProblems } from './officer.ts'

export const problemCatalogue = {
  ...requestProblems,
  ...enrolmentProblems,
  ...authenticationProblems,
  ...officerProblems,
}

export type ProblemCode = keyof typeof problemCatalogue
