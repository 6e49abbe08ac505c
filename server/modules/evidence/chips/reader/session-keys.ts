/**
 * Keys, ciphers and checksums of the way to a chip (ICAO Doc 9303 part 11 §9.7, §9.8): triple DES with the
 * retail MAC, AES with CMAC.
 */
import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'

export type Suite = '3des' | 'aes128' | 'aes192' | 'aes256'
export const blockBytes = (suite: Suite): 8 | 16 => (suite === '3des' ? 8 : 16)

const KEY_BYTES: Readonly<Record<Suite, number>> = { '3des': 16, aes128: 16, aes192: 24, aes256: 32 }
/** Counters of the key derivation: for encryption, for checksums, from a password. */
export const KDF = { encryption: 1, checksum: 2, password: 3 } as const

/** 9303-11 §9.7.1. */
export const deriveKey = (suite: Suite, secret: Uint8Array, counter: number): Buffer => {
  const hash = suite === 'aes192' || suite === 'aes256' ? 'sha256' : 'sha1'
  const digest = createHash(hash)
    .update(secret)
    .update(Uint8Array.of(0, 0, 0, counter))
    .digest()
    .subarray(0, KEY_BYTES[suite])
  return suite === '3des' ? oddParity(digest) : Buffer.from(digest)
}

const oddParity = (key: Uint8Array): Buffer =>
  Buffer.from(
    key.map((byte) => {
      let ones = 0
      for (let bits = byte >> 1; bits > 0; bits >>= 1) {
        ones += bits & 1
      }
      return (byte & 0xfe) | (ones % 2 === 0 ? 1 : 0)
    }),
  )

/** Single DES is gone from OpenSSL's default provider; three times the same key is single DES. */
const tripleKey = (key: Uint8Array): Buffer =>
  key.length === 8 ? Buffer.concat([key, key, key]) : Buffer.concat([key, key.subarray(0, 8)])
const cipherOf = (suite: Suite): string => (suite === '3des' ? 'des-ede3-cbc' : `aes-${suite.slice(3)}-cbc`)

export const encrypt = (suite: Suite, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer => {
  const cipher = createCipheriv(cipherOf(suite), suite === '3des' ? tripleKey(key) : key, iv).setAutoPadding(
    false,
  )
  return Buffer.concat([cipher.update(data), cipher.final()])
}

export const decrypt = (suite: Suite, key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer => {
  const cipher = createDecipheriv(
    cipherOf(suite),
    suite === '3des' ? tripleKey(key) : key,
    iv,
  ).setAutoPadding(false)
  return Buffer.concat([cipher.update(data), cipher.final()])
}

export const zeroIv = (suite: Suite): Buffer => Buffer.alloc(blockBytes(suite))

/** ISO/IEC 9797-1 padding method 2. */
export const pad = (data: Uint8Array, block: number): Buffer =>
  Buffer.concat([data, Uint8Array.of(0x80), Buffer.alloc(block - 1 - (data.length % block))])

/** Throws RangeError when there is no mark. */
export const unpad = (data: Uint8Array): Uint8Array => {
  let end = data.length - 1
  while (end >= 0 && data[end] === 0) {
    end--
  }
  if (data[end] !== 0x80) {
    throw new RangeError('no padding')
  }
  return data.subarray(0, end)
}

const MAC_BYTES = 8

/**
 * Eight bytes. Triple DES pads by itself; CMAC (NIST SP 800-38B) needs none, secure messaging pads before it
 * all the same.
 */
export const checksum = (suite: Suite, key: Uint8Array, data: Uint8Array): Buffer =>
  suite === '3des' ? retailMac(key, pad(data, 8)) : cmac(suite, key, data).subarray(0, MAC_BYTES)

/** ISO/IEC 9797-1 MAC algorithm 3: DES in chain, the last block decrypted and encrypted once more. */
const retailMac = (key: Uint8Array, data: Uint8Array): Buffer => {
  const [first, second] = [key.subarray(0, 8), key.subarray(8, 16)]
  const last = encrypt('3des', first, zeroIv('3des'), data).subarray(-8)
  return encrypt('3des', first, zeroIv('3des'), decrypt('3des', second, zeroIv('3des'), last))
}

const cmac = (suite: Suite, key: Uint8Array, data: Uint8Array): Buffer => {
  const one = doubled(encrypt(suite, key, zeroIv(suite), Buffer.alloc(16)))
  const isWhole = data.length > 0 && data.length % 16 === 0
  const blocks = isWhole ? Buffer.from(data) : pad(data, 16)
  const mask = isWhole ? one : doubled(one)
  const from = blocks.length - 16
  for (let at = 0; at < 16; at++) {
    blocks[from + at] = (blocks[from + at] ?? 0) ^ (mask[at] ?? 0)
  }
  return encrypt(suite, key, zeroIv(suite), blocks).subarray(-16)
}

const doubled = (block: Uint8Array): Buffer => {
  const shifted = Buffer.from(block.map((byte, at) => ((byte << 1) & 0xff) | ((block[at + 1] ?? 0) >> 7)))
  if ((block[0] ?? 0) >= 0x80) {
    shifted[15] = (shifted[15] ?? 0) ^ 0x87
  }
  return shifted
}
