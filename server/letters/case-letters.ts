/** Letters about applications and cases: level 1, level 2, cards, differing data. */
import { accountWithCardWords, cardAdvice } from '../../contract/phrases/letters-card.ts'
import {
  discrepancyAdvice,
  exchangeWords,
  fieldWords,
  outcomeWords,
} from '../../contract/phrases/letters-discrepancy.ts'
import { level2Advice } from '../../contract/phrases/letters-level-2.ts'
import { portraitAdvice, refusalAdvice } from '../../contract/phrases/letters-enrolment.ts'
import { now } from '../kernel/clock.ts'
import {
  CardApplicationAccepted,
  CardApplicationLapsed,
  CardApplicationPutToSecond,
  CardApplicationRefused,
  CardIssued,
  CardOverdue,
  CardReady,
  CardStateChanged,
} from '../modules/cases/cards/events.ts'
import {
  DiscrepancyOpened,
  DiscrepancyOverdue,
  DiscrepancyRefused,
  DiscrepancySettled,
} from '../modules/cases/discrepancies/events.ts'
import {
  EnrolmentAccepted,
  EnrolmentOverdue,
  EnrolmentPutToReview,
  EnrolmentRefused,
  Level2Accepted,
  Level2Overdue,
  Level2PutToSecond,
  Level2Refused,
  PortraitAnswered,
  PortraitAsked,
  PortraitUnanswered,
} from '../modules/cases/enrolment/events.ts'
import { AccountDisplaced } from '../modules/people/accounts/events.ts'
import {
  applicant,
  applicantAndInbox,
  contactOfCard,
  contactOfCardAndInbox,
  contactOfLevel2,
  contactOfLevel2AndInbox,
  formerContacts,
  holder,
  registerContact,
} from './audiences.ts'
import { dayText } from './blanks.ts'
import { letter, nothing, type LetterRow } from './letter.ts'

const level1: readonly LetterRow[] = [
  letter(EnrolmentPutToReview, {
    when: 'an application for level 1 is put before an officer',
    template: 'enrolment-in-review',
    to: applicant,
    params: ({ data }) => ({ reference: data.reference, due: dayText(data.dueAt) }),
  }),
  letter(EnrolmentOverdue, {
    when: 'an application for level 1 is late: an apology, once',
    template: 'enrolment-overdue',
    to: applicant,
    params: ({ data }) => ({ reference: data.reference, due: dayText(data.dueAt) }),
  }),
  letter(EnrolmentAccepted, {
    when: 'an application for level 1 is accepted',
    template: 'enrolment-accepted',
    to: applicantAndInbox,
    params: ({ data }) => ({ reference: data.reference, activateBy: dayText(data.activateBy) }),
  }),
  letter(EnrolmentAccepted, {
    when: 'an application for level 1 is accepted: a warning, should somebody else have applied',
    template: 'account-opened',
    to: registerContact,
    params: () => ({ day: dayText(now().toISOString()) }),
  }),
  letter(EnrolmentRefused, {
    when: 'an application for level 1 is refused',
    template: 'enrolment-refused',
    to: applicant,
    params: ({ data }) => ({ reference: data.reference, reason: refusalAdvice[data.reason] }),
  }),
  letter(PortraitAsked, {
    when: 'an officer asks for another portrait for an application for level 1',
    template: 'portrait-asked',
    to: applicant,
    params: ({ data: { reference, fault, answerBy } }) => ({
      reference,
      reason: portraitAdvice[fault],
      due: dayText(answerBy),
    }),
  }),
  letter(PortraitAnswered, {
    when: 'the other portrait has come, and the application is in review again',
    template: 'enrolment-in-review',
    to: applicant,
    params: ({ data }) => ({ reference: data.reference, due: dayText(data.dueAt) }),
  }),
  letter(PortraitUnanswered, {
    when: 'the other portrait has not come in time, and the application is refused',
    template: 'portrait-unanswered',
    to: applicant,
    params: ({ data }) => ({ reference: data.reference }),
  }),
]

const level2: readonly LetterRow[] = [
  letter(Level2PutToSecond, {
    when: 'a case for level 2 waits for a second officer',
    template: 'level-2-waiting',
    to: contactOfLevel2,
    params: ({ data }) => ({ reference: data.reference, due: dayText(data.dueAt) }),
  }),
  letter(Level2Overdue, {
    when: 'a case for level 2 waits too long for a second officer: an apology, once',
    template: 'level-2-overdue',
    to: contactOfLevel2,
    params: ({ data }) => ({ reference: data.reference, due: dayText(data.dueAt), office: data.office }),
  }),
  letter(Level2Refused, {
    when: 'a case for level 2 is refused',
    template: 'level-2-refused',
    to: contactOfLevel2,
    params: ({ data }) => ({ reference: data.reference, reason: level2Advice[data.reason] }),
  }),
  letter(Level2Accepted, {
    when: 'a case for level 2 is accepted and an account in use is raised',
    template: 'level-2-raised',
    to: contactOfLevel2AndInbox,
    applies: ({ how }) => how === 'raised',
    params: ({ data }) => ({ reference: data.reference }),
  }),
  letter(Level2Accepted, {
    when: 'a case for level 2 is accepted and the account is to be activated',
    template: 'level-2-issued',
    to: contactOfLevel2AndInbox,
    applies: ({ how }) => how !== 'raised',
    params: ({ data }) => ({ reference: data.reference, activateBy: dayText(data.activateBy) }),
  }),
  letter(AccountDisplaced, {
    when: 'an account is taken from who had it, because its holder proved at a counter who she is',
    template: 'account-displaced',
    to: formerContacts,
    params: nothing,
  }),
]

