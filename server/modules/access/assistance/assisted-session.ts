/**
 * A session of help as its deeds handle it: found for its helper, what the citizen has said to it and to each
 * act, and how it is shown.
 */
import type { z } from 'zod'
import type {
  assistedAct,
  assistedResult,
  assistedSession,
  assistPurpose,
} from '../../../../contract/assistance.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import type { FieldOf, Purpose } from '../../../../contract/purposes/catalogue.ts'
import type { LineDetail, LineOf } from '../../../kernel/audit-line.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { answeredAtDesk, type Question } from '../../registry/organisations/desk-prompt.ts'
import { officeName } from '../../registry/organisations/office-name.ts'
import { officerNeverHerself, type AboutPerson } from '../../registry/organisations/second-eyes.ts'
import { actRules, type AssistedActKind } from './rules.ts'
import * as store from './store.ts'
import type { ActRow, SessionRow } from './store.ts'

export type AssistedAct = z.infer<typeof assistedAct>
export type AssistedResult = z.infer<typeof assistedResult>
export type AssistedView = z.infer<typeof assistedSession>
export type AssistPurpose = z.infer<typeof assistPurpose>

export const helper = officerNeverHerself('assist', 'assist.about-yourself')

export interface FoundSession extends AboutPerson {
  readonly row: SessionRow
}
const findOwn =
  (look: (work: Work, subjectId: string, id: string) => Promise<SessionRow | undefined>) =>
  async (work: Work, { id }: { id: string }, actor: Actor): Promise<FoundSession> => {
    const name = actor.kind === 'officer' ? await store.subjectOf(work, actor.officerId, id) : undefined
    const row = name && (await look(work, name.subject_id, id))
    if (!row) {
      throw problem('assist.no-such-session')
    }
    return { row, officeId: row.office_id, aboutKey: row.about_key }
  }
/** Another helper's session does not exist for this one. */
export const ownForUpdate = findOwn(store.forUpdate)
export const lookOwn = findOwn(store.find)

export const sealAct = (tools: Tools, subjectId: string, act: AssistedAct): Promise<Buffer> =>
  tools.sealer.seal(subjectId, 'assistance_act.act', JSON.stringify(act))
export const actOf = async (tools: Tools, row: ActRow): Promise<AssistedAct> =>
  JSON.parse(
    (await tools.sealer.open(row.subject_id, 'assistance_act.act', row.sealed_act)).toString('utf8'),
  ) as AssistedAct
const resultOf = async (tools: Tools, row: ActRow): Promise<AssistedResult | null> =>
  row.sealed_result
    ? (JSON.parse(
        (await tools.sealer.open(row.subject_id, 'assistance_act.result', row.sealed_result)).toString(
          'utf8',
        ),
      ) as AssistedResult)
    : null

/** What stands at the citizen's screen about an act, as it is asked and as it is looked for again. */
const aboutOf = (act: AssistedAct): string => {
  if (act.kind === 'dossier-state') {
    return act.reference
  }
  if (act.kind === 'set-language') {
    return act.language
  }
  return act.kind === 'report-mismatch' ? `${act.field}: ${act.value}` : ''
}
export const questionOf = async (
  read: Reading,
  row: SessionRow,
  helperNumber: string,
  asked: { readonly id: string; readonly way: 'code' | 'press'; readonly act: AssistedAct | null },
): Promise<Question> => ({
  subjectId: row.subject_id,
  caseId: asked.id,
  kind: asked.way === 'code' ? 'assisted-code' : 'assisted-act',
  params: {
    act: asked.act?.kind ?? `open-${row.purpose}`,
    ...(asked.act && aboutOf(asked.act) ? { about: aboutOf(asked.act) } : {}),
    helper: `${helperNumber} · ${await officeName(read, row.office_id)}`,
    reference: row.reference,
  },
})

