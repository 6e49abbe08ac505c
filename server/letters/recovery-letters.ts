/** Letters while an account is got back on a new phone: each leaves time to say "this was not me". */
import { recoveryWays } from '../../contract/phrases/letters-recovery.ts'
import {
  RecoveryBegun,
  RecoveryDone,
  RecoveryQuestionCame,
  RecoveryReminderDue,
  RecoveryStopped,
  RecoveryVoucherIssued,
  RecoveryWaits,
} from '../modules/access/authentication/recovery/events.ts'
import { stopCodeOf } from '../modules/access/authentication/recovery/keep-recovery.ts'
import { findAccount } from '../modules/people/accounts/open-account.ts'
import { findPerson } from '../modules/registry/population/find-person.ts'
import { holder, relative } from './audiences.ts'
import { deviceText, momentText, officeText } from './blanks.ts'
import { letter, nothing, type LetterRow, type Writing } from './letter.ts'

/** The code that ends it; null when it has ended meanwhile. */
const stopCode = async ({ work, tools, subjectId }: Writing<unknown, unknown>): Promise<string | null> => {
  const code = await stopCodeOf(work, tools, subjectId)
  return code === null ? null : `${code.slice(0, 4)} ${code.slice(4)}`
}
const STANDS = ', if it still stands'

export const recoveryLetters: readonly LetterRow[] = [
  letter(RecoveryBegun, {
    when: `somebody begins to get the account back on a new phone by a counter's voucher${STANDS}`,
    template: 'recovery-by-voucher',
    to: holder,
    // No code: what a counter has given in person is ended in the open app alone.
    applies: ({ rung }) => rung === 'voucher',
    params: nothing,
  }),
  letter(RecoveryBegun, {
    when: `somebody begins to get the account back on a new phone by a way at home${STANDS}`,
    template: 'recovery-begun',
    to: holder,
    applies: ({ rung }) => rung !== 'voucher',
    async params(writing) {
      const code = await stopCode(writing)
      return code === null ? null : { code, way: recoveryWays[writing.data.rung] }
    },
  }),
  letter(RecoveryWaits, {
    when: `the proofs are complete and the time to object runs${STANDS}`,
    template: 'recovery-waits',
    to: holder,
    async params(writing) {
      const code = await stopCode(writing)
      return code === null ? null : { code, until: momentText(writing.data.until) }
    },
  }),
  letter(RecoveryReminderDue, {
    when: `the time to object is nearly over${STANDS}`,
    template: 'recovery-reminder',
    to: holder,
    async params(writing) {
      const code = await stopCode(writing)
      return code === null ? null : { code, until: momentText(writing.data.until) }
    },
  }),
  letter(RecoveryDone, {
    when: 'the account is on the new phone',
    template: 'recovery-done',
    to: holder,
    params: ({ data }) => ({ device: deviceText(data.deviceName) }),
  }),
  letter(RecoveryStopped, {
    when: 'it was ended by "this was not me"',
    template: 'recovery-disputed',
    to: holder,
    applies: ({ how }) => how === 'disputed',
    params: nothing,
  }),
  letter(RecoveryStopped, {
    when: "it failed, was left or cancelled, ended by the relative's no, or her phone became another person's",
    template: 'recovery-stopped',
    to: holder,
    // A lock has its own letter, which would not agree that her phones work as before.
    applies: ({ how }) => how !== 'disputed' && how !== 'locked',
    params: nothing,
  }),
  letter(RecoveryVoucherIssued, {
    when: 'a counter prints a voucher',
    template: 'recovery-voucher-issued',
    to: holder,
    params: ({ data }) => ({ office: officeText(data.office), until: momentText(data.until) }),
  }),
  letter(RecoveryQuestionCame, {
    when: 'she is asked to confirm that it is really the person who named her',
    template: 'recovery-asks-relative',
    to: relative,
    async params({ work, tools, data }) {
      const account = await findAccount(work, data.forSubject)
      const person = account && (await findPerson(work, tools, account.personalNumber))
      return { name: person?.fullName ?? '' }
    },
  }),
]
