/** Letters while an account is being closed, and when it is. */
import { goneKinds, type GoneKind, type KeptKind, type Words } from '../../contract/erasure.ts'
import { keptAfter } from '../kernel/kept.ts'
import { closingCodeOf } from '../modules/access/authentication/closing/closing.ts'
import {
  ClosingBegun,
  ClosingEnded,
  ClosingReminderDue,
} from '../modules/access/authentication/closing/events.ts'
import { AccountClosed } from '../modules/people/accounts/events.ts'
import { formerContacts, holder } from './audiences.ts'
import { dayText, momentText } from './blanks.ts'
import { letter, nothing, type LetterRow, type Writing } from './letter.ts'

/** Its day and the code that ends it; null when it has ended meanwhile. */
const dayAndCode = async ({ work, tools, subjectId, data }: Writing<{ until: string }, unknown>) => {
  const code = await closingCodeOf(work, tools, subjectId)
  return code === null
    ? null
    : { code: `${code.slice(0, 4)} ${code.slice(4)}`, until: momentText(data.until) }
}
/** The same as the page says before. */
const erased = (closedAt: Date): Record<GoneKind | KeptKind, Words> => {
  const kept = keptAfter(closedAt).map(({ kind, what, why, until }) => [
    kind,
    {
      vi: `${what.vi}, ${until ? `đến ${dayText(until)}` : 'không hạn'}: ${why.vi}`,
      en: `${what.en}, ${until ? `until ${dayText(until)}` : 'without an end'}: ${why.en}`,
    },
  ])
  return { ...goneKinds, ...(Object.fromEntries(kept) as Record<KeptKind, Words>) }
}
const STANDS = ', if it still stands'

export const closingLetters: readonly LetterRow[] = [
  letter(ClosingBegun, {
    when: `the holder has asked to close the account and the waiting time runs${STANDS}`,
    template: 'closing-begun',
    to: holder,
    params: dayAndCode,
  }),
  letter(ClosingReminderDue, {
    when: `the account is closed soon${STANDS}`,
    template: 'closing-reminder',
    to: holder,
    params: dayAndCode,
  }),
  letter(ClosingEnded, {
    when: "the account is kept: she took the closing back, said that it was not she, locked the account or got it back, or her phone became another person's",
    template: 'closing-ended',
    to: holder,
    params: nothing,
  }),
  letter(AccountClosed, {
    when: 'the account is closed',
    template: 'account-closed',
    to: formerContacts,
    params: ({ data }) => erased(new Date(data.at)),
  }),
]
