// The counter's navigation, one entry per journey: seen by officers whose mandate at this office has one of its tasks.
import { inbox } from '../ui/icons.tsx'
import type { NavEntry } from './shell/nav-entry.ts'

export const navEntries: readonly NavEntry[] = [
  { tasks: ['enrolment.decide', 'enrolment.view'], href: '/review', title: { vi: 'Hàng đợi mức 1', en: 'Level-1 queue' }, icon: inbox, count: 'level-1' },
]