const cards: readonly LetterRow[] = [
  letter(CardApplicationAccepted, {
    when: 'an application for a card is accepted',
    template: 'card-accepted',
    to: contactOfCard,
    params: ({ data }) => ({ reference: data.reference, due: dayText(data.dueAt) }),
  }),
  letter(CardApplicationPutToSecond, {
    when: 'an application for a card waits for a second officer',
    template: 'card-waiting',
    to: contactOfCard,
    params: ({ data }) => ({ reference: data.reference, due: dayText(data.dueAt) }),
  }),
  letter(CardApplicationRefused, {
    when: 'an application for a card is refused',
    template: 'card-refused',
    to: contactOfCard,
    params: ({ data }) => ({ reference: data.reference, reason: cardAdvice[data.reason] }),
  }),
  letter(CardApplicationLapsed, {
    when: 'nobody went on with an application for a card whose fee was paid',
    template: 'card-lapsed',
    to: contactOfCard,
    params: ({ data }) => ({ reference: data.reference }),
  }),
  letter(CardReady, {
    when: 'a card lies ready at the office',
    template: 'card-ready',
    to: contactOfCard,
    params: ({ data: { reference, office } }) => ({ reference, office }),
  }),
  letter(CardOverdue, {
    when: 'a card is late: an apology, once',
    template: 'card-overdue',
    to: contactOfCard,
    params: ({ data }) => ({ reference: data.reference, due: dayText(data.dueAt), office: data.office }),
  }),
  letter(CardIssued, {
    when: 'a card is handed over and an account is to be activated with it',
    template: 'card-with-account',
    to: contactOfCardAndInbox,
    applies: ({ activateBy }) => activateBy !== null,
    params: ({ data }) =>
      data.activateBy ? { reference: data.reference, activateBy: dayText(data.activateBy) } : null,
  }),
  letter(CardIssued, {
    when: 'a card is handed over and the account in use is raised with it',
    template: 'card-handed-over',
    to: contactOfCardAndInbox,
    applies: ({ activateBy, account }) => activateBy === null && account === 'raised',
    params: ({ data }) => ({ reference: data.reference, account: accountWithCardWords[data.account] }),
  }),
  letter(CardIssued, {
    when: 'a card is handed over without any of these',
    template: 'card-handed-over',
    to: contactOfCard,
    applies: ({ activateBy, account }) => activateBy === null && account !== 'raised',
    params: ({ data }) => ({ reference: data.reference, account: accountWithCardWords[data.account] }),
  }),
  letter(CardStateChanged, {
    when: 'a card is noted as lost at a counter',
    template: 'card-loss-noted',
    to: contactOfCard,
    applies: ({ state }) => state === 'lost',
    params: ({ data }) => ({ reference: data.reference }),
  }),
  letter(CardStateChanged, {
    when: 'a card is noted as lost at a counter: whoever claims it may be somebody else',
    template: 'card-loss-noted',
    to: holder,
    applies: ({ state }) => state === 'lost',
    params: ({ data }) => ({ reference: data.reference }),
  }),
]

const discrepancies: readonly LetterRow[] = [
  letter(DiscrepancyOpened, {
    when: 'a case of differing data is opened',
    template: 'discrepancy-opened',
    to: holder,
    params: ({ data: { reference, field, dueAt, office } }) => ({
      reference,
      field: fieldWords[field],
      due: dayText(dueAt),
      office,
    }),
  }),
  letter(DiscrepancySettled, {
    when: 'a case of differing data is settled',
    template: 'discrepancy-settled',
    to: holder,
    params: ({ data: { reference, field, outcome, needsExchange } }) => ({
      reference,
      field: fieldWords[field],
      outcome: outcomeWords[outcome],
      exchange: exchangeWords[needsExchange ? 'yes' : 'no'],
    }),
  }),
  letter(DiscrepancyRefused, {
    when: 'a case of differing data is refused',
    template: 'discrepancy-refused',
    to: holder,
    params: ({ data: { reference, field, reason } }) => ({
      reference,
      field: fieldWords[field],
      reason: discrepancyAdvice[reason],
    }),
  }),
  letter(DiscrepancyOverdue, {
    when: 'a case of differing data is late: an apology, once',
    template: 'discrepancy-overdue',
    to: holder,
    params: ({ data: { reference, field, dueAt, office } }) => ({
      reference,
      field: fieldWords[field],
      due: dayText(dueAt),
      office,
    }),
  }),
]

export const caseLetters: readonly LetterRow[] = [...level1, ...level2, ...cards, ...discrepancies]
