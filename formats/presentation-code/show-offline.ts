/** The holder's part: shows what an errand asks for to whoever stands opposite, as digits of a QR code. */
import type { JwsSigner } from '../jws/algorithms.ts'
import type { Parsed } from '../parsed.ts'
import type { ClaimPattern } from '../sd-jwt-vc/conceal-claims.ts'
import { presentCredential } from '../sd-jwt-vc/present-credential.ts'
import type { SdJwtFaultCode } from '../sd-jwt-vc/sd-jwt-fault.ts'
import type { CodeFault } from './code-fault.ts'
import { OFFLINE_AUDIENCE, OFFLINE_NONCE } from './offline-binding.ts'
import { writeCode } from './presentation-code.ts'

export interface Showing {
  /** As it was issued, with every disclosure. */
  readonly credential: string
  readonly show: readonly ClaimPattern[]
  /** The phone's key that this credential is bound to. */
  readonly signer: JwsSigner
  readonly now_s: number
}

/** Signed anew for each code. `sd-jwt.claim-absent` where the document has no such claim. */
export const showOffline = async ({
  credential,
  show,
  signer,
  now_s,
}: Showing): Promise<Parsed<string, SdJwtFaultCode | CodeFault>> => {
  const keyBinding = {
    signer,
    nonce: OFFLINE_NONCE,
    audience: OFFLINE_AUDIENCE,
    issuedAt_s: Math.floor(now_s),
  }
  const presentation = await presentCredential({ credential, show, keyBinding })
  return presentation.ok ? writeCode(presentation.value) : presentation
}
