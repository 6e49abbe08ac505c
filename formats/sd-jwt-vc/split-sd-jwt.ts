/** A credential or presentation in compact form (RFC 9901 §4), parted but not believed. */
import { digestOf, readDisclosure, sdJwtLimits, type Disclosure, type HashName } from './disclosure.ts'
import { refuseIf } from './sd-jwt-fault.ts'

export interface SplitSdJwt {
  readonly jwt: string
  readonly disclosures: readonly string[]
  readonly keyBinding: string | null
  /** What `sd_hash` is taken over: all before the key binding, its last tilde included (RFC 9901 §4.3.1). */
  readonly bound: string
}

export const splitSdJwt = (text: string): SplitSdJwt => {
  refuseIf(typeof text !== 'string', 'sd-jwt.form')
  refuseIf(text.length > sdJwtLimits.characters, 'sd-jwt.too-large')
  const last = text.lastIndexOf('~')
  refuseIf(last < 1, 'sd-jwt.form')
  const [jwt = '', ...disclosures] = text.slice(0, last).split('~', sdJwtLimits.disclosures + 2)
  refuseIf(disclosures.length > sdJwtLimits.disclosures, 'sd-jwt.too-many')
  refuseIf(new Set(disclosures).size !== disclosures.length, 'sd-jwt.disclosure-duplicated')
  return {
    jwt,
    disclosures,
    keyBinding: last === text.length - 1 ? null : text.slice(last + 1),
    bound: text.slice(0, last + 1),
  }
}

/** By their digests. */
export const readDisclosures = async (
  texts: readonly string[],
  hash: HashName,
): Promise<ReadonlyMap<string, Disclosure>> => {
  const read = texts.map(readDisclosure)
  return new Map(await Promise.all(read.map(async (one) => [await digestOf(one.text, hash), one] as const)))
}
