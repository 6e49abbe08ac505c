/** DEFLATE (RFC 1951), with or without the envelope of ZLIB (RFC 1950), by the platform's own streams. */
import { joined } from './bytes.ts'
import type { Parsed } from './parsed.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Envelope = 'deflate' | 'deflate-raw'

export const deflateBytes = async (bytes: Bytes, envelope: Envelope): Promise<Bytes> => {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream(envelope))
  return new Uint8Array(await new Response(packed).arrayBuffer())
}

/**
 * Stops at the limit: a few bytes can hold terabytes of zeros. `packing`: no such packing, cut short, or with
 * something behind it.
 */
export const inflateBytes = async (
  packed: Bytes,
  envelope: Envelope,
  limit_bytes: number,
): Promise<Parsed<Bytes, 'packing' | 'too-large'>> => {
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream(envelope)).getReader()
  const chunks: Uint8Array[] = []
  let size_bytes = 0
  for (;;) {
    const read = await reader.read().catch(() => null)
    if (read === null) {
      return { ok: false, reason: 'packing' }
    }
    if (read.done) {
      return { ok: true, value: joined(chunks) }
    }
    size_bytes += read.value.length
    if (size_bytes > limit_bytes) {
      await reader.cancel()
      return { ok: false, reason: 'too-large' }
    }
    chunks.push(read.value)
  }
}
