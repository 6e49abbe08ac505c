/**
 * The officer's side, with the holder before her: lock at once. Who may do so, and what she must have asked.
 */
import { LockForHolder } from '../../../../contract/lock.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { findAccount, reserveSubject } from '../accounts/open-account.ts'
import { officerAbout } from '../../registry/organisations/second-eyes.ts'
import { lockSubject } from './lock-subject.ts'
import { scriptAnswersLeast } from './rules.ts'

export interface AboutHolder {
  readonly officeId: string
  readonly aboutKey: string
  readonly subjectId: string
  readonly personalNumber: string
}

/**
 * The person of a number, for a deed at this officer's own office. Whoever has no account is nobody here; the
 * officer stands before her and may know. Her line waits under her number's subject until she has one.
 */
export const findHolder = async (
  work: Work,
  { personalNumber }: { readonly personalNumber: string },
  actor: Actor,
  tools: Tools,
): Promise<AboutHolder> => ({
  officeId: actor.kind === 'officer' ? actor.officeId : '',
  aboutKey: tools.digests.identifier('number', personalNumber).toString('hex'),
  subjectId: actor.kind === 'officer' ? await reserveSubject(work, tools, personalNumber) : '',
  personalNumber,
})

/** Throws `lock.script-too-short`. */
export const mustHaveAsked = (script: readonly string[], at: Date): void => {
  if (script.length < inForce(scriptAnswersLeast, at)) {
    throw problem('lock.script-too-short')
  }
}

/** How the office is told to the person whose log it is. */
export const officeOf = (actor: Officer) => ({ office: actor.officeName, officerNumber: actor.number })

export const takesLocks = officerAbout('lock.take', 'lock.about-yourself')

export const lockForHolder = useCase({
  contract: LockForHolder,
  find: findHolder,
  permit: takesLocks,
  async act(work, { script, note }, { found, actor, now, tools, refuse }) {
    mustHaveAsked(script, now)
    const account = await findAccount(work, found.subjectId)
    if (!account) {
      throw problem('lock.nothing-to-lock')
    }
    const { isNew } = await lockSubject(work, tools, {
      subjectId: account.subjectId,
      ground: 'holder-request',
      by: 'officer',
      note: { ...officeOf(actor), reason: note },
    })
    if (!isNew) {
      // Kept all the same: what began since she locked it ends.
      return refuse(problem('lock.locked-already'))
    }
    return { lockedAt: now.toISOString() }
  },
  audit: ({ found, actor, input, refusal }) => ({
    about: found.subjectId,
    purpose: 'account-locked',
    outcome: refusal ?? 'done',
    detail: { ...officeOf(actor), script: input.script.join(' ') },
  }),
})
