/**
 * The browser's hold on a recovery: a sealed cookie that names one row. It outlives the waiting; the row
 * decides.
 */
import type { Recovering } from '../../../../kernel/actor.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Effects } from '../../../../kernel/use-case.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { recoveryCookie_s } from './recovery-rules.ts'

const COLUMN = 'cookie.recovery'

export const setRecoverySession = (
  tools: Pick<Tools, 'sealer'>,
  effects: Effects,
  id: string,
  at: Date,
): void =>
  effects.setSession(
    'recovery',
    tools.sealer.sealWithPlatformKey(COLUMN, id).toString('base64url'),
    inForce(recoveryCookie_s, at),
  )

export const recoveringOfSession = (tools: Pick<Tools, 'sealer'>, token: string): Recovering | null => {
  try {
    return {
      kind: 'recovering',
      recoveryId: tools.sealer
        .unsealWithPlatformKey(COLUMN, Buffer.from(token, 'base64url'))
        .toString('utf8'),
    }
  } catch {
    return null
  }
}
