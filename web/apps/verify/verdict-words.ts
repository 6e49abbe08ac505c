// Each verdict in words: what was found, and what to do now. A bad one has a shape and a sentence of its own, so
// that nobody reads a colour; why something was revoked is never said.
import { now } from '../../ui/clock.ts'
import { dateVN, numberText, timeVN } from '../../ui/format.ts'
import { alert, ban, camera, check, clock, help, lock, offline, phone, qr, refresh } from '../../ui/icons.tsx'
import { inLanguage, phrases } from '../../ui/phrases.ts'
import type { Verdict } from './judge-code.ts'

const t = phrases({
  valid: { vi: 'Thật, đang có hiệu lực', en: 'Genuine and in force' },
  expired: { vi: 'Giấy tờ hết hạn', en: 'Expired' },
  expiredWhat: {
    vi: '{kind} này thật, do đúng nơi cấp, nhưng bản trên máy đã hết hạn {date}.',
    en: 'This {kind} is genuine and from the right issuer, but the copy on this phone expired on {date}.',
  },
  expiredNow: {
    vi: 'Không nhận. Mời người này mở ứng dụng khi có mạng để lấy bản mới.',
    en: 'Do not accept it. Ask them to open the app where there is a network; it fetches a new copy.',
  },
  revoked: { vi: 'Đã bị thu hồi', en: 'Revoked' },
  revokedWhat: {
    vi: 'Nơi cấp đã thu hồi giấy tờ này, theo bảng lúc {at}. Chúng tôi không nói lý do ở đây.',
    en: 'Its issuer has revoked this document, by the list of {at}. The reason is not shown here.',
  },
  revokedNow: {
    vi: 'Không nhận. Hỏi giấy tờ khác, không giữ người.',
    en: 'Do not accept it. Ask for another document; do not detain anyone.',
  },
  suspended: { vi: 'Đang tạm khoá', en: 'On hold' },
  suspendedWhat: {
    vi: 'Giấy tờ này đang tạm khoá, theo bảng lúc {at}. Có thể chủ máy vừa báo mất máy.',
    en: 'This document is on hold, by the list of {at}. Its holder may have reported the phone lost.',
  },
  suspendedNow: {
    vi: 'Không nhận lúc này. Hỏi giấy tờ khác, không giữ người.',
    en: 'Do not accept it for now. Ask for another document; do not detain anyone.',
  },
  old: { vi: 'Mã cũ hoặc ảnh chụp', en: 'An old code or a photo' },
  oldWhat: {
    vi: 'Mã này tạo lúc {at}, đã {age}. Mã thật chỉ dùng được 60 giây.',
    en: 'This code was made at {at}, {age} ago. A genuine code works for 60 seconds.',
  },
  oldNow: {
    vi: 'Mời mở lại màn hình Xuất trình rồi quét. Đừng nhận ảnh chụp.',
    en: 'Ask them to open Present again, then scan. Do not accept a photo.',
  },
  'clocks-differ': { vi: 'Hai máy lệch giờ', en: 'The clocks differ' },
  clocksWhat: {
    vi: 'Mã ghi giờ {at}, muộn hơn giờ của máy này.',
    en: 'The code says {at}, which is later than the time on this device.',
  },
  clocksNow: {
    vi: 'Chưa biết mã mới hay cũ. Chỉnh cả hai máy theo giờ tự động rồi quét lại.',
    en: 'New or old cannot be told. Set both devices to automatic time, then scan again.',
  },
  'issuer-unknown': { vi: 'Không rõ nơi cấp', en: 'Unknown issuer' },
  unknownWhat: {
    vi: 'Nơi cấp của giấy tờ này không có trong danh sách tin cậy ngày {date}.',
    en: 'Whoever issued this document is not in the trust list of {date}.',
  },
  unknownNow: {
    vi: 'Chưa biết thật hay giả. Nối mạng để lấy danh sách mới, hoặc hỏi giấy tờ khác.',
    en: 'Genuine or not cannot be told. Connect to fetch a new list, or ask for another document.',
  },
  'snapshot-old': { vi: 'Bảng thu hồi đã cũ', en: 'The revocation list is old' },
  snapshotWhat: {
    vi: 'Chữ ký đúng, còn hạn. Nhưng bảng thu hồi trên máy này đã {age}.',
    en: 'The signature is right and it has not expired. But the revocation list here is {age} old.',
  },
  snapshotNone: {
    vi: 'Chữ ký đúng, còn hạn. Nhưng máy này chưa có bảng thu hồi của nơi cấp.',
    en: 'The signature is right and it has not expired. But this device has no revocation list of its issuer.',
  },
  snapshotNow: {
    vi: 'Nối mạng một lần rồi quét lại. Cần gấp thì anh chị tự cân nhắc.',
    en: 'Connect once, then scan again. If it cannot wait, use your judgement.',
  },
  'other-phone': { vi: 'Không đúng máy', en: 'Not the right phone' },
  otherWhat: {
    vi: 'Giấy tờ thật nhưng chữ ký không phải của máy được cấp.',
    en: 'The document is genuine, but it was not signed by the phone it was issued to.',
  },
  otherNow: {
    vi: 'Không nhận. Có thể giấy tờ đã bị chép sang máy khác.',
    en: 'Do not accept it. It may have been copied to another phone.',
  },
  forged: { vi: 'Không phải bản thật', en: 'Not genuine' },
  forgedWhat: {
    vi: 'Chữ ký của nơi cấp không khớp với nội dung trong mã.',
    en: "The issuer's signature does not fit what the code says.",
  },
  forgedNow: {
    vi: 'Không nhận. Hỏi giấy tờ khác, không giữ người.',
    en: 'Do not accept it. Ask for another document; do not detain anyone.',
  },
  damaged: { vi: 'Chưa đọc trọn mã', en: 'The code was not read whole' },
  damagedWhat: {
    vi: 'Đây là mã của Sen nhưng có chỗ bị mất khi quét.',
    en: 'This is a Sen code, but a part of it was lost on the way.',
  },
  damagedNow: {
    vi: 'Quét lại: gần hơn, đủ sáng, không bị loá.',
    en: 'Scan again: closer, in good light, without glare.',
  },
  'not-ours': { vi: 'Không phải mã xuất trình', en: 'Not a code of this kind' },
  notOursWhat: {
    vi: 'Đây không phải mã của màn hình Xuất trình. Nội dung không được mở.',
    en: 'This is not a code of the Present screen. It was not opened.',
  },
  notOursNow: {
    vi: 'Mời mở Sen, bấm Xuất trình, rồi quét mã đang hiện.',
    en: 'Ask them to open Sen, press Present, and scan the code that shows.',
  },
  newer: { vi: 'Mã của bản mới hơn', en: 'A code of a newer release' },
  newerWhat: {
    vi: 'Ứng dụng của người này mới hơn trang kiểm tra trên máy này.',
    en: 'Their app is newer than this page on your device.',
  },
  newerNow: {
    vi: 'Nối mạng, đóng trang này rồi mở lại.',
    en: 'Connect, close this page and open it again.',
  },
  'no-list': { vi: 'Máy này chưa sẵn sàng', en: 'This device is not ready' },
  noListWhat: {
    vi: 'Trên máy chưa có danh sách nơi cấp tin cậy, hoặc danh sách đã hết hạn.',
    en: 'There is no list of trusted issuers here, or the one kept has run out.',
  },
  noListNow: {
    vi: 'Nối mạng một lần rồi quét lại.',
    en: 'Connect once, then scan again.',
  },
  seconds: { vi: '{n} giây', en: '{n} seconds' },
  minutes: { vi: '{n} phút', en: '{n} minutes' },
  hours: { vi: '{n} giờ', en: '{n} hours' },
  days: { vi: '{n} ngày', en: '{n} days' },
  today: { vi: '{time} hôm nay', en: '{time} today' },
  thatDay: { vi: '{time} ngày {date}', en: '{time} on {date}' },
})

