/** Every module of the product, in the order of the floors: each knows only those above it in this list. */
import type { Module } from '../kernel/module.ts'
import { territoryModule } from './registry/territory/module.ts'
import { organisationsModule } from './registry/organisations/module.ts'
import { populationModule } from './registry/population/module.ts'
import { partiesModule } from './registry/parties/module.ts'
import { chipsModule } from './evidence/chips/module.ts'
import { biometricsModule } from './evidence/biometrics/module.ts'
import { accountsModule } from './people/accounts/module.ts'
import { presenceModule } from './access/presence/module.ts'
import { locksModule } from './people/locks/module.ts'
import { captureModule } from './evidence/capture/module.ts'
import { caseworkModule } from './cases/casework/module.ts'
import { lockRequestsModule } from './cases/lock-requests/module.ts'
import { discrepanciesModule } from './cases/discrepancies/module.ts'
import { representationModule } from './cases/representation/module.ts'
import { enrolmentModule } from './cases/enrolment/module.ts'
import { cardsModule } from './cases/cards/module.ts'
import { authenticationModule } from './access/authentication/module.ts'
import { assistanceModule } from './access/assistance/module.ts'
import { federationModule } from './access/federation/module.ts'
import { sourcesModule } from './documents/sources/module.ts'
import { integrationModule } from './documents/integration/module.ts'
import { credentialsModule } from './documents/credentials/module.ts'
import { trustModule } from './documents/trust/module.ts'
import { sharingModule } from './documents/sharing/module.ts'
import { walletModule } from './documents/wallet/module.ts'
import { proceduresModule } from './services/procedures/module.ts'
import { papersModule } from './services/papers/module.ts'
import { dossiersModule } from './services/dossiers/module.ts'
import { staysModule } from './services/stays/module.ts'
import { crimeReportsModule } from './services/crime-reports/module.ts'
import { petitionsModule } from './services/petitions/module.ts'
import { notificationsModule } from './platform/notifications/module.ts'
import { auditModule } from './platform/audit/module.ts'
import { lookQuestionsModule } from './platform/look-questions/module.ts'
import { counterModule } from './platform/counter/module.ts'
import { homeModule } from './platform/home/module.ts'
import { ownDataModule } from './platform/own-data/module.ts'

const belowTheCounter: readonly Module[] = [
  territoryModule,
  organisationsModule,
  populationModule,
  partiesModule,
  chipsModule,
  biometricsModule,
  accountsModule,
  presenceModule,
  locksModule,
  captureModule,
  caseworkModule,
  lockRequestsModule,
  discrepanciesModule,
  representationModule,
  enrolmentModule,
  cardsModule,
  authenticationModule,
  assistanceModule,
  federationModule,
  sourcesModule,
  integrationModule,
  credentialsModule,
  trustModule,
  sharingModule,
  walletModule,
  proceduresModule,
  papersModule,
  dossiersModule,
  staysModule,
  petitionsModule,
  crimeReportsModule,
  notificationsModule,
  auditModule,
  lookQuestionsModule,
]
const counterQueues = belowTheCounter.flatMap(({ queues }) => queues)
const counterCases = belowTheCounter.flatMap(({ cases }) => cases)

const belowOwnData: readonly Module[] = [
  ...belowTheCounter,
  counterModule(counterQueues, counterCases),
  homeModule,
]

export const allModules: readonly Module[] = [
  ...belowOwnData,
  ownDataModule(belowOwnData.flatMap(({ tells }) => tells)),
]
