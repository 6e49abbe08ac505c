/**
 * The lock code a person keeps on paper: ABCD-EFGH-JKMN, Crockford base32 without look-alikes. What is typed
 * may have its dashes or gaps or not, and O, I and L for the digits they look like.
 */
import type { Parsed } from './parsed.ts'

export const parseLockCode = (text: string): Parsed<string, 'length' | 'characters'> => {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (code.length !== 12) {
    return { ok: false, reason: 'length' }
  }
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code)
    ? { ok: true, value: code }
    : { ok: false, reason: 'characters' }
}
