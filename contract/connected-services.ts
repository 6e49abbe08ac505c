/**
 * Services that a person signs in to with Sen: what she agreed to share with each, and how she takes it back
 * (Law 91/2025/QH15: consent may be withdrawn at any time).
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { scopeName } from './sign-in.ts'
import { moment, nothing } from './values.ts'

export const ViewConnectedServices = view('service.connected', {
  summary: 'Every service that she agreed to share something with, and what.',
  input: nothing,
  output: z.object({
    items: z.array(
      z.object({
        clientId: z.string(),
        name: z.string(),
        domain: z.string(),
        mayGet: z.array(scopeName),
        since: moment,
        /** The last sign-in there, or the last time that it was told something. */
        lastUsedAt: moment.nullable(),
      }),
    ),
  }),
})
export const WithdrawConsent = deed('service.withdraw', {
  summary: 'Takes back what she agreed to: the service gets nothing more from this moment, and is told.',
  input: z.object({ clientId: z.string().min(1).max(100) }),
  output: nothing,
  problems: ['consent.gone'],
})
