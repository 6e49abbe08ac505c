/**
 * A public service as data: who may file it, what is asked and where each answer comes from, whose agreement
 * it needs, what it costs, by when the law wants it decided, and what its result does. A file of this form
 * adds a service without code (`docs/procedures.md`). Rules are written in CEL; what they may speak of stands
 * in `server/modules/services/procedures/rule-facts.ts`.
 */
import { z } from 'zod'
import { wrongBetweenParts } from './procedure-fits.ts'

const words = (most: number) =>
  z.strictObject({ vi: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })
export type ProcedureWords = z.infer<ReturnType<typeof words>>

export const procedureId = z.string().regex(/^[a-z][a-z0-9-]{2,50}$/)
export const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/)
const part = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
/** One expression in CEL. */
const rule = z.string().trim().min(1).max(1000)
/** The article on which something rests: law, number and article in words. */
const law = words(300)

export const lifeEvents = [
  'home',
  'birth',
  'death',
  'marriage',
  'work',
  'travel',
  'study',
  'justice',
] as const

/**
 * How a question is put. Its JSON Schema says what an answer must be; the kind says how it looks:
 * `place` is an object { unit, address }, `members` numbers of persons of the own household, `relatives` rows
 * { number, relation } of such persons and what each is to the head from then on, `person` the number of
 * somebody who is asked to agree, `spans` rows { from, until, place, work }.
 */
export const fieldKinds = [
  'text',
  'long-text',
  'date',
  'choice',
  'yes-no',
  'place',
  'person',
  'members',
  'relatives',
  'spans',
] as const

/** Where an answer comes from when the State knows it: not hers to change; she may say that it is wrong. */
export const fieldSources = ['register', 'account', 'wallet', 'archive'] as const
export type FieldSource = (typeof fieldSources)[number]

const field = z.strictObject({
  kind: z.enum(fieldKinds),
  words: words(120),
  hint: words(240).optional(),
  /** Asked only when this holds. */
  when: rule.optional(),
  from: z.strictObject({ source: z.enum(fieldSources), value: rule }).optional(),
  /** For a choice: what each value of the schema's `enum` is called. */
  choices: z.record(part, words(120)).optional(),
  /** The value before she has said anything; hers to change. */
  usual: rule.optional(),
  /** What an answer keeps to that its schema cannot say, and what she reads where it does not. */
  check: z.strictObject({ rule, words: words(200) }).optional(),
})
export type ProcedureField = z.infer<typeof field>

const jsonSchema = z.looseObject({
  type: z.literal('object'),
  additionalProperties: z.literal(false),
  properties: z.record(fieldName, z.looseObject({})),
  required: z.array(fieldName).default([]),
})

const form = z.strictObject({
  /** JSON Schema 2020-12 of all answers: a flat object whose properties are the fields. */
  schema: jsonSchema,
  fields: z.record(fieldName, field),
  /** One question, or a few that belong together, for each page. */
  pages: z
    .array(z.strictObject({ id: part, title: words(120), fields: z.array(fieldName).min(1).max(8) }))
    .min(1)
    .max(20),
  /** The field, a `person`, whose household the facts `joined` are. */
  joins: fieldName.optional(),
  /** How many fields the paper form has that this one takes the place of. */
  paperFields: z.int().min(1).max(200),
})

const condition = z.strictObject({
  id: part,
  rule,
  /** Said before the form: what holds, and what she can do where it does not. */
  met: words(200),
  unmet: words(300),
  /** The service that she files first, or in its place, where it does not hold. */
  instead: procedureId.optional(),
  law,
})

/** A paper that nobody is asked for because the State has it, or the picture of one that it has not. */
const paper = z.strictObject({
  id: part,
  words: words(160),
  /** Asked for only when this holds. */
  when: rule.optional(),
  /** Holds where the register, the wallet or an archived result says the same; then nothing is asked. */
  replacedWhen: rule.optional(),
  replacedBy: words(200).optional(),
  isRequired: z.boolean().default(true),
})

