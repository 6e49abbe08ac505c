/**
 * A party asks somebody by her personal number (its agreement allows it, or not). Whether there is such a
 * person, and whether she has an account, is told neither by the answer nor by the work: the same statements
 * are sent for everybody, and of nobody nothing is kept (docs/decisions/0017-same-work.md).
 */
import { PushSharing } from '../../../../contract/sharing.ts'
import { now } from '../../../kernel/clock.ts'
import { mustBeInside } from '../../../kernel/limit.ts'
import { anyone } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { findAccount, findSubject, NOBODY } from '../../people/accounts/open-account.ts'
import { judgeRequest, type Verdict } from './judge-request.ts'
import { partyIn, reportOverAsking } from './open-sharing.ts'
import { leastLevelToShare, pushLimits } from './rules.ts'
import { layRequest } from './sharing-request.ts'

const DAY_S = 86_400

/** Counted by number, whoever has it. Throws `limit.reached`. */
const mustBeFew = async (
  work: Work,
  { digests }: Tools,
  { partyId, personalNumber, at }: { partyId: string; personalNumber: string; at: Date },
): Promise<void> => {
  const { perPersonAndDay, perPartyAndDay } = inForce(pushLimits, at)
  await mustBeInside(work, digests, {
    scope: 'sharing.push-party',
    key: partyId,
    most: perPartyAndDay,
    per_s: DAY_S,
  })
  await mustBeInside(work, digests, {
    scope: 'sharing.push-person',
    key: `${partyId} ${personalNumber}`,
    most: perPersonAndDay,
    per_s: DAY_S,
  })
}

interface Meant {
  readonly subjectId: string
  readonly isReached: boolean
}
const whoIsMeant = async (
  work: Work,
  { personalNumber }: { personalNumber: string },
  tools: Tools,
): Promise<Meant> => {
  const subjectId = (await findSubject(work, tools, personalNumber)) ?? NOBODY
  const account = await findAccount(work, subjectId)
  const least = inForce(leastLevelToShare, now())
  return { subjectId, isReached: account?.state === 'active' && account.level >= least }
}

export const pushSharing = useCase({
  contract: PushSharing,
  // Who asks is shown by what it signed; whoever has signed nothing is refused before anybody is looked up.
  permit: anyone,
  limits: (_, { network }) => [
    {
      scope: 'sharing.push-network',
      key: network,
      most: inForce(pushLimits, now()).perNetworkAndHour,
      per_s: 3600,
    },
  ],
  async prepare({ request, personalNumber }, { tools, now: at }): Promise<Verdict> {
    const came = { way: 'pushed', clientId: null, walletNonce: null, personalNumber } as const
    const verdict = await judgeRequest(tools.read, request, came, at)
    // What no party signed leaves nothing: strangers would fill the log.
    if (!verdict.ok && !verdict.overAsking) {
      throw problem(verdict.code)
    }
    return verdict
  },
  find: (work, input, _, tools) => whoIsMeant(work, input, tools),
  async act(work, { request, personalNumber }, { tools, now: at, prepared: verdict, found, refuse }) {
    if (!verdict.ok) {
      reportOverAsking(work, verdict, at)
      return refuse(problem(verdict.code))
    }
    const { judged } = verdict
    await mustBeFew(work, tools, { partyId: judged.party.file.id, personalNumber, at })
    await layRequest(work, tools, {
      subjectId: found.subjectId,
      isKept: found.isReached,
      text: request,
      way: 'pushed',
      walletNonce: null,
      judged,
      at,
    })
    return {}
  },
  audit: ({ found: { subjectId, isReached }, prepared: verdict, refusal }) => ({
    about: isReached && !refusal ? subjectId : null,
    purpose: 'sharing-pushed',
    outcome: refusal ?? 'done',
    detail: partyIn(verdict),
  }),
})
