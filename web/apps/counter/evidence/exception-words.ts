// Why a case needs a second pair of eyes, in words.
import type { z } from 'zod'
import type { level2Exception } from '../../../../contract/level-2.ts'
import { captureSteps, type CaptureStep } from '../../../../formats/capture-seal.ts'
import { phrases } from '../../../ui/phrases.ts'
import { fingerWords } from '../devices/finger-source.ts'
import { reasonShort, type ExceptionReason } from './finger-result.ts'

const t = phrases({
  finger: { vi: 'Vân tay: {finger} ({reason})', en: 'Print: {finger} ({reason})' },
  fingers: { vi: 'Không đủ vân tay khớp', en: 'Not enough prints matched' },
  portrait: { vi: 'Ảnh chân dung chưa chắc', en: 'Portrait not certain' },
  shown: {
    vi: 'Người chụp đã xem ảnh của cơ sở dữ liệu trước đó: hãy tự so khuôn mặt',
    en: "Whoever took the portrait had seen the register's: compare the face yourself",
  },
  'no-reference': { vi: 'Cơ sở dữ liệu không có mẫu để so', en: 'The register has nothing to compare with' },
  'offline-consent': { vi: 'Đồng ý khi mất mạng', en: 'Agreed while the line was down' },
  displacement: {
    vi: 'Thay người đang giữ tài khoản bằng số máy khác',
    en: 'Displaces whoever holds the account with another phone',
  },
  'phone-of-another': {
    vi: 'Số máy đang gắn với tài khoản của người khác, người ấy sẽ chỉ còn cách ra quầy',
    en: "The phone is another account's, whose holder would have only a counter left",
  },
  'two-persons': {
    vi: 'Quy định: việc này cần hai người',
    en: 'By policy this takes two persons',
  },
})
const unsigned = phrases({
  chip: {
    vi: 'Chip không do máy đọc đã ghi danh của quầy ký: hãy tự xem thẻ',
    en: "The chip was not signed by the desk's registered reader: look at the card yourself",
  },
  portrait: {
    vi: 'Ảnh không do máy ảnh đã ghi danh của quầy ký: hãy tự nhìn người và so',
    en: "The portrait was not signed by the desk's registered camera: look at the person yourself",
  },
  prints: {
    vi: 'Vân tay không do máy quét đã ghi danh của quầy ký: hãy tự nhìn người và so',
    en: "The prints were not signed by the desk's registered scanner: look at the person yourself",
  },
  paper: {
    vi: 'Ảnh giấy tờ không do máy ảnh đã ghi danh của quầy ký: hãy tự xem bản gốc',
    en: "The picture of a paper was not signed by the desk's registered camera: look at the original yourself",
  },
})
const unsignedFact = phrases({
  chip: { vi: 'Chip chưa có chữ ký của quầy', en: 'Chip not signed by the desk' },
  portrait: { vi: 'Ảnh chưa có chữ ký của quầy', en: 'Portrait not signed by the desk' },
  prints: { vi: 'Vân tay chưa có chữ ký của quầy', en: 'Prints not signed by the desk' },
  paper: { vi: 'Ảnh giấy tờ chưa có chữ ký của quầy', en: 'Picture of a paper not signed by the desk' },
})
const isStep = (reason: string | null): reason is CaptureStep => captureSteps.some((step) => step === reason)
const chipDoubts = phrases({
  unasked: {
    vi: 'Chip chưa ký chuỗi của hệ thống: có thể là bản sao, hãy tự xem thẻ',
    en: 'The chip has not signed our challenge: perhaps a copy, look at the card yourself',
  },
  'no-key': {
    vi: 'Chip không có khoá để chứng minh là thẻ gốc: hãy tự xem thẻ',
    en: 'The chip has no key to prove that it is no copy: look at the card yourself',
  },
  offline: {
    vi: 'Chip đọc khi mất mạng: chưa chắc là thẻ gốc, hãy tự xem thẻ',
    en: 'The chip was read while the line was down: perhaps a copy, look at the card yourself',
  },
})
const isChipDoubt = (reason: string | null): reason is 'unasked' | 'no-key' | 'offline' =>
  ['unasked', 'no-key', 'offline'].includes(reason ?? '')
const outcomes = phrases({
  'no-match': { vi: 'không khớp', en: 'no match' },
  unsure: { vi: 'chưa chắc', en: 'not certain' },
  unread: { vi: 'không đọc được', en: 'not readable' },
  untaken: { vi: 'chưa lấy', en: 'not taken' },
})
const isOutcome = (reason: string | null): reason is 'no-match' | 'unsure' | 'unread' | 'untaken' =>
  ['no-match', 'unsure', 'unread', 'untaken'].includes(reason ?? '')
const isReason = (reason: string | null): reason is ExceptionReason =>
  ['missing', 'injured', 'unable', 'worn', 'device'].includes(reason ?? '')

type Exception = z.infer<typeof level2Exception>

export const exceptionWords = ({ kind, finger, reason }: Exception): string => {
  if (kind === 'chip') {
    return chipDoubts(isChipDoubt(reason) ? reason : 'unasked')
  }
  if (kind === 'unsigned') {
    return unsigned(isStep(reason) ? reason : 'portrait')
  }
  if (kind !== 'finger') {
    return t(kind === 'portrait' && reason === 'shown' ? 'shown' : kind)
  }
  return finger
    ? t('finger', {
        finger: fingerWords(finger),
        reason: isReason(reason)
          ? reasonShort(reason).toLowerCase()
          : isOutcome(reason)
            ? outcomes(reason)
            : (reason ?? '–'),
      })
    : t('fingers')
}

/** In a list, and to whoever took it: what it is, without what the second pair of eyes is to do. */
export const exceptionFact = (exception: Exception): string =>
  exception.kind === 'unsigned'
    ? unsignedFact(isStep(exception.reason) ? exception.reason : 'portrait')
    : exceptionWords(exception)
