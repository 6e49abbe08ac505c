/** The world's authority and revocation list, taken into the trust store through the operator's door. */
import { now } from '../../server/kernel/clock.ts'
import type { House } from '../../server/kernel/house.ts'
import { knowsAuthority, importTrust } from '../../server/modules/chips/import-trust.ts'
import { worldAuthority, worldTrustPem } from './authority.ts'

/** Idempotent by the authority's key: its certificate is signed anew in each process, with other random numbers. */
export const settleTrust = async ({ transact, tools }: House): Promise<void> => {
  if (await knowsAuthority(tools.read, worldAuthority().certificate)) return
  await transact((work) => importTrust(work, Buffer.from(worldTrustPem()), { source: 'demo world', at: now(), allowTestAuthorities: true }))
}
