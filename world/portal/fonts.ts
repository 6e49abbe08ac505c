/** The letters of the world's own parties, served from their own origins. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const face = (weight: number, part: 'latin' | 'vietnamese', range: string): string =>
  `@font-face{font-family:"Be Vietnam Pro";font-weight:${weight};font-display:swap;src:url(/font/${part}-${weight}.woff2) format("woff2");unicode-range:${range}}`
const VIETNAMESE =
  'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB'
const LATIN = 'U+0000-00FF,U+0131,U+2000-206F,U+2122,U+2190-2199'
const WEIGHTS = [400, 600, 700] as const

export const FACES = WEIGHTS.flatMap((w) => [
  face(w, 'latin', LATIN),
  face(w, 'vietnamese', VIETNAMESE),
]).join('')

const FONT = /^\/font\/(latin|vietnamese)-(\d{3})\.woff2$/
/** WOFF2; null where this is the path of no font. */
export const fontAt = async (path: string): Promise<Buffer | null> => {
  const [, part, weight] = FONT.exec(path) ?? []
  if (!part || !WEIGHTS.some((known) => String(known) === weight)) {
    return null
  }
  const name = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${part}-${weight}-normal.woff2`
  return readFile(fileURLToPath(import.meta.resolve(name)))
}
