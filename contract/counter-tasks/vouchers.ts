/** The voucher for whoever has lost every other way back to her account. */
import { recoveryVoucherProblems } from '../problems/recovery-voucher.ts'
import { recoveryVoucherPurposes } from '../purposes/recovery-voucher.ts'
import { counterTask } from './counter-task.ts'

export const vouchersTask = counterTask({
  tasks: ['recovery.voucher', 'recovery.second'],
  queues: ['recovery-second'],
  cases: ['voucher'],
  questions: ['recovery-voucher'],
  problems: recoveryVoucherProblems,
  purposes: recoveryVoucherPurposes,
})
