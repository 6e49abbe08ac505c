/**
 * What follows when somebody begins or ceases to act for another: each side keeps its own record, and is
 * told.
 */
import {
  representationAdvice,
  tieEndNext,
  tieEndWords,
  tieWords,
} from '../../contract/phrases/letters-representation.ts'
import { vietnamDay } from '../../formats/vietnam-day.ts'
import type { Reaction, ToldFact } from '../jobs/outbox.ts'
import { inForce } from '../kernel/policy.ts'
import { now } from '../kernel/clock.ts'
import type { Tools } from '../kernel/tools.ts'
import type { Work } from '../kernel/work.ts'
import { findAccount } from '../modules/people/accounts/open-account.ts'
import { endDisplaced } from '../modules/access/authentication/sessions/end-displaced.ts'
import { openDiscrepancy } from '../modules/cases/discrepancies/open-discrepancy.ts'
import { watchRegister } from '../modules/people/locks/follow-register.ts'
import { REVIEW_OFFICE } from '../modules/registry/organisations/mandate.ts'
import { findPerson } from '../modules/registry/population/find-person.ts'
import { followBegun, followEnded, followHandOver } from '../modules/cases/representation/follow-tie.ts'
import { joinChildren, openReported } from '../modules/cases/representation/register-ward.ts'
import type { TieEnd, TieKind } from '../modules/cases/representation/representation.ts'
import { representativeLevel } from '../modules/cases/representation/rules.ts'
import { endTiesOf } from '../modules/cases/representation/tie.ts'
import { notice, tellContacts } from './tell-contacts.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
const text = (fact: ToldFact, key: string): string => String(fact.data[key] ?? '')
const momentOf = (fact: ToldFact): Date => new Date(text(fact, 'at'))
const dayText = (iso: string): string => vietnamDay(iso).split('-').reverse().join('/')

const nameOf = async (work: Work, tools: Tools, subjectId: string): Promise<string> => {
  const account = await findAccount(work, subjectId)
  return (account && (await findPerson(work, tools, account.personalNumber))?.fullName) ?? ''
}

const begun: Reaction['run'] = async (work, fact, tools) => {
  const kind = text(fact, 'kind') as TieKind
  const [id, wardId] = [text(fact, 'id'), text(fact, 'wardId')]
  if ((await followBegun(work, fact.subjectId, { id, wardId, kind, at: momentOf(fact) })) !== 1) {
    return
  }
  const name = await nameOf(work, tools, wardId)
  await tellContacts(
    work,
    tools,
    fact.subjectId,
    notice('ward-registered', () => ({ name, kind: tieWords[kind] })),
  )
}

const ended: Reaction['run'] = async (work, fact, tools) => {
  const reason = text(fact, 'reason') as TieEnd
  if ((await followEnded(work, fact.subjectId, text(fact, 'id'), reason, momentOf(fact))) !== 1) {
    return
  }
  const name = await nameOf(work, tools, text(fact, 'wardId'))
  await tellContacts(
    work,
    tools,
    fact.subjectId,
    notice('representation-ended', () => ({
      name,
      reason: tieEndWords[reason],
      next: tieEndNext[reason === 'came-of-age' ? 'hand-over' : 'none'],
    })),
  )
}

/**
 * The reporter's own entry of the register lacks the relation: a case about it, at the office that settles
 * such cases.
 */
const openRelationCase: Reaction['run'] = async (work, fact, tools) => {
  const account = await findAccount(work, fact.subjectId)
  if (!account) {
    return
  }
  await openDiscrepancy(work, tools, {
    subjectId: fact.subjectId,
    personalNumber: account.personalNumber,
    field: 'relation',
    officeId: text(fact, 'officeId') || REVIEW_OFFICE.id,
    origin: text(fact, 'source') === 'papers' ? 'counter' : 'citizen',
    by: text(fact, 'source') === 'papers' ? 'automatic' : 'citizen',
    values: [
      {
        source: text(fact, 'source') === 'papers' ? 'papers' : 'holder',
        value: `${text(fact, 'kind')} ${openReported(tools, text(fact, 'other'))}`,
      },
      { source: 'register', value: null },
    ],
  })
}

const requestTold =
  (template: 'representation-in-second' | 'representation-refused'): Reaction['run'] =>
  (work, fact, tools) => {
    const reference = text(fact, 'reference')
    return tellContacts(
      work,
      tools,
      fact.subjectId,
      template === 'representation-in-second'
        ? notice(template, () => ({ reference, due: dayText(text(fact, 'dueAt')) }))
        : notice(template, () => ({
            reference,
            reason: representationAdvice[text(fact, 'reason') as keyof typeof representationAdvice],
          })),
    )
  }

const join: Reaction['run'] = async (work, fact, tools) => {
  const account = await findAccount(work, fact.subjectId)
  if (account && account.level >= inForce(representativeLevel, now())) {
    await joinChildren(work, tools, fact.subjectId)
  }
}

export const representationReactions: readonly Reaction[] = [
  on('RepresentationBegun', "keep it on the representative's side and tell her", begun),
  on('RepresentationEnded', "end it on the representative's side and tell her", ended),
  on('WardRegistered', 'follow the register from now on', async (work, fact) => {
    await watchRegister(work, fact.subjectId)
  }),
  on('WardTakenOver', 'end what the ward had herself', (work, fact) =>
    endDisplaced(work, fact.subjectId, momentOf(fact)),
  ),
  on('WardHandedOver', "note it on the representative's side", async (work, fact) => {
    await followHandOver(work, fact.subjectId, text(fact, 'id'), momentOf(fact))
  }),
  on('AccountHandedOver', 'tell the holder', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('account-handed-over', () => ({ activateBy: dayText(text(fact, 'activateBy')) })),
    ),
  ),
  on('RelationUnknown', 'open a case', openRelationCase),
  on('RepresentationPutToSecond', 'tell the representative', requestTold('representation-in-second')),
  on('RepresentationRefused', 'tell the representative', requestTold('representation-refused')),
  on('AccountActivated', 'join those who act for her children', join),
  on('Level2Accepted', 'end what others did for her', (work, fact) => endTiesOf(work, fact.subjectId)),
  on('Level2Accepted', 'join those who act for her children', join),
]
