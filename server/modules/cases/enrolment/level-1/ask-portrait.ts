/** An officer who cannot use the portrait asks for another one: the clock stands still until it comes. */
import { AskPortrait } from '../../../../../contract/enrolment.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { saveCase, takenByWith } from '../../casework/case-file.ts'
import { PortraitAsked } from '../events.ts'
import { answerByMoment, portraitAsking } from '../rules.ts'
import { askPortrait } from './enrolment.ts'
import { findReviewed, reviewerOfAnother } from './find-reviewed.ts'
import { asksOf, level1Kind } from './level-1-case.ts'

export const askForPortrait = useCase({
  contract: AskPortrait,
  find: findReviewed.forUpdate,
  permit: reviewerOfAnother,
  async act(work, { fault, note }, { found: { row }, actor, tools, now }) {
    const answerBy = answerByMoment(now).toISOString()
    const ask = { fault, officerNumber: actor.number, askedAt: now.toISOString(), answerBy }
    const asks = askPortrait(row.state, asksOf(row), ask, inForce(portraitAsking, now).most)
    const change = {
      state: 'waiting-citizen',
      facts: { ...row.facts, asks },
      askedBy: actor.officerId,
      note: note ?? null,
      by: actor.number,
      takenBy: takenByWith(row, actor),
    } as const
    await saveCase(work, tools, level1Kind, row, change, now)
    const { id: enrolmentId, reference } = row
    work.publish(PortraitAsked, row.subject_id, { enrolmentId, reference, fault, answerBy })
    return { reference, answerBy }
  },
  audit: ({ found: { row }, actor }) => ({
    about: row.subject_id,
    purpose: 'enrolment-portrait-asked',
    outcome: 'waiting-citizen',
    detail: { reference: row.reference, office: actor.officeName, officerNumber: actor.number },
  }),
})