/** In seconds; `27 phút`, `9 ngày`. */
export const spanText = (span_s: number): string => {
  const s = Math.max(0, Math.round(span_s))
  const [unit, size] =
    s < 90
      ? (['seconds', 1] as const)
      : s < 90 * 60
        ? (['minutes', 60] as const)
        : s < 36 * 3600
          ? (['hours', 3600] as const)
          : (['days', 86_400] as const)
  return t(unit, { n: numberText(Math.round(s / size)) })
}

/** `26/11`, and the year with it where it is another one. */
export const dayText = (moment_s: number): string => {
  const date = dateVN(moment_s * 1000)
  return date.endsWith(dateVN(now()).slice(5)) ? date.slice(0, 5) : date
}

/** `13:00 hôm nay`, `13:00 ngày 26/11`. */
export const momentText = (moment_s: number): string => {
  const time = timeVN(moment_s * 1000)
  const isToday = dateVN(moment_s * 1000) === dateVN(now())
  return isToday ? t('today', { time }) : t('thatDay', { time, date: dayText(moment_s) })
}

export interface VerdictWords {
  readonly title: string
  /** Both empty for a good one, which is shown by what was offered. */
  readonly what: string
  readonly next: string
  readonly icon: string
  readonly tone: 'ok' | 'gold' | 'son' | 'slate' | 'cham'
}

