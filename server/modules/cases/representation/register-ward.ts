/**
 * Registering a child or ward from the representative's own level-2 account (Decree 69/2024/ND-CP art.
 * 10(1)): the register must name the relation, the
 * child's card must be valid, and her face must be the register's where it holds one. Whose number it is not,
 * learns nothing of it.
 */
import { RegisterWard, ReportRelation } from '../../../../contract/representation.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Citizen } from '../../../kernel/actor.ts'
import { useCase, type Preparation } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { tryPasscodeInHand } from '../../people/accounts/device.ts'
import {
  findAccount,
  findSubject,
  openRepresentedAccount,
  reserveSubject,
} from '../../people/accounts/open-account.ts'
import { judgePortrait, type PortraitJudgement } from '../../evidence/biometrics/face/judge-portrait.ts'
import { childrenOf, findPerson } from '../../registry/population/find-person.ts'
import type { RegisterPerson } from '../../registry/population/person.ts'
import { registerPortraitOf } from '../../registry/population/register-portrait.ts'
import { kindOfRelation, needsPortrait, whyNot, type TieKind } from './representation.ts'
import { representationBudget } from './rules.ts'
import { beginTie, isRepresented, mayRepresent, tieParents, watchWard } from './tie.ts'
import { RelationUnknown, WardRegistered } from './events.ts'

interface Related {
  readonly ward: RegisterPerson
  readonly kind: TieKind
}

/** The person of a number, only if the register names the asker as her parent or representative. */
const relatedTo = async (
  read: Reading,
  tools: Tools,
  representativeNumber: string,
  wardNumber: string,
): Promise<Related | null> => {
  const ward = await findPerson(read, tools, wardNumber)
  const kind = ward && kindOfRelation(ward, representativeNumber)
  return ward && kind ? { ward, kind } : null
}

/**
 * Nothing is compared for somebody whom the register does not name as hers: the answer would tell a
 * stranger's face.
 */
const prepareRegistration = async (
  { personalNumber, picture }: { personalNumber: string; picture: string },
  { actor, tools, now }: Preparation<Citizen>,
): Promise<PortraitJudgement | null> => {
  const account = actor.by ? null : await findAccount(tools.read, actor.subjectId)
  const related = account && (await relatedTo(tools.read, tools, account.personalNumber, personalNumber))
  if (!related || !mayRepresent(account, now)) {
    return null
  }
  return judgePortrait(
    tools.faces,
    needsPortrait(related.ward, now) ? await registerPortraitOf(tools.read, tools, personalNumber) : null,
    Buffer.from(picture, 'base64'),
  )
}

const mustBeHerFace = (judged: PortraitJudgement | null, ward: RegisterPerson, at: Date): void => {
  if (!judged?.jpeg) {
    throw problem('portrait.not-a-picture')
  }
  if (judged.outcome === 'poor') {
    throw problem('representation.portrait-poor')
  }
  if (judged.outcome === 'match' || (judged.outcome === 'no-reference' && !needsPortrait(ward, at))) {
    return
  }
  throw problem(
    judged.outcome === 'no-match' || judged.outcome === 'not-live'
      ? 'representation.portrait-differs'
      : 'representation.counter-needed',
  )
}

export const registerWard = useCase({
  contract: RegisterWard,
  limits: (_, __, actor) => [
    {
      scope: 'representation.register',
      key: actor.kind === 'citizen' ? actor.subjectId : '',
      most: inForce(representationBudget, presentMoment()).registered,
      per_s: 86_400,
    },
  ],
  prepare: prepareRegistration,
  // In the child's own log it stands under her subject, which is reserved only for a relation of the
  // register's.
  async find(work, { personalNumber }, actor, tools) {
    const account = actor.kind === 'citizen' ? await findAccount(work, actor.subjectId) : null
    const related = account && (await relatedTo(work, tools, account.personalNumber, personalNumber))
    return { account, related, wardId: related ? await reserveSubject(work, tools, personalNumber) : null }
  },
  permit: citizenHerself,
  async act(
    work,
    { personalNumber, passcode },
    { actor, found: { account, related, wardId }, prepared, tools, now, refuse },
  ) {
    const refusal = await tryPasscodeInHand(work, tools, actor, passcode)
    if (refusal) {
      return refuse(refusal)
    }
    if (!related || !wardId || !account) {
      throw problem('representation.unknown')
    }
    if (!mayRepresent(account, now)) {
      throw problem('representation.level-2-needed')
    }
    const why = whyNot(related.ward, related.kind, now)
    if (why) {
      throw problem('representation.not-eligible')
    }
    mustBeHerFace(prepared, related.ward, now)
    const opened = await openRepresentedAccount(work, tools, {
      subjectId: wardId,
      personalNumber,
      level: 1,
      language: account.language,
    })
    if (!opened) {
      throw problem('representation.already')
    }
    await beginTie(work, {
      wardId,
      representativeId: actor.subjectId,
      kind: related.kind,
      ground: 'register',
    })
    if (related.kind === 'parent') {
      await tieParents(work, tools, wardId, related.ward)
    }
    await watchWard(work, wardId, related.ward.birthDate)
    work.publish(WardRegistered, wardId, { level: 1 })
    return { level: 1 }
  },
  audit: ({ actor, found: { wardId, related }, refusal }) => ({
    about: wardId ?? actor.subjectId,
    purpose: 'ward-registered',
    fields: related ? ['fullName', 'birthDate', 'card', 'portrait'] : [],
    outcome: refusal ?? 'done',
  }),
})

export const reportRelation = useCase({
  contract: ReportRelation,
  limits: (_, __, actor) => [
    {
      scope: 'representation.report',
      key: actor.kind === 'citizen' ? actor.subjectId : '',
      most: inForce(representationBudget, presentMoment()).reported,
      per_s: 86_400,
    },
  ],
  permit: citizenHerself,
  async act(work, { personalNumber, kind }, { actor, tools, now }) {
    if (!mayRepresent(await findAccount(work, actor.subjectId), now)) {
      throw problem('representation.level-2-needed')
    }
    // The case is about the reporter's own entry, which lacks the relation: whether that number exists is not
    // told.
    const sealed = tools.sealer.sealWithPlatformKey('fact.number', personalNumber).toString('base64url')
    work.publish(RelationUnknown, actor.subjectId, { kind, other: sealed })
    return {}
  },
  audit: ({ actor }) => ({
    about: actor.subjectId,
    purpose: 'relation-reported',
    outcome: 'done',
  }),
})

/** What the case says: the number that was reported, and how. */
export const openReported = (tools: Tools, sealed: string): string =>
  tools.sealer.unsealWithPlatformKey('fact.number', Buffer.from(sealed, 'base64url')).toString('utf8')

/** Whoever may act from now on joins those of her children who are registered already. */
export const joinChildren = async (work: Work, tools: Tools, subjectId: string): Promise<void> => {
  const account = await findAccount(work, subjectId)
  if (!mayRepresent(account, presentMoment())) {
    return
  }
  for (const { number } of await childrenOf(work, account.personalNumber)) {
    const wardId = await findSubject(work, tools, number)
    const ward =
      wardId !== null && (await isRepresented(work, wardId)) ? await findPerson(work, tools, number) : null
    if (wardId !== null && ward) {
      await tieParents(work, tools, wardId, ward)
    }
  }
}
