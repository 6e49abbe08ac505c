/**
 * Active authentication (ICAO Doc 9303 part 11 §6.1): the chip signs a challenge of ours with the key whose
 * public half stands in DG15.
 */
import type { ChipCrypto, EcKey, HashName, RsaKey } from './chip-crypto.ts'
import { ChipFault, refuseIf, type ChipFaultCode } from './chip-fault.ts'
import { sameBytes } from './der-values.ts'
import { readDg14 } from './dg14.ts'
import { readDg15 } from './dg15.ts'

export const CHALLENGE_BYTES = 8

const DIGEST_SIZE: Readonly<Record<HashName, number>> = {
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
}
/** ISO/IEC 9796-2: the byte before CC; SHA-1 has the short trailer BC. */
const TRAILERS: Readonly<Record<number, HashName>> = {
  0x33: 'sha1',
  0x34: 'sha256',
  0x35: 'sha512',
  0x36: 'sha384',
  0x38: 'sha224',
}

/**
 * The faults of the answer; none means that the chip has the private key. `dg15` and `dg14` must have passed
 * passive authentication.
 */
export const checkAnswer = (
  crypto: ChipCrypto,
  chip: { readonly dg14?: Uint8Array | undefined; readonly dg15?: Uint8Array | undefined },
  challenge: Uint8Array,
  answer: Uint8Array,
): ChipFaultCode[] => {
  try {
    if (!chip.dg15 || challenge.length !== CHALLENGE_BYTES) {
      throw new ChipFault('chip.answer-unsupported', 'dg15')
    }
    const key = readDg15(chip.dg15)
    if (key.kind === 'rsa') {
      checkRsaAnswer(crypto, key, challenge, answer)
    } else {
      checkEcAnswer(crypto, key, chip.dg14 ? readDg14(chip.dg14).answerHash : null, challenge, answer)
    }
    return []
  } catch (error) {
    if (error instanceof ChipFault) {
      return [error.code]
    }
    throw error
  }
}

/**
 * ISO/IEC 9796-2 digital signature scheme 1: 6A, a part of the message, its digest together with the
 * challenge, trailer.
 */
const checkRsaAnswer = (crypto: ChipCrypto, key: RsaKey, challenge: Uint8Array, answer: Uint8Array): void => {
  const message = answer.length === key.modulus.length ? crypto.recover(key, answer) : null
  if (!message || message[0] !== 0x6a) {
    throw new ChipFault('chip.answer-wrong', 'answer')
  }
  const [last, before] = [message.at(-1), message.at(-2) ?? 0]
  const hash = last === 0xbc ? 'sha1' : last === 0xcc ? TRAILERS[before] : undefined
  if (!hash) {
    throw new ChipFault('chip.answer-wrong', 'answer')
  }
  const end = message.length - (last === 0xbc ? 1 : 2)
  const digestAt = end - DIGEST_SIZE[hash]
  refuseIf(digestAt < 1, 'chip.answer-wrong', 'answer')
  const digest = crypto.digest(hash, Buffer.concat([message.subarray(1, digestAt), challenge]))
  refuseIf(!sameBytes(digest, message.subarray(digestAt, end)), 'chip.answer-wrong', 'answer')
}

/** Plain ECDSA, r and s one behind the other (BSI TR-03111 §5.2.1). */
const checkEcAnswer = (
  crypto: ChipCrypto,
  key: EcKey,
  named: HashName | null,
  challenge: Uint8Array,
  answer: Uint8Array,
): void => {
  const hash = named ?? hashFor(key.curve.bits)
  refuseIf(answer.length !== 2 * Math.ceil(key.curve.bits / 8), 'chip.answer-wrong', 'answer')
  refuseIf(
    !crypto.verify(key, { kind: 'ecdsa', hash, encoding: 'plain' }, challenge, answer),
    'chip.answer-wrong',
    'answer',
  )
}

const hashFor = (curve_bits: number): HashName =>
  curve_bits <= 224 ? 'sha224' : curve_bits <= 320 ? 'sha256' : curve_bits <= 384 ? 'sha384' : 'sha512'
