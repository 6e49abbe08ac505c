/** What this module offers and does: who stays where, told to the commune police. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { lapsedKept_days } from '../../../kernel/retention.ts'
import { addHome, viewHomes } from './homes.ts'
import { changeAtHome, listAtHome, reportAtHome } from './home-stays.ts'
import { viewOwnStays } from './own-stays.ts'
import { cancelOwnStay, reportOwnStay, viewStayPlace } from './self-stays.ts'
import { changeStay } from './change-stay.ts'
import { closeStayDesk, openStayDesk } from './desk-session.ts'
import { StayReported } from './events.ts'
import { listStayGuests, viewStayOverview } from './police-view.ts'
import { reportStay } from './report-stay.ts'
import { reportStayFile, reportStays } from './report-stays.ts'
import { staysKept_days } from './rules.ts'
import { searchStays } from './search-stays.ts'
import { staysReactions } from './stays-reactions.ts'
import { listStays, viewStayDesk } from './view-desk.ts'

export const staysModule = defineModule('services/stays', {
  useCases: [
    openStayDesk,
    closeStayDesk,
    viewStayDesk,
    listStays,
    reportStay,
    changeStay,
    reportStayFile,
    reportStays,
    viewHomes,
    addHome,
    reportAtHome,
    listAtHome,
    changeAtHome,
    viewOwnStays,
    viewStayPlace,
    reportOwnStay,
    cancelOwnStay,
    viewStayOverview,
    listStayGuests,
    searchStays,
  ],
  forms: {
    citizen: {
      stayGuest: { sends: reportStay, within: 'guest' },
      stayDays: { sends: reportStay, within: 'stay' },
    },
    counter: { searchStays: { sends: searchStays } },
  },
  events: [StayReported],
  reactions: staysReactions,
  lapses: [
    { table: 'stay_session', since: 'ends_at', days: lapsedKept_days },
    { table: 'stay_guest', since: 'to_at', days: staysKept_days },
    { table: 'stay_notice', since: 'to_at', days: staysKept_days },
  ],
  keeps: [
    ...holdNobody('stay_key', 'stay_session'),
    {
      table: 'stay_facility',
      holds: ['code', 'sealed'],
      untold: 'offices',
      fate: { is: 'unlinked', why: 'a place and its address; whose home it is stands in stay_host' },
    },
    {
      table: 'stay_host',
      holds: ['subject_id'],
      untold: 'offices',
      fate: { is: 'at-once', kind: 'sessions' },
    },
    {
      table: 'stay_guest',
      holds: ['guest_digest', 'told_digest', 'subject_id', 'sealed'],
      fate: { is: 'passes', kind: 'offices', by: 'lapse' },
    },
    {
      table: 'stay_notice',
      holds: ['subject_id'],
      fate: { is: 'passes', kind: 'offices', by: 'lapse' },
    },
  ],
})
