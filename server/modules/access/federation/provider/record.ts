/**
 * A protocol record of the OpenID provider and how it is kept: its id only as a keyed digest, its payload
 * (which holds that id, the
 * person's reference and at times a typed number) sealed by the house.
 */
import type { AdapterPayload } from 'oidc-provider'
import type { Tools } from '../../../../kernel/tools.ts'

export type Shelf = 'oidc_passing' | 'oidc_record'

const PASSING = new Set([
  'PushedAuthorizationRequest',
  'Interaction',
  'AuthorizationCode',
  'DeviceCode',
  'BackchannelAuthenticationRequest',
])
export const shelfOf = (model: string): Shelf => (PASSING.has(model) ? 'oidc_passing' : 'oidc_record')

export interface RecordRow {
  readonly key: Buffer
  readonly model: string
  readonly grant_id: string | null
  readonly session_uid: string | null
  readonly payload: Buffer
  readonly expires_at: Date
}
export interface FoundRow {
  readonly key: Buffer
  readonly model: string
  readonly session_uid: string | null
  readonly payload: Buffer
  readonly consumed_at: Date | null
}

export const recordKey = (tools: Pick<Tools, 'digests'>, model: string, id: string): Buffer =>
  tools.digests.secret(`oidc.${model}`, id)

export const sealPayload = (tools: Pick<Tools, 'sealer'>, model: string, payload: AdapterPayload): Buffer =>
  tools.sealer.sealWithPlatformKey(`oidc.${model}`, JSON.stringify(payload))

export const sealRecord = (
  tools: Pick<Tools, 'sealer'>,
  { key, model, id }: { readonly key: Buffer; readonly model: string; readonly id: string },
  payload: AdapterPayload,
  expiresAt: Date,
): RecordRow => ({
  key,
  model,
  // A grant's own row carries its id too, so that revoking the grant takes everything in one go.
  grant_id: model === 'Grant' ? id : (payload.grantId ?? null),
  session_uid: (model === 'Session' ? payload.uid : payload.sessionUid) ?? null,
  payload: sealPayload(tools, model, payload),
  expires_at: expiresAt,
})

export const openRecord = (tools: Pick<Tools, 'sealer'>, row: FoundRow): AdapterPayload => {
  const payload = JSON.parse(
    tools.sealer.unsealWithPlatformKey(`oidc.${row.model}`, row.payload).toString('utf8'),
  ) as AdapterPayload
  return row.consumed_at ? { ...payload, consumed: Math.floor(row.consumed_at.getTime() / 1000) } : payload
}
