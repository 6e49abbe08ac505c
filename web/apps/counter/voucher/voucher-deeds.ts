// The deeds of a voucher case (contract/recovery-voucher.ts). They need the line: nothing of a lost phone is
// decided without the register.
import type { z } from 'zod'
import type {
  AskVoucherConsent,
  DiscardVoucherCase,
  ExceptVoucherFinger,
  IssueVoucher,
  OpenVoucherCase,
  SecondVoucherCase,
  SubmitVoucherCase,
  TakeVoucherPortrait,
  TakeVoucherPrints,
  ViewVoucherCase,
  voucherCase,
} from '../../../../contract/recovery-voucher.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, view, type GivenTo } from '../../../client/call.ts'
import { newId } from '../../../client/uuid7.ts'
import { sealed } from '../devices/seal-capture.ts'
import { orSignIn } from '../shell/officer.ts'

export type VoucherCase = z.infer<typeof voucherCase>
export type Issued = OutputOf<typeof IssueVoucher>

export const openCase = (personalNumber: string): Promise<VoucherCase> =>
  orSignIn(deed<typeof OpenVoucherCase>('voucher.open', { caseId: newId(), personalNumber }))
export const readCase = (caseId: string): Promise<VoucherCase> =>
  orSignIn(view<typeof ViewVoucherCase>('voucher.view', { caseId }))
export const takePortrait = async (caseId: string, picture: string): Promise<VoucherCase> => {
  const taken = await sealed({ caseId, picture })
  return orSignIn(deed<typeof TakeVoucherPortrait>('voucher.portrait', taken, { timeout_s: 60 }))
}
export const takePrint = async (caseId: string, template: string): Promise<VoucherCase> => {
  const taken = await sealed({ caseId, templates: [template] })
  return orSignIn(deed<typeof TakeVoucherPrints>('voucher.prints', taken, { timeout_s: 30 }))
}
export const exceptFinger = (
  caseId: string,
  finger: GivenTo<typeof ExceptVoucherFinger>['finger'],
  reason: GivenTo<typeof ExceptVoucherFinger>['reason'],
): Promise<VoucherCase> =>
  orSignIn(deed<typeof ExceptVoucherFinger>('voucher.except-finger', { caseId, finger, reason }))
export const askConsent = (caseId: string): Promise<VoucherCase> =>
  orSignIn(deed<typeof AskVoucherConsent>('voucher.ask-consent', { caseId }))
export const submitCase = (caseId: string): Promise<VoucherCase> =>
  orSignIn(deed<typeof SubmitVoucherCase>('voucher.submit', { caseId }))
export const secondCase = (
  { caseId, doubts: seen }: VoucherCase,
  verdict: 'confirm' | 'deny',
  note: string,
): Promise<VoucherCase> =>
  orSignIn(deed<typeof SecondVoucherCase>('voucher.second', { caseId, verdict, note, seen }))
export const issueVoucher = (caseId: string): Promise<Issued> =>
  orSignIn(deed<typeof IssueVoucher>('voucher.issue', { caseId }))
export const discardCase = (caseId: string, note: string): Promise<VoucherCase> =>
  orSignIn(deed<typeof DiscardVoucherCase>('voucher.discard', { caseId, note }))
