/**
 * One act of a session: asked for at the citizen's screen, confirmed by her (a press, or a code that she
 * types herself), done once.
 */
import { AskAssistedAct, ConfirmAssisted, DoAssistedAct } from '../../../../contract/assistance.ts'
import { actorReference, type Actor, type Officer } from '../../../kernel/actor.ts'
import type { AuditLine } from '../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { citizenAtScreen } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { tryCode } from '../../people/accounts/contact-proof.ts'
import { mustBeReportable } from '../../cases/discrepancies/report-for-holder.ts'
import {
  askAtDesk,
  questionForUpdate,
  settleQuestion,
  type WaitingQuestion,
} from '../../registry/organisations/desk-prompt.ts'
import {
  actOf,
  actState,
  helper,
  lineOf,
  ownForUpdate,
  mustBeOpen,
  questionOf,
  sealAct,
  viewOf,
  type AssistedAct,
  type FoundSession,
} from './assisted-session.ts'
import { carryOut } from './carry-out.ts'
import { drawActCode } from './open-assisted.ts'
import { actRules, assistBudget, assistedMinutes } from './rules.ts'
import { numberOf } from './session-number.ts'
import * as store from './store.ts'
import type { ActRow } from './store.ts'
import { AssistedActDone } from './events.ts'

const lineOfAct = (act: AssistedAct, found: FoundSession, actor: Officer): AuditLine => {
  const why = { why: found.row.purpose }
  switch (act.kind) {
    case 'begin-level-1':
      return lineOf('assist-begin-level-1', [], found, actor, why)
    case 'activation-guide':
      return lineOf('assist-activation-guide', ['account'], found, actor, why)
    case 'dossier-state':
      return lineOf('assist-dossier-state', ['dossier'], found, actor, why)
    case 'set-language':
      return lineOf('assist-set-language', ['language'], found, actor, why)
    case 'report-mismatch':
      return lineOf('assist-report-mismatch', [act.field], found, actor, why)
  }
}

export const askAssistedAct = useCase({
  contract: AskAssistedAct,
  limits: (_, __: RequestContext, actor) => [
    {
      scope: 'assist.act',
      key: actorReference(actor),
      most: inForce(assistBudget, presentMoment()).actsPerHour,
      per_s: 3600,
    },
  ],
  find: ownForUpdate,
  permit: helper,
  async act(work, { act }, { found: { row }, actor, tools, now }) {
    await mustBeOpen(work, tools, row, actor, now)
    const rule = inForce(actRules, now)[act.kind]
    if (!rule.session.includes(row.way)) {
      throw problem('assist.not-in-this-session')
    }
    if (act.kind === 'report-mismatch') {
      mustBeReportable(act.field, act.value)
    }
    const id = newId()
    await store.insertAct(work, {
      subject_id: row.subject_id,
      id,
      session_id: row.id,
      kind: act.kind,
      way: rule.way,
      asked_at: now,
      lapses_at: later(now, inForce(assistedMinutes, now).act * 60),
      proof_id:
        rule.way === 'code'
          ? await drawActCode(work, tools, {
              subjectId: row.subject_id,
              ownerId: id,
              act: act.kind,
              helperId: actor.officerId,
            })
          : null,
      sealed_act: await sealAct(tools, row.subject_id, act),
    })
    await askAtDesk(
      work,
      tools,
      actor.sessionId,
      await questionOf(work, row, actor.number, { id, way: rule.way, act }),
    )
    return viewOf(work, tools, row, actor, now)
  },
  audit: ({ found, actor, input }) => lineOf('assist-act-asked', [], found, actor, { act: input.act.kind }),
})

interface FoundAct extends FoundSession {
  readonly act: ActRow
  readonly asked: AssistedAct
}
const ownActForUpdate = async (
  work: Work,
  input: { id: string; actId: string },
  actor: Actor,
  tools: Parameters<typeof actOf>[0],
): Promise<FoundAct> => {
  const found = await ownForUpdate(work, input, actor)
  const act = await store.actForUpdate(work, found.row.subject_id, input.actId)
  if (!act || act.session_id !== found.row.id) {
    throw problem('assist.no-such-session')
  }
  return { ...found, act, asked: await actOf(tools, act) }
}

export const doAssistedAct = useCase({
  contract: DoAssistedAct,
  find: ownActForUpdate,
  permit: helper,
  async act(work, _, { found: { row, act, asked }, actor, tools, now }) {
    await mustBeOpen(work, tools, row, actor, now)
    const state = await actState(work, tools, row, act, actor, now)
    if (state === 'done' || state === 'lapsed') {
      throw problem('assist.act-lapsed')
    }
    if (state !== 'confirmed') {
      throw problem('assist.act-not-confirmed')
    }
    const personalNumber = await numberOf(tools, row)
    const result = await carryOut(work, tools, { subjectId: row.subject_id, personalNumber }, asked, {
      actor,
      at: now,
    })
    await store.saveActDone(
      work,
      row.subject_id,
      act.id,
      now,
      await tools.sealer.seal(row.subject_id, 'assistance_act.result', JSON.stringify(result)),
    )
    work.publish(AssistedActDone, row.subject_id, {
      act: asked.kind,
      reference: row.reference,
      helper: actor.number,
      office: actor.officeName,
    })
    return viewOf(work, tools, row, actor, now)
  },
  audit: ({ found, actor }) => lineOfAct(found.asked, found, actor),
})

const lockCodeQuestion = async (
  work: Work,
  { promptId }: { promptId: string },
  actor: Actor,
): Promise<WaitingQuestion> => {
  const question =
    actor.kind === 'screen' ? await questionForUpdate(work, actor.officerSessionId, promptId) : null
  if (!question || question.kind !== 'assisted-code') {
    throw problem('desk.prompt-gone')
  }
  return question
}

/** The citizen's own hand: a helper has no session that could do this. */
export const confirmAssisted = useCase({
  contract: ConfirmAssisted,
  limits: (_, __: RequestContext, actor) => [
    { scope: 'assist.confirm', key: actorReference(actor), most: 120, per_s: 3600 },
  ],
  find: lockCodeQuestion,
  permit: citizenAtScreen,
  async act(work, { code }, { found, tools, now, refuse }) {
    const { subjectId, caseId } = found
    const session = await store.forUpdate(work, subjectId, caseId)
    const act = session ? undefined : await store.actForUpdate(work, subjectId, caseId)
    const asked = session ?? act
    const until = session?.ends_at ?? act?.lapses_at
    if (!asked?.proof_id || !until || now >= until || session?.ended_at) {
      throw problem('assist.ended')
    }
    const refusal = await tryCode(work, tools, caseId, asked.proof_id, code)
    if (refusal) {
      return refuse(refusal)
    }
    await (session ? store.saveConfirmed : store.saveActConfirmed)(work, subjectId, caseId, now)
    await settleQuestion(work, found, 'agreed', now)
    return {}
  },
  audit: ({ found, refusal }) => ({
    about: found.subjectId,
    purpose: 'assist-confirmed',
    outcome: refusal ?? 'agreed',
  }),
})