const consent = z.strictObject({
  id: part,
  /** A list of personal numbers; empty where nobody need be asked. */
  who: rule,
  /** To whoever files. */
  words: words(200),
  /** To whoever is asked; `{asker}` is who files. Without it the words for the other are all there is. */
  asks: words(300).optional(),
  /** Which answers she is shown; without it what was typed of places, days and people. */
  tells: z.array(fieldName).max(8).optional(),
  law,
})

const fee = z.strictObject({
  id: part,
  words: words(160),
  amount_vnd: z.int().min(0).max(1_000_000_000),
  when: rule.optional(),
  /** The fee in whose place this one comes for some people: never are both paid. */
  insteadOf: part.optional(),
  law,
})

/** Working time of offices; a working day has eight hours. */
const limit = z.strictObject({
  working: z.union([
    z.strictObject({ days: z.int().min(1).max(120) }),
    z.strictObject({ hours: z.int().min(1).max(80) }),
  ]),
  when: rule.optional(),
  law,
})

/** What is done in the registers when it is granted. */
const procedureDeeds = [
  'none',
  'residence.permanent',
  'residence.temporary',
  'residence.renew-temporary',
  'residence.absence',
  'residence.split',
  'residence.remove',
  'residence.declare',
  'contact.change',
] as const
/** What is written when it is granted. */
const resultPapers = ['none', 'ct07', 'criminal-record-1', 'criminal-record-2', 'notice'] as const

const result = z.strictObject({
  words: words(200),
  deed: z.enum(procedureDeeds),
  /** What the deed is done with, by its own names. */
  with: z.record(fieldName, rule).default({}),
  paper: z.enum(resultPapers),
  /** Days for which the paper says what holds; null: without an end. */
  paperDays: z.int().min(1).max(4000).nullable(),
  /** What follows without anybody's asking. */
  after: words(240),
})

const step = z.strictObject({
  id: part,
  words: words(120),
  stage: z.enum(['receive', 'work', 'decide', 'result']),
  by: words(120),
})

export const procedure = z
  .strictObject({
    id: procedureId,
    /** Of the national list of procedures; null where it has none of its own there. */
    code: z
      .string()
      .regex(/^[0-9]\.[0-9]{6}$/)
      .nullable(),
    version: z.int().min(1).max(9999),
    from: z.iso.date(),
    title: words(120),
    summary: words(300),
    /** Besides its title: as people call what they look for. */
    search: z.array(z.string().trim().min(2).max(60)).max(20).default([]),
    lifeEvents: z.array(z.enum(lifeEvents)).min(1),
    icon: z.enum(['home', 'key', 'travel', 'people', 'document', 'shield', 'phone', 'megaphone']),
    law,
    /** Who decides, in words, and the code of the unit whose office it is; empty: the central one. */
    agency: z.strictObject({ words: words(120), unit: rule }),
    applicant: z.strictObject({
      level: z.union([z.literal(1), z.literal(2)]),
      for: z.array(z.enum(['self', 'child', 'ward'])).min(1),
    }),
    conditions: z.array(condition).max(20).default([]),
    form,
    papers: z.array(paper).max(20).default([]),
    consents: z.array(consent).max(10).default([]),
    fees: z.array(fee).max(10).default([]),
    /** The first whose rule holds counts. */
    limits: z.array(limit).min(1).max(5),
    /** What comes later than this counts as received on the next working day. */
    cutOff: z
      .string()
      .regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/)
      .nullable(),
    /** Whether another pair of eyes decides than worked on it. */
    fourEyes: z.boolean(),
    /** Until when she may answer what was missing, in working days. */
    supplementDays: z.int().min(1).max(60),
    /** What an officer ticks before she proposes. */
    checklist: z
      .array(z.strictObject({ id: part, words: words(160) }))
      .max(20)
      .default([]),
    /** Reasons for which it may be refused, each with its article. */
    refusals: z
      .array(z.strictObject({ id: part, words: words(240), law }))
      .min(1)
      .max(20),
    steps: z.array(step).min(2).max(8),
    result,
  })
  .superRefine((one, context) => {
    for (const { path, message } of wrongBetweenParts(one)) {
      context.addIssue({ code: 'custom', path: [...path], message })
    }
  })
export type Procedure = z.infer<typeof procedure>
