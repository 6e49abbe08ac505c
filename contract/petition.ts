/**
 * Petitions and feedback (phản ánh, kiến nghị): a citizen writes to the body that is competent for the topic
 * and the commune, and is answered within working days of the law (Decree 118/2025/ND-CP; Ninh Bình Decision
 * 163/2025). How many came and were answered in time is public.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { cursor, moment, nothing, pageOf } from './values.ts'

export const petitionTopic = z.enum([
  'public-order',
  'environment',
  'roads',
  'procedures',
  'officer-conduct',
  'land',
  'health',
  'schools',
  'other',
])
const petitionState = z.enum(['open', 'settled'])
const petitionRating = z.enum(['satisfied', 'partly', 'unsatisfied'])

const face = {
  id: z.string(),
  reference: z.string(),
  topic: petitionTopic,
  /** The place that it is about; null where no list of units names it. */
  place: z.string().nullable(),
  state: petitionState,
  openedAt: moment,
  dueAt: moment,
  endedAt: moment.nullable(),
  isOverdue: z.boolean(),
}
const said = {
  office: z.string(),
  text: z.string(),
  answer: z.string().nullable(),
  article: z.string().nullable(),
  /** Why it went to another office, which happens once at most. */
  forwarded: z.object({ at: moment, reason: z.string() }).nullable(),
}
export const ownPetition = z.object({ ...face, ...said, isRated: z.boolean() })
export const petitionCase = z.object({ ...face, ...said, name: z.string().nullable() })

const unitCode = z.string().regex(/^\d{2}(\d{3})?$/)
const named = z.object({ caseId: z.uuid() })
const own = z.object({ id: z.uuid() })
const common = ['petition.no-such-case', 'petition.about-yourself'] as const

export const ListUnits = view('petition.units', {
  summary: 'The provinces, or the communes of one province, as they are today.',
  input: z.object({
    province: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
  }),
  output: z.object({ units: z.array(z.object({ code: z.string(), name: z.string() })) }),
})
export const SendPetition = deed('petition.send', {
  summary: 'A citizen writes to the body that is competent for a topic at a commune.',
  input: z.object({
    topic: petitionTopic,
    /** The commune that it is about, or the province where it is of no commune; left out: where she
     * resides. */
    unitCode: unitCode.optional(),
    text: z.string().trim().min(20).max(4000),
  }),
  output: ownPetition,
  problems: ['petition.no-such-unit', 'limit.reached'],
})
export const ViewOwnPetitions = view('petition.own', {
  summary: 'What she has written to offices, and their answers, the newest first.',
  input: nothing,
  output: z.object({
    items: z.array(ownPetition),
  }),
})
export const RatePetition = deed('petition.rate', {
  summary: 'She says whether the answer helped her: counted for the office, kept with no petition.',
  input: own.extend({ rating: petitionRating }),
  output: ownPetition,
  problems: ['petition.no-such-case', 'petition.not-answered', 'petition.rated-before'],
})
export const PrintPetitionAnswer = view('petition.paper', {
  summary: 'The answer as an official paper: PDF/A-2a, signed inside (PAdES).',
  input: own,
  output: z.object({ name: z.string(), pdf: z.base64() }),
  problems: ['petition.no-such-case', 'petition.not-answered', 'limit.reached'],
})
export const ListPetitions = view('petition.list', {
  summary: "The office's petitions that wait for an answer, those due first on top.",
  input: z.object({ cursor }),
  output: pageOf(z.object({ ...face, name: z.string().nullable() })),
})
export const ViewPetition = view('petition.view', {
  summary: 'One petition. Opening it is seen by whoever wrote it.',
  input: named,
  output: petitionCase,
  problems: common,
})
export const AnswerPetition = deed('petition.answer', {
  summary: 'Answers a petition, by letter and on paper.',
  input: named.extend({
    answer: z.string().trim().min(20).max(4000),
    article: z.string().trim().max(200).optional(),
  }),
  output: petitionCase,
  problems: [...common, 'petition.closed'],
})
export const ForwardPetition = deed('petition.forward', {
  summary: 'Hands a petition to the office that is competent for it: once, with a reason that she reads.',
  input: named.extend({
    /** A commune or a province; left out: the office of the whole country. */
    unitCode: unitCode.optional(),
    reason: z.string().trim().min(10).max(500),
  }),
  output: z.object({ reference: z.string(), office: z.string() }),
  problems: [
    ...common,
    'petition.closed',
    'petition.forwarded-before',
    'petition.same-office',
    'petition.no-such-unit',
  ],
})

/** null stands for a number below the least that is shown. */
const shown = z.number().nullable()
export const ViewPetitionStatistics = view('petition.statistics', {
  summary:
    'For everybody: petitions by month and topic, how many were answered in time and whether answers helped; small numbers are not shown.',
  input: z.object({
    province: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
  }),
  output: z.object({
    /** A number below this is not shown. */
    least: z.number(),
    rows: z.array(
      z.object({
        month: z.string().regex(/^\d{4}-\d{2}$/),
        topic: petitionTopic,
        received: shown,
        answered: shown,
        /** Of those answered, in percent. */
        inTime_percent: shown,
        /** Of those who said so, in percent. */
        satisfied_percent: shown,
      }),
    ),
  }),
})
