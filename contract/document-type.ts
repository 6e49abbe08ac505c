/**
 * A kind of document as data: what is asked to find it, what it says, how it looks, which register answers
 * for it and by which law. A file of this form adds a kind without code (`docs/extend.md`).
 */
import { z } from 'zod'

const words = (most: number) =>
  z.strictObject({ vi: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })

/** As it stands in the source's answer and, later, in the credential. */
export const claimName = z.string().regex(/^[a-z][a-z0-9_]{1,40}$/)
export const documentTypeId = z.string().regex(/^[a-z][a-z0-9-]{2,40}$/)
export const sourceId = z.string().regex(/^[a-z][a-z0-9-]{2,40}$/)

const documentIcon = z.enum([
  'card',
  'motorbike',
  'car',
  'health',
  'people',
  'work',
  'vaccine',
  'school',
  'office',
  'birth',
  'rings',
])
const documentColour = z.enum(['jade', 'gold', 'slate', 'blue', 'plum', 'green', 'red'])

/** `code`: a number or plate, shown in groups and read out character by character. */
const claimKind = z.enum(['text', 'code', 'date', 'list', 'count'])
const documentClaim = z.strictObject({
  name: claimName,
  words: words(60),
  kind: claimKind,
  /** Sensitive personal data (Law 91/2025/QH15): never shown before she asks for it. */
  isSensitive: z.boolean().default(false),
  isRequired: z.boolean().default(false),
})

/** What she types so that the register can find it. */
const documentKey = z.strictObject({
  name: claimName,
  words: words(60),
  hint: words(160),
  /** Of the whole, after spaces, dots and dashes are taken out and letters made large. */
  pattern: z
    .string()
    .max(120)
    .regex(/^\^.*\$$/),
  /** Of nobody: what the field shows as an example. */
  example: z.string().max(40),
})

export const documentType = z
  .strictObject({
    id: documentTypeId,
    /** A later one takes the place of an earlier one, from its day on. */
    version: z.int().min(1).max(9999),
    from: z.iso.date(),
    title: words(60),
    icon: documentIcon,
    colour: documentColour,
    source: sourceId,
    law: words(300),
    /** Who takes it instead of which paper. */
    acceptedBy: words(240),
    keys: z.array(documentKey).max(4),
    claims: z.array(documentClaim).min(1).max(40),
    /** Shown on the card without opening it. */
    front: z.array(claimName).min(1).max(3),
    /** The claim that is its last day; null: it has none. */
    expiry: claimName.nullable(),
    warnBefore_days: z.int().min(0).max(400),
    /** After how long it is asked for anew, and how long it may be shown without that. */
    refresh_hours: z.int().min(1).max(8760),
    offline_hours: z.int().min(1).max(8760),
    /** Things that are counted down, as the points of a licence: drawn as blocks. */
    count: z.strictObject({ claim: claimName, of: z.int().min(1).max(100), fullAgain: claimName }).nullable(),
  })
  .superRefine((type, context) => {
    const names = type.claims.map(({ name }) => name)
    const known = new Set(names)
    const asked = [...type.front, ...(type.expiry ? [type.expiry] : [])]
    const counted = type.count ? [type.count.claim, type.count.fullAgain] : []
    for (const name of [...asked, ...counted]) {
      if (!known.has(name)) {
        context.addIssue({ code: 'custom', message: `${name} is none of its claims` })
      }
    }
    if (known.size !== names.length) {
      context.addIssue({ code: 'custom', message: 'two claims have one name' })
    }
    if (new Set(type.keys.map(({ name }) => name)).size !== type.keys.length) {
      context.addIssue({ code: 'custom', message: 'two keys have one name' })
    }
  })
export type DocumentType = z.infer<typeof documentType>
