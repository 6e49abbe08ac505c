/** How often one network may ask at a door of the protocol. */
import { now } from '../../../../kernel/clock.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Limit, RequestContext } from '../../../../kernel/use-case.ts'
import { issuingLimits } from '../rules.ts'

export const doorLimit = (door: string, { network }: RequestContext): readonly Limit[] => [
  {
    scope: `credentials.${door}`,
    key: network,
    most: inForce(issuingLimits, now()).networkPerHour,
    per_s: 3600,
  },
]
