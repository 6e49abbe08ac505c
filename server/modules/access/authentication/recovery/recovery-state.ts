/**
 * How a recovery is shown to the browser that began it. Before the first proof nothing in it depends on
 * whether the number has an account.
 */
import type { OutputOf } from '../../../../../contract/operation.ts'
import type { ViewRecovery } from '../../../../../contract/recovery.ts'
import { inForce } from '../../../../kernel/policy.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { deliveryOf } from '../../../people/accounts/contact-proof.ts'
import type { PortraitHint } from '../../../evidence/biometrics/face/portrait-quality.ts'
import { isCurrent, recoveryOf } from './keep-recovery.ts'
import { recoveryTries } from './recovery-rules.ts'
import { ruleOf, stepOf } from './recovery.ts'
import type { RecoveryRow } from './recovery-store.ts'
import { passwordShape } from '../rules.ts'

export type RecoveryView = OutputOf<typeof ViewRecovery>

export const recoveryView = async (
  read: Reading,
  tools: Tools,
  row: RecoveryRow,
  at: Date,
  hints: readonly PortraitHint[] = [],
): Promise<RecoveryView> => {
  const recovery = recoveryOf(row)
  const isReplaced = row.ended_as === null && row.proven.length > 0 && !(await isCurrent(read, row))
  const step = isReplaced ? 'ended' : stepOf(recovery, at)
  const rule = ruleOf(recovery)
  return {
    rung: row.rung,
    step,
    proofs: rule.proofs.map((proof, i) => ({ proof, isDone: i < row.proven.length })),
    code:
      step === 'code' && row.proof_id
        ? await deliveryOf(read, tools, row.id, row.proof_id, { isBlind: true })
        : null,
    portrait:
      step === 'portrait'
        ? {
            triesLeft: Math.max(0, inForce(recoveryTries, row.begun_at).portraits - row.portrait_tries),
            hints: [...hints],
          }
        : null,
    relative:
      step === 'relative' && row.sealed_match
        ? {
            matchNumber: tools.sealer
              .unsealWithPlatformKey('recovery.match', row.sealed_match)
              .toString('utf8'),
            asked: row.asked_relatives,
            until: row.ends_at.toISOString(),
          }
        : null,
    wait_s: rule.wait_s,
    waitUntil: row.wait_until?.toISOString() ?? null,
    endsAt: row.ends_at.toISOString(),
    end: step !== 'ended' ? null : (row.ended_as ?? (isReplaced ? 'superseded' : 'lapsed')),
    passwordRules: inForce(passwordShape, at),
  }
}
