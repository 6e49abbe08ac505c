/** Which documents were issued to which of her devices and wallets, and until when. */
import { ViewCredentials } from '../../../../../contract/credentials.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later } from '../../../../kernel/clock.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { listDevices } from '../../../people/accounts/device.ts'
import { credentialFormats } from '../credential-type.ts'
import { typeOf } from '../types.ts'
import * as store from './credential-store.ts'

const DAY_S = 86_400

const refreshOf = ({ type, issued_at: issuedAt, expires_at: expiresAt }: store.BatchRow): Date => {
  const known = typeOf(type)
  const refreshAt = known && later(issuedAt, inForce(known.rule, issuedAt).refreshAfter_days * DAY_S)
  return refreshAt && refreshAt < expiresAt ? refreshAt : expiresAt
}

export const viewCredentials = useCase({
  contract: ViewCredentials,
  permit: citizenHerself,
  async act(work, _, { actor, now }) {
    const names = new Map((await listDevices(work, actor.subjectId)).map(({ id, name }) => [id, name]))
    const batches = await store.batchesOf(work, actor.subjectId, now)
    return {
      items: batches.flatMap((batch) => {
        const format = credentialFormats.find((one) => one === batch.format)
        return format === undefined
          ? []
          : [
              {
                id: batch.id,
                type: batch.type,
                format,
                wallet: batch.wallet,
                deviceName: names.get(batch.device_id ?? '') ?? '',
                isThisPhone: batch.wallet === 'own' && batch.device_id === actor.deviceId,
                issuedAt: batch.issued_at.toISOString(),
                expiresAt: batch.expires_at.toISOString(),
                refreshAt: refreshOf(batch).toISOString(),
                count: batch.size,
                state: batch.state,
              },
            ]
      }),
    }
  },
  audit: none("which of one's own devices hold documents; what these say is not shown"),
})
