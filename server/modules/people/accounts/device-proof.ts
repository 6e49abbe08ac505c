/**
 * The proof of a bound device: its key signs a fresh challenge that says what it is for. The challenge is
 * good for that device, for that one purpose, for two minutes, and once.
 */
import type { z } from 'zod'
import type { proofPurpose } from '../../../../contract/values.ts'
import { now } from '../../../kernel/clock.ts'
import { isSignedBy } from '../../../kernel/es256.ts'
import { newSecret } from '../../../kernel/id.ts'
import { problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Work } from '../../../kernel/work.ts'
import { readDeviceToken, type DeviceReference } from './device.ts'
import * as store from './store.ts'

export type ProofPurpose = z.infer<typeof proofPurpose>

const CHALLENGE_S = 120
const COLUMN = 'device-challenge'

/**
 * Sealed, and the same for a device that does not exist. Its purpose stands in front for whoever signs it to
 * read, and within, where nobody changes it.
 */
export const drawChallenge = (
  tools: Tools,
  token: string,
  purpose: ProofPurpose,
): { challenge: string; expiresAt: Date } => {
  const expiresAt = new Date(now().getTime() + CHALLENGE_S * 1000)
  const body = JSON.stringify([
    tools.digests.secret('challenge-device', token).toString('base64url'),
    purpose,
    expiresAt.getTime(),
    newSecret(16).toString('base64url'),
  ])
  const sealed = tools.sealer.sealWithPlatformKey(COLUMN, body).toString('base64url')
  return { challenge: `${purpose}.${sealed}`, expiresAt }
}

interface Challenge {
  /** Drawn for this device and this purpose. */
  readonly isMeant: boolean
  readonly endsAt: Date
}

/** Null for what cannot be read: of an older release, cut off, not ours. */
const readChallenge = (
  tools: Tools,
  { device: token, challenge }: DeviceProof,
  wanted: ProofPurpose,
): Challenge | null => {
  const [said, sealed = ''] = challenge.split('.')
  try {
    const [device, purpose, until] = JSON.parse(
      tools.sealer.unsealWithPlatformKey(COLUMN, Buffer.from(sealed, 'base64url')).toString('utf8'),
    ) as [string, string, unknown]
    const isMeant =
      device === tools.digests.secret('challenge-device', token).toString('base64url') &&
      purpose === wanted &&
      said === wanted
    return typeof until === 'number' ? { isMeant, endsAt: new Date(until) } : null
  } catch {
    return null
  }
}

export interface DeviceProof {
  readonly device: string
  readonly challenge: string
  readonly signature: string
}

/**
 * The device behind a proof, locked for this deed; its challenge is spent as soon as the deed stands.
 * Throws `device.unknown` for what is no bound device, or not its signature for this purpose: only then does
 * a phone forget what it holds. `device.proof-spent` is for a challenge that was taken before, has ended or
 * cannot be read: it says nothing of the device, which asks for another one.
 */
export const proveDevice = async (
  work: Work,
  tools: Tools,
  proof: DeviceProof,
  purpose: ProofPurpose,
): Promise<DeviceReference & { row: store.DeviceRow }> => {
  const reference = readDeviceToken(tools, proof.device)
  const challenge = readChallenge(tools, proof, purpose)
  if (!reference || challenge?.isMeant === false) {
    throw problem('device.unknown')
  }
  if (!challenge || challenge.endsAt <= now()) {
    throw problem('device.proof-spent')
  }
  // By what was sealed, not by its text: one sealing has many spellings in base64url.
  const sealed = Buffer.from(proof.challenge.split('.')[1] ?? '', 'base64url')
  const digest = tools.digests.secret('spent-challenge', sealed.toString('base64'))
  const row = await store.challengedForUpdate(work, reference, { digest, endsAt: challenge.endsAt })
  if (!row || !isSignedBy(row.public_key, proof.challenge, proof.signature)) {
    throw problem('device.unknown')
  }
  if (!row.is_first) {
    throw problem('device.proof-spent')
  }
  return { ...reference, row }
}
