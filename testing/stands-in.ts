import assert from 'node:assert/strict'

/** Digits and letters that also write out keys, digests and what is sealed. */
const MAY_STAND_BY_CHANCE = /^[\da-f.:-]{0,7}$/i

/**
 * Whether a word stands in what was read from a table, as it is or as bytes are written out. A word that
 * stands there by chance once in a thousand runs is refused: `530` is in every twentieth sealed content.
 */
export const standsIn = (text: string, word: string): boolean => {
  assert.doesNotMatch(word, MAY_STAND_BY_CHANCE, `"${word}" is too short to be looked for in random bytes`)
  return text.includes(word) || text.includes(Buffer.from(word).toString('hex'))
}
