/** Letters about documents that parties ask for, and about what becomes of them. */
import { wishAnswerWords, wishWords } from '../../contract/phrases/letters-sharing.ts'
import {
  SharingAsked,
  SharingUndeliverable,
  SharingWishAnswered,
  SharingWishOverdue,
} from '../modules/documents/sharing/events.ts'
import { holder } from './audiences.ts'
import { dayText, momentText } from './blanks.ts'
import { letter, type LetterRow } from './letter.ts'

const LAW_MOST = 200

export const sharingLetterRows: readonly LetterRow[] = [
  letter(SharingAsked, {
    when: 'a party has sent a request by her personal number',
    template: 'sharing-asked',
    to: holder,
    params: ({ data: { party, purpose, until } }) => ({ party, purpose, until: momentText(until) }),
  }),
  letter(SharingUndeliverable, {
    when: 'a party never took what she agreed to share',
    template: 'sharing-undeliverable',
    to: holder,
    params: ({ data: { party, purpose } }) => ({ party, purpose }),
  }),
  letter(SharingWishAnswered, {
    when: 'a party has answered for good that she withdrew or wished to be erased',
    template: 'sharing-wish-answered',
    to: holder,
    params: ({ data: { party, purpose, wish, answer, law } }) => ({
      party,
      purpose,
      wish: wishWords[wish],
      answer: wishAnswerWords[`${wish} ${answer}`],
      law: law?.slice(0, LAW_MOST) ?? '',
    }),
  }),
  letter(SharingWishOverdue, {
    when: 'a party has not answered a withdrawal or wish to be erased in time; the operator sees it as well',
    template: 'sharing-wish-overdue',
    to: holder,
    params: ({ data: { party, wish, dueAt, contact } }) => ({
      party,
      wish: wishWords[wish],
      due: dayText(dueAt),
      contact,
    }),
  }),
]
