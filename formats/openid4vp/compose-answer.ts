/** The wallet's answer (OpenID4VP 1.0 §8.1 to §8.3): presentations by the id of what they answer. */
import { encodeBase64url } from '../jws/base64url.ts'
import type { Encryption } from './client-metadata.ts'
import { encryptJwe, type Chance } from './jwe.ts'

/** What is posted as a form, or handed to the browser as an object; each value is a text. */
export type AnswerFields = Readonly<Record<string, string>>

/**
 * `presentations`: SD-JWTs as texts, mobile documents as DeviceResponse, by the id of the credential query.
 * `chance` is not asked where the answer is not encrypted. Throws TypeError for an id without presentations.
 */
export const composeAnswer = async (
  { state, encryption }: { readonly state: string | null; readonly encryption: Encryption | null },
  presentations: ReadonlyMap<string, readonly (string | Uint8Array)[]>,
  chance: Chance,
): Promise<AnswerFields> => {
  const token = Object.fromEntries(
    [...presentations].map(([id, shown]) => {
      if (shown.length === 0) {
        throw new TypeError(`nothing is shown for ${id}`)
      }
      return [id, shown.map((one) => (typeof one === 'string' ? one : encodeBase64url(one)))]
    }),
  )
  if (encryption === null) {
    return { vp_token: JSON.stringify(token), ...(state !== null && { state }) }
  }
  const parameters = JSON.stringify({ vp_token: token, ...(state !== null && { state }) })
  const { key: recipient, method } = encryption
  return {
    response: await encryptJwe(new TextEncoder().encode(parameters), { recipient, method, chance }),
  }
}
