/**
 * Basic access control (ICAO Doc 9303 part 11 §4.3): both sides prove that they know the machine-readable
 * zone, and agree on keys.
 */
import { timingSafeEqual } from 'node:crypto'
import { newSecret } from '../../../../kernel/id.ts'
import { basicSeed } from './access-key.ts'
import { WELL } from './apdu.ts'
import type { CardChannel } from './card-channel.ts'
import { ReaderFault } from './reader-fault.ts'
import { SecureChannel, type ChannelKeys } from './secure-channel.ts'
import { checksum, decrypt, deriveKey, encrypt, KDF, zeroIv } from './session-keys.ts'

const NONCE_BYTES = 8
const KEY_BYTES = 16

/** Both sides' keys from both sides' shares, and the counter from the ends of their nonces. */
export const basicSession = (
  ours: Uint8Array,
  theirs: Uint8Array,
  chipNonce: Uint8Array,
  readerNonce: Uint8Array,
): ChannelKeys => {
  const seed = Buffer.from(ours.map((byte, at) => byte ^ (theirs[at] ?? 0)))
  return {
    suite: '3des',
    encryption: deriveKey('3des', seed, KDF.encryption),
    checksum: deriveKey('3des', seed, KDF.checksum),
    counter: Buffer.concat([chipNonce.subarray(4), readerNonce.subarray(4)]),
  }
}

/** `drawn` is for the standard's worked example only. */
export const openByBasicAccess = async (
  card: CardChannel,
  information: string,
  drawn = { nonce: newSecret(NONCE_BYTES), key: newSecret(KEY_BYTES) },
): Promise<void> => {
  const seed = basicSeed(information)
  const [encryption, sums] = [deriveKey('3des', seed, KDF.encryption), deriveKey('3des', seed, KDF.checksum)]
  const { data: chipNonce, status } = await card.ask({ cla: 0, ins: 0x84, p1: 0, p2: 0, le: NONCE_BYTES })
  if (status !== WELL || chipNonce.length !== NONCE_BYTES) {
    throw new ReaderFault('odd-chip')
  }
  const sealed = encrypt(
    '3des',
    encryption,
    zeroIv('3des'),
    Buffer.concat([drawn.nonce, chipNonce, drawn.key]),
  )
  const answer = await card.ask({
    cla: 0,
    ins: 0x82,
    p1: 0,
    p2: 0,
    data: Buffer.concat([sealed, checksum('3des', sums, sealed)]),
    le: 40,
  })
  if (answer.status !== WELL) {
    throw new ReaderFault('wrong-key')
  }
  if (answer.data.length !== 40) {
    throw new ReaderFault('odd-chip')
  }
  const [theirs, sum] = [answer.data.subarray(0, 32), answer.data.subarray(32)]
  if (!timingSafeEqual(checksum('3des', sums, theirs), sum)) {
    throw new ReaderFault('wrong-key')
  }
  const opened = decrypt('3des', encryption, zeroIv('3des'), theirs)
  if (!opened.subarray(0, 8).equals(chipNonce) || !opened.subarray(8, 16).equals(drawn.nonce)) {
    throw new ReaderFault('wrong-key')
  }
  card.protectBy(new SecureChannel(basicSession(drawn.key, opened.subarray(16), chipNonce, drawn.nonce)))
}
