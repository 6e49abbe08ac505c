// The counter's navigation, one entry per journey: seen by officers whose mandate at this office has one of its tasks.
import { inbox, offline, pencil, scan } from '../ui/icons.tsx'
import type { NavEntry } from './shell/nav-entry.ts'

export const navEntries: readonly NavEntry[] = [
  { tasks: ['enrolment.decide', 'enrolment.view'], href: '/review', title: { vi: 'Hàng đợi mức 1', en: 'Level-1 queue' }, icon: inbox, count: 'level-1' },
  { tasks: ['level-2.take'], href: '/drafts', title: { vi: 'Bản nháp', en: 'Drafts' }, icon: pencil, count: 'drafts', group: 'mine' },
  { tasks: ['level-2.take'], href: '/outbox', title: { vi: 'Chờ gửi', en: 'Outbox' }, icon: offline, count: 'outbox', group: 'mine' },
  { tasks: ['level-2.take', 'card.take'], href: '/devices', title: { vi: 'Thiết bị quầy', en: 'Desk devices' }, icon: scan, group: 'mine' },
]
