/** Where an application for a card stands: for its citizen, and for whoever holds its reference. */
import { z } from 'zod'
import { cardApplicationState, cardKind, cardRefusal } from './card.ts'
import { deed, view } from './operation.ts'
import { moment, nothing, reference } from './values.ts'

/** As the citizen sees it: no fields, but where it stands and until when. */
export const trackedCard = z.object({
  reference: z.string(),
  kind: cardKind,
  state: cardApplicationState,
  openedAt: moment,
  dueAt: moment,
  submittedAt: moment.nullable(),
  decidedAt: moment.nullable(),
  /** Nobody went on with it at the counter: `withdrawn` by the clock, not by her. */
  hasLapsed: z.boolean(),
  printedAt: moment.nullable(),
  readyAt: moment.nullable(),
  handedOverAt: moment.nullable(),
  refusal: cardRefusal.nullable(),
  office: z.string(),
  withAccount: z.boolean(),
  waitsForChanges: z.boolean(),
  isOverdue: z.boolean(),
})
export const ViewOwnCards = view('card.own', {
  summary: "The citizen's own applications, the newest first.",
  input: nothing,
  output: z.object({ items: z.array(trackedCard) }),
})
export const TrackCard = deed('card.track', {
  summary: 'Where an application stands, by its reference alone: nothing that names anybody.',
  input: z.object({ reference }),
  output: trackedCard,
  problems: ['card.no-such-reference', 'limit.reached'],
})
