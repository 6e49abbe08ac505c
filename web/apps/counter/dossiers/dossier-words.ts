// How the office names the states of a dossier, where an answer comes from, and what is done next.
import { phrases } from '../../../ui/phrases.ts'
import type { PillTone } from '../../../ui/pill.tsx'
import type { Dossier, DossierList, State } from './dossier.ts'

export const stateWords = phrases({
  'awaiting-consents': { vi: 'Chờ người liên quan đồng ý', en: 'Waits for people to agree' },
  filed: { vi: 'Mới nộp', en: 'Filed' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  'not-received': { vi: 'Không tiếp nhận', en: 'Not received' },
  processing: { vi: 'Đang giải quyết', en: 'Being worked on' },
  'put-forward': { vi: 'Chờ duyệt', en: 'Waits for a decision' },
  'supplement-asked': { vi: 'Chờ người dân bổ sung', en: 'Waits for what is missing' },
  'payment-asked': { vi: 'Chờ nộp phí', en: 'Waits for the fee' },
  withdrawn: { vi: 'Người dân đã rút', en: 'Taken back' },
  paused: { vi: 'Tạm dừng', en: 'Paused' },
  rejected: { vi: 'Từ chối', en: 'Refused' },
  finished: { vi: 'Đã có kết quả', en: 'Decided' },
  returned: { vi: 'Đã trả kết quả', en: 'Result returned' },
})

export const stateTones: Readonly<Record<State, PillTone>> = {
  'awaiting-consents': 'neutral',
  filed: 'cham',
  received: 'jade',
  'not-received': 'son',
  processing: 'jade',
  'put-forward': 'cham',
  'supplement-asked': 'gold',
  'payment-asked': 'gold',
  withdrawn: 'neutral',
  paused: 'gold',
  rejected: 'son',
  finished: 'ok',
  returned: 'ok',
}

export const sourceWords = phrases({
  register: { vi: 'lấy từ sổ', en: 'from the register' },
  account: { vi: 'từ tài khoản', en: 'from the account' },
  wallet: { vi: 'từ ví giấy tờ', en: 'from the wallet' },
  archive: { vi: 'từ kho lưu trữ', en: 'from the archive' },
  typed: { vi: 'tự khai', en: 'typed by the person' },
})

export const listTitles = phrases({
  receive: { vi: 'Tiếp nhận hồ sơ', en: 'Receive dossiers' },
  work: { vi: 'Giải quyết hồ sơ', en: 'Work on dossiers' },
  decide: { vi: 'Duyệt kết quả hồ sơ', en: 'Decide dossiers' },
  waiting: { vi: 'Hồ sơ đang chờ', en: 'Dossiers that wait' },
})

export const actionTitles = phrases({
  late: { vi: 'Quá hạn, làm ngay', en: 'Overdue: do these first' },
  answered: { vi: 'Người dân vừa bổ sung', en: 'The person has answered' },
  differs: { vi: 'Có chỗ khác, cần xem', en: 'Something differs: look' },
  ready: { vi: 'Đã đủ, quyết định được', en: 'Complete: can be decided' },
  'to-receive': { vi: 'Đủ và khớp, tiếp nhận được', en: 'Complete and alike: can be received' },
  'to-decide': { vi: 'Chờ bạn duyệt', en: 'Wait for your decision' },
  supplement: { vi: 'Chờ người dân bổ sung', en: 'Wait for the person' },
  payment: { vi: 'Chờ nộp phí', en: 'Wait for the fee' },
  register: { vi: 'Chờ sổ án tích trả lời', en: 'Wait for the register of judgments' },
  others: { vi: 'Đang chờ nơi khác', en: 'Wait for another office' },
  consents: { vi: 'Chờ người liên quan đồng ý', en: 'Wait for people to agree' },
  ended: { vi: 'Đã xong', en: 'Ended' },
})

export const consentWords = phrases({
  waiting: { vi: 'Chưa trả lời', en: 'No answer yet' },
  agreed: { vi: 'Đã đồng ý', en: 'Agreed' },
  declined: { vi: 'Không đồng ý', en: 'Did not agree' },
  'on-paper': { vi: 'Đồng ý trên giấy', en: 'Agreed on paper' },
})

export const pausedWords = phrases({
  supplement: { vi: 'chờ người dân bổ sung', en: 'waits for what is missing' },
  payment: { vi: 'chờ nộp phí', en: 'waits for the fee' },
  consultation: { vi: 'hỏi nơi khác', en: 'another office was asked' },
  other: { vi: 'lý do khác theo luật', en: 'another reason that the law knows' },
})

const t = phrases({ unnamed: { vi: 'Chưa rõ tên', en: 'Name not known' } })
export const nameOf = ({ name }: { name: string | null }): string => name ?? t('unnamed')

/** Whether the list is hers to work on. */
export const taskOf: Readonly<Record<DossierList, string>> = {
  receive: 'dossier.receive',
  work: 'dossier.work',
  decide: 'dossier.decide',
  waiting: 'dossier.work',
}

export type Consent = Dossier['consents'][number]
