// Every journey of the counter, in the order of its navigation.
import { reviewJourney } from './review/journey.ts'
import { level2Journey } from './level-2/journey.ts'
import { cardsJourney } from './cards/journey.ts'
import { crimeReportsJourney } from './crime-reports/journey.ts'
import { dossiersJourney } from './dossiers/journey.ts'
import { discrepanciesJourney } from './discrepancies/journey.ts'
import { lookQuestionsJourney } from './look-questions/journey.ts'
import { petitionsJourney } from './petitions/journey.ts'
import { representationJourney } from './representation/journey.ts'
import { locksJourney } from './locks/journey.ts'
import { assistedJourney } from './assisted/journey.ts'
import { hotlineJourney } from './hotline/journey.ts'
import { voucherJourney } from './voucher/journey.ts'
import { draftsJourney } from './drafts/journey.ts'
import { outboxJourney } from './outbox/journey.ts'
import { searchJourney } from './search/journey.ts'
import { staysJourney } from './stays/journey.ts'
import { supervisionJourney } from './supervision/journey.ts'
import { devicesJourney } from './devices/journey.ts'
import type { Journey } from './shell/journey.ts'

export const journeys: readonly Journey[] = [
  reviewJourney,
  level2Journey,
  cardsJourney,
  dossiersJourney,
  discrepanciesJourney,
  lookQuestionsJourney,
  petitionsJourney,
  crimeReportsJourney,
  representationJourney,
  locksJourney,
  assistedJourney,
  hotlineJourney,
  voucherJourney,
  staysJourney,
  supervisionJourney,
  draftsJourney,
  outboxJourney,
  searchJourney,
  devicesJourney,
]
