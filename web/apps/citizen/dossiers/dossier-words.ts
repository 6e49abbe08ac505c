// What the state of a dossier is called, and how its days are told.
import type { DossierState } from '../../../../contract/dossiers.ts'
import { dayVN, timeVN } from '../../../ui/format.ts'
import { phrases } from '../../../ui/phrases.ts'
import type { PillTone } from '../../../ui/pill.tsx'

export const stateWords = phrases({
  'awaiting-consents': { vi: 'Chờ người khác đồng ý', en: 'Waits for others to agree' },
  filed: { vi: 'Đã nộp, chờ tiếp nhận', en: 'Filed' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  'not-received': { vi: 'Không được tiếp nhận', en: 'Not received' },
  processing: { vi: 'Đang xử lý', en: 'Being worked on' },
  'put-forward': { vi: 'Chờ người có thẩm quyền quyết định', en: 'Waits for the decision' },
  'supplement-asked': { vi: 'Chờ bạn bổ sung', en: 'Waits for you' },
  'payment-asked': { vi: 'Chờ bạn nộp phí', en: 'Waits for the fee' },
  withdrawn: { vi: 'Bạn đã rút', en: 'Taken back by you' },
  paused: { vi: 'Đang tạm dừng', en: 'Paused' },
  rejected: { vi: 'Không được chấp thuận', en: 'Refused' },
  finished: { vi: 'Đã có kết quả', en: 'Decided' },
  returned: { vi: 'Đã trả kết quả', en: 'The result is yours' },
})
export const stateTones: Readonly<Record<DossierState, PillTone>> = {
  'awaiting-consents': 'gold',
  filed: 'cham',
  received: 'cham',
  'not-received': 'son',
  processing: 'cham',
  'put-forward': 'cham',
  'supplement-asked': 'gold',
  'payment-asked': 'gold',
  withdrawn: 'neutral',
  paused: 'gold',
  rejected: 'son',
  finished: 'ok',
  returned: 'ok',
}
export const todoWords = phrases({
  supplement: { vi: 'Cần bổ sung', en: 'More is needed' },
  pay: { vi: 'Cần nộp phí', en: 'Pay the fee' },
  consents: { vi: 'Chờ đồng ý', en: 'Consents' },
})

/** `16:30 thứ Năm 03/12`: legal limits end at an hour of an office. */
export const dueText = (moment: string): string => `${timeVN(moment)} ${dayVN(moment)}`
