// The counter's navigation, one entry per journey: seen by officers whose mandate at this office has one of its tasks. `count` is the key of the
// overview's queue (contract/counter.ts, queueKey), which also leads from there to the journey.
import { card, eye, family, heart, home, inbox, lock, offline, pencil, person, phoneCall, print, refresh, scan, shield, unlock } from '../ui/icons.tsx'
import type { NavEntry } from './shell/nav-entry.ts'

export const navEntries: readonly NavEntry[] = [
  { tasks: [], href: '/', title: { vi: 'Việc hôm nay', en: 'Today\'s work' }, icon: home },
  { tasks: ['enrolment.decide', 'enrolment.view'], href: '/review', title: { vi: 'Hàng đợi mức 1', en: 'Level-1 queue' }, icon: inbox, count: 'level-1' },
  { tasks: ['level-2.take'], href: '/level-2', title: { vi: 'Đăng ký mức 2', en: 'Level 2' }, icon: person, count: 'level-2-open' },
  { tasks: ['level-2.second'], href: '/second', title: { vi: 'Duyệt lần hai', en: 'Second eyes' }, icon: shield, count: 'level-2-second' },
  { tasks: ['card.take'], href: '/cards', title: { vi: 'Thẻ căn cước', en: 'Identity cards' }, icon: card, count: 'card-open' },
  { tasks: ['card.decide'], href: '/cards/decide', title: { vi: 'Duyệt hồ sơ thẻ', en: 'Decide on cards' }, icon: shield, count: 'card-decide' },
  { tasks: ['card.print'], href: '/cards/print', title: { vi: 'In thẻ', en: 'Print cards' }, icon: print, count: 'card-print' },
  { tasks: ['card.hand-over'], href: '/cards/hand-over', title: { vi: 'Trả thẻ', en: 'Hand cards over' }, icon: card, count: 'card-hand-over' },
  { tasks: ['discrepancy.work'], href: '/discrepancies', title: { vi: 'Sai lệch dữ liệu', en: 'Data mismatches' }, icon: refresh, count: 'discrepancies' },
  { tasks: ['representation.take', 'representation.second'], href: '/representation', title: { vi: 'Trẻ em, giám hộ', en: 'Children, wards' }, icon: family, count: 'representation' },
  { tasks: ['lock.take', 'lock.receive'], href: '/locks', title: { vi: 'Khoá và mở khoá', en: 'Locking' }, icon: lock, count: 'lock-receive' },
  { tasks: ['lock.decide'], href: '/locks/decide', title: { vi: 'Quyết định khoá', en: 'Decide on locks' }, icon: unlock, count: 'lock-decide' },
  { tasks: ['assist'], href: '/assisted', title: { vi: 'Hỗ trợ người dân', en: 'Helping people' }, icon: heart },
  { tasks: ['hotline'], href: '/hotline', title: { vi: 'Tổng đài', en: 'Hotline' }, icon: phoneCall },
  { tasks: ['recovery.voucher'], href: '/voucher', title: { vi: 'Phiếu lấy lại tài khoản', en: 'Recovery vouchers' }, icon: print },
  { tasks: ['recovery.second'], href: '/voucher/second', title: { vi: 'Duyệt lần hai phiếu', en: 'Second eyes: vouchers' }, icon: shield, count: 'recovery-second' },
  { tasks: ['level-2.take'], href: '/drafts', title: { vi: 'Bản nháp', en: 'Drafts' }, icon: pencil, count: 'drafts', group: 'mine' },
  { tasks: ['level-2.take'], href: '/outbox', title: { vi: 'Chờ gửi', en: 'Outbox' }, icon: offline, count: 'outbox', group: 'mine' },
  { tasks: ['person.search'], href: '/my-looks', title: { vi: 'Nhật ký tra cứu', en: 'My look-ups' }, icon: eye, group: 'mine' },
  { tasks: ['level-2.take', 'card.take'], href: '/devices', title: { vi: 'Thiết bị quầy', en: 'Desk devices' }, icon: scan, group: 'mine' },
]
