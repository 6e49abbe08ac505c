// The request as its party signed it, read on this phone: whose it is, what it asks for and where the answer
// goes rest on the signature, and not on what anybody says of it.
import { encodeBase64url } from '../../../../formats/jws/base64url.ts'
import { isJsonObject } from '../../../../formats/jws/strict-json.ts'
import { readRequest, type PresentationRequest } from '../../../../formats/openid4vp/read-request.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import type { PURPOSE_FORMAT } from '../../../../contract/party-wire.ts'
import type { ViewSharing } from '../../../../contract/sharing.ts'
import { now } from '../../../ui/clock.ts'

export type Told = OutputOf<typeof ViewSharing>
/** Clocks of phones are set by hand; until when the request holds, the server says as well. */
const SKEW_s = 300

const digestOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  encodeBase64url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))

const FORMAT: typeof PURPOSE_FORMAT = 'sen-purpose'
/** What she is told it is for is what the party signed. */
const isForThat = ({ verifierInfo }: PresentationRequest<string>, { purpose, reference }: Told): boolean => {
  const [info, ...others] = verifierInfo.filter(({ format }) => format === FORMAT)
  const data = isJsonObject(info?.data) ? info.data : {}
  return others.length === 0 && data['purpose'] === purpose.id && (data['reference'] ?? null) === reference
}

/** Null where it is not what the party signed, is not closed for it alone, or is not for us. */
export const readSigned = async (told: Told): Promise<PresentationRequest<string> | null> => {
  const { request, clientId, walletNonce, certificates, party } = told
  const read = await readRequest(request, {
    channel: { kind: 'link', clientId, walletNonce },
    partyOf: async ([first]) =>
      first && certificates.includes(await digestOf(new Uint8Array(first))) ? party.id : null,
    algorithms: ['ES256', 'ES384'],
    now_s: now() / 1000,
    skew_s: SKEW_s,
  })
  const isOurs = read.ok && read.value.encryption !== null && isForThat(read.value, told)
  return isOurs ? read.value : null
}
