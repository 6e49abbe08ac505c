// Kinds of card applications and their lawful reasons, in words: at the officer's desk and at the citizen's
// own screen.
import type { z } from 'zod'
import type { cardApplication } from '../../../../contract/card.ts'
import { phrases } from '../../../ui/phrases.ts'

type CardApplication = z.infer<typeof cardApplication>
export type CardKind = CardApplication['kind']
export type CardReason = CardApplication['reason']

export const kindWords = phrases({
  'first-issue': { vi: 'Cấp lần đầu', en: 'First issue' },
  exchange: { vi: 'Cấp đổi', en: 'Exchange' },
  're-issue': { vi: 'Cấp lại', en: 'Re-issue' },
})
export const reasonWords = phrases({
  'never-issued': { vi: 'Chưa từng được cấp thẻ', en: 'Never issued' },
  'age-reached': { vi: 'Đến tuổi đổi thẻ, thẻ hết hạn', en: 'Age of exchange reached, card expired' },
  'name-or-birth-changed': {
    vi: 'Thay đổi, cải chính họ tên hoặc ngày sinh',
    en: 'Name or birth date changed or corrected',
  },
  'appearance-changed': { vi: 'Thay đổi nhân dạng', en: 'Appearance changed' },
  'biometrics-added': { vi: 'Bổ sung ảnh hoặc vân tay', en: 'Portrait or fingerprints added' },
  'sex-redetermined': { vi: 'Xác định lại giới tính', en: 'Sex redetermined' },
  'printed-error': { vi: 'Thẻ in sai', en: 'Error printed on the card' },
  'boundary-change': { vi: 'Sắp xếp đơn vị hành chính', en: 'Administrative units rearranged' },
  'number-reset': { vi: 'Xác lập lại số định danh', en: 'Personal number set anew' },
  'holder-asks': { vi: 'Người dân yêu cầu', en: 'The holder asks' },
  lost: { vi: 'Mất thẻ', en: 'Card lost' },
  damaged: { vi: 'Thẻ hỏng, không dùng được', en: 'Card damaged' },
  'nationality-regained': { vi: 'Trở lại quốc tịch Việt Nam', en: 'Nationality regained' },
})
