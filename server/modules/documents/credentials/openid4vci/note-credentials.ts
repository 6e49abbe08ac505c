/**
 * What became of an issued document in the wallet (OpenID4VCI 1.0 §11). What was not kept there, or was
 * deleted, is revoked: nobody should be able to show it any more.
 */
import { NoteCredentials } from '../../../../../contract/credentials.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { batchForUpdate, noteOfWallet } from '../issuing/credential-store.ts'
import { revokeIssued } from '../issuing/follow-facts.ts'
import { doorLimit } from './door-limit.ts'

const EVENTS = ['credential_accepted', 'credential_failure', 'credential_deleted'] as const
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const noteCredentials = useCase({
  contract: NoteCredentials,
  limits: (_, request) => doorLimit('notification', request),
  permit: citizenHerself,
  isForWard: true,
  isNeverReplayed: true,
  async act(work, input, { actor: { subjectId, by } }) {
    const event = EVENTS.find((one) => one === input.event)
    if (!event) {
      throw problem('credentials.notification-malformed')
    }
    const { notification_id: id } = input
    const batch = ID.test(id) ? await batchForUpdate(work, subjectId, id) : undefined
    // What went to another person's phone is that one's to speak of.
    if (!batch || batch.holder_id !== (by?.subjectId ?? null)) {
      throw problem('credentials.notification-unknown')
    }
    await noteOfWallet(work, subjectId, id, event)
    if (event !== 'credential_accepted') {
      await revokeIssued(work, subjectId, (one) => one.id === id)
    }
    return {}
  },
  audit: none("a wallet's own word about what it holds; a revocation that follows leaves a line"),
})
