/** Tests that a presentation is refused by its own code, and which codes a file has reached by that. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sdJwtFaultCodes, type SdJwtFaultCode } from '../formats/sd-jwt-vc/sd-jwt-fault.ts'
import { verifyPresentation, type Trust } from '../formats/sd-jwt-vc/verify-credential.ts'
import { asked, trust } from './credential-kit.ts'

const reached = new Set<SdJwtFaultCode>()

export const reach = (code: SdJwtFaultCode): void => void reached.add(code)

export const refused = (
  promise: string,
  code: SdJwtFaultCode,
  make: () => string | Promise<string>,
  change: Partial<Trust> = {},
): void => {
  test(`${promise}: ${code}`, async () => {
    const outcome = await verifyPresentation(await make(), { ...trust, ...change }, asked)
    assert.deepEqual(outcome, { ok: false, reason: code })
    reach(code)
  })
}

/** The last test of a file. */
export const testReached = (isOurs: (code: SdJwtFaultCode) => boolean): void => {
  test('every code was reached by one of them', () => {
    assert.deepEqual(
      sdJwtFaultCodes.filter((code) => isOurs(code) && !reached.has(code)),
      [],
    )
  })
}
