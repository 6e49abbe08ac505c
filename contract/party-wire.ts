/**
 * What passes between Sen and a registered party beside OpenID4VP itself: the purpose inside of a request,
 * the place of a printed code, and a person's later wish. `docs/parties.md` tells a party how.
 */
import { z } from 'zod'
import { hasForbiddenCharacters } from '../formats/vietnamese-text.ts'
import { purposeId } from './party.ts'
import { personalNumber } from './values.ts'

/** What a party writes for her, unseen by the operator: one line, and nothing that hides or reorders. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !hasForbiddenCharacters(text), 'one line of visible characters')

/** An entry of `verifier_info` (OpenID4VP 1.0 §5.11): exactly one in each request. */
export const PURPOSE_FORMAT = 'sen-purpose'
export const askedPurpose = z.strictObject({
  purpose: purposeId,
  /** The party's own number of this matter, shown to her. */
  reference: line(60).optional(),
  /**
   * Whom it is pushed to, and in no other request: else whoever has opened one could send it to somebody else
   * by her number, and be taken for her by the party.
   */
  personalNumber: personalNumber.optional(),
})

/** Where a printed code stands: posted as JSON `{"place": …}` to `printedAt`; the answer is a request. */
export const printedPlace = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)

/**
 * A notice is a JWT by Sen's key (`/oidc/jwks`), posted as the field `notice` of a form to `noticesAt`:
 * `iss` Sen, `aud` the party's id, `jti` the same for the same wish however often it comes. `nonce` is that
 * of the request that was answered.
 */
export const NOTICE_TYPE = 'sharing-notice+jwt'
export const noticeClaims = z.object({
  iss: z.string(),
  aud: z.string(),
  iat: z.int(),
  exp: z.int(),
  jti: z.uuid(),
  wish: z.enum(['withdraw', 'erase']),
  purpose: purposeId,
  reference: z.string().nullable(),
  nonce: z.string(),
  agreed_at: z.iso.datetime(),
  due_at: z.iso.datetime(),
})
/** `received`: asked again later. `kept`: by the law that it names. */
export const noticeAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('received') }),
  z.object({ state: z.literal('done') }),
  z.object({ state: z.literal('kept'), law: line(300) }),
])
