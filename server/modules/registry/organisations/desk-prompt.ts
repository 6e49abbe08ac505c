/**
 * What a deed asks the citizen at the second screen of a desk, and what she answered. An answer counts for
 * the case, the kind and the very words that
 * stood there: what has changed since must be asked anew.
 */
import type { z } from 'zod'
import type { promptKind } from '../../../../contract/counter.ts'
import { now } from '../../../kernel/clock.ts'
import { newId } from '../../../kernel/id.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Digests, Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import * as store from './desk-store.ts'
import { isOfWords, paramsDigest, type KeptDigest } from './desk-digests.ts'
import { sealParams, type PromptParams } from './desk-params.ts'
import { DeskAsked } from './events.ts'

export type PromptKind = z.infer<typeof promptKind>

export interface Question {
  /** Whose consent it is: the parameters are sealed under her key. */
  readonly subjectId: string
  /** What it is about: a case, an application, an act. */
  readonly caseId: string
  readonly kind: PromptKind
  readonly params: PromptParams
}

/**
 * Puts a question on the screen of this officer's desk in place of any other that waits there. Throws
 * `desk.no-screen`.
 */
export const askAtDesk = async (
  work: Work,
  tools: Tools,
  officerSessionId: string,
  { subjectId, caseId, kind, params }: Question,
): Promise<string> => {
  const at = now()
  const desk = await store.deskOf(work, officerSessionId, at)
  if (!desk || !(await store.hasScreen(work, officerSessionId, at))) {
    throw problem('desk.no-screen')
  }
  await store.withdrawWaiting(work, officerSessionId, at)
  const id = newId()
  await store.insertPrompt(work, {
    subject_id: subjectId,
    id,
    officer_session_id: officerSessionId,
    office_id: desk.office_id,
    case_id: caseId,
    kind,
    asked_at: at,
    ...sealParams(tools, params),
    params_digest: paramsDigest(tools.digests, params),
  })
  work.publish(DeskAsked, subjectId, { promptId: id })
  return id
}

/** What a question's state says about these words. Pure. */
export const answerFor = (
  digests: Digests,
  { state, ...kept }: KeptDigest & Pick<store.PromptRow, 'state'>,
  params: PromptParams,
): 'none' | 'waiting' | 'agreed' | 'declined' =>
  state !== 'withdrawn' && isOfWords(digests, kept, params) ? state : 'none'

/** How the newest question of this case stands; `none` when it was never asked with these words. */
export const answeredAtDesk = async (
  read: Reading,
  { digests }: Pick<Tools, 'digests'>,
  { subjectId, caseId, kind, params }: Question,
): Promise<'none' | 'waiting' | 'agreed' | 'declined'> => {
  const row = await store.newestOfCase(read, subjectId, caseId, kind)
  return row ? answerFor(digests, row, params) : 'none'
}

export interface WaitingQuestion {
  readonly id: string
  readonly subjectId: string
  readonly caseId: string
  readonly kind: string
}

/** The question that waits at this screen, for a deed that takes another answer than a press. */
export const questionForUpdate = async (
  work: Work,
  officerSessionId: string,
  promptId: string,
): Promise<WaitingQuestion | null> => {
  const row = await store.waitingForUpdate(work, officerSessionId, promptId)
  return row ? { id: row.id, subjectId: row.subject_id, caseId: row.case_id, kind: row.kind } : null
}
export const settleQuestion = async (
  work: Work,
  { id, subjectId }: WaitingQuestion,
  answer: 'agreed' | 'declined',
  at: Date,
): Promise<void> => {
  await store.saveAnswer(work, { id, subject_id: subjectId }, answer, at)
}

/** The desk has no screen any more, and nothing waits there. */
export const endScreensOf = async (work: Work, officerSessionId: string, at: Date): Promise<void> => {
  await store.withdrawWaiting(work, officerSessionId, at)
  await store.endScreens(work, officerSessionId)
}
