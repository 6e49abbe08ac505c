/** Identity cards, from the application to the holder's hand. */
import { cardProblems } from '../problems/card.ts'
import { cardPurposes } from '../purposes/card.ts'
import { counterTask } from './counter-task.ts'

export const cardsTask = counterTask({
  tasks: ['card.take', 'card.decide', 'card.print', 'card.hand-over'],
  queues: ['card-open', 'card-decide', 'card-print', 'card-hand-over'],
  cases: ['card'],
  questions: ['card-consent', 'card-hand-over'],
  problems: cardProblems,
  purposes: cardPurposes,
})
