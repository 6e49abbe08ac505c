/**
 * A trusted relative locks for the person who named her: she whose phone is gone has somebody to ring. The
 * relative's own passcode is the proof;
 * the lock is set in the person's own transaction, by an event. Nothing of the person's account is told
 * to the relative: neither whether it is locked already nor by whom.
 */
import { LockForRelative } from '../../../../../contract/relatives.ts'
import { system } from '../../../../kernel/actor.ts'
import { leaveLine } from '../../../../kernel/leave-line.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../../kernel/work.ts'
import { tryPasscodeInHand } from '../../../people/accounts/device.ts'
import { lockSubject } from '../../../people/locks/lock-subject.ts'
import { isTrustedRelative } from './trusted-relative-standing.ts'
import * as store from './trusted-relative-store.ts'
import { RelativeLockSent, RelativeLocks } from './events.ts'

export const lockForRelative = useCase({
  contract: LockForRelative,
  limits: (_, __, actor) => [
    { scope: 'relative.lock', key: actor.kind === 'citizen' ? actor.subjectId : '', most: 10, per_s: 86_400 },
  ],
  permit: citizenHerself,
  async act(work, { id, passcode }, { actor, tools, now, refuse }) {
    const refusal = await tryPasscodeInHand(work, tools, actor, passcode)
    if (refusal) {
      return refuse(refusal)
    }
    const tie = await store.askedForUpdate(work, actor.subjectId, id)
    if (tie?.state !== 'accepted' || !(await isTrustedRelative(work, tie.named_by, actor.subjectId))) {
      throw problem('relative.not-trusted')
    }
    work.publish(RelativeLocks, tie.named_by, { id, by: actor.subjectId, at: now.toISOString() })
    work.publish(RelativeLockSent, actor.subjectId, { id })
    return {}
  },
  audit: ({ actor, refusal }) => ({
    about: actor.subjectId,
    purpose: 'relative-locked-for',
    outcome: refusal ?? 'done',
  }),
})

/**
 * What the relative asked for, in the person's own transaction: the tie is looked at again, the lock set
 * beside whatever grounds stand, the line left
 * in her log. False when the tie has ended meanwhile.
 */
export const takeRelativeLock = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<boolean> => {
  if (!(await isTrustedRelative(work, subjectId, by))) {
    return false
  }
  await lockSubject(work, tools, { subjectId, ground: 'holder-request', by: 'relative' })
  leaveLine(work, {
    useCase: 'relatives.lock',
    actor: system('lock'),
    line: { about: subjectId, purpose: 'account-locked-by-relative', detail: { by: 'relative' } },
  })
  return (await store.namedForUpdate(work, subjectId, id)) !== undefined
}

/** Her own name for the relative: for her notice. */
export const nameOfRelative = async (
  work: Work,
  tools: Tools,
  subjectId: string,
  id: string,
): Promise<string | null> => {
  const row = await store.namedForUpdate(work, subjectId, id)
  if (!row) {
    return null
  }
  const { label } = JSON.parse(
    (await tools.sealer.open(subjectId, 'trusted_relative.label', row.sealed_label)).toString('utf8'),
  ) as { label: string }
  return label
}

/** The name of the person, as the relative knows her: for the relative's own notice. */
export const nameOfNamer = async (
  read: Reading,
  tools: Tools,
  relativeId: string,
  id: string,
): Promise<string | null> => {
  const row = (await store.askedOf(read, relativeId)).find((one) => one.id === id)
  return row
    ? (await tools.sealer.open(relativeId, 'trusted_by.name', row.sealed_name)).toString('utf8')
    : null
}
