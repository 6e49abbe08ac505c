/** DG15 (ICAO Doc 9303 part 11 §6.1): the public key by which the chip proves that it is no copy. */
import type { PublicKey } from './chip-crypto.ts'
import { mustBeDistinguished, readOne, SEQUENCE, TlvCursor } from './der-reader.ts'
import { CHIP_RSA_LEAST_BITS, readPublicKey } from './public-key.ts'

const WHERE = 'dg15'
const DG15 = 0x6f

export const readDg15 = (bytes: Uint8Array): PublicKey => {
  const file = TlvCursor.of(readOne(bytes, WHERE), DG15, WHERE)
  const key = file.take(SEQUENCE)
  file.end()
  mustBeDistinguished(key, WHERE)
  return readPublicKey(key, WHERE, CHIP_RSA_LEAST_BITS)
}
