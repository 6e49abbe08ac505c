/**
 * EF.COM (ICAO Doc 9303 part 10 §4.6.1): which groups the chip says it has. It is not signed, so it is only
 * held against what is.
 */
import { ChipFault, refuseIf } from './chip-fault.ts'
import { readOne, TlvCursor } from './der-reader.ts'
import { latin } from './der-values.ts'

const WHERE = 'com'
const EF_COM = 0x60
const LDS_VERSION = 0x5f01
const UNICODE_VERSION = 0x5f36
const TAG_LIST = 0x5c

/** Tags of the groups 1 to 16, in their order. */
export const GROUP_TAGS: readonly number[] = [
  0x61, 0x75, 0x63, 0x76, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f, 0x70,
]

export const readCom = (bytes: Uint8Array): ReadonlySet<number> => {
  const cursor = TlvCursor.of(readOne(bytes, WHERE), EF_COM, WHERE)
  const [lds, unicode, tags] = [cursor.take(LDS_VERSION), cursor.take(UNICODE_VERSION), cursor.take(TAG_LIST)]
  cursor.end()
  refuseIf(
    !/^\d{4}$/.test(latin(lds.value)) || !/^\d{6}$/.test(latin(unicode.value)),
    'chip.structure',
    WHERE,
  )
  const groups = [...tags.value].map((tag) => {
    const index = GROUP_TAGS.indexOf(tag)
    if (index === -1) {
      throw new ChipFault('chip.structure', WHERE)
    }
    return index + 1
  })
  refuseIf(new Set(groups).size !== groups.length, 'chip.duplicate-group', WHERE)
  return new Set(groups)
}
