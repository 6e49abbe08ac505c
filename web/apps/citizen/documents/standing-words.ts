// How a document stands, on its card in two or three words and on its page in a sentence.
import { dateVN, timeOrDayVN } from '../../../ui/format.ts'
import { alert, ban, check, clock, flag, offline, refresh, search } from '../../../ui/icons.tsx'
import { inLanguage, phrases } from '../../../ui/phrases.ts'
import type { PillTone } from '../../../ui/pill.tsx'
import { daysLeft, lastDayOf, standingOf, type Held, type Standing } from './own-documents.ts'

const short = phrases({
  looking: { vi: 'Đang tìm', en: 'Looking' },
  missing: { vi: 'Chưa tìm thấy', en: 'Not found yet' },
  differs: { vi: 'Ghi khác căn cước', en: 'Differs' },
  valid: { vi: 'Còn hiệu lực', en: 'Valid' },
  'expires-soon': { vi: 'Còn {days} ngày', en: '{days} days left' },
  lastDay: { vi: 'Hôm nay là ngày cuối', en: 'Last day today' },
  expired: { vi: 'Hết hạn', en: 'Expired' },
  revoked: { vi: 'Đã thu hồi', en: 'Revoked' },
  suspended: { vi: 'Đang bị tạm giữ', en: 'Suspended' },
  gone: { vi: 'Không còn ở nguồn', en: 'No longer there' },
  silent: { vi: 'Nguồn đang im', en: 'Source silent' },
  'needs-sync': { vi: 'Cần đồng bộ', en: 'Needs sync' },
})
const long = phrases({
  looking: {
    vi: '{source} đang được hỏi. Bạn đóng màn hình này cũng được, có kết quả sẽ báo.',
    en: '{source} is being asked. You can leave this page; you will be told.',
  },
  lookingSilent: {
    vi: '{source} chưa trả lời từ {since}. Hệ thống tự hỏi lại, bạn không cần gửi lại.',
    en: '{source} has not answered since {since}. The system asks again by itself; you need not.',
  },
  missing: {
    vi: '{source} chưa tìm thấy giấy tờ này đứng tên bạn. Hệ thống tự hỏi lại, bạn không cần gửi lại. Bản giấy vẫn dùng như cũ.',
    en: '{source} has found none of yours. The system asks again by itself; you need not. Your paper one is as good as before.',
  },
  differs: {
    vi: '{source} ghi khác căn cước của bạn, nên chưa đưa giấy tờ vào ví. Bản giấy vẫn dùng như cũ.',
    en: '{source} writes it otherwise than your identity card, so it is not in the wallet yet. Your paper one is as good as before.',
  },
  valid: { vi: '{source} xác nhận lúc {synced}.', en: 'Confirmed by {source} at {synced}.' },
  'expires-soon': {
    vi: 'Dùng được đến hết ngày {last}. Đổi trước ngày đó.',
    en: 'Good to the end of {last}. Renew it before then.',
  },
  expired: {
    vi: 'Hết hạn ngày {last}. Không dùng thay bản giấy còn hạn được.',
    en: 'It expired on {last} and does not stand for a valid paper one.',
  },
  revoked: {
    vi: '{source} đã thu hồi giấy tờ này. Hỏi nơi đó nếu bạn thấy không đúng.',
    en: '{source} has revoked it. Ask them if you think that is wrong.',
  },
  suspended: {
    vi: '{source} đang tạm giữ giấy tờ này. Khi trả lại, ví tự cập nhật.',
    en: '{source} has suspended it. The wallet follows when it is given back.',
  },
  gone: {
    vi: '{source} không còn thấy giấy tờ này. Dưới đây là bản nhận {synced}; hỏi nơi đó nếu bạn vẫn giữ nó.',
    en: '{source} has it no longer. Below is what came {synced}; ask them if you still hold it.',
  },
  silent: {
    vi: '{source} chưa trả lời từ {since}. Đây là bản nhận {synced}, vẫn xem được.',
    en: '{source} has not answered since {since}. This is what came {synced}; it can still be seen.',
  },
  'needs-sync': {
    vi: 'Bản nhận {synced}. Có mạng là máy tự lấy bản mới.',
    en: 'Received {synced}. A new one comes by itself with the network.',
  },
})

export const standingLooks: Readonly<Record<Standing, { readonly icon: string; readonly tone: PillTone }>> = {
  looking: { icon: search, tone: 'cham' },
  missing: { icon: search, tone: 'gold' },
  differs: { icon: flag, tone: 'gold' },
  valid: { icon: check, tone: 'ok' },
  'expires-soon': { icon: clock, tone: 'gold' },
  expired: { icon: alert, tone: 'son' },
  revoked: { icon: ban, tone: 'son' },
  suspended: { icon: alert, tone: 'gold' },
  gone: { icon: alert, tone: 'son' },
  silent: { icon: offline, tone: 'neutral' },
  'needs-sync': { icon: refresh, tone: 'gold' },
}

export const shortStanding = (held: Held, at: number): string => {
  const standing = standingOf(held, at)
  const days = daysLeft(lastDayOf(held) ?? '', at)
  return standing === 'expires-soon' && days === 0 ? short('lastDay') : short(standing, { days })
}

export const longStanding = (held: Held, at: number): string => {
  const { own, source, type } = held
  const standing = standingOf(held, at)
  const last = lastDayOf(held)
  const key = standing === 'looking' && own.silentSince !== null ? 'lookingSilent' : standing
  return long(key, {
    source: source ? inLanguage(source.name) : inLanguage(type.title),
    since: own.silentSince ? timeOrDayVN(own.silentSince, at) : '',
    synced: own.syncedAt ? timeOrDayVN(own.syncedAt, at) : '',
    last: last ? dateVN(last) : '',
  })
}
