/**
 * Opening the profile of a child or ward in this session, and one's own again. From then on every deed is
 * done for the profile that is open; what is
 * only for oneself refuses. The ward's log says who opened it.
 */
import { OpenProfile } from '../../../../../contract/representation.ts'
import { holderOf } from '../../../../kernel/actor.ts'
import { citizenHerself } from '../../../../kernel/permit.ts'
import { problem } from '../../../../kernel/problem.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import { findAccount } from '../../../people/accounts/open-account.ts'
import { findPerson } from '../../../registry/population/find-person.ts'
import { namedTie } from '../../../cases/representation/follow-tie.ts'
import { standingTie } from '../../../cases/representation/tie.ts'
import * as store from '../store.ts'

export const openProfile = useCase({
  contract: OpenProfile,
  permit: citizenHerself,
  isForWard: 'always',
  isForHeldStill: true,
  find: async (work, { tieId }, actor) =>
    actor.kind === 'citizen' && tieId !== null ? namedTie(work, holderOf(actor), tieId) : null,
  async act(work, { tieId }, { actor, found, tools }) {
    const representativeId = holderOf(actor)
    if (tieId === null) {
      await store.openProfile(work, representativeId, actor.sessionId, null, null)
      return { acting: null }
    }
    const tie = found && (await standingTie(work, tools, { wardId: found.wardId, tieId, representativeId }))
    if (!tie) {
      throw problem('representation.ended')
    }
    await store.openProfile(work, representativeId, actor.sessionId, tie.subject_id, tieId)
    const account = await findAccount(work, tie.subject_id)
    const person = account && (await findPerson(work, tools, account.personalNumber))
    return { acting: { tieId, fullName: person?.fullName ?? '' } }
  },
  audit: ({ actor, found }) =>
    found
      ? {
          about: found.wardId,
          purpose: 'profile-opened',
          fields: ['fullName'],
          outcome: 'done',
        }
      : { about: actor.subjectId, purpose: 'profile-closed', outcome: 'done' },
})
