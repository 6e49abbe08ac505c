/** How a command names whoever does it, and what exactly a second person has read. */
import { UsageRefused } from './command.ts'

/** Throws UsageRefused. */
export const byOf = (by: string | undefined): string => {
  if (by === undefined) {
    throw new UsageRefused('--by, the name of whoever does this, is needed.')
  }
  return by
}

const SHA256 = /^[0-9a-f]{64}$/
/** Throws UsageRefused. */
export const sha256Of = (text: string | undefined): string => {
  const sha256 = text?.toLowerCase() ?? ''
  if (!SHA256.test(sha256)) {
    throw new UsageRefused('A SHA-256 has 64 hexadecimal digits.')
  }
  return sha256
}
