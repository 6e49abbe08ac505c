/** The whole product's use cases, module by module in the order of a citizen's life. */
import type { AnyUseCase } from '../kernel/use-case.ts'
import { useCases as organisations } from '../modules/registry/organisations/routes.ts'
import { useCases as chips } from '../modules/evidence/chips/routes.ts'
import { useCases as accounts } from '../modules/people/accounts/routes.ts'
import { useCases as locks } from '../modules/people/locks/routes.ts'
import { useCases as discrepancies } from '../modules/cases/discrepancies/routes.ts'
import { useCases as representation } from '../modules/cases/representation/routes.ts'
import { useCases as enrolment } from '../modules/cases/enrolment/routes.ts'
import { useCases as cards } from '../modules/cases/cards/routes.ts'
import { useCases as authentication } from '../modules/access/authentication/routes.ts'
import { useCases as assistance } from '../modules/access/assistance/routes.ts'
import { useCases as wallet } from '../modules/documents/wallet/routes.ts'
import { useCases as notifications } from '../modules/platform/notifications/routes.ts'
import { useCases as audit } from '../modules/platform/audit/routes.ts'
import { useCases as counter } from '../modules/platform/counter/routes.ts'
import { useCases as home } from '../modules/platform/home/routes.ts'

export const allUseCases: readonly AnyUseCase[] = [
  ...organisations,
  ...chips,
  ...accounts,
  ...locks,
  ...discrepancies,
  ...representation,
  ...enrolment,
  ...cards,
  ...authentication,
  ...assistance,
  ...wallet,
  ...notifications,
  ...audit,
  ...counter,
  ...home,
]
