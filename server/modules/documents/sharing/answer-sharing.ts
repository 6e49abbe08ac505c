/**
 * Her yes or no. A yes needs the passcode, names what it gives, and is written down before anything is sent:
 * her phone has encrypted the answer for the party, so what is kept here until the party has it says nothing
 * to Sen. A no tells the party only that nothing comes (OpenID4VP 1.0 §8.5).
 */
import { createHash } from 'node:crypto'
import { AgreeToShare, RefuseToShare, ReportSharing } from '../../../../contract/sharing.ts'
import type { AuditLine } from '../../../kernel/audit-line.ts'
import type { Actor } from '../../../kernel/actor.ts'
import { now } from '../../../kernel/clock.ts'
import { citizenHerself } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { tryPasscodeInHand } from '../../people/accounts/device.ts'
import type { Account } from '../../people/accounts/account.ts'
import { findAccount } from '../../people/accounts/open-account.ts'
import { reportParty } from '../../registry/parties/report-party.ts'
import { askableDocuments } from './askable-documents.ts'
import { judgeRequest, type Judged } from './judge-request.ts'
import { postAnswer } from './posts.ts'
import * as receipts from './receipt-store.ts'
import { keptUntil, sealReceipt } from './receipt.ts'
import { leastLevelToShare, sharingLimits } from './rules.ts'
import { answers } from './scope.ts'
import { fieldsShared, wordsShared } from './shared-fields.ts'
import { answerOnce, lockedRequest, mustWait, type LyingRequest } from './sharing-request.ts'
import * as store from './sharing-store.ts'
import { isClosedFor } from './closed-answer.ts'

const found = (work: Work, { id }: { id: string }, actor: Actor, tools: Tools): Promise<LyingRequest> =>
  lockedRequest(work, tools, actor.kind === 'citizen' ? actor.subjectId : '', id)

/** Throws `session.required`, `account.locked`, `sharing.level-too-low`. */
const mustMayShare = async (work: Work, subjectId: string, at: Date): Promise<Account> => {
  const account = await findAccount(work, subjectId)
  if (!account) {
    throw problem('session.required')
  }
  if (account.state !== 'active') {
    throw problem('account.locked')
  }
  if (account.level < inForce(leastLevelToShare, at)) {
    throw problem('sharing.level-too-low')
  }
  return account
}

/**
 * By the registration of this moment: what was suspended, narrowed or signed by a certificate that is gone
 * since she opened it is not answered any more. Throws what `sharing.open` would.
 */
const judgedNow = async (
  work: Work,
  { row: { way }, content: { text, clientId, walletNonce } }: LyingRequest,
  account: Account,
  at: Date,
): Promise<Judged> => {
  const personalNumber = way === 'pushed' ? account.personalNumber : null
  const verdict = await judgeRequest(work, text, { way, clientId, walletNonce, personalNumber }, at)
  if (verdict.ok) {
    return verdict.judged
  }
  throw problem(verdict.code === 'sharing.expired' ? 'sharing.expired' : 'sharing.party-suspended')
}

export const agreeToShare = useCase({
  contract: AgreeToShare,
  permit: citizenHerself,
  find: found,
  prepare: (_, { tools, now: at }) => askableDocuments(tools.read, at),
  async act(work, { answer, shared, passcode }, { actor, tools, now: at, found: request, refuse }) {
    const { row, content } = request
    const { subjectId } = actor
    mustWait(request, at)
    const account = await mustMayShare(work, subjectId, at)
    const judged = await judgedNow(work, request, account, at)
    const isAnswer = answers(judged.query, shared, judged.documents)
    if (!isAnswer || !isClosedFor(answer.response, judged.keyId)) {
      throw problem('sharing.not-what-was-asked')
    }
    const wrong = await tryPasscodeInHand(work, tools, actor, passcode)
    if (wrong) {
      return refuse(wrong)
    }
    await answerOnce(work, tools, request, 'agreed')
    const { asks: _, ...purpose } = content.purpose
    const { party, reference, nonce, text } = content
    await receipts.insert(work, {
      subject_id: subjectId,
      id: row.id,
      party_id: row.party_id,
      way: row.way,
      sealed: await sealReceipt(tools, subjectId, { party, purpose, reference, nonce, text, shared }),
      agreed_at: at,
      kept_until: keptUntil(purpose, at),
    })
    const posting = { subjectId, id: row.id, partyId: row.party_id, at }
    const fields = { response: answer.response }
    await postAnswer(work, tools, posting, { kind: 'answer', url: judged.responseUri, fields })
    return { receiptId: row.id }
  },
  audit: ({ actor, input, found: { content }, prepared: documents, refusal }): AuditLine => ({
    about: actor.subjectId,
    purpose: 'sharing-agreed',
    ...(refusal ? {} : { fields: fieldsShared(input.shared) }),
    outcome: refusal ?? 'agreed',
    detail: {
      client: content.party.name.vi,
      sharedFor: content.purpose.id,
      // Without a key: with the text in her receipt anybody can make it.
      request: createHash('sha256').update(content.text).digest('hex'),
      ...(content.reference === null ? {} : { reference: content.reference }),
      ...(refusal ? {} : wordsShared(input.shared, documents)),
    },
  }),
})

/** The party hears that nothing comes; why, it does not. */
const sayNo = async (
  work: Work,
  tools: Tools,
  { request, state, at }: { request: LyingRequest; state: 'refused' | 'reported'; at: Date },
): Promise<void> => {
  const { row, content } = request
  mustWait(request, at)
  await answerOnce(work, tools, request, state)
  const fields = {
    error: 'access_denied',
    ...(content.state === null ? {} : { state: content.state }),
  }
  const posting = { subjectId: row.subject_id, id: row.id, partyId: row.party_id, at }
  await postAnswer(work, tools, posting, { kind: 'refusal', url: content.responseUri, fields })
}

export const refuseToShare = useCase({
  contract: RefuseToShare,
  permit: citizenHerself,
  find: found,
  async act(work, _, { tools, now: at, found: request }) {
    await sayNo(work, tools, { request, state: 'refused', at })
    return {}
  },
  audit: ({ actor, found: { content }, refusal }) => ({
    about: actor.subjectId,
    purpose: 'sharing-refused',
    outcome: refusal ?? 'declined',
    detail: { client: content.party.name.vi },
  }),
})

export const reportSharing = useCase({
  contract: ReportSharing,
  permit: citizenHerself,
  limits: (_, __, actor) =>
    actor.kind === 'citizen'
      ? [
          {
            scope: 'sharing.report',
            key: actor.subjectId,
            most: inForce(sharingLimits, now()).reportedPerDay,
            per_s: 86_400,
          },
        ]
      : [],
  find: found,
  async act(work, { why }, { tools, now: at, found: request }) {
    const { row, content } = request
    if (row.state === 'refused') {
      // Her no has gone to the party, which hears nothing more.
      await store.setRequestState(work, row, 'reported')
    } else {
      await sayNo(work, tools, { request, state: 'reported', at })
    }
    reportParty(work, { partyId: row.party_id, kind: why, what: content.purpose.id, at })
    return {}
  },
  audit: ({ actor, found: { content }, refusal }) => ({
    about: actor.subjectId,
    purpose: 'sharing-reported',
    outcome: refusal ?? 'done',
    detail: { client: content.party.name.vi },
  }),
})
