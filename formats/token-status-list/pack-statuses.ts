/**
 * ZLIB over DEFLATE (RFC 1950, RFC 1951), as Token Status List §4.1 asks, unpacked no further than is said.
 */
import type { Bytes } from '../jws/base64url.ts'
import { deflateBytes, inflateBytes } from '../zlib.ts'
import { StatusListFault } from './status-list-fault.ts'

export type Deflate = (bytes: Bytes) => Promise<Bytes>

/**
 * By the platform's own stream. Whoever publishes may hand in a packer of the highest level instead, which
 * the specification recommends: an issuer packs once what thousands of phones fetch.
 */
export const deflate: Deflate = (bytes) => deflateBytes(bytes, 'deflate')

export const inflate = async (packed: Bytes, limit_bytes: number): Promise<Bytes> => {
  const unpacked = await inflateBytes(packed, 'deflate', limit_bytes)
  if (!unpacked.ok) {
    throw new StatusListFault(
      unpacked.reason === 'packing' ? 'status-list.packing' : 'status-list.unpacked-too-large',
    )
  }
  return unpacked.value
}
