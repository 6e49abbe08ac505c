/** Letters about a case of whatever kind. */
import { movedCaseWords, type MovedCaseKind } from '../../contract/phrases/letters-case.ts'
import { CaseDueMoved } from '../modules/cases/casework/events.ts'
import type { Published } from '../kernel/reaction.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Work } from '../kernel/work.ts'
import { applicant, contactOfCard, contactOfLevel2, holder } from './audiences.ts'
import { dayText, officeText } from './blanks.ts'
import { letter, type Audience, type LetterRow } from './letter.ts'

interface OfCase {
  readonly kind: MovedCaseKind
  readonly caseId: string
}

/** An applicant may have no account yet: she is reached where her application says. */
const audienceOf = (work: Work, tools: Tools, { subjectId, data: { kind, caseId } }: Published<OfCase>) => {
  switch (kind) {
    case 'level-1':
      return applicant.find(work, tools, { subjectId, data: { enrolmentId: caseId } })
    case 'level-2':
      return contactOfLevel2.find(work, tools, { subjectId, data: { caseId } })
    case 'card':
      return contactOfCard.find(work, tools, { subjectId, data: { applicationId: caseId } })
    default:
      return holder.find(work, tools, { subjectId, data: null })
  }
}
const whoeverWaits: Audience<OfCase> = {
  who: 'whoever waits for the case',
  channels:
    'for an applicant as proven for her application, else: inbox; text message; e-mail if there is one',
  async find(work, tools, event) {
    const to = await audienceOf(work, tools, event)
    return to && { ...to, about: null }
  },
}

const DAYS_NAMED = 3
type Day = {
  readonly day: string
  readonly offices: 'closed' | 'open'
  readonly why: { vi: string; en: string }
}
/** "12/02/2027 (nghỉ Tết)"; the first ones, for a long holiday. */
const daysText = (days: readonly Day[], language: 'vi' | 'en'): string => {
  const named = days
    .slice(0, DAYS_NAMED)
    .map(({ day, why }) => `${day.split('-').reverse().join('/')} (${why[language]})`)
  return `${named.join(', ')}${days.length > DAYS_NAMED ? ', …' : ''}`
}

export const anyCaseLetters: readonly LetterRow[] = [
  letter(CaseDueMoved, {
    when: 'a holiday is announced that moves the day of an open case',
    template: 'case-due-moved',
    to: whoeverWaits,
    params: ({ data: { kind, reference, office, wasDueAt, dueAt, days } }) => ({
      what: movedCaseWords[kind],
      reference,
      office: officeText(office),
      was: dayText(wasDueAt),
      due: dayText(dueAt),
      days: { vi: daysText(days, 'vi'), en: daysText(days, 'en') },
    }),
  }),
]
