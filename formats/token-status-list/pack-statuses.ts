/**
 * ZLIB over DEFLATE (RFC 1950, RFC 1951), as Token Status List §4.1 asks, unpacked no further than is said.
 */
import type { Bytes } from '../jws/base64url.ts'
import { StatusListFault } from './status-list-fault.ts'

export type Deflate = (bytes: Bytes) => Promise<Bytes>

/**
 * By the platform's own stream. Whoever publishes may hand in a packer of the highest level instead, which
 * the specification recommends: an issuer packs once what thousands of phones fetch.
 */
export const deflate: Deflate = async (bytes) => {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/** Stops at the limit: a few bytes can hold terabytes of zeros. */
export const inflate = async (packed: Bytes, limit_bytes: number): Promise<Bytes> => {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')).getReader()
  const chunks: Uint8Array[] = []
  let size_bytes = 0
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new StatusListFault('status-list.packing')
    })
    if (done) {
      return joined(chunks, size_bytes)
    }
    size_bytes += value.length
    if (size_bytes > limit_bytes) {
      await reader.cancel()
      throw new StatusListFault('status-list.unpacked-too-large')
    }
    chunks.push(value)
  }
}

const joined = (chunks: readonly Uint8Array[], size_bytes: number): Bytes => {
  const whole = new Uint8Array(size_bytes)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
