/**
 * X.501 names, and when two are the same: RFC 5280 §7.1 folds case and spaces, and states change string types
 * between certificates.
 */
import { hex } from '../bytes.ts'
import { refuseIf } from './chip-fault.ts'
import { childrenOf, OID, SEQUENCE, SET, TlvCursor, type Tlv } from './der-reader.ts'
import { latin, objectId, utf8 } from './der-values.ts'
import { oids } from './oids.ts'

export interface DistinguishedName {
  readonly whole: Uint8Array
  /** Equal for names that mean the same. */
  readonly canonical: string
  /** For people: `C=VN, O=…, CN=…`. */
  readonly text: string
  /** Values of `O`, as written. */
  readonly organizations: readonly string[]
  /** The state (`C`, ISO 3166-1, capitals); null where the name has none, or two that differ. */
  readonly country: string | null
}

const LABELS: Readonly<Record<string, string>> = {
  [oids.country]: 'C',
  [oids.organization]: 'O',
  [oids.commonName]: 'CN',
  '2.5.4.11': 'OU',
  '2.5.4.5': 'serialNumber',
}
const STRINGS = new Set([0x0c, 0x12, 0x13, 0x16, 0x1a])
const TELETEX = 0x14

export const readName = (tlv: Tlv, where: string): DistinguishedName => {
  refuseIf(tlv.tag !== SEQUENCE, 'chip.structure', where)
  const parts: { key: string; shown: string; organization: string | null }[] = []
  const countries = new Set<string>()
  for (const set of childrenOf(tlv, where)) {
    refuseIf(set.tag !== SET, 'chip.structure', where)
    const pairs = childrenOf(set, where).map((pair) => readPair(pair, where))
    refuseIf(pairs.length === 0, 'chip.structure', where)
    for (const { country } of pairs) {
      if (country !== null) {
        countries.add(country)
      }
    }
    parts.push({
      key: pairs
        .map(({ key }) => key)
        .sort()
        .join('+'),
      shown: pairs.map(({ shown }) => shown).join('+'),
      organization: pairs.find(({ organization }) => organization !== null)?.organization ?? null,
    })
  }
  return {
    whole: tlv.whole,
    canonical: parts.map(({ key }) => key).join('/'),
    text: parts.map(({ shown }) => shown).join(', '),
    organizations: parts.flatMap(({ organization }) => (organization === null ? [] : [organization])),
    country: countries.size === 1 ? ([...countries][0] ?? null) : null,
  }
}

interface NamePart {
  readonly key: string
  readonly shown: string
  readonly organization: string | null
  readonly country: string | null
}

const readPair = (pair: Tlv, where: string): NamePart => {
  const cursor = TlvCursor.of(pair, SEQUENCE, where)
  const oid = objectId(cursor.take(OID), where)
  const value = cursor.takeAny()
  cursor.end()
  refuseIf(value === undefined, 'chip.structure', where)
  const text = value === undefined ? '' : textOf(value, where)
  const folded = text.trim().replace(/ +/g, ' ').toLowerCase()
  return {
    key: `${oid}=${folded.replace(/[\\/+]/g, (mark) => `\\${mark}`)}`,
    shown: `${LABELS[oid] ?? oid}=${text}`,
    organization: oid === oids.organization ? text : null,
    // Some states write their code in small letters.
    country: oid === oids.country ? folded.toUpperCase() : null,
  }
}

const textOf = ({ tag, value }: Tlv, where: string): string => {
  if (STRINGS.has(tag)) {
    return utf8(value, where)
  }
  if (tag === TELETEX) {
    return latin(value)
  }
  return `#${tag.toString(16)}${hex(value)}`
}
