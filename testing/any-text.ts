/**
 * Texts of any letters there are, for property tests. fast-check's own units of that kind write down a
 * million letters first, which costs each process some seconds.
 */
import fc from 'fast-check'

const FIRST_SURROGATE = 0xd800
const SURROGATES = 0x800
/** Any code point but the halves of pairs, near ones as often as far ones. */
const letter = fc
  .oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0x80, max: 0x24f }),
    // Marks that stand above and below, and the letters of Vietnamese that hold two of them.
    fc.integer({ min: 0x300, max: 0x36f }),
    fc.integer({ min: 0x1ea0, max: 0x1ef9 }),
    fc.integer({ min: 0, max: 0x10ffff - SURROGATES }),
  )
  .map((code) => String.fromCodePoint(code < FIRST_SURROGATE ? code : code + SURROGATES))

export const anyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.array(letter, { maxLength }).map((letters) => letters.join(''))
