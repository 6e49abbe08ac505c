/**
 * The end of a guardianship by a decision that was shown at a counter: proposed by one officer, who says in
 * names whose it is, and confirmed by another, who sees the same.
 */
import { z } from 'zod'
import { caseHistory } from './case-history.ts'
import { deed, view } from './operation.ts'
import { tieKind } from './representation.ts'
import { pagesSeen, sentPage, shownPages } from './evidence.ts'
import { notedPaper, shownPaper } from './representation-request.ts'
import { caseId, cursor, moment, pageOf, personalNumber, reference } from './values.ts'

const endState = z.enum(['waiting-second', 'accepted', 'refused'])
/** `lapsed`: nobody decided in time. `withdrawn`: whoever proposed it took it back. */
const endRefusal = z.enum(['second-denied', 'no-tie', 'lapsed', 'withdrawn'])

const someone = z.object({ personalNumber: z.string(), fullName: z.string(), birthDate: z.string() })
export const representationEnd = z.object({
  caseId,
  reference,
  state: endState,
  reason: endRefusal.nullable(),
  openedAt: moment,
  isTakenByMe: z.boolean(),
  history: caseHistory,
  ward: someone,
  representative: someone,
  kind: tieKind,
  begunAt: moment,
  paper: notedPaper,
  /** Why it shall end, in the words of whoever proposes it. */
  note: z.string(),
})
const note = z.string().trim().min(5).max(500)
const named = z.object({ caseId })
const two = z.object({ personalNumber, representativeNumber: personalNumber })

export const NameRepresentation = deed('representation.name', {
  summary: 'Says in names whose guardianship would end, before it is ended. Both see that it was looked at.',
  input: two,
  output: z.object({
    /** Whether the end is proposed only with a picture of the paper. */
    needsPicture: z.boolean(),
    ward: z.object({ fullName: z.string(), birthDate: z.string() }),
    representative: z.object({ fullName: z.string() }),
    kind: tieKind,
    begunAt: moment,
  }),
  problems: ['representation.no-tie', 'representation.about-yourself', 'limit.reached'],
})
export const EndRepresentation = deed('representation.end', {
  summary:
    'Proposes that a guardianship ends by a decision that was shown at the counter. It stands until another officer confirms.',
  input: two.extend({
    /** The new case's own id, for which its pages are signed. */
    caseId: caseId.optional(),
    paper: shownPaper,
    pages: z.array(sentPage).max(8).optional(),
    note,
  }),
  output: z.object({ caseId, reference }),
  problems: [
    'representation.no-tie',
    'representation.about-yourself',
    'representation.end-waits',
    'evidence.paper-of-future',
    'evidence.body-unlisted',
    'evidence.paper-not-pictured',
    'evidence.page-unreadable',
    'evidence.pages-full',
    'server.busy',
    'limit.reached',
  ],
})
export const ViewRepresentationEnd = view('representation.view-end', {
  summary: 'One proposal to end a guardianship, with its paper. Looking at it is seen by the person.',
  input: named,
  output: representationEnd,
  problems: ['representation.no-such-request'],
})
export const ViewEndPages = view('representation.view-end-pages', {
  summary: 'The pictures of the paper by which a guardianship shall end. Looking is seen by both persons.',
  input: named,
  output: shownPages,
  problems: ['representation.no-such-request'],
})
export const SecondRepresentationEnd = deed('representation.second-end', {
  summary: 'The second pair of eyes ends the guardianship, and both are told at once; or denies it.',
  input: named.extend({ verdict: z.enum(['confirm', 'deny']), note, seenPages: pagesSeen.optional() }),
  output: representationEnd,
  problems: [
    'representation.no-such-request',
    'representation.not-waiting',
    'representation.same-eyes',
    'representation.about-yourself',
    'evidence.more-to-see',
  ],
})
export const WithdrawRepresentationEnd = deed('representation.withdraw-end', {
  summary: 'Whoever proposed the end of a guardianship takes the proposal back; the guardianship stands.',
  input: named,
  output: representationEnd,
  problems: [
    'representation.no-such-request',
    'representation.not-waiting',
    'representation.about-yourself',
    'permit.refused',
  ],
})
export const ListRepresentationEnds = view('representation.list-ends', {
  summary: 'Proposals to end a guardianship that wait at the office for a second pair of eyes.',
  input: z.object({ which: z.enum(['second']), cursor }),
  output: pageOf(
    z.object({
      caseId,
      reference,
      state: endState,
      name: z.string().nullable(),
      openedAt: moment,
      isMine: z.boolean(),
    }),
  ),
})
