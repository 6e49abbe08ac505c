/**
 * The sealed part of a register entry: one AES-256-GCM value under the platform's key, bound to the personal
 * number, so that an entry's
 * value opens at no other entry. Which fields are in it, and why these: docs/decisions/0003-register.md.
 */
import type { Sealer } from '../../../kernel/tools.ts'
import type { PrivateFields } from './person.ts'

const context = (number: string): string => `person.private ${number}`
const portraitContext = (number: string): string => `register_portrait.portrait ${number}`
const fingerprintContext = (number: string, finger: string): string =>
  `register_fingerprint.template ${number} ${finger}`

/**
 * One text for one content (no spaces, no keys, ends cut), so that two entries are compared by their texts.
 * Empty when all is empty.
 */
export const privateText = (values: readonly string[]): string => {
  let last = values.length
  while (last > 0 && values[last - 1] === '') {
    last--
  }
  return last === 0 ? '' : JSON.stringify(values.slice(0, last))
}

export const sealPrivate = (sealer: Sealer, number: string, text: string): Buffer | null =>
  text === '' ? null : sealer.sealWithPlatformKey(context(number), text)

export const openPrivateText = (sealer: Sealer, number: string, sealed: Uint8Array | null): string =>
  sealed === null ? '' : sealer.unsealWithPlatformKey(context(number), sealed).toString('utf8')

/** In the order of `privateColumns`; empty texts for what is not known. */
export const privateValues = (text: string): string[] => {
  const values: unknown = text === '' ? [] : JSON.parse(text)
  if (!Array.isArray(values)) {
    throw new Error('a sealed register value is not a list')
  }
  return Array.from({ length: 5 }, (_, place) => String(values[place] ?? ''))
}

export const privateFields = (text: string): PrivateFields => {
  const [ethnicity, religion, bloodGroup, phone, email] = privateValues(text).map((value) =>
    value === '' ? null : value,
  )
  return {
    ethnicity: ethnicity ?? null,
    religion: religion ?? null,
    bloodGroup: bloodGroup ?? null,
    phone: phone ?? null,
    email: email ?? null,
  }
}

export const sealPortrait = (sealer: Sealer, number: string, bytes: Uint8Array): Buffer =>
  sealer.sealWithPlatformKey(portraitContext(number), bytes)
export const openPortrait = (sealer: Sealer, number: string, sealed: Uint8Array): Buffer =>
  sealer.unsealWithPlatformKey(portraitContext(number), sealed)

export const sealFingerprint = (
  sealer: Sealer,
  number: string,
  finger: string,
  template: Uint8Array,
): Buffer => sealer.sealWithPlatformKey(fingerprintContext(number, finger), template)
export const openFingerprint = (sealer: Sealer, number: string, finger: string, sealed: Uint8Array): Buffer =>
  sealer.unsealWithPlatformKey(fingerprintContext(number, finger), sealed)
