/**
 * The nonce of proofs (OpenID4VCI 1.0 §7): drawn without being kept, sealed with its end, and used once.
 * One nonce serves all proofs of one request.
 */
import { DrawCredentialNonce } from '../../../../../contract/credentials.ts'
import { none } from '../../../../kernel/audit-line.ts'
import { later, now } from '../../../../kernel/clock.ts'
import { newSecret } from '../../../../kernel/id.ts'
import { anyone } from '../../../../kernel/permit.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import { useCase } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'
import { offerRule } from '../rules.ts'
import { doorLimit } from './door-limit.ts'
import * as store from './offer-store.ts'

const COLUMN = 'credential-nonce'

export const drawNonce = useCase({
  contract: DrawCredentialNonce,
  limits: (_, request) => doorLimit('nonce', request),
  permit: anyone, // it tells nothing and is good for nothing without a token
  isNeverReplayed: true,
  async act(_, __, { tools, now: at }) {
    const endsAt = later(at, inForce(offerRule, at).nonce_s)
    const body = JSON.stringify([endsAt.getTime(), newSecret(16).toString('base64url')])
    return { c_nonce: tools.sealer.sealWithPlatformKey(COLUMN, body).toString('base64url') }
  },
  audit: none('a nonce is about nobody'),
})

export interface Nonce {
  readonly digest: Buffer
  readonly endsAt: Date
}

/** Throws `credentials.nonce-wrong` for what is not ours or has ended. */
export const readNonce = (tools: Tools, text: string): Nonce => {
  try {
    // By what was sealed, not by its text: one sealing has many spellings in base64url.
    const sealed = Buffer.from(text, 'base64url')
    const [ends_ms] = JSON.parse(tools.sealer.unsealWithPlatformKey(COLUMN, sealed).toString('utf8')) as [
      unknown,
    ]
    if (typeof ends_ms === 'number' && ends_ms > now().getTime()) {
      const digest = tools.digests.secret('spent-credential-nonce', sealed.toString('base64'))
      return { digest, endsAt: new Date(ends_ms) }
    }
  } catch {
    // Cut off, of another installation, garbage.
  }
  throw problem('credentials.nonce-wrong')
}

/** Throws `credentials.nonce-wrong` the second time. */
export const spendNonce = async (work: Work, { digest, endsAt }: Nonce): Promise<void> => {
  if (!(await store.spendNonce(work, digest, endsAt))) {
    throw problem('credentials.nonce-wrong')
  }
}
