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
}

const lastOf = (history: readonly Happened[], what: readonly string[]): string | null =>
  history.findLast((one) => what.includes(one.what))?.at ?? null

const stillStep = ({ state, history }: Seen): Step[] => {
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
    : [{ words: why, by: words.you, at: lastOf(history, [state]), state: 'paused', note: null }]
}
const endStep = ({ state, history }: Seen): Step[] =>
  state === 'withdrawn' || state === 'not-received' || state === 'rejected'
    ? [{ words: words[state], by: words.itself, at: lastOf(history, [state]), state: 'ended', note: null }]
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

export const timelineOf = ({ steps }: Pick<Procedure, 'steps'>, seen: Seen): Step[] => {
  const place = placeOf[seen.state]
  const [still, end] = [stillStep(seen), endStep(seen)]
  const shown = steps.flatMap((step): Step[] => {
    const at = STAGES.indexOf(step.stage)
    const isDone = at < place
    if (end.length > 0 && !isDone) {
      return []
    }
    const isNow = at === place && still.length === 0
    const state = isDone ? 'done' : isNow ? (seen.isOverdue ? 'late' : 'now') : 'ahead'
    const when = isDone ? lastOf(seen.history, doneBy[step.stage]) : null
    return [{ words: step.words, by: step.by, at: when, state, note: null }]
  })
  const firstAhead = shown.findIndex(({ state }) => state === 'ahead')
  const cut = still.length > 0 && firstAhead >= 0 ? firstAhead : shown.length
  return [...begun(seen), ...shown.slice(0, cut), ...still, ...shown.slice(cut), ...end]
}
