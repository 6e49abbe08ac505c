/**
 * Public services as whoever files meets them: looked for, asked about before anything is filled in, answered
 * page by page, filed once.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { fieldKinds, fieldName, fieldSources, lifeEvents, procedureId } from './procedure.ts'
import { caseId, moment, nothing, picture } from './values.ts'

const words = z.object({ vi: z.string(), en: z.string() })
const icon = z.enum(['home', 'key', 'travel', 'people', 'document', 'shield', 'phone', 'megaphone'])
const profileKind = z.enum(['self', 'child', 'ward'])

const serviceFace = z.object({
  id: procedureId,
  /** Of the national list; null where it has none of its own there. */
  code: z.string().nullable(),
  title: words,
  summary: words,
  search: z.array(z.string()),
  lifeEvents: z.array(z.enum(lifeEvents)),
  icon,
  agency: words,
  level: z.number(),
  for: z.array(profileKind),
  /** The longest of its limits, in words with its article. */
  limit: words,
  /** What it costs at most, in đồng. */
  fee_vnd: z.number(),
})
export const ListServices = view('services.list', {
  summary: 'Every public service that is offered today.',
  input: nothing,
  output: z.object({ services: z.array(serviceFace) }),
})

const plain = z.union([z.string().max(4000), z.boolean(), z.number(), z.null()])
const flat = z.record(fieldName, plain)
/** A text or a choice, a place, members, rows: no answer is deeper. */
const answer = z.union([plain, flat, z.array(z.union([plain, flat])).max(100)])
/** Answers by field, as the procedure's schema wants them. Bounded here; judged by the schema. */
export const answers = z
  .record(fieldName, answer)
  .refine((given) => JSON.stringify(given).length <= 60_000, 'too-long')

const askedField = z.object({
  name: fieldName,
  kind: z.enum(fieldKinds),
  words,
  hint: words.nullable(),
  choices: z.array(z.object({ value: z.string(), words })).nullable(),
  isRequired: z.boolean(),
  /** Whether it is asked at all, by what was answered so far. */
  isAsked: z.boolean(),
  /** What the State knows; null where it does not, and she types. */
  known: z.object({ value: z.unknown(), source: z.enum(fieldSources) }).nullable(),
  /** Hers, or what is usual before she has said anything. */
  value: z.unknown(),
  /** What is wrong with her answer; null where nothing is. */
  fault: words.nullable(),
  most: z.number().nullable(),
})
const filedFor = z.object({ kind: profileKind, name: z.string() })

export const filing = z.object({
  procedure: procedureId,
  version: z.number(),
  code: z.string().nullable(),
  title: words,
  summary: words,
  icon,
  law: words,
  agency: words,
  /** The office that it goes to; null before the form says where. */
  office: z.string().nullable(),
  /** Whose profile is open. */
  whose: filedFor,
  /** Why this person cannot file it whatever she answers; null where she can. */
  shut: z.enum(['level', 'not-for-self', 'not-for-child', 'not-for-ward']).nullable(),
  conditions: z.array(
    z.object({
      id: z.string(),
      isMet: z.boolean(),
      words,
      law: words,
      /** Where it is not met: the service that she files first, or in its place. */
      instead: z.object({ procedure: z.string(), title: words }).nullable(),
    }),
  ),
  pages: z.array(z.object({ id: z.string(), title: words, fields: z.array(askedField) })),
  papers: z.array(
    z.object({
      id: z.string(),
      words,
      isRequired: z.boolean(),
      /** What the State looks at instead; null where a picture is asked for. */
      replacedBy: words.nullable(),
      isAttached: z.boolean(),
    }),
  ),
  consents: z.array(
    z.object({
      id: z.string(),
      words,
      law: words,
      people: z.array(z.object({ name: z.string().nullable() })),
    }),
  ),
  fees: z.array(z.object({ id: z.string(), words, amount_vnd: z.number(), law: words })),
  limit: words,
  /** When it would be decided if it were filed now and nobody had to be asked. */
  dueAt: moment,
  count: z.object({ known: z.number(), others: z.number(), typed: z.number(), paper: z.number() }),
  /** Everything that is asked is answered, and nothing stands against filing it. */
  isReady: z.boolean(),
  draft: z.object({ id: caseId, savedAt: moment, page: z.string().nullable() }).nullable(),
})
const wanted = z.object({ procedure: procedureId })
/** In the profile of a child or ward. */
const ofWards = ['representation.consent-needed', 'representation.ended'] as const

export const OpenService = view('services.open', {
  summary:
    'A service for the open profile: whether it may be filed, what the State knows already, what is asked.',
  input: wanted,
  output: filing,
  problems: ['services.no-such-procedure', ...ofWards],
})
const drafted = wanted.extend({ draft: caseId })
export const AnswerService = deed('services.answer', {
  summary: 'Keeps what was answered so far as a draft, for every phone of hers, and says what is asked now.',
  input: drafted.extend({ answers, page: z.string().max(40).nullable() }),
  output: filing,
  problems: [
    'services.no-such-procedure',
    'services.not-for-profile',
    'services.draft-of-another',
    ...ofWards,
  ],
})
export const AttachPaper = deed('services.attach', {
  summary:
    'A picture of a paper that the State does not have. Sent again it takes the place of the one before.',
  input: drafted.extend({ paper: z.string().max(40), picture }),
  output: filing,
  problems: [
    'services.no-such-procedure',
    'services.no-such-draft',
    'services.paper-not-asked',
    'evidence.page-unreadable',
    'server.busy',
    'limit.reached',
    ...ofWards,
  ],
})
export const DropDraft = deed('services.drop', {
  summary: 'Throws a draft away.',
  input: drafted,
  output: nothing,
  problems: [...ofWards],
})
export const FileService = deed('services.file', {
  summary:
    'Files what was answered: once, however often it is sent. Answers the code and the day by which it is decided.',
  input: drafted.extend({ version: z.int().min(1), answers }),
  output: z.object({ reference: z.string(), dueAt: moment.nullable(), waitsForConsents: z.number() }),
  problems: [
    'services.no-such-procedure',
    'services.not-for-profile',
    'services.changed-meanwhile',
    'services.condition-unmet',
    'services.answers-incomplete',
    'services.paper-missing',
    'services.consent-unknown-person',
    'services.draft-of-another',
    'limit.reached',
    ...ofWards,
  ],
})
