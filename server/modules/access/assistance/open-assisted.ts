/**
 * A session of help: asked for with its purpose, confirmed by the citizen alone, shown to its helper, ended.
 */
import { EndAssisted, ListAssisted, OpenAssisted, ViewAssisted } from '../../../../contract/assistance.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { actorReference, type Actor } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { later, now as presentMoment } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { addressOfAccount, drawProof } from '../../people/accounts/contact-proof.ts'
import { findAccount, reserveSubject } from '../../people/accounts/open-account.ts'
import { askAtDesk } from '../../registry/organisations/desk-prompt.ts'
import type { AboutPerson } from '../../registry/organisations/second-eyes.ts'
import {
  helper,
  lineOf,
  ownForUpdate,
  lookOwn,
  questionOf,
  sessionState,
  viewOf,
  type AssistPurpose,
} from './assisted-session.ts'
import { assistBudget, assistedMinutes } from './rules.ts'
import { HelpAsked } from './events.ts'
import { sealTypedNumber } from './session-number.ts'
import * as store from './store.ts'

interface Sought extends AboutPerson {
  readonly subjectId: string
  readonly reference: string
}
/** The same work for every number, also one that nobody has. What a refused permit leaves here is undone. */
const findSought = async (
  work: Work,
  { personalNumber }: InputOf<typeof OpenAssisted>,
  actor: Actor,
  tools: Tools,
): Promise<Sought> => ({
  officeId: actor.kind === 'officer' ? actor.officeId : '',
  aboutKey: tools.digests.identifier('number', personalNumber).toString('hex'),
  subjectId: actor.kind === 'officer' ? await reserveSubject(work, tools, personalNumber) : '',
  reference: composeDossierCode(newSecret(5)),
})

/**
 * A code that names the act goes to the phone of her account, or nowhere: the helper sees no difference and
 * knows no phone.
 */
export const drawActCode = async (
  work: Work,
  tools: Tools,
  subject: {
    readonly subjectId: string
    readonly ownerId: string
    readonly act: string
    readonly helperId: string
  },
): Promise<string> => {
  const account = await findAccount(work, subject.subjectId)
  return drawProof(work, tools, {
    ownerId: subject.ownerId,
    channel: 'sms',
    to: addressOfAccount(subject.subjectId),
    purpose: 'assist',
    about: subject.act,
    language: account?.language ?? 'vi',
    mayBeSent: account !== null,
    asker: { kind: 'proven', id: subject.helperId },
  })
}

export const openAssisted = useCase({
  contract: OpenAssisted,
  limits: ({ personalNumber }, _: RequestContext, actor) => {
    const budget = inForce(assistBudget, presentMoment())
    return [
      { scope: 'assist.open', key: actorReference(actor), most: budget.openedPerHour, per_s: 3600 },
      {
        scope: 'assist.number',
        key: `${actorReference(actor)} ${personalNumber}`,
        most: budget.perNumberPerDay,
        per_s: 86_400,
      },
    ]
  },
  find: findSought,
  permit: helper,
  async act(work, { personalNumber, purpose, way }, { found, actor, tools, now }) {
    const { subjectId, aboutKey, reference } = found
    const id = newId()
    const row = {
      subject_id: subjectId,
      id,
      reference,
      office_id: actor.officeId,
      helper_id: actor.officerId,
      officer_session_id: actor.sessionId,
      about_key: aboutKey,
      purpose,
      way,
      proof_id:
        way === 'code'
          ? await drawActCode(work, tools, { subjectId, ownerId: id, act: 'open', helperId: actor.officerId })
          : null,
      confirmed_at: null,
      asked_at: now,
      ends_at: later(now, inForce(assistedMinutes, now).session * 60),
      ended_at: null,
      ...sealTypedNumber(tools, personalNumber),
    }
    // One citizen at a time: whoever was helped before is helped no longer.
    const [before] = await store.ofHelper(work, actor.officerId, null, 1)
    if (before) {
      await store.saveEnded(work, before.subject_id, before.id, now)
    }
    await store.insert(work, row)
    work.publish(HelpAsked, subjectId, { sessionId: id })
    await askAtDesk(
      work,
      tools,
      actor.sessionId,
      await questionOf(work, row, actor.number, { id, way, act: null }),
    )
    return viewOf(work, tools, row, actor, now)
  },
  audit: ({ found, actor, input }) => ({
    about: found.subjectId,
    purpose: 'assist-asked',
    fields: ['personalNumber'],
    detail: {
      office: actor.officeName,
      officerNumber: actor.number,
      reference: found.reference,
      why: input.purpose,
      way: input.way,
    },
  }),
})

export const viewAssisted = useCase({
  contract: ViewAssisted,
  find: lookOwn,
  permit: helper,
  act: (work, _, { found, actor, tools, now }) => viewOf(work, tools, found.row, actor, now),
  about: ({ row }) => [row.subject_id],
  audit: none('her own session; each act in it leaves a line with the person'),
})

export const endAssisted = useCase({
  contract: EndAssisted,
  find: ownForUpdate,
  permit: helper,
  async act(work, _, { found: { row }, actor, tools, now, effects }) {
    await store.saveEnded(work, row.subject_id, row.id, now)
    // What the citizen began on this machine is hers: nobody goes on with it after her.
    effects.endSession('enrol')
    return viewOf(work, tools, { ...row, ended_at: row.ended_at ?? now }, actor, now)
  },
  audit: ({ found, actor }) => lineOf('assist-ended', [], found, actor),
})

const PAGE = 30
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const beforeOf = (cursor: string | undefined): string | null => {
  if (cursor !== undefined && !ID.test(cursor)) {
    throw problem('request.invalid', { fields: [{ field: 'cursor', code: 'shape' }] })
  }
  return cursor ?? null
}

export const listAssisted = useCase({
  contract: ListAssisted,
  permit: officerWith('assist'),
  async act(work, { cursor }, { actor, tools, now }) {
    const rows = await store.ofHelper(work, actor.officerId, beforeOf(cursor), PAGE + 1)
    const page = rows.slice(0, PAGE)
    const items = []
    for (const row of page) {
      const acts = (await store.actsOf(work, row.subject_id, row.id))
        .filter(({ done_at }) => done_at !== null)
        .map(({ kind }) => kind)
      items.push({
        id: row.id,
        reference: row.reference,
        purpose: row.purpose as AssistPurpose,
        state: await sessionState(work, tools, row, actor, now),
        askedAt: row.asked_at.toISOString(),
        acts,
      })
    }
    return { items, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null }
  },
  audit: none("her own receipts, without anybody's data"),
})
