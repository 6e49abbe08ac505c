/** An application before an officer: found by its reference at her office, and never about herself. */
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Work } from '../../../../kernel/work.ts'
import { officerNeverHerself } from '../../../registry/organisations/second-eyes.ts'
import { findersByReference, type FoundCase } from '../../casework/case-access.ts'
import type { EnrolmentState } from './enrolment.ts'
import { aboutKeyOfApplication, level1Kind, type Level1Facts } from './level-1-case.ts'

/** Nobody looks at or decides her own application. */
export const reviewerOfAnother = officerNeverHerself('enrolment.decide', level1Kind.problems.aboutOneself)

type Found = FoundCase<EnrolmentState, Level1Facts>
const finders = findersByReference<EnrolmentState, Level1Facts>(level1Kind)
const aboutWhom =
  (find: typeof finders.find) =>
  async (work: Work, input: { reference: string }, actor: Actor, tools: Tools): Promise<Found> => {
    const found = await find(work, input, actor)
    return { ...found, aboutKey: await aboutKeyOfApplication(work, tools, found.row) }
  }
export const findReviewed = { find: aboutWhom(finders.find), forUpdate: aboutWhom(finders.forUpdate) }
