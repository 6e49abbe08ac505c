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

/**
 * A claim that is answered with yes or no instead of telling another one: `has`, that a list holds one of
 * these; `least`, that a number is so large. Where the other one is absent, there is no answer.
 */
const answersFor = { name: claimName, words: words(60), isSensitive: z.boolean().default(false) }
const derivedClaim = z.union([
  z.strictObject({ ...answersFor, from: claimName, has: z.array(z.string().min(1).max(60)).min(1).max(40) }),
  z.strictObject({ ...answersFor, from: claimName, least: z.int() }),
])

/** What the population register says of the holder, as ISO/IEC 18013-5 §7.2.1 wants it written. */
const ofHolder = z.enum([
  'family_name',
  'given_name',
  'family_name_national_character',
  'given_name_national_character',
  'birth_date',
  'sex',
  'portrait',
])
const element = z.string().regex(/^[a-z][a-z0-9_]{1,60}$/)
/** `privileges`: a list of classes as `driving_privileges` (ISO/IEC 18013-5 §7.2.4). */
const mobileElement = z.union([
  z.strictObject({ element, claim: claimName, as: z.enum(['value', 'privileges']).default('value') }),
  z.strictObject({ element, holder: ofHolder }),
  z.strictObject({ element, constant: z.string().min(1).max(150) }),
])
/** The same kind as a mobile document, where a standard has one. */
const mobileForm = z.strictObject({
  docType: z.string().regex(/^[a-z][A-Za-z0-9._-]{3,80}$/),
  namespace: z.string().regex(/^[a-z][A-Za-z0-9._-]{3,80}$/),
  elements: z.array(mobileElement).min(1).max(60),
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

interface Issued {
  readonly id: string
  readonly claims: readonly z.infer<typeof documentClaim>[]
  readonly derived: readonly z.infer<typeof derivedClaim>[]
  readonly mdoc: z.infer<typeof mobileForm> | null
}

/** Why no credential could be made of it; empty where one can. */
const wrongInCredential = ({ id, claims, derived, mdoc }: Issued): readonly string[] => {
  const kindOf = new Map(claims.map(({ name, kind }) => [name, kind]))
  const elements = mdoc?.elements ?? []
  const told = elements.flatMap((one) => ('claim' in one ? [one] : []))
  return [
    ...(id === TAKEN_ID ? [`${id} is no document of a file`] : []),
    ...(mdoc?.docType.startsWith(TAKEN_DOC_TYPE) === true
      ? [`the docType ${mdoc.docType} is the identity card's`]
      : []),
    ...[...claims, ...derived]
      .filter(({ name }) => takenNames.has(name))
      .map(({ name }) => `${name} has another meaning in every credential`),
    ...derived
      .filter((one) => kindOf.get(one.from) !== ('has' in one ? 'list' : 'count'))
      .map(({ name, from }) => `${name} cannot be answered from ${from}`),
    ...told
      .filter(({ claim, as }) => !kindOf.has(claim) || (as === 'privileges' && kindOf.get(claim) !== 'list'))
      .map(({ element: named, claim }) => `${named} cannot be told from ${claim}`),
    ...(new Set(elements.map(({ element: named }) => named)).size < elements.length
      ? ['two elements have one name']
      : []),
  ]
}

/**
 * What a credential of any kind says besides: of its holder, of who issued it, and what belongs to the
 * standards (RFC 7519 §4.1, SD-JWT VC §2.2.2).
 */
const takenNames: ReadonlySet<string> = new Set(
  `name birthdate personal_number portrait issuing_country issuing_authority
   iss sub aud exp nbf iat jti cnf vct status`.split(/\s+/),
)
/** The identity card is issued from the population register, not from a file. */
const TAKEN_ID = 'identity-card'
const TAKEN_DOC_TYPE = 'vn.sen.identity_card.'

/** As it is kept: an earlier release took files whose names have another meaning in a credential. */
export const keptDocumentType = z
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
    derived: z.array(derivedClaim).max(10).default([]),
    mdoc: mobileForm.nullable().default(null),
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
    if (
      new Set([...names, ...type.derived.map(({ name }) => name)]).size <
      names.length + type.derived.length
    ) {
      context.addIssue({ code: 'custom', message: 'two claims have one name' })
    }
    if (new Set(type.keys.map(({ name }) => name)).size !== type.keys.length) {
      context.addIssue({ code: 'custom', message: 'two keys have one name' })
    }
  })
export type DocumentType = z.infer<typeof keptDocumentType>

/** What a file must be that is added now. */
export const documentType = keptDocumentType.superRefine((type, context) => {
  for (const message of wrongInCredential(type)) {
    context.addIssue({ code: 'custom', message })
  }
})
/** Whether its documents are issued to phones. */
export const isIssued = (type: DocumentType): boolean => wrongInCredential(type).length === 0
