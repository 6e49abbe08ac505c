/** Each side of a representation keeps its own record: what a change on one side does on the other. */
import type { z } from 'zod'
import { system } from '../../../kernel/actor.ts'
import { leaveLine } from '../../../kernel/leave-line.ts'
import { on, type Published, type Reaction } from '../../../kernel/reaction.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { watchRegister } from '../../people/locks/follow-register.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { officeNear } from '../../registry/population/office-near.ts'
import { openDiscrepancy } from '../discrepancies/open-discrepancy.ts'
import {
  RelationUnknown,
  RepresentationBegun,
  RepresentationEnded,
  RepresentationEndLapsed,
  WardHandedOver,
  WardJoined,
  WardLeft,
  WardRegistered,
} from './events.ts'
import { followBegun, followEnded, followHandOver } from './follow-tie.ts'
import { openReported } from './register-ward.ts'

/**
 * The reporter's own entry of the register lacks the relation: a case about it, at the office that settles
 * such cases.
 */
const openRelationCase = async (
  work: Work,
  { subjectId, data }: Published<z.output<typeof RelationUnknown.data>>,
  tools: Tools,
): Promise<void> => {
  const account = await findAccount(work, subjectId)
  if (!account) {
    return
  }
  const person = await findPerson(work, tools, account.personalNumber)
  const isByPapers = data.source === 'papers'
  await openDiscrepancy(work, tools, {
    subjectId,
    personalNumber: account.personalNumber,
    field: 'relation',
    officeId: data.officeId || (await officeNear(work, 'discrepancy.work', person)),
    origin: isByPapers ? 'counter' : 'citizen',
    by: isByPapers ? 'automatic' : 'citizen',
    values: [
      {
        source: isByPapers ? 'papers' : 'holder',
        value: `${data.kind} ${openReported(tools, data.other)}`,
      },
      { source: 'register', value: null },
    ],
  })
}

export const representationReactions: readonly Reaction[] = [
  on(RepresentationBegun, "keep it on the representative's side", async (work, { subjectId, data }) => {
    const { id, wardId, kind, at } = data
    if ((await followBegun(work, subjectId, { id, wardId, kind, at: new Date(at) })) === 1) {
      work.publish(WardJoined, subjectId, { wardId, kind })
    }
  }),
  on(RepresentationEnded, "end it on the representative's side", async (work, { subjectId, data }) => {
    const { id, wardId, reason, at } = data
    if ((await followEnded(work, subjectId, id, reason, new Date(at))) === 1) {
      work.publish(WardLeft, subjectId, { wardId, reason })
    }
  }),
  on(WardRegistered, 'follow the register from now on', (work, { subjectId }) =>
    watchRegister(work, subjectId),
  ),
  on(WardHandedOver, "note it on the representative's side", (work, { subjectId, data }) =>
    followHandOver(work, subjectId, data.id, new Date(data.at)),
  ),
  on(RelationUnknown, 'open a case', openRelationCase),
  on(RepresentationEndLapsed, 'say it in the log of each of the two', (work, { subjectId: about, data }) =>
    leaveLine(work, {
      useCase: 'representation.lapse-end',
      actor: system('expiry'),
      line: {
        about,
        purpose: 'representation-end-lapsed',
        outcome: 'discarded',
        detail: { reference: data.reference },
      },
    }),
  ),
]
