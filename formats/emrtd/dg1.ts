/** DG1 (ICAO Doc 9303 part 10 §4.7.1): the machine-readable zone of the card. */
import { CARD_ZONE, parseMrz, type MrzContent } from '../mrz.ts'
import { ChipFault } from './chip-fault.ts'
import { readOne, TlvCursor } from './der-reader.ts'
import { latin } from './der-values.ts'

const WHERE = 'dg1'
const DG1 = 0x61
const MRZ = 0x5f1f

export const readDg1 = (bytes: Uint8Array): MrzContent => {
  const cursor = TlvCursor.of(readOne(bytes, WHERE), DG1, WHERE)
  const zone = cursor.take(MRZ)
  cursor.end()
  // The zone of a chip has no line ends, which a scanner's text may have.
  const text = latin(zone.value)
  const parsed = /\s/.test(text) ? null : parseMrz(text)
  if (parsed?.ok === false && parsed.reason === 'document' && text.slice(2, 5) !== CARD_ZONE.state) {
    throw new ChipFault('chip.other-state', WHERE)
  }
  if (!parsed?.ok) {
    throw new ChipFault('chip.dg1-mrz', WHERE)
  }
  return parsed.value
}
