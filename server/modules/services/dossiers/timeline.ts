/**
 * Where a dossier is, in the steps that its procedure names: done, at hand, still ahead; why it stands still,
 * and how it ended. Pure.
 */
import type { z } from 'zod'
import type { DossierState, ownDossier } from '../../../../contract/dossiers.ts'
import type { Procedure } from '../../../../contract/procedure.ts'

type Step = z.infer<typeof ownDossier>['timeline'][number]
type Stage = Procedure['steps'][number]['stage']

export interface Happened {
  readonly what: string
  /** ISO. */
  readonly at: string
}

const words = {
  filed: { vi: 'Nộp hồ sơ', en: 'Filed' },
  you: { vi: 'Bạn', en: 'You' },
  consents: { vi: 'Chờ những người liên quan đồng ý', en: 'Waiting for others to agree' },
  others: { vi: 'Những người được hỏi', en: 'Those who were asked' },
  itself: { vi: 'Tự động', en: 'By itself' },
  supplement: { vi: 'Chờ bạn bổ sung', en: 'Waiting for what was asked of you' },
  payment: { vi: 'Chờ nộp phí', en: 'Waiting for the fee' },
  paused: { vi: 'Tạm dừng theo luật', en: 'Paused, as the law allows' },
  withdrawn: { vi: 'Bạn đã rút hồ sơ', en: 'You took it back' },
  'not-received': { vi: 'Không được tiếp nhận', en: 'Not received' },
  rejected: { vi: 'Bị từ chối', en: 'Refused' },
  declined: { vi: 'Có người được hỏi không đồng ý', en: 'Somebody who was asked did not agree' },
  unanswered: { vi: 'Hết hạn mà chưa nhận được trả lời', en: 'Ended: no answer came in time' },
  decision: { vi: 'Chờ người có thẩm quyền quyết định', en: 'Waiting for the decision' },
  objected: {
    vi: 'Bạn khiếu nại, cán bộ khác xem lại từ đầu',
    en: 'You objected; other officers look again',
  },
} as const

/** Where in the row of stages it stands: 0 receive, 1 work, 2 decide, 3 result, 4 past it. */
const placeOf: Readonly<Record<DossierState, number>> = {
  'awaiting-consents': -1,
  filed: 0,
  received: 1,
  processing: 1,
  'supplement-asked': 1,
  'payment-asked': 1,
  paused: 1,
  'put-forward': 2,
  finished: 3,
  returned: 4,
  'not-received': 0,
  rejected: 2,
  withdrawn: 1,
}
const STAGES: readonly Stage[] = ['receive', 'work', 'decide', 'result']
/** By which step of the history a stage is done. */
const doneBy: Readonly<Record<Stage, readonly string[]>> = {
  receive: ['received'],
  work: ['put-forward', 'finished'],
  decide: ['finished'],
  result: ['returned'],
}

interface Seen {
  readonly state: DossierState
  readonly filedAt: Date
  readonly history: readonly Happened[]
  readonly isOverdue: boolean
  readonly awaited: boolean
  readonly hasObjected: boolean
  readonly isDeclined: boolean
}

const lastOf = (history: readonly Happened[], what: readonly string[]): string | null =>
  history.findLast((one) => what.includes(one.what))?.at ?? null

type Words = Step['words']

const stillStep = ({ state, history }: Seen, office: Words): Step[] => {
  const why =
    state === 'supplement-asked'
      ? words.supplement
      : state === 'payment-asked'
        ? words.payment
        : state === 'paused'
          ? words.paused
          : null
  return why === null
    ? []
    : [
        {
          words: why,
          by: state === 'paused' ? office : words.you,
          at: lastOf(history, [state]),
          state: 'paused',
          note: null,
        },
      ]
}

/** How it ended, and by whom: an office refuses, others decline, she takes it back, a time runs out. */
const endOf = ({ state, history, isDeclined }: Seen, office: Words): readonly [Words, Words] | null => {
  if (state === 'withdrawn') {
    return [words.withdrawn, words.you]
  }
  if (state !== 'rejected' && state !== 'not-received') {
    return null
  }
  if (isDeclined) {
    return [words.declined, words.others]
  }
  return history.at(-1)?.what === 'unanswered' || history.at(-2)?.what === 'unanswered'
    ? [words.unanswered, words.itself]
    : [words[state], office]
}
const endStep = (seen: Seen, office: Words): Step[] => {
  const end = endOf(seen, office)
  const at = lastOf(seen.history, [seen.state, 'unanswered'])
  return end === null ? [] : [{ words: end[0], by: end[1], at, state: 'ended', note: null }]
}

/** By an objection it is received anew, and by nothing else: what was received last is hers. */
const objectionStep = ({ hasObjected, history }: Seen): Step[] =>
  hasObjected
    ? [{ words: words.objected, by: words.you, at: lastOf(history, ['received']), state: 'done', note: null }]
    : []

const begun = ({ filedAt, state, history, awaited }: Seen): Step[] => [
  { words: words.filed, by: words.you, at: filedAt.toISOString(), state: 'done', note: null },
  ...(awaited
    ? [
        {
          words: words.consents,
          by: words.others,
          at: lastOf(history, ['filed']),
          state: state === 'awaiting-consents' ? ('now' as const) : ('done' as const),
          note: null,
        },
      ]
    : []),
]

/** A decision that the procedure names no step for is awaited all the same. */
const decisionStep = ({ state, isOverdue }: Seen, office: Words, has: boolean): Step[] =>
  state === 'put-forward' && !has
    ? [{ words: words.decision, by: office, at: null, state: isOverdue ? 'late' : 'now', note: null }]
    : []

export const timelineOf = (
  { steps, agency }: Pick<Procedure, 'steps'> & { readonly agency: Pick<Procedure['agency'], 'words'> },
  seen: Seen,
): Step[] => {
  const place = placeOf[seen.state]
  const [still, end] = [stillStep(seen, agency.words), endStep(seen, agency.words)]
  const shown = steps.flatMap((step): Step[] => {
    const at = STAGES.indexOf(step.stage)
    // What has ended may have ended before anybody had looked at it.
    const isDone = at < place && (end.length === 0 || lastOf(seen.history, doneBy[step.stage]) !== null)
    if (end.length > 0 && !isDone) {
      return []
    }
    const isNow = at === place && still.length === 0
    const state = isDone ? 'done' : isNow ? (seen.isOverdue ? 'late' : 'now') : 'ahead'
    const when = isDone ? lastOf(seen.history, doneBy[step.stage]) : null
    return [{ words: step.words, by: step.by, at: when, state, note: null }]
  })
  const hasDecision = steps.some(({ stage }) => stage === 'decide')
  const between = [...still, ...decisionStep(seen, agency.words, hasDecision)]
  const firstAhead = shown.findIndex(({ state }) => state === 'ahead')
  const cut = between.length > 0 && firstAhead >= 0 ? firstAhead : shown.length
  const received = steps.filter(({ stage }) => stage === 'receive').length
  const all = [...shown.slice(0, cut), ...between, ...shown.slice(cut), ...end]
  const objected = Math.min(received, all.length - end.length)
  return [...begun(seen), ...all.slice(0, objected), ...objectionStep(seen), ...all.slice(objected)]
}
