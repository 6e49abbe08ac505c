/** EF.SOD (ICAO Doc 9303 part 10 §4.6.2): which data groups the state signed, by their digests. */
import type { HashName } from './chip-crypto.ts'
import { readHash } from './algorithms.ts'
import { ChipFault, refuseIf } from './chip-fault.ts'
import {
  childrenOf,
  INTEGER,
  mustBeDistinguished,
  OCTET_STRING,
  readOne,
  SEQUENCE,
  TlvCursor,
} from './der-reader.ts'
import { smallInteger } from './der-values.ts'
import { oids } from './oids.ts'
import { readSignedData, type SignedData } from './signed-data.ts'

export interface SecurityObject {
  readonly signed: SignedData
  readonly hash: HashName
  readonly groups: ReadonlyMap<number, Uint8Array>
}

const WHERE = 'sod'
const EF_SOD = 0x77
const DIGEST_SIZE: Readonly<Record<HashName, number>> = {
  sha1: 20,
  sha224: 28,
  sha256: 32,
  sha384: 48,
  sha512: 64,
}

export const readSecurityObject = (bytes: Uint8Array): SecurityObject => {
  const file = readOne(bytes, WHERE)
  refuseIf(file.tag !== EF_SOD, 'chip.structure', WHERE)
  const signed = readSignedData(file.value, oids.ldsSecurityObject, WHERE)
  return { signed, ...readGroupDigests(signed.content) }
}

const readGroupDigests = (content: Uint8Array): Pick<SecurityObject, 'hash' | 'groups'> => {
  const whole = readOne(content, WHERE)
  mustBeDistinguished(whole, WHERE)
  const cursor = TlvCursor.of(whole, SEQUENCE, WHERE)
  const version = smallInteger(cursor.take(INTEGER), WHERE)
  refuseIf(version > 1, 'chip.sod-version', WHERE)
  const hash = readHash(cursor.take(SEQUENCE), WHERE)
  const list = childrenOf(cursor.take(SEQUENCE), WHERE)
  const versions = cursor.takeIf(SEQUENCE)
  refuseIf(version === 0 && versions !== undefined, 'chip.structure', WHERE)
  cursor.end()
  const groups = new Map<number, Uint8Array>()
  for (const entry of list) {
    const pair = TlvCursor.of(entry, SEQUENCE, WHERE)
    const group = smallInteger(pair.take(INTEGER), WHERE)
    const { value } = pair.take(OCTET_STRING)
    pair.end()
    refuseIf(groups.has(group), 'chip.duplicate-group', WHERE)
    if (group < 1 || group > 16 || value.length !== DIGEST_SIZE[hash]) {
      throw new ChipFault('chip.structure', WHERE)
    }
    groups.set(group, value)
  }
  return { hash, groups }
}
