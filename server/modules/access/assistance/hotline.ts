/**
 * The hotline (ux.md §2.7, §2.8): who calls is known by what she says, of which the agent learns only enough
 * or not enough; then it may lock and explain.
 * There is no deed here that unlocks, and `locks` would not let it.
 */
import type { z } from 'zod'
import {
  BeginCall,
  DossierByHotline,
  EndCall,
  ExplainLock,
  IdentifyCaller,
  ListCalls,
  LockByHotline,
  callerAnswers,
  type hotlineCall,
  type hotlineDeed,
} from '../../../../contract/assistance.ts'
import type { InputOf } from '../../../../contract/operation.ts'
import type { FieldOf, Purpose } from '../../../../contract/purposes/catalogue.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import { composeDossierCode } from '../../../../formats/dossier-code.ts'
import { actorReference, type Actor, type Officer } from '../../../kernel/actor.ts'
import { none, type LineOf } from '../../../kernel/audit-line.ts'
import { now as presentMoment } from '../../../kernel/clock.ts'
import { newId, newSecret } from '../../../kernel/id.ts'
import { officerWith } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { contactsOf } from '../../people/accounts/contacts.ts'
import { findAccount, reserveSubject } from '../../people/accounts/open-account.ts'
import { level1ByReference } from '../../cases/enrolment/level-1/dossier-state.ts'
import { groundRules } from '../../people/locks/rules.ts'
import { lockStateOf, lockSubject } from '../../people/locks/lock-subject.ts'
import { officerNeverHerself, type AboutPerson } from '../../registry/organisations/second-eyes.ts'
import { findPerson } from '../../registry/population/find-person.ts'
import { countRight, isEnough } from './caller-script.ts'
import { ownDossier } from './carry-out.ts'
import * as store from './hotline-store.ts'
import type { CallRow } from './hotline-store.ts'
import { beforeOf } from './open-assisted.ts'
import { callerScript, hotlineBudget } from './rules.ts'
import { HotlineDeedDone } from './events.ts'

type HotlineDeed = z.infer<typeof hotlineDeed>
const agent = officerNeverHerself('hotline', 'hotline.about-yourself')

interface FoundCall extends AboutPerson {
  readonly row: CallRow
  readonly subjectId: string | null
}
/** An agent's own call that still runs; about nobody until somebody is known. */
const callForUpdate = async (
  work: Work,
  { callId }: { callId: string },
  actor: Actor,
): Promise<FoundCall> => {
  const row = actor.kind === 'officer' ? await store.forUpdate(work, actor.officerId, callId) : undefined
  if (!row || row.ended_at) {
    throw problem('hotline.no-such-call')
  }
  return { row, officeId: row.office_id, aboutKey: row.about_key, subjectId: row.subject_id }
}
/** The person of a number, with the same work for a number that nobody has. */
const callAboutForUpdate = async (
  work: Work,
  { callId, personalNumber }: InputOf<typeof IdentifyCaller>,
  actor: Actor,
  tools: Tools,
): Promise<FoundCall> => ({
  ...(await callForUpdate(work, { callId }, actor)),
  aboutKey: tools.digests.identifier('number', personalNumber).toString('hex'),
  subjectId: await reserveSubject(work, tools, personalNumber),
})
const knownForUpdate = async (
  work: Work,
  input: { callId: string },
  actor: Actor,
): Promise<FoundCall & { readonly subjectId: string }> => {
  const found = await callForUpdate(work, input, actor)
  if (found.subjectId === null) {
    throw problem('hotline.not-known')
  }
  return { ...found, subjectId: found.subjectId }
}

const faceOf = (row: CallRow): z.infer<typeof hotlineCall> => ({
  id: row.id,
  reference: row.reference,
  state: row.ended_at ? 'ended' : row.subject_id ? 'known' : 'begun',
  beganAt: row.began_at.toISOString(),
  triesLeft: Math.max(0, inForce(hotlineBudget, row.began_at).triesPerCall - row.tries),
  deeds: row.deeds as HotlineDeed[],
})
const lineOf = <P extends Purpose>(
  about: string | null,
  purpose: P,
  fields: readonly FieldOf<P>[],
  row: CallRow,
  actor: Officer,
  outcome: Outcome = 'done',
): LineOf<P> => ({
  about,
  purpose,
  fields,
  outcome,
  detail: { office: actor.officeName, officerNumber: actor.number, reference: row.reference },
})

/** Once in a call for each kind of deed the person hears of it, wherever her account is. */
const noteDeed = async (
  work: Work,
  row: CallRow,
  deed: HotlineDeed,
  actor: Officer,
  subjectId: string | null,
): Promise<CallRow> => {
  if (row.deeds.includes(deed)) {
    return row
  }
  const deeds = [...row.deeds, deed]
  await store.saveDeeds(work, row, deeds)
  if (subjectId) {
    work.publish(HotlineDeedDone, subjectId, { deed, reference: row.reference, helper: actor.number })
  }
  return { ...row, deeds }
}

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

