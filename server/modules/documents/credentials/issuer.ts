/** The names of the issuer in addresses and documents. */
import type { Tools } from '../../../kernel/tools.ts'

/**
 * Below the public address; the well-known addresses stand before it (RFC 8414 §3.1, OpenID4VCI §12.2.2).
 */
export const ISSUER_PATH = '/credentials'

/**
 * The credential issuer's identifier (OpenID4VCI 1.0 §12.2.1), its own authorization server's, and `iss`.
 */
export const issuerOf = ({ publicUrl }: Pick<Tools, 'publicUrl'>): string => `${publicUrl}${ISSUER_PATH}`
