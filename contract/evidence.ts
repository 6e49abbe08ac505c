/** What is taken of a person as evidence, whatever the case: chip, contact, portrait, fingerprints. */
import { z } from 'zod'
import { captureSeal } from './devices.ts'
import { codeDelivery, portraitHint } from './enrolment.ts'

/** A chip as its file has it (docs/chips.md): base64 members, looked at strictly by the chip reader. */
export const chipFile = z.record(z.string().max(8), z.string().max(400_000))
export const finger = z.enum([
  'right-thumb',
  'right-index',
  'right-middle',
  'right-ring',
  'right-little',
  'left-thumb',
  'left-index',
  'left-middle',
  'left-ring',
  'left-little',
])
/** A minutiae record of one finger (ISO/IEC 19794-2:2005), base64. */
export const fingerTemplate = z.base64().max(16_384)
export const fingerException = z.enum(['missing', 'injured', 'unable', 'worn', 'device'])

/**
 * One field of the chip beside the register, with guidance by code: what differs, whether it matters, who
 * corrects it.
 */
export const chipComparison = z.object({
  field: z.enum([
    'personalNumber',
    'fullName',
    'birthDate',
    'sex',
    'nationality',
    'residence',
    'hometown',
    'ethnicity',
    'religion',
    'oldNumber',
    'issuedOn',
    'expiresOn',
    'portrait',
  ]),
  chip: z.string().nullable(),
  register: z.string().nullable(),
  state: z.enum(['same', 'differs', 'absent']),
  matters: z.boolean(),
  guidance: z.enum([
    'agrees',
    'boundary-change',
    'register-is-newer',
    'spelling',
    'identity-differs',
    'card-replaced',
    'card-state',
    'not-on-card',
    'not-in-register',
  ]),
  corrects: z.enum(['nobody', 'card-office', 'register-office', 'civil-status']),
})

/**
 * One page of a paper, JPEG or PNG in base64, at most 2 megapixels: the browser makes it so small, and
 * several go into one request.
 */
export const paperPicture = z.base64().max(1_200_000)
/** A page on its way, with what the desk's camera signed: step `paper`, for the case that is written. */
export const sentPage = z.object({ page: paperPicture, seal: captureSeal.optional() })
/** A page that is kept: the digest of the bytes that came. */
export const pageId = z.string().regex(/^[\w-]{43}$/)
export const keptPage = z.object({ id: pageId, isUnsigned: z.boolean() })
/** The pages that the second pair of eyes had before her: what has come since is not confirmed by this. */
export const pagesSeen = z.array(pageId).max(50)
export const shownPages = z.object({
  pages: z.array(z.object({ id: pageId, isUnsigned: z.boolean(), picture: z.string() })),
})

const fingerResult = z.object({
  finger,
  outcome: z.enum(['match', 'no-match', 'unsure', 'unread', 'exception', 'untaken']),
  tries: z.number(),
  triesLeft: z.number(),
  quality: z.number(),
  score: z.number(),
  reason: fingerException.nullable(),
})

export const contactTaken = z
  .object({
    phone: z.string(),
    email: z.string().nullable(),
    code: codeDelivery.nullable(),
    isProven: z.boolean(),
  })
  .nullable()
export const portraitTaken = z
  .object({
    outcome: z.enum(['match', 'no-match', 'unsure', 'poor', 'not-live', 'no-reference']),
    score: z.number(),
    hints: z.array(portraitHint),
    tries: z.number(),
    triesLeft: z.number(),
    verdict: z.enum(['match', 'no-match', 'exception', 'unfinished']),
    taken: z.string().nullable(),
  })
  .nullable()
export const printsTaken = z.object({
  perFinger: z.array(fingerResult),
  matched: z.number(),
  needed: z.number(),
  next: finger.nullable(),
  verdict: z.enum(['match', 'no-match', 'exception', 'no-reference', 'unfinished']),
})
