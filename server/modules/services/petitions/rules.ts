/** Dated rules of petitions. */
import type { z } from 'zod'
import type { petitionTopic } from '../../../../contract/petition.ts'
import { definePolicy, inForce } from '../../../kernel/policy.ts'
import { closingAfter } from '../../cases/casework/case-clock.ts'

type Topic = z.infer<typeof petitionTopic>

/** Working days from the petition to its answer. */
const answerDays = definePolicy('petitions.due_working_days', [
  {
    from: '2025-07-01',
    value: 10,
    source:
      'Decree 118/2025/ND-CP on the one-stop centres; 10 working days as Ninh Bình Decision 163/2025 sets it',
  },
])
export const answerDueMoment = (openedAt: Date): Date => closingAfter(openedAt, inForce(answerDays, openedAt))

/** Which level answers: nobody judges the conduct of her own office. */
const levels = definePolicy<Readonly<Partial<Record<Topic, 'province'>>>>('petitions.levels', [
  {
    from: '2025-07-01',
    value: { 'officer-conduct': 'province' },
    source:
      'Law 02/2011/QH13 on Complaints: what an office did is looked at by the one above it; everything else is for the commune (Decree 118/2025/ND-CP)',
  },
])
export const levelOf = (topic: Topic, at: Date): 'commune' | 'province' =>
  inForce(levels, at)[topic] ?? 'commune'

/** Petitions that one person may send in a day. */
export const sentPerDay = definePolicy('petitions.sent_per_day', [
  { from: '2025-07-01', value: 10, source: 'operator policy: more than anybody has to say in a day' },
])
/** Answers that one person may have as a paper in a day. */
export const papersPerDay = definePolicy('petitions.papers_per_day', [
  { from: '2025-07-01', value: 50, source: 'operator policy: a page costs some time of a processor' },
])

/** How many months the public statistics show, and from which number on a count is shown. */
export const shownStatistics = definePolicy('petitions.statistics', [
  {
    from: '2025-07-01',
    value: { months: 12, least: 5 },
    source:
      'operator policy: whoever wrote cannot be guessed from a small number (Law 91/2025/QH15); a year shows the seasons',
  },
])