type Look = Pick<VerdictWords, 'icon' | 'tone'>
const looks: Readonly<Record<Verdict['is'], Look>> = {
  valid: { icon: check, tone: 'ok' },
  expired: { icon: clock, tone: 'gold' },
  revoked: { icon: ban, tone: 'son' },
  suspended: { icon: lock, tone: 'son' },
  old: { icon: camera, tone: 'slate' },
  'clocks-differ': { icon: clock, tone: 'slate' },
  'issuer-unknown': { icon: help, tone: 'cham' },
  'snapshot-old': { icon: offline, tone: 'slate' },
  'other-phone': { icon: phone, tone: 'gold' },
  forged: { icon: alert, tone: 'son' },
  damaged: { icon: qr, tone: 'slate' },
  'not-ours': { icon: qr, tone: 'cham' },
  newer: { icon: refresh, tone: 'cham' },
  'no-list': { icon: offline, tone: 'slate' },
}

/** What was found and what to do now. */
const sayOf = (verdict: Exclude<Verdict, { is: 'valid' }>): readonly [what: string, next: string] => {
  switch (verdict.is) {
    case 'expired': {
      const values = { kind: inLanguage(verdict.kind), date: dateVN(verdict.expiredAt_s * 1000) }
      return [t('expiredWhat', values), t('expiredNow')]
    }
    case 'revoked':
      return [t('revokedWhat', { at: momentText(verdict.statusOf_s) }), t('revokedNow')]
    case 'suspended':
      return [t('suspendedWhat', { at: momentText(verdict.statusOf_s) }), t('suspendedNow')]
    case 'old': {
      const age = spanText(now() / 1000 - verdict.signedAt_s)
      return [t('oldWhat', { at: momentText(verdict.signedAt_s), age }), t('oldNow')]
    }
    case 'clocks-differ':
      return [t('clocksWhat', { at: momentText(verdict.signedAt_s) }), t('clocksNow')]
    case 'issuer-unknown':
      return [t('unknownWhat', { date: dayText(verdict.listOf_s) }), t('unknownNow')]
    case 'snapshot-old': {
      const { statusOf_s: of_s } = verdict
      const what =
        of_s === null ? t('snapshotNone') : t('snapshotWhat', { age: spanText(now() / 1000 - of_s) })
      return [what, t('snapshotNow')]
    }
    case 'other-phone':
      return [t('otherWhat'), t('otherNow')]
    case 'forged':
      return [t('forgedWhat'), t('forgedNow')]
    case 'damaged':
      return [t('damagedWhat'), t('damagedNow')]
    case 'not-ours':
      return [t('notOursWhat'), t('notOursNow')]
    case 'newer':
      return [t('newerWhat'), t('newerNow')]
    case 'no-list':
      return [t('noListWhat'), t('noListNow')]
  }
}

export const wordsOf = (verdict: Verdict): VerdictWords => {
  const [what, next] = verdict.is === 'valid' ? ['', ''] : sayOf(verdict)
  return { title: t(verdict.is), what, next, ...looks[verdict.is] }
}
