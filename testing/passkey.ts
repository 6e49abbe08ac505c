/**
 * A passkey as an authenticator makes and uses it, without attestation (WebAuthn Level 3 §6.1, RFC 9053
 * §7.1.1).
 */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const ORIGIN = 'http://localhost:4000'
const sha256 = (bytes: Uint8Array | string): Buffer => createHash('sha256').update(bytes).digest()
const clientData = (type: string, challenge: string): Buffer =>
  Buffer.from(JSON.stringify({ type, challenge, origin: ORIGIN }))

/** One key of one device: `made` is what its making answers, `used` what it answers afterwards. */
export const newAuthenticator = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const named = {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  }
  const made = (challenge: string) => {
    const point = [x, y].map((part) => Buffer.from(part, 'base64url').toString('hex'))
    const cose = Buffer.from(`a5010203262001215820${point[0]}225820${point[1]}`, 'hex')
    // Present, verified, with a key; a counter of 0; no model.
    const flags = Buffer.from(`45${'00'.repeat(20)}0010`, 'hex')
    const data = Buffer.concat([sha256('localhost'), flags, id, cose])
    const attestation = Buffer.concat([
      Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746158', 'hex'),
      Buffer.from([data.length]),
      data,
    ])
    return {
      ...named,
      response: {
        clientDataJSON: clientData('webauthn.create', challenge).toString('base64url'),
        attestationObject: attestation.toString('base64url'),
      },
    }
  }
  const used = (challenge: string) => {
    const client = clientData('webauthn.get', challenge)
    // Present and verified; a counter of 0.
    const data = Buffer.concat([sha256('localhost'), Buffer.from('0500000000', 'hex')])
    return {
      ...named,
      response: {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: sign('sha256', Buffer.concat([data, sha256(client)]), privateKey).toString('base64url'),
      },
    }
  }
  return { made, used }
}
