/** The whole product's use cases, module by module in the order of a citizen's life. */
import type { AnyUseCase } from '../kernel/use-case.ts'
import { useCases as organisations } from '../modules/organisations/routes.ts'
import { useCases as chips } from '../modules/chips/routes.ts'
import { useCases as accounts } from '../modules/accounts/routes.ts'
import { useCases as locks } from '../modules/locks/routes.ts'
import { useCases as discrepancies } from '../modules/discrepancies/routes.ts'
import { useCases as representation } from '../modules/representation/routes.ts'
import { useCases as enrolment } from '../modules/enrolment/routes.ts'
import { useCases as cards } from '../modules/cards/routes.ts'
import { useCases as authentication } from '../modules/authentication/routes.ts'
import { useCases as assistance } from '../modules/assistance/routes.ts'
import { useCases as wallet } from '../modules/wallet/routes.ts'
import { useCases as notifications } from '../modules/notifications/routes.ts'
import { useCases as audit } from '../modules/audit/routes.ts'
import { useCases as counter } from '../modules/counter/routes.ts'
import { useCases as home } from '../modules/home/routes.ts'

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
