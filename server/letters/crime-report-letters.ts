/** Letters about reports of crimes under a name. */
import { CrimeReportMoved, CrimeReportOverdue } from '../modules/services/crime-reports/events.ts'
import { holder } from './audiences.ts'
import { letter, type LetterRow } from './letter.ts'

export const crimeReportLetters: readonly LetterRow[] = [
  letter(CrimeReportMoved, {
    when: 'the office asked something of, extended, handed on or settled a report of a crime under a name; the letter does not say what it is about',
    template: 'crime-report-moved',
    to: holder,
    params: ({ data: { reference } }) => ({ reference }),
  }),
  letter(CrimeReportOverdue, {
    when: 'a report of a crime under a name is late: an apology, once',
    template: 'crime-report-late',
    to: holder,
    params: ({ data: { reference } }) => ({ reference }),
  }),
]
