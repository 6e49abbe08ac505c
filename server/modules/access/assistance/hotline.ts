/**
 * The hotline (ux.md §2.7, §2.8): who calls is known by what she says, of which the agent learns only enough
 * or not enough (`identify-caller.ts`); then it may lock and explain.
 * There is no deed here that unlocks, and `locks` would not let it.
 */
import { BeginCall, EndCall, ExplainLock, ListCalls, LockByHotline } from '../../../../contract/assistance.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { actorReference } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { groundRules } from '../../people/locks/rules.ts'
import { lockStateOf, lockSubject } from '../../people/locks/lock-subject.ts'
import { agent, callForUpdate, faceOf, knownForUpdate, lineOf, noteDeed } from './hotline-call.ts'
import * as store from './hotline-store.ts'
import { beforeOf } from './open-assisted.ts'
import { callerScript, hotlineBudget } from './rules.ts'

export const beginCall = useCase({
  contract: BeginCall,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'hotline.begin',
      key: actorReference(actor),
      most: inForce(hotlineBudget, presentMoment()).perAgentPerHour,
      per_s: 3600,
    },
  ],
  permit: officerWith('hotline'),
  async act(work, _, { actor, now }) {
    const row = {
      agent_id: actor.officerId,
      id: newId(),
      reference: composeDossierCode(newSecret(5)),
      office_id: actor.officeId,
      began_at: now,
    }
    await store.insert(work, row)
    return {
      call: faceOf({ ...row, subject_id: null, about_key: '', tries: 0, deeds: [], ended_at: null }),
      answersLeast: inForce(callerScript, now).rightLeast,
    }
  },
  audit: ({ actor, result }) => ({
    about: null,
    purpose: 'hotline-call',
    detail: {
      office: actor.officeName,
      officerNumber: actor.number,
      reference: result?.call.reference ?? null,
    },
  }),
})

export const lockByHotline = useCase({
  contract: LockByHotline,
  find: knownForUpdate,
  permit: agent,
  async act(work, { note }, { found: { row, subjectId }, actor, tools, now }) {
    // Who has no account has nothing to lock, and the agent sees no difference.
    if (await findAccount(work, subjectId)) {
      await lockSubject(work, tools, {
        subjectId,
        ground: 'holder-request',
        by: 'hotline',
        note: {
          office: actor.officeName,
          officerNumber: actor.number,
          reference: row.reference,
          reason: note,
        },
      })
    }
    return { lockedAt: now.toISOString(), call: faceOf(await noteDeed(work, row, 'lock', actor, subjectId)) }
  },
  audit: ({ found, actor }) => lineOf(found.subjectId, 'hotline-lock', ['account'], found.row, actor),
})

export const explainLock = useCase({
  contract: ExplainLock,
  find: knownForUpdate,
  permit: agent,
  async act(work, _, { found: { row, subjectId }, actor, now }) {
    const { isLocked, grounds } = await lockStateOf(work, subjectId)
    const rules = inForce(groundRules, now)
    const told = grounds.map(({ ground }) => ({
      ground,
      liftedBy: [...rules[ground].liftedBy],
      law: rules[ground].source,
    }))
    return { isLocked, grounds: told, call: faceOf(await noteDeed(work, row, 'explain', actor, subjectId)) }
  },
  audit: ({ found, actor }) => lineOf(found.subjectId, 'hotline-explain', ['lock'], found.row, actor, 'read'),
})

export const endCall = useCase({
  contract: EndCall,
  find: callForUpdate,
  permit: officerWith('hotline'),
  async act(work, _, { found: { row }, now }) {
    await store.saveEnded(work, row, now)
    return { call: faceOf({ ...row, ended_at: now }) }
  },
  audit: ({ found, actor }) => lineOf(found.subjectId, 'hotline-ended', [], found.row, actor),
})

const PAGE = 30
export const listCalls = useCase({
  contract: ListCalls,
  permit: officerWith('hotline'),
  async act(work, { cursor }, { actor }) {
    const rows = await store.ofAgent(work, actor.officerId, beforeOf(cursor), PAGE + 1)
    const page = rows.slice(0, PAGE)
    return {
      items: page.map((row) => ({
        ...faceOf(row),
        endedAt: row.ended_at?.toISOString() ?? null,
        isKnown: row.subject_id !== null,
      })),
      next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
    }
  },
  audit: none("her own calls, without anybody's data"),
})