type Said = 'asked' | 'agreed' | 'declined'
/** By a code only the code itself is an answer; a press at the screen may still say no. */
const said = async (
  read: Reading,
  tools: Tools,
  question: Question,
  row: Pick<ActRow, 'way' | 'confirmed_at'>,
): Promise<Said> => {
  if (row.way === 'code' && row.confirmed_at) {
    return 'agreed'
  }
  const answer = await answeredAtDesk(read, tools, question)
  if (answer === 'declined') {
    return 'declined'
  }
  return row.way === 'press' && answer === 'agreed' ? 'agreed' : 'asked'
}

export const sessionState = async (
  read: Reading,
  tools: Tools,
  row: SessionRow,
  actor: Officer,
  at: Date,
): Promise<AssistedView['state']> => {
  if (row.ended_at || at >= row.ends_at || row.officer_session_id !== actor.sessionId) {
    return 'ended'
  }
  const answer = await said(
    read,
    tools,
    await questionOf(read, row, actor.number, { id: row.id, way: row.way, act: null }),
    row,
  )
  return answer === 'agreed' ? 'open' : answer
}
export const actState = async (
  read: Reading,
  tools: Tools,
  session: SessionRow,
  row: ActRow,
  actor: Officer,
  at: Date,
): Promise<AssistedView['acts'][number]['state']> => {
  if (row.done_at) {
    return 'done'
  }
  if (at >= row.lapses_at) {
    return 'lapsed'
  }
  const answer = await said(
    read,
    tools,
    await questionOf(read, session, actor.number, { id: row.id, way: row.way, act: await actOf(tools, row) }),
    row,
  )
  return answer === 'agreed' ? 'confirmed' : answer
}

/** Throws `assist.ended` and `assist.not-confirmed`. */
export const mustBeOpen = async (
  read: Reading,
  tools: Tools,
  row: SessionRow,
  actor: Officer,
  at: Date,
): Promise<void> => {
  const state = await sessionState(read, tools, row, actor, at)
  if (state === 'ended') {
    throw problem('assist.ended')
  }
  if (state !== 'open') {
    throw problem('assist.not-confirmed')
  }
}

const mayDo = ({ way }: SessionRow, at: Date): AssistedActKind[] => {
  const rules = inForce(actRules, at)
  return (Object.keys(rules) as AssistedActKind[]).filter((kind) => rules[kind].session.includes(way))
}

/**
 * Results are shown while the session runs; afterwards the helper keeps the receipt and nothing of the
 * person.
 */
export const viewOf = async (
  read: Reading,
  tools: Tools,
  row: SessionRow,
  actor: Officer,
  at: Date,
): Promise<AssistedView> => {
  const state = await sessionState(read, tools, row, actor, at)
  const acts: AssistedView['acts'] = []
  for (const act of await store.actsOf(read, row.subject_id, row.id)) {
    acts.push({
      id: act.id,
      act: state === 'ended' ? blank(await actOf(tools, act)) : await actOf(tools, act),
      way: act.way,
      state: await actState(read, tools, row, act, actor, at),
      askedAt: act.asked_at.toISOString(),
      lapsesAt: act.lapses_at.toISOString(),
      result: state === 'open' ? await resultOf(tools, act) : null,
    })
  }
  return {
    id: row.id,
    reference: row.reference,
    purpose: row.purpose as AssistPurpose,
    way: row.way,
    state,
    askedAt: row.asked_at.toISOString(),
    endsAt: (row.ended_at ?? row.ends_at).toISOString(),
    mayDo: state === 'open' ? mayDo(row, at) : [],
    acts,
  }
}
const blank = (act: AssistedAct): AssistedAct =>
  act.kind === 'report-mismatch' ? { ...act, value: '…' } : act

export const lineOf = <P extends Purpose>(
  purpose: P,
  fields: readonly FieldOf<P>[],
  found: FoundSession,
  actor: Officer,
  more: LineDetail = {},
): LineOf<P> => ({
  about: found.row.subject_id,
  purpose,
  fields,
  detail: { office: actor.officeName, officerNumber: actor.number, reference: found.row.reference, ...more },
})
