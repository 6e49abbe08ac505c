/** Dated rules of the register's entry. */
import { definePolicy } from '../../../kernel/policy.ts'

/** The level of account from which a person is shown what is sensitive of her own entry. */
export const sensitiveFromLevel = definePolicy('population.sensitive_from_level', [
  {
    from: '2022-10-20',
    value: 2,
    source:
      'operator policy: sensitive data (Law 91/2025/QH15) only to whom an officer has seen in person (Decree 69/2024 art. 7: level 2)',
  },
])
