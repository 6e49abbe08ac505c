/**
 * Every way to a phone of one's own account, with what it rests on. A new way is a new row here, or no
 * phone.
 */
import { inForce } from '../../../kernel/policy.ts'
import type { Factor, WayHome } from '../../people/accounts/way-home.ts'
import { recoveryLadder, rungs, type Proof, type Rung } from './recovery/recovery-rules.ts'

const factorOf: Readonly<Record<Proof | 'password', Factor>> = {
  chip: 'has',
  code: 'has',
  portrait: 'is',
  password: 'knows',
  relative: 'vouched',
  voucher: 'vouched',
}

type Journey = 'activation' | 'new-device'
const journeys: Readonly<Record<Journey, readonly (Proof | 'password')[]>> = {
  /** What an application or a counter has proven, on a phone that showed itself by a code. */
  activation: ['code'],
  'new-device': ['password', 'code'],
}

export type Way = Rung | Journey
export const ways: readonly Way[] = [...rungs, 'activation', 'new-device']

const isRung = (way: Way): way is Rung => rungs.some((rung) => rung === way)

export const wayOf = (
  proofs: readonly (Proof | 'password')[],
  around: Pick<WayHome, 'wait_s' | 'mayObject' | 'isFirst'>,
): WayHome => ({
  ...around,
  factors: proofs.map((proof) => factorOf[proof]),
  hasHerPicture: proofs.includes('chip'),
})

/** As the rule of its day says. */
export const wayHome = (way: Way, at: Date): WayHome => {
  if (!isRung(way)) {
    return wayOf(journeys[way], { wait_s: 0, mayObject: false, isFirst: way === 'activation' })
  }
  const { proofs, wait_s } = inForce(recoveryLadder, at)[way]
  // A waiting tells every channel and can be ended by the notice's code (`keep-recovery.ts`).
  return wayOf(proofs, { wait_s, mayObject: wait_s > 0, isFirst: false })
}
