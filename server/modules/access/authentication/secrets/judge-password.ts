/**
 * A new password is judged at the step where it is typed, by the rule that judges it at the end: whoever is
 * refused two steps later has forgotten what she typed. The browser does not judge it: the list of leaked
 * ones is 200 KB, compressed, ten times the app's largest script, and it knows neither her phone nor her
 * birth date. The password is kept nowhere; at the end it is judged again.
 */
import { JudgeJourneyPassword } from '../../../../../contract/activation.ts'
import { JudgeRecoveryPassword } from '../../../../../contract/recovery.ts'
import { actorReference, type Actor } from '../../../../kernel/actor.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { applicantHerself, recoveringHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { contactsOf } from '../../../people/accounts/contacts.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import type { KnownOf } from '../../../people/accounts/weak-passcode.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { journeyForUpdate } from '../activation/journey.ts'
import { recoveryForUpdate, recoveryOf } from '../recovery/keep-recovery.ts'
import { stepOf } from '../recovery/recovery.ts'
import { toldOfOwnData } from './own-data-told.ts'
import { mustBeGoodPassword } from './password.ts'

/** What a stranger may know of her; null when there is no account. */
export const knownOf = async (work: Work, tools: Tools, subjectId: string): Promise<KnownOf | null> => {
  const account = await findAccount(work, subjectId)
  if (!account) {
    return null
  }
  const { personalNumber } = account
  const person = await findPerson(work, tools, personalNumber)
  const { phone } = await contactsOf(work, tools, subjectId)
  return { birthDate: person?.birthDate ?? '', personalNumber, phone }
}

const tries = (_: unknown, request: RequestContext, actor: Actor) => [
  { scope: 'password.judge', key: actorReference(actor), most: 60, per_s: 3600 },
  { scope: 'password.judge-network', key: request.network, most: 600, per_s: 3600 },
]
const judged = none('what is typed is judged for whoever types it, and kept nowhere')

export const judgeJourneyPassword = useCase({
  contract: JudgeJourneyPassword,
  limits: tries,
  find: journeyForUpdate,
  permit: applicantHerself,
  async act(work, { password }, { found, tools, now, refuse }) {
    const known = found.is_proven && found.subject_id ? await knownOf(work, tools, found.subject_id) : null
    if (!known || !found.subject_id) {
      throw problem('journey.order')
    }
    const judge = () => mustBeGoodPassword(password, known, now)
    return (await toldOfOwnData(work, { tools, refuse }, found.subject_id, judge)) ?? {}
  },
  audit: judged,
})

export const judgeRecoveryPassword = useCase({
  contract: JudgeRecoveryPassword,
  limits: tries,
  find: recoveryForUpdate,
  permit: recoveringHerself,
  async act(work, { password }, { found, tools, now, refuse }) {
    const isProven = stepOf(recoveryOf(found), now) === 'secrets'
    const known = isProven && found.subject_id ? await knownOf(work, tools, found.subject_id) : null
    if (!known || !found.subject_id) {
      throw problem('recovery.order')
    }
    const judge = () => mustBeGoodPassword(password, known, now)
    return (await toldOfOwnData(work, { tools, refuse }, found.subject_id, judge)) ?? {}
  },
  audit: judged,
})
