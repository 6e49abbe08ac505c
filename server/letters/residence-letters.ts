/** Letters about residence and household, to everybody whose entry a result or the calendar changed. */
import { residenceWords } from '../../contract/phrases/letters-residence.ts'
import { HolderRegisterContactChanged, HolderResidenceChanged } from '../modules/people/accounts/events.ts'
import { holder } from './audiences.ts'
import { letter, nothing, type LetterRow } from './letter.ts'

export const residenceLetterRows: readonly LetterRow[] = [
  letter(HolderResidenceChanged, {
    when: 'the result of a public service changed her residence or household in the register',
    template: 'residence-changed',
    to: holder,
    applies: ({ what, reference }) => what !== 'temporary-ended' && reference !== null,
    params: ({ data: { what, reference } }) =>
      what === 'temporary-ended' || reference === null ? null : { what: residenceWords[what], reference },
  }),
  letter(HolderResidenceChanged, {
    when: 'the term of her temporary residence is over',
    template: 'temporary-residence-ended',
    to: holder,
    applies: ({ what }) => what === 'temporary-ended',
    params: nothing,
  }),
  letter(HolderRegisterContactChanged, {
    when: 'the result of a public service changed her phone or e-mail in the register',
    template: 'register-contact-changed',
    to: holder,
    params: ({ data: { reference } }) => ({ reference }),
  }),
]
