/** A phone in a test: its key and what it signs. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import type { FinishJourney } from '../contract/activation.ts'
import type { InputOf } from '../contract/operation.ts'
import type { ProofPurpose } from '../server/modules/people/accounts/device-proof.ts'
import { newChallenge } from '../server/modules/access/authentication/sessions/open-app.ts'
import type { Visitor } from './visitor.ts'

/** The device's half of a bound key. */
export class TestDevice {
  token = ''
  readonly key: { kty: 'EC'; crv: 'P-256'; x: string; y: string }
  private readonly secret: KeyObject
  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    this.key = { kty: 'EC', crv: 'P-256', x, y }
    this.secret = privateKey
  }

  sign(text: string): string {
    return sign('sha256', Buffer.from(text), { key: this.secret, dsaEncoding: 'ieee-p1363' }).toString(
      'base64url',
    )
  }

  name = 'Máy thử'
  binding(): NonNullable<InputOf<typeof FinishJourney>['device']> {
    return {
      key: this.key,
      name: this.name,
      signature: this.sign(`sen device-key ${this.key.x}.${this.key.y}`),
    }
  }

  async proof(
    visitor: Visitor,
    purpose?: ProofPurpose,
  ): Promise<{ device: string; challenge: string; signature: string }> {
    const { challenge } = await visitor.do(newChallenge, { device: this.token, purpose })
    return { device: this.token, challenge, signature: this.sign(challenge) }
  }
}
