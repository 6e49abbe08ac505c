/**
 * She opens a link or scans a code (OpenID4VP 1.0 §5). The party is asked before any transaction; what comes
 * is judged by its registration, and what goes beyond that is told to the operator and never shown to her
 * (Decree 69/2024/ND-CP art. 18).
 */
import { OpenSharing } from '../../../../contract/sharing.ts'
import type { LineDetail } from '../../../kernel/audit-line.ts'
import { now } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { reportParty } from '../../registry/parties/report-party.ts'
import { fetchRequest, type Fetched } from './fetch-request.ts'
import { judgeRequest, type Verdict } from './judge-request.ts'
import { sharingLimits } from './rules.ts'
import { layRequest } from './sharing-request.ts'
import * as store from './sharing-store.ts'

interface Came extends Fetched {
  readonly verdict: Verdict
}

/** Whose it was, for the line of whoever was asked. */
export const partyIn = (verdict: Verdict): LineDetail => {
  const party = verdict.ok ? verdict.judged.party : verdict.overAsking?.party
  return party ? { client: party.file.name.vi } : {}
}
/** For the operator: which part of the registration was passed. */
export const reportOverAsking = (work: Work, verdict: Verdict, at: Date): void => {
  if (!verdict.ok && verdict.overAsking) {
    const { party, excess } = verdict.overAsking
    reportParty(work, { partyId: party.file.id, kind: 'over-asking', what: excess, at })
  }
}

export const openSharing = useCase({
  contract: OpenSharing,
  permit: citizenHerself,
  // Each opening is another fetch; what it finds is kept once.
  isNeverReplayed: true,
  limits: (_, __, actor) =>
    actor.kind === 'citizen'
      ? [
          {
            scope: 'sharing.open',
            key: actor.subjectId,
            most: inForce(sharingLimits, now()).openedPerHour,
            per_s: 3600,
          },
        ]
      : [],
  async prepare(input, { tools, now: at }): Promise<Came> {
    const fetched = await fetchRequest(tools.read, input, at)
    const verdict = await judgeRequest(tools.read, fetched.text, fetched.came, at)
    const isAnothers =
      verdict.ok && fetched.onlyOf !== null && verdict.judged.party.file.id !== fetched.onlyOf
    return { ...fetched, verdict: isAnothers ? { ok: false, code: 'sharing.request-wrong' } : verdict }
  },
  async act(work, _, { actor, tools, now: at, prepared, refuse }) {
    const { text, came, verdict } = prepared
    if (!verdict.ok) {
      reportOverAsking(work, verdict, at)
      return refuse(problem(verdict.code))
    }
    const { subjectId } = actor
    const { walletNonce, way } = came
    const { judged } = verdict
    const digest = await layRequest(work, tools, {
      subjectId,
      isKept: true,
      text,
      way,
      walletNonce,
      judged,
      at,
    })
    return store.idOfRequest(work, subjectId, digest)
  },
  audit: ({ actor, prepared, refusal }) => ({
    about: actor.subjectId,
    purpose: refusal === 'sharing.asks-too-much' ? 'sharing-blocked' : 'sharing-opened',
    outcome: refusal === 'sharing.asks-too-much' ? 'blocked' : (refusal ?? 'done'),
    detail: partyIn(prepared.verdict),
  }),
})