const SLICES = 16
export const identifyCaller = useCase({
  contract: IdentifyCaller,
  limits: ({ personalNumber }, _: RequestContext, actor) => {
    const budget = inForce(hotlineBudget, presentMoment())
    return [
      { scope: 'hotline.agent', key: actorReference(actor), most: budget.perAgentPerHour, per_s: 3600 },
      {
        scope: 'hotline.number',
        key: personalNumber,
        most: budget.perNumberPerDay,
        per_s: 86_400,
        of: 'named',
      },
      {
        scope: 'hotline.slice',
        key: String(Number(personalNumber.slice(-4)) % SLICES),
        most: budget.perSliceOfNationPerMinute,
        per_s: 60,
        of: 'named',
      },
    ]
  },
  find: callAboutForUpdate,
  permit: agent,
  async act(work, { personalNumber, answers }, { found: { row, subjectId, aboutKey }, tools, now }) {
    if (row.subject_id) {
      throw problem('hotline.known-already')
    }
    if (row.tries >= inForce(hotlineBudget, now).triesPerCall) {
      throw problem('hotline.tries-spent')
    }
    await store.saveTry(work, row)
    const person = await findPerson(work, tools, personalNumber)
    // Only where it was said: unsealing takes a time that tells that there is an account.
    const isPhoneSaid = answers.phoneEnd !== undefined && subjectId !== null
    const { phone } = isPhoneSaid ? await contactsOf(work, tools, subjectId) : { phone: null }
    const isKnown =
      isEnough(
        countRight(answers, { person, phones: [phone, person?.private.phone ?? null] }),
        inForce(callerScript, now),
      ) && subjectId !== null
    if (isKnown) {
      await store.saveKnown(work, row, subjectId, aboutKey)
    }
    return {
      isEnough: isKnown,
      call: faceOf({ ...row, tries: row.tries + 1, subject_id: isKnown ? subjectId : null }),
    }
  },
  audit: ({ found, actor, input, result, refusal }) =>
    lineOf(
      found.subjectId,
      'hotline-identify',
      [
        'personalNumber',
        ...callerAnswers.keyof().options.filter((answer) => input.answers[answer] !== undefined),
      ],
      found.row,
      actor,
      refusal ?? (result?.isEnough ? 'enough' : 'not-enough'),
    ),
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

interface FoundDossier extends FoundCall {
  readonly dossier: Awaited<ReturnType<typeof ownDossier>>
  readonly owner: string | null
}
const callForDossierForUpdate = async (
  work: Work,
  input: InputOf<typeof DossierByHotline>,
  actor: Actor,
  tools: Tools,
): Promise<FoundDossier> => {
  const found = await callForUpdate(work, input, actor)
  const at = presentMoment()
  if (found.subjectId) {
    return {
      ...found,
      dossier: await ownDossier(work, found.subjectId, input.reference, at),
      owner: found.subjectId,
    }
  }
  const known = await level1ByReference(work, tools, input.reference, at)
  const isHers = known !== null && input.phoneEnd !== undefined && known.phone.endsWith(input.phoneEnd)
  return {
    ...found,
    dossier: isHers ? known.face : null,
    // Also when the phone's end was not hers: that much the agent learns.
    owner: known?.subjectId ?? null,
    aboutKey: isHers ? known.aboutKey : '',
  }
}

export const dossierByHotline = useCase({
  contract: DossierByHotline,
  limits: ({ reference }, _: RequestContext, actor) => {
    const budget = inForce(hotlineBudget, presentMoment())
    return [
      { scope: 'hotline.dossier', key: actorReference(actor), most: budget.dossiersPerHour, per_s: 3600 },
      {
        scope: 'hotline.reference',
        key: reference,
        most: budget.dossiersPerReferencePerDay,
        per_s: 86_400,
        of: 'named',
      },
    ]
  },
  find: callForDossierForUpdate,
  permit: agent,
  async act(work, _, { found: { row, subjectId, dossier }, actor }) {
    return { dossier, call: faceOf(dossier ? await noteDeed(work, row, 'dossier', actor, subjectId) : row) }
  },
  audit: ({ found, actor, result }) =>
    lineOf(
      found.owner,
      'hotline-dossier',
      result?.dossier ? ['dossier'] : [],
      found.row,
      actor,
      result?.dossier ? 'read' : 'none',
    ),
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
    const rows = await store.ofAgent(work, actor.officerId, beforeOf(cursor), PAGE)
    return {
      items: rows.map((row) => ({
        ...faceOf(row),
        endedAt: row.ended_at?.toISOString() ?? null,
        isKnown: row.subject_id !== null,
      })),
      next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null,
    }
  },
  audit: none("her own calls, without anybody's data"),
})
