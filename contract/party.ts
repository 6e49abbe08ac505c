/**
 * A party that may ask people for their documents (Decree 69/2024/ND-CP art. 18 and 19), as data: its
 * agreement, its certificates, and for each purpose what it may ask for, by which law and for how long it
 * keeps it. A file of this form registers it (`docs/parties.md`).
 */
import { z } from 'zod'
import { claimName, documentTypeId } from './document-type.ts'

const words = (most: number) =>
  z.strictObject({ vi: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })

export const partyId = z.string().regex(/^[a-z][a-z0-9-]{2,40}$/)
export const purposeId = z.string().regex(/^[a-z][a-z0-9-]{2,40}$/)
/** How a request reaches her: by a link or code of the party's page, by a printed code, by her number. */
export const sharingWay = z.enum(['link', 'printed', 'pushed'])
const address = z
  .url({ protocol: /^https$/ })
  .max(300)
  .refine((text) => isPlain(text), 'an address without name, password, query and fragment')
const origin = address.refine((text) => URL.parse(text)?.origin === text, 'an origin: https, host and port')
const isPlain = (text: string): boolean => {
  const url = URL.parse(text)
  return url !== null && url.username === '' && url.password === '' && !/[?#]/.test(text)
}
const pageOrigin = z
  .url({ protocol: /^https?$/ })
  .max(300)
  .refine((text) => isPageOrigin(text), 'an origin: https, host and port; http of localhost only')
const isPageOrigin = (text: string): boolean => {
  const url = URL.parse(text)
  return url?.origin === text && (url.protocol === 'https:' || url.hostname === 'localhost')
}
const day = z.iso.date()

/** What a purpose may ask for of one kind of document, by the names of its claims. */
const askedOfType = z.strictObject({
  type: documentTypeId,
  claims: z.array(claimName).min(1).max(40),
})
const purpose = z.strictObject({
  id: purposeId,
  words: words(120),
  law: words(300),
  /** `law`: kept for as long as a law says, whatever she withdraws. */
  retention: z.strictObject({
    days: z.int().min(0).max(36_525),
    by: z.enum(['consent', 'law']),
    words: words(120),
  }),
  asks: z.array(askedOfType).min(1).max(12),
})

const partyShape = z.strictObject({
  id: partyId,
  version: z.int().min(1).max(9999),
  name: words(80),
  kind: z.enum(['state-body', 'public-service', 'bank', 'telecom', 'health', 'lodging', 'school', 'other']),
  /** As she reads it: the host of its page. */
  domain: z
    .string()
    .max(120)
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
  /** Where people reach whoever answers for their data. */
  contact: z.string().trim().min(3).max(120),
  agreement: z.strictObject({
    number: z.string().trim().min(1).max(60),
    signedOn: day,
    from: day,
    until: day,
  }),
  /** Of information security (Decree 85/2016/ND-CP); 3 at least for who is connected directly. */
  systemLevel: z.int().min(1).max(5),
  /** PEM, of whoever signs its requests: itself, not an authority. */
  certificates: z.array(z.string().max(8000)).min(1).max(4),
  /** Origins to which answers go, and from which requests are fetched. */
  answersAt: z.array(origin).min(1).max(4),
  /** Origins of its pages, where her browser may go on after an answer; http on her own machine only. */
  returnsTo: z.array(pageOrigin).max(4).default([]),
  /** PEM of the authority of these servers; null: one that is known publicly. */
  serverAuthority: z.string().max(8000).nullable(),
  /** Where a withdrawal and a wish to be erased are sent, and answered. */
  noticesAt: address,
  /** Where a request is fetched for a code that is printed; null: it has none. */
  printedAt: address.nullable(),
  ways: z.array(sharingWay).min(1).max(3),
  purposes: z.array(purpose).min(1).max(12),
})

/** What names two things by one name, or needs what is not there, is no agreement. */
export const partyFile = partyShape.superRefine(({ agreement, ways, printedAt, purposes }, context) => {
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
  if (agreement.from > agreement.until || agreement.signedOn > agreement.from) {
    wrong('agreement', 'it is signed first, begins then and ends last')
  }
  if (ways.includes('printed') !== (printedAt !== null)) {
    wrong('printedAt', 'whoever has printed codes says where their requests are fetched, and nobody else')
  }
  if (hasTwice(ways)) {
    wrong('ways', 'one way stands there twice')
  }
  if (hasTwice(purposes.map(({ id }) => id))) {
    wrong('purposes', 'two purposes have one name')
  }
  for (const { id, asks } of purposes) {
    if (hasTwice(asks.map(({ type }) => type)) || asks.some(({ claims }) => hasTwice(claims))) {
      wrong('purposes', `${id} names a kind or a claim twice`)
    }
  }
})
const hasTwice = (names: readonly string[]): boolean => new Set(names).size !== names.length
export type PartyFile = z.infer<typeof partyFile>
