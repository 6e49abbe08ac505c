/** Letters about documents that come from other registers. */
import { standingWords } from '../../contract/phrases/letters-document.ts'
import {
  DocumentDiffers,
  DocumentMissing,
  DocumentReceived,
  DocumentStandingChanged,
} from '../modules/documents/integration/events.ts'
import { holder } from './audiences.ts'
import { dayText } from './blanks.ts'
import { letter, type LetterRow } from './letter.ts'

export const documentLetterRows: readonly LetterRow[] = [
  letter(DocumentReceived, {
    when: 'a document of another register is in the wallet',
    template: 'document-received',
    to: holder,
    params: ({ data: { title, source } }) => ({ title, source }),
  }),
  letter(DocumentMissing, {
    when: 'a register has no such document of hers; once, not at each look',
    template: 'document-missing',
    to: holder,
    params: ({ data: { title, source, dueAt } }) => ({ title, source, due: dayText(dueAt) }),
  }),
  letter(DocumentDiffers, {
    when: 'a register says something else of her than the population register',
    template: 'document-differs',
    to: holder,
    params: ({ data: { title, source, dueAt } }) => ({ title, source, due: dayText(dueAt) }),
  }),
  letter(DocumentStandingChanged, {
    when: 'a document that she holds is revoked, suspended, gone or valid again at its register',
    template: 'document-standing',
    to: holder,
    params: ({ data: { title, source, standing } }) => ({ title, source, standing: standingWords[standing] }),
  }),
]
