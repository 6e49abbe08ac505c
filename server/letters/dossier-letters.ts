/** Letters about dossiers of public services. */
import { pauseWords } from '../../contract/phrases/letters-dossier.ts'
import {
  DossierApologised,
  DossierConsentAnswered,
  DossierConsentAsked,
  DossierConsentOnPaper,
  DossierConsentsLapsed,
  DossierFiled,
  DossierNotReceived,
  DossierOverdue,
  DossierPaused,
  DossierPaymentAsked,
  DossierReceived,
  DossierRejected,
  DossierResumed,
  DossierReturned,
  DossierSupplementAsked,
  DossierUnanswered,
  DossierWithdrawn,
} from '../modules/services/dossiers/events.ts'
import { holder } from './audiences.ts'
import { dayText, momentText, officeText } from './blanks.ts'
import { letter, type LetterRow } from './letter.ts'

const dueText = (iso: string | null): string => (iso === null ? '—' : momentText(iso))
const amountText = (amount_vnd: number): string => amount_vnd.toLocaleString('vi-VN')

const filed: readonly LetterRow[] = [
  letter(DossierFiled, {
    when: 'a dossier is filed and has all that it needs',
    template: 'dossier-filed',
    to: holder,
    applies: ({ waitsFor }) => waitsFor === 0,
    params: ({ data: { reference, title, office, dueAt } }) => ({
      reference,
      title,
      office: officeText(office),
      due: dueText(dueAt),
    }),
  }),
  letter(DossierFiled, {
    when: 'a dossier is filed and others have to agree first',
    template: 'dossier-filed-waits',
    to: holder,
    applies: ({ waitsFor }) => waitsFor > 0,
    params: ({ data: { reference, title, waitsFor } }) => ({ reference, title, count: String(waitsFor) }),
  }),
  letter(DossierConsentAsked, {
    when: 'somebody is asked to agree to another one’s dossier, and when she is reminded',
    template: 'dossier-consent-asked',
    to: holder,
    params: ({ data: { title, answerBy } }) => ({ title, until: dayText(answerBy) }),
  }),
  letter(DossierConsentOnPaper, {
    when: 'an office notes that somebody agreed on paper to another one’s dossier',
    template: 'dossier-consent-on-paper',
    to: holder,
    params: ({ data: { reference, title, office } }) => ({ reference, title, office: officeText(office) }),
  }),
  letter(DossierConsentAnswered, {
    when: 'the last of those who were asked has agreed',
    template: 'dossier-consent-given',
    to: holder,
    applies: ({ hasAgreed, open }) => hasAgreed && open === 0,
    params: ({ data: { reference, title, dueAt } }) => ({ reference, title, due: dueText(dueAt) }),
  }),
  letter(DossierConsentAnswered, {
    when: 'one of those who were asked does not agree',
    template: 'dossier-consent-refused',
    to: holder,
    applies: ({ hasAgreed }) => !hasAgreed,
    params: ({ data: { reference, title } }) => ({ reference, title }),
  }),
  letter(DossierConsentsLapsed, {
    when: 'somebody who was asked to agree has not answered in time',
    template: 'dossier-consents-lapsed',
    to: holder,
    params: ({ data: { reference, title } }) => ({ reference, title }),
  }),
]

const onTheWay: readonly LetterRow[] = [
  letter(DossierReceived, {
    when: 'a dossier is received',
    template: 'dossier-received',
    to: holder,
    params: ({ data: { reference, title, office, dueAt } }) => ({
      reference,
      title,
      office: officeText(office),
      due: dueText(dueAt),
    }),
  }),
  letter(DossierNotReceived, {
    when: 'a dossier is not received: the reason and its article',
    template: 'dossier-not-received',
    to: holder,
    params: ({ data: { reference, title, office, reason } }) => ({
      reference,
      title,
      office: officeText(office),
      reason,
    }),
  }),
  letter(DossierSupplementAsked, {
    when: 'something is missing in a dossier: everything at once',
    template: 'dossier-supplement-asked',
    to: holder,
    params: ({ data: { reference, title, office, items, answerBy } }) => ({
      reference,
      title,
      office: officeText(office),
      count: String(items),
      until: dayText(answerBy),
    }),
  }),
  letter(DossierUnanswered, {
    when: 'what was missing has not come in time',
    template: 'dossier-unanswered',
    to: holder,
    params: ({ data: { reference } }) => ({ reference }),
  }),
  letter(DossierPaymentAsked, {
    when: 'the fee of a dossier is asked for',
    template: 'dossier-payment-asked',
    to: holder,
    params: ({ data: { reference, title, office, amount_vnd } }) => ({
      reference,
      title,
      office: officeText(office),
      amount: amountText(amount_vnd),
    }),
  }),
  letter(DossierPaused, {
    when: 'the clock of a dossier is stopped',
    template: 'dossier-paused',
    to: holder,
    params: ({ data: { reference, title, office, why } }) => ({
      reference,
      title,
      office: officeText(office),
      why: pauseWords[why],
    }),
  }),
  letter(DossierResumed, {
    when: 'the clock of a dossier goes on: the new day',
    template: 'dossier-resumed',
    to: holder,
    params: ({ data: { reference, title, office, dueAt } }) => ({
      reference,
      title,
      office: officeText(office),
      due: dueText(dueAt),
    }),
  }),
]

const ended: readonly LetterRow[] = [
  letter(DossierReturned, {
    when: 'the result of a dossier is there',
    template: 'dossier-returned',
    to: holder,
    params: ({ data: { reference, title, result, after } }) => ({ reference, title, result, after }),
  }),
  letter(DossierRejected, {
    when: 'a dossier is refused: the reason and its article',
    template: 'dossier-rejected',
    to: holder,
    params: ({ data: { reference, title, office, reason } }) => ({
      reference,
      title,
      office: officeText(office),
      reason,
    }),
  }),
  letter(DossierWithdrawn, {
    when: 'a dossier is taken back',
    template: 'dossier-withdrawn',
    to: holder,
    params: ({ data: { reference, title } }) => ({ reference, title }),
  }),
  letter(DossierOverdue, {
    when: 'a dossier is late: an apology, once',
    template: 'dossier-overdue',
    to: holder,
    params: ({ data: { reference, dueAt, office } }) => ({
      reference,
      due: dueText(dueAt),
      office: officeText(office),
    }),
  }),
  letter(DossierApologised, {
    when: 'an office gives a new day for a dossier that is late',
    template: 'dossier-apologised',
    to: holder,
    params: ({ data: { reference, title, office, wasDueAt, newDueAt } }) => ({
      reference,
      title,
      office: officeText(office),
      was: dayText(wasDueAt),
      due: dayText(newDueAt),
    }),
  }),
]

export const dossierLetterRows: readonly LetterRow[] = [...filed, ...onTheWay, ...ended]
