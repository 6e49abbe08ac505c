/** Policies of filing and of the clock of dossiers. */
import { definePolicy } from '../../../kernel/policy.ts'

/** In minutes of the day in Vietnam. A working day has eight hours (Labour Code 2019 art. 105(1)). */
export const officeHours = definePolicy<readonly (readonly [from: number, until: number])[]>('office hours', [
  {
    from: '2021-01-01',
    value: [
      [7 * 60 + 30, 11 * 60 + 30],
      [13 * 60, 17 * 60],
    ],
    source:
      'Labour Code 2019 art. 105(1): eight hours a day; the hours are those that most provinces have published for their one-stop desks',
  },
])
