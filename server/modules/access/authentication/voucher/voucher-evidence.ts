/** What is taken for a voucher: portrait, fingerprints, and her own word at the second screen. */
import {
  AskVoucherConsent,
  ExceptVoucherFinger,
  TakeVoucherPortrait,
  TakeVoucherPrints,
} from '../../../../../contract/recovery-voucher.ts'
import {
  consentStep,
  fingerExceptionStep,
  portraitStep,
  printsStep,
} from '../../../cases/casework/evidence-commands.ts'
import { hasMatched } from '../../../evidence/capture/portrait.ts'
import { voucherQuestion, vouchers } from './voucher-case.ts'

export const takeVoucherPortrait = portraitStep(vouchers, {
  contract: TakeVoucherPortrait,
  purpose: 'voucher-portrait',
  // The picture that matched is the one to keep.
  keep: (_, jpeg, { content }, after) =>
    Promise.resolve(hasMatched(content) ? after : { ...after, picture: jpeg.toString('base64') }),
})

export const takeVoucherPrints = printsStep(vouchers, {
  contract: TakeVoucherPrints,
  purpose: 'voucher-prints',
})

export const exceptVoucherFinger = fingerExceptionStep(vouchers, {
  contract: ExceptVoucherFinger,
  purpose: 'voucher-exception',
})

export const askVoucherConsent = consentStep(vouchers, {
  contract: AskVoucherConsent,
  line: { purpose: 'voucher-consent-asked' },
  question: voucherQuestion,
})
