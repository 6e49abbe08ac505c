/**
 * DG14 (ICAO Doc 9303 part 11 §9.2; BSI TR-03110-3 A.1): what the chip can do beside telling its data, as a
 * set of SecurityInfo.
 */
import type { HashName } from './chip-crypto.ts'
import { refuseIf } from './chip-fault.ts'
import {
  childrenOf,
  INTEGER,
  mustBeDistinguished,
  OID,
  readOne,
  SEQUENCE,
  SET,
  TlvCursor,
  type Tlv,
} from './der-reader.ts'
import { objectId, smallInteger } from './der-values.ts'
import { oids } from './oids.ts'

export interface SecurityInfo {
  readonly oid: string
  readonly required: Tlv
  readonly optional: Tlv | undefined
}
export interface ChipSecurity {
  readonly infos: readonly SecurityInfo[]
  /** Which digest an ECDSA answer of the chip uses; null when it does not say. */
  readonly answerHash: HashName | null
}

const WHERE = 'dg14'
const DG14 = 0x6e

const ANSWER_HASHES: ReadonlyMap<string, HashName> = new Map([
  ['0.4.0.127.0.7.1.1.4.1.1', 'sha1'],
  ['0.4.0.127.0.7.1.1.4.1.2', 'sha224'],
  ['0.4.0.127.0.7.1.1.4.1.3', 'sha256'],
  ['0.4.0.127.0.7.1.1.4.1.4', 'sha384'],
  ['0.4.0.127.0.7.1.1.4.1.5', 'sha512'],
])

export const readDg14 = (bytes: Uint8Array): ChipSecurity => {
  const file = TlvCursor.of(readOne(bytes, WHERE), DG14, WHERE)
  const set = file.take(SET)
  file.end()
  mustBeDistinguished(set, WHERE)
  const infos = readSecurityInfos(set, WHERE)
  const answer = infos.find(({ oid }) => oid === oids.activeAuthentication)
  const algorithm = answer?.optional?.tag === OID ? objectId(answer.optional, WHERE) : null
  refuseIf(
    answer !== undefined && (answer.required.tag !== INTEGER || smallInteger(answer.required, WHERE) !== 1),
    'chip.dg14-security',
    WHERE,
  )
  refuseIf(algorithm !== null && !ANSWER_HASHES.has(algorithm), 'chip.dg14-security', WHERE)
  return { infos, answerHash: algorithm === null ? null : (ANSWER_HASHES.get(algorithm) ?? null) }
}

/** Also what EF.CardAccess holds. */
export const readSecurityInfos = (set: Tlv, where: string): SecurityInfo[] =>
  childrenOf(set, where).map((tlv) => {
    const cursor = TlvCursor.of(tlv, SEQUENCE, where)
    const oid = objectId(cursor.take(OID), where)
    const required = cursor.takeAny()
    const optional = cursor.takeAny()
    cursor.end()
    refuseIf(required === undefined, 'chip.dg14-security', where)
    return { oid, required: required ?? tlv, optional }
  })
