/** Letters about a phone number that changed hands and leaves the account. */
import {
  PhoneReleaseEnded,
  PhoneReleaseOpened,
} from '../modules/access/authentication/phone-release/events.ts'
import { releaseCodeOf } from '../modules/access/authentication/phone-release/phone-release.ts'
import { PhoneFreed } from '../modules/people/accounts/events.ts'
import { holder } from './audiences.ts'
import { momentText } from './blanks.ts'
import { letter, nothing, type LetterRow } from './letter.ts'

export const phoneLetters: readonly LetterRow[] = [
  letter(PhoneReleaseOpened, {
    when: 'a counter or the hotline was told that the number has changed hands, and the waiting time runs',
    template: 'phone-leaves',
    to: holder,
    async params({ work, tools, subjectId, data }) {
      const code = await releaseCodeOf(work, tools, subjectId)
      // It has ended meanwhile.
      return code === null
        ? null
        : { code: `${code.slice(0, 4)} ${code.slice(4)}`, until: momentText(data.until) }
    },
  }),
  letter(PhoneReleaseEnded, {
    when: 'the number stays: its holder said that it is hers, has shown it since, or has no other way',
    template: 'phone-stays',
    to: holder,
    params: nothing,
  }),
  letter(PhoneFreed, {
    when: 'the number has left the account after its waiting time',
    template: 'phone-freed',
    to: holder,
    params: ({ data }) => ({ at: momentText(data.at) }),
  }),
]
