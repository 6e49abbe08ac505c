/**
 * The small values that many operations share, parsed strictly at the boundary. A field's fault code is the
 * key of its phrase in the web.
 */
import { z } from 'zod'
import { parseEmail } from '../formats/email.ts'
import { parseLockCode } from '../formats/lock-code.ts'
import { parsePaperCode } from '../formats/paper-code.ts'
import { parsePartialDate } from '../formats/partial-date.ts'
import { parsePersonalNumber } from '../formats/personal-number.ts'
import { parsePhone } from '../formats/phone.ts'
import { normaliseName } from '../formats/vietnamese-text.ts'

/**
 * A text field whose reader says yes with a clean value or no with a reason; the reason becomes the field's
 * fault code.
 */
const read = <T>(
  most: number,
  reader: (text: string) => { ok: true; value: T } | { ok: false; reason: string },
) =>
  z
    .string()
    .max(most)
    .transform((text, context): T => {
      const result = reader(text)
      if (result.ok) {
        return result.value
      }
      context.addIssue({ code: 'custom', params: { code: result.reason }, message: result.reason })
      return z.NEVER
    })

/** 12 digits, as typed or pasted (Law 26/2023 art. 12). */
export const personalNumber = read(40, parsePersonalNumber)
/** Surname, middle and given name in one field, never split. */
export const fullName = read(400, normaliseName)
/** ISO with its precision: 1958, 1958-08, 1958-08-20. */
export const birthDate = read(10, parsePartialDate)
export const phone = read(24, parsePhone)
/** Whether it is bound to somebody else, and in which month that person last showed it; never to whom. */
export const phoneElsewhere = z.object({
  isAnothers: z.boolean(),
  shownIn: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
})
export const email = read(254, parseEmail)
/** As it stands on paper, with or without its dashes. */
export const lockCode = read(24, parseLockCode)
/** On a paper of an office, by which it is checked. */
export const paperCode = read(80, parsePaperCode)
export const oneTimeCode = z.string().regex(/^\d{6}$/)
export const passcode = z.string().regex(/^\d{6}$/)
/** The policy decides what a good password is; the boundary only bounds its size. */
export const password = z.string().min(1).max(200)
export const sex = z.enum(['male', 'female'])
export const language = z.enum(['vi', 'en'])
export const moment = z.iso.datetime()
/** A picture as base64; the decoded bytes are looked at by the portrait reader. 3 MiB of picture at most. */
export const picture = z.base64().max(4 * 1024 * 1024)
/** A public reference of an application: SEN-XXXX-XXXX. */
export const reference = z.string().regex(/^[0-9A-Z-]{4,24}$/)
export const cursor = z.string().max(200).optional()
/** What a list that takes a cursor answers. `next`: the cursor of the next page, null at the end. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
/** The public half of an ES256 key that never leaves the device. */
export const deviceKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string().length(43),
  y: z.string().length(43),
})
/** What a device keeps to name itself; sealed by the server, opaque to everybody else. */
export const deviceToken = z.string().min(20).max(400)
/** What a device's key proves itself for; a proof is good for nothing else. */
export const proofPurpose = z.enum([
  'open-app',
  'sign-in',
  'new-password',
  'replace-device',
  'lock',
  'lock-state',
  'recovery-state',
  'recovery-stop',
])
export const challengeProof = z.object({
  device: deviceToken,
  /** Begins with its purpose and a dot; taken once. */
  challenge: z.string().max(400),
  /** ES256 over the challenge's text, r|s, base64url. */
  signature: z.string().length(86),
})
export const nothing = z.object({})

/** A case, named by its client. */
export const caseId = z.uuidv7()

/** An account that its holder closed is none. */
export const accountState = z.enum(['issued', 'active', 'locked'])
