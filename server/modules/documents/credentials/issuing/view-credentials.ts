/** Which documents were issued to which of her devices and wallets, and what her phone should fetch. */
import { ViewCredentials } from '../../../../../contract/credentials.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later } from '../../../../kernel/clock.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { listDevices } from '../../../people/accounts/device.ts'
import { credentialFormats, type CredentialType } from '../credential-type.ts'
import { credentialTypes } from '../types.ts'
import * as store from './credential-store.ts'
import { issuableTo, type Issuable } from './issuable.ts'

const DAY_S = 86_400

type Types = ReadonlyMap<string, CredentialType>
const refreshOf = (
  types: Types,
  { type, issued_at: issuedAt, expires_at: expiresAt }: store.BatchRow,
): Date => {
  const rule = types.get(type)?.ruleAt(issuedAt)
  const refreshAt = rule && later(issuedAt, rule.refreshAfter_days * DAY_S)
  return refreshAt && refreshAt < expiresAt ? refreshAt : expiresAt
}

/** The newest that went to this phone as what its app shows; `batches` are the newest first. */
const isDue = (
  { configuration: { type, format }, documentId }: Issuable,
  {
    batches,
    types,
    deviceId,
    now,
  }: {
    readonly batches: readonly store.BatchRow[]
    readonly types: Types
    readonly deviceId: string | null
    readonly now: Date
  },
): boolean => {
  const newest = batches.find(
    (one) =>
      one.type === type.id &&
      one.document_id === documentId &&
      one.format === format &&
      one.wallet === 'own' &&
      one.device_id === deviceId,
  )
  return (
    !newest || newest.state === 'revoked' || (newest.state === 'valid' && refreshOf(types, newest) <= now)
  )
}

export const viewCredentials = useCase({
  contract: ViewCredentials,
  permit: citizenHerself,
  async act(work, _, { actor, now }) {
    const names = new Map((await listDevices(work, actor.subjectId)).map(({ id, name }) => [id, name]))
    const batches = await store.ownBatchesOf(work, actor.subjectId, now)
    const types = new Map((await credentialTypes(work, now)).map((type) => [type.id, type]))
    const { deviceId } = actor
    const issuable = await issuableTo(work, actor, now)
    const due = issuable.filter(
      (one) => one.configuration.format === 'dc+sd-jwt' && isDue(one, { batches, types, deviceId, now }),
    )
    return {
      due: due.map(({ identifier, documentId, configuration: { type } }) => {
        return { identifier, type: type.id, documentId }
      }),
      items: batches.flatMap((batch) => {
        const format = credentialFormats.find((one) => one === batch.format)
        return format === undefined
          ? []
          : [
              {
                id: batch.id,
                type: batch.type,
                documentId: batch.document_id,
                format,
                wallet: batch.wallet,
                deviceName: names.get(batch.device_id ?? '') ?? '',
                isThisPhone: batch.wallet === 'own' && batch.device_id === actor.deviceId,
                issuedAt: batch.issued_at.toISOString(),
                expiresAt: batch.expires_at.toISOString(),
                refreshAt: refreshOf(types, batch).toISOString(),
                count: batch.size,
                state: batch.state,
              },
            ]
      }),
    }
  },
  audit: none("which of one's own devices hold documents; what these say is not shown"),
})
