/** Where an officer works in this shift: the office, among those of her mandates in force, and the desk. */
import { ChooseDesk, ViewShift } from '../../../../contract/counter.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import { endScreensOf } from './desk-prompt.ts'
import { satDown } from './devices/take-seat.ts'
import { profileOfSession } from './officer-session.ts'
import * as store from './store.ts'

const anOfficer: Permit<Officer> = {
  says: 'an officer, for herself',
  session: 'counter',
  allows: (actor): actor is Officer => actor.kind === 'officer',
}

export const viewShift = useCase({
  contract: ViewShift,
  permit: anOfficer,
  async act(work, _, { actor, now }) {
    const offices = await store.officesOf(work, actor.officerId, now)
    return {
      offices: offices.map(({ id, name, tasks, valid_until }) => ({
        id,
        name,
        tasks,
        until: valid_until?.toISOString() ?? null,
      })),
      officeId: actor.officeId,
      desk: actor.desk,
    }
  },
  audit: none("an officer's own mandates"),
})

export const chooseDesk = useCase({
  contract: ChooseDesk,
  permit: anOfficer,
  async act(work, { officeId, desk }, { actor, now, tools }) {
    if (!(await store.mandateAt(work, actor.officerId, officeId, now))) {
      throw problem('counter.no-mandate')
    }
    await store.saveShift(work, actor.sessionId, { officeId, desk, at: now })
    const profile = await profileOfSession(work, actor.sessionId)
    // A ticket alone takes nobody's screen.
    if (profile.hasPasskey || tools.isWorldOn) {
      await satDown(work, { officeId, desk, sessionId: actor.sessionId }, now)
    }
    // A screen stands at a desk: at another one it would ask the wrong person.
    if (officeId !== actor.officeId || desk !== actor.desk) {
      await endScreensOf(work, actor.sessionId, now)
    }
    return profile
  },
  audit: ({ actor, input }) => ({
    about: null,
    purpose: 'officer-shift',
    detail: { officerNumber: actor.number, office: input.officeId, desk: input.desk },
  }),
})
