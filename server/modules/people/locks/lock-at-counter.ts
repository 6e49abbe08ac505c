/**
 * The officer's side, with the holder before her: lock at once, or ask for the unlock that a second pair of
 * eyes decides.
 */
import { AskUnlock, LockForHolder } from '../../../../contract/lock.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { actorReference, type Actor, type Officer } from '../../../kernel/actor.ts'
import { later } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { dayInVietnam, inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { findAccount, findSubject } from '../accounts/open-account.ts'
import { officerAbout } from '../../registry/organisations/second-eyes.ts'
import { addWorkingDays } from '../../registry/territory/working-calendar.ts'
import { mayLift } from './lock.ts'
import { lockStateOf, lockSubject } from './lock-subject.ts'
import * as requests from './request-store.ts'
import { scriptAnswersLeast, unlockWithin_h } from './rules.ts'

/** The end of office hours on the last working day. */
const CLOSING = '17:00:00+07:00'
export const endOfDay = (from: Date, workingDays: number): Date =>
  new Date(`${addWorkingDays(from, workingDays)}T${CLOSING}`)

export interface AboutHolder {
  readonly officeId: string
  readonly aboutKey: string
  readonly subjectId: string | null
  readonly personalNumber: string
}

/**
 * The person of a number, for a deed at this officer's own office. Whoever has no account is nobody here; the
 * officer stands before her and may know.
 */
export const findHolder = async (
  work: Work,
  { personalNumber }: { readonly personalNumber: string },
  actor: Actor,
  tools: Tools,
): Promise<AboutHolder> => ({
  officeId: actor.kind === 'officer' ? actor.officeId : '',
  aboutKey: tools.digests.identifier('number', personalNumber).toString('hex'),
  subjectId: await findSubject(work, tools, personalNumber),
  personalNumber,
})

const mustHaveAsked = (script: readonly string[], at: Date): void => {
  if (script.length < inForce(scriptAnswersLeast, at)) {
    throw problem('lock.script-too-short')
  }
}

/** How the office is told to the person whose log it is. */
export const officeOf = (actor: Officer) => ({ office: actor.officeName, officerNumber: actor.number })

const takes = officerAbout('lock.take', 'lock.about-yourself')

export const lockForHolder = useCase({
  contract: LockForHolder,
  find: findHolder,
  permit: takes,
  async act(work, { script }, { found, actor, now, tools }) {
    mustHaveAsked(script, now)
    const account = found.subjectId === null ? null : await findAccount(work, found.subjectId)
    const done =
      account &&
      (await lockSubject(work, tools, {
        subjectId: account.subjectId,
        ground: 'holder-request',
        by: 'officer',
        note: officeOf(actor),
      }))
    if (!done?.isNew) {
      throw problem('lock.nothing-to-lock')
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

export const askUnlock = useCase({
  contract: AskUnlock,
  find: findHolder,
  permit: takes,
  async act(work, { script, note }, { found, actor, now, tools }) {
    mustHaveAsked(script, now)
    const { subjectId } = found
    const standing = subjectId === null ? [] : (await lockStateOf(work, subjectId)).grounds
    if (subjectId === null || standing.length === 0) {
      throw problem('lock.not-locked')
    }
    if (!standing.some((one) => mayLift(one, { by: 'officer-second' }, now))) {
      throw problem('lock.ground-of-others')
    }
    if (await requests.hasOpen(work, subjectId, 'holder-unlock', '')) {
      throw problem('lock.request-open')
    }
    const content = {
      authority: '',
      documentNumber: '',
      documentDate: dayInVietnam(now),
      reason: note,
      script,
      replyTo: '',
    }
    const reference = composeDossierCode(newSecret(5))
    const dueAt = later(now, inForce(unlockWithin_h, now) * 3600)
    await requests.insert(work, {
      subject_id: subjectId,
      id: newId(),
      reference,
      office_id: actor.officeId,
      kind: 'holder-unlock',
      state: 'forwarded',
      personal_number: found.personalNumber,
      sealed_content: await tools.sealer.seal(subjectId, 'lock_request.content', JSON.stringify(content)),
      authority: '',
      received_by: actorReference(actor),
      received_by_key: actor.personKey ?? '',
      received_at: now,
      due_at: dueAt,
    })
    return { reference, dueAt: dueAt.toISOString() }
  },
  audit: ({ found, actor, input, result, refusal }) => ({
    about: found.subjectId,
    purpose: 'unlock-asked',
    outcome: refusal ?? 'done',
    detail: { ...officeOf(actor), reference: result?.reference ?? null, script: input.script.join(' ') },
  }),
})
