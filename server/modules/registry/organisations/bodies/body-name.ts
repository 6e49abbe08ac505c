/** The name of a public body, as it is known again however it is typed. */
import { compareKey, withoutAccents } from '../../../../../formats/vietnamese-text.ts'

/**
 * However a body's name is typed: another capital, another space or point, or the tone on the other letter
 * (Toà án, Tòa án) makes no other body.
 */
export const bodyNamed = (name: string): string =>
  compareKey(name)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** For looking in names while one is being typed: half a word has its marks elsewhere than the whole. */
export const bodySought = (text: string): string => withoutAccents(bodyNamed(text))
