/**
 * The world's authority and revocation list, taken into the trust store through the operator's door, and its
 * signer of cards that are made here.
 */
import { now } from '../../server/kernel/clock.ts'
import type { AppContext } from '../../server/kernel/app-context.ts'
import { knowsAuthority, importTrust } from '../../server/modules/evidence/chips/import-trust.ts'
import { addDocumentSigner, documentSignerAt } from '../../server/modules/evidence/chips/document-signer.ts'
import { worldAuthority, worldSignerToAdd, worldTrustPem } from './authority.ts'

/**
 * Idempotent by the authority's key: its certificate is signed anew in each process, with other random
 * numbers.
 */
export const settleTrust = async ({ transact, tools }: AppContext): Promise<void> => {
  if (!(await documentSignerAt(tools.read, tools, now()))) {
    await transact((work) => addDocumentSigner(work, tools, { ...worldSignerToAdd(), at: now() }))
  }
  if (await knowsAuthority(tools.read, worldAuthority().certificate)) {
    return
  }
  await transact((work) =>
    importTrust(work, Buffer.from(worldTrustPem()), {
      source: 'demo world',
      at: now(),
      allowTestAuthorities: true,
    }),
  )
}
