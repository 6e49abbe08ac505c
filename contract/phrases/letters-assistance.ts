/** Letters: Help by a helper and by the hotline. */
import { defineLetters, type Pair } from './letter-form.ts'

const looks = { label: { vi: 'Ai đã xem', en: 'Who looked' }, to: '/app/looks' } as const

export const assistanceLetters = defineLetters({
  'code-assist': {
    kind: 'security',
    // One part of a text message holds 70 characters with accents, and the act must be named.
    sms: {
      vi: '{code}: mã {act}. Hết hạn sau {minutes} phút. Tự nhập, không đọc.',
      en: '{code}: {act}. It ends in {minutes} minutes. Type it yourself; read it to nobody.',
    },
    title: { vi: 'Mã đồng ý: {act}', en: 'Code to agree: {act}' },
    text: {
      vi: 'Mã {code} cho phép người hỗ trợ bên cạnh bạn làm đúng việc này: {act}. Mã hết hạn sau {minutes} phút. Bạn tự nhập trên màn hình của mình, không đọc cho ai. Nếu không có ai đang hỗ trợ bạn, hãy bỏ qua thư này.',
      en: 'Code {code} lets the helper beside you do this and nothing else: {act}. It ends in {minutes} minutes. Type it yourself at your own screen and read it to nobody. If nobody is helping you, ignore this letter.',
    },
  },
  'assisted-act': {
    kind: 'security',
    sms: {
      vi: 'Người hỗ trợ {helper} đã làm cùng bạn: {act}. Biên nhận {reference}. Không phải bạn? Gọi 1900 0368.',
      en: 'Helper {helper} did with you: {act}. Receipt {reference}. Not you? Call 1900 0368.',
    },
    title: { vi: 'Biên nhận hỗ trợ {reference}', en: 'Receipt of help {reference}' },
    text: {
      vi: 'Người hỗ trợ {helper} ({office}) đã làm cùng bạn: {act}. Biên nhận {reference}. Nếu bạn không đồng ý việc này, hãy khoá tài khoản và gọi tổng đài.',
      en: 'Helper {helper} ({office}) did with you: {act}. Receipt {reference}. If you did not agree to it, lock the account and call the hotline.',
    },
    action: looks,
  },
  'hotline-receipt': {
    kind: 'security',
    sms: {
      vi: 'Tổng đài, cuộc gọi {reference}: {deed}. Không phải bạn gọi? Gọi 1900 0368.',
      en: 'Hotline, call {reference}: {deed}. Did you not call? Call 1900 0368.',
    },
    title: { vi: 'Biên nhận cuộc gọi {reference}', en: 'Receipt of call {reference}' },
    text: {
      vi: 'Tổng đài viên {helper} đã xử lý cuộc gọi {reference}: {deed}. Tổng đài không bao giờ mở khoá và không hỏi mã hay mật khẩu. Nếu bạn không gọi, hãy gọi 1900 0368.',
      en: 'Agent {helper} handled call {reference}: {deed}. The hotline never unlocks and never asks for codes or passwords. If you did not call, call 1900 0368.',
    },
    action: looks,
  },
})

/** What a helper did, short enough for one text message beside its code. */
export const assistedWords = {
  open: { vi: 'mở phiên hỗ trợ', en: 'begin a session of help' },
  'begin-level-1': { vi: 'bắt đầu đăng ký', en: 'begin a registration' },
  'activation-guide': { vi: 'xem tài khoản', en: 'see how the account stands' },
  'dossier-state': { vi: 'xem hồ sơ', en: 'see a dossier' },
  'set-language': { vi: 'đổi ngôn ngữ', en: 'change the language' },
  'report-mismatch': { vi: 'báo sai lệch', en: 'report wrong data' },
} as const satisfies Record<string, Pair>

export const hotlineWords = {
  lock: { vi: 'đã khoá tài khoản', en: 'the account was locked' },
  explain: { vi: 'đã giải thích vì sao khoá', en: 'the lock was explained' },
  phone: { vi: 'đã xem một số điện thoại', en: 'a phone number was checked' },
  'phone-code': { vi: 'đã gửi mã tới một số điện thoại', en: 'a code was sent to a phone number' },
  'phone-given-up': {
    vi: 'đã ghi: số điện thoại không còn là của bạn',
    en: 'noted: the phone number is no longer yours',
  },
  dossier: { vi: 'đã xem tình trạng hồ sơ', en: "a dossier's state was looked at" },
} as const satisfies Record<string, Pair>
