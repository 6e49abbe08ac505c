/**
 * Passkeys of officers (WebAuthn L3): the library checks origin, rpId, flags, counter and signature; here
 * stands only what Sen asks of it.
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { z } from 'zod'
import type { passkeyMade, passkeyUsed } from '../../../../contract/officer.ts'
import { problem } from '../../../kernel/problem.ts'

export type PasskeyMade = z.infer<typeof passkeyMade>
export type PasskeyUsed = z.infer<typeof passkeyUsed>

export interface StoredPasskey {
  readonly id: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: string[]
}

const rpIdOf = (publicUrl: string): string => new URL(publicUrl).hostname

export const registrationOptions = (
  publicUrl: string,
  officer: { number: string; name: string },
  known: readonly string[],
) =>
  generateRegistrationOptions({
    rpName: 'Sen',
    rpID: rpIdOf(publicUrl),
    userName: officer.number,
    userDisplayName: officer.name,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map((id) => ({ id })),
  })

export const verifyRegistration = async (
  publicUrl: string,
  response: PasskeyMade,
  expectedChallenge: string,
): Promise<StoredPasskey> => {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: publicUrl,
    expectedRPID: rpIdOf(publicUrl),
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) {
    throw problem('officer.passkey-refused')
  }
  const { credential } = verified.registrationInfo
  return {
    id: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: [...(credential.transports ?? [])],
  }
}

export const signInOptions = (publicUrl: string) =>
  generateAuthenticationOptions({ rpID: rpIdOf(publicUrl), userVerification: 'required' })

/** What a key that she has answers before a further one is kept, to the challenge of its making. */
export const proofOptions = (publicUrl: string, challenge: string, known: readonly string[]) =>
  generateAuthenticationOptions({
    rpID: rpIdOf(publicUrl),
    userVerification: 'required',
    allowCredentials: known.map((id) => ({ id })),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
  })

/** Answers the new counter. Throws `officer.passkey-refused`. */
export const verifySignIn = async (
  publicUrl: string,
  response: PasskeyUsed,
  expectedChallenge: string,
  key: StoredPasskey,
): Promise<number> => {
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: publicUrl,
    expectedRPID: rpIdOf(publicUrl),
    credential: { id: key.id, publicKey: new Uint8Array(key.publicKey), counter: key.counter },
    requireUserVerification: true,
  }).catch(() => null)
  if (!verified?.verified) {
    throw problem('officer.passkey-refused')
  }
  return verified.authenticationInfo.newCounter
}

/**
 * The challenge that the browser signed, as it says itself; it counts only when it is one of ours and unused.
 */
export const challengeIn = (response: PasskeyUsed): string => {
  try {
    const parsed: unknown = JSON.parse(
      Buffer.from(response.response.clientDataJSON, 'base64url').toString('utf8'),
    )
    return typeof parsed === 'object' && parsed !== null && 'challenge' in parsed
      ? String(parsed.challenge)
      : ''
  } catch {
    return ''
  }
}
