/** Dated rules of questions about looks. */
import { definePolicy, inForce } from '../../../kernel/policy.ts'
import { closingAfter } from '../../cases/casework/case-clock.ts'

/** Working days from the question to its answer. */
const answerDays = definePolicy('look_questions.due_working_days', [
  {
    from: '2024-07-01',
    value: 2,
    source:
      'operator policy, as later law has it: Decree 13/2023/ND-CP gave 72 hours for what a person asks to see',
  },
  {
    from: '2026-01-01',
    value: 2,
    source:
      'Decree 356/2025/ND-CP with Law 91/2025/QH15: a request of the person whose data they are is answered within 2 working days',
  },
])

/** Questions that one person may ask in a day. */
export const asksPerDay = definePolicy('look_questions.asks_per_day', [
  {
    from: '2024-07-01',
    value: 10,
    source: 'operator policy: more than anybody has strange looks in a day',
  },
])

export const answerDueMoment = (openedAt: Date): Date => closingAfter(openedAt, inForce(answerDays, openedAt))
