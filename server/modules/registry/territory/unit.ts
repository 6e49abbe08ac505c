/**
 * A territorial unit: province or municipality (2 digits) and, since 1 July 2025 directly below it, ward,
 * commune or special zone
 * (5 digits). Decision 19/2025/QĐ-TTg. Units change; a version says from which day to which day its name,
 * kind and parent held.
 */
import { normaliseUnitName, type UnitFault } from './unit-name.ts'

type UnitKind = 'municipality' | 'province' | 'ward' | 'commune' | 'special-zone' | 'number-province'

export interface Unit {
  readonly code: string
  readonly kind: UnitKind
  /** With its kind in front: `Phường Ba Đình`. */
  readonly name: string
  readonly parentCode: string | null
}

export interface UnitVersion extends Unit {
  /** ISO day, included. */
  readonly validFrom: string
  /** ISO day, not included; null while in force. */
  readonly validUntil: string | null
  readonly successorCode: string | null
}

const KINDS: readonly (readonly [prefix: string, kind: UnitKind, digits: number])[] = [
  ['Thành phố ', 'municipality', 2],
  ['Tỉnh ', 'province', 2],
  ['Phường ', 'ward', 5],
  ['Xã ', 'commune', 5],
  ['Đặc khu ', 'special-zone', 5],
]

/** Reads one line of the official list (`code,parent_code,full_name`). */
export const readUnit = (code: string, parentCode: string, fullName: string): Unit | UnitFault => {
  if (!/^(?:[0-9]{2}|[0-9]{5})$/.test(code)) {
    return { field: 'code', code: 'shape', message: 'The code is 2 digits for a province, 5 for a commune.' }
  }
  const isProvince = code.length === 2
  if (isProvince && parentCode !== '') {
    return { field: 'parent_code', code: 'not-empty', message: 'A province has no parent.' }
  }
  if (!isProvince && !/^[0-9]{2}$/.test(parentCode)) {
    return { field: 'parent_code', code: 'shape', message: 'A commune names its province with 2 digits.' }
  }
  const name = normaliseUnitName(fullName)
  if (typeof name !== 'string') {
    return name
  }
  // The official list itself writes one kind in small letters (`xã Bắc Sơn`).
  const found = KINDS.find(
    ([prefix, , digits]) =>
      digits === code.length && name.slice(0, prefix.length).toLowerCase() === prefix.toLowerCase(),
  )
  if (!found) {
    return {
      field: 'full_name',
      code: 'kind',
      message: `The name begins with the kind of unit (${KINDS.filter(([, , d]) => d === code.length)
        .map(([p]) => p.trim())
        .join(', ')}).`,
    }
  }
  return {
    code,
    kind: found[1],
    name: found[0] + name.slice(found[0].length),
    parentCode: isProvince ? null : parentCode,
  }
}
