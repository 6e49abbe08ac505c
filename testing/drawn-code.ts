/**
 * What a telephone reads off the QR code that is drawn on a page of ours: its squares, painted and read
 * back.
 */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const SCALE = 4

interface Square {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Of the one figure that the paper has; lengths in points. */
const squaresOf = (pdf: Buffer): Square[] => {
  const streams = [...pdf.toString('latin1').matchAll(/FlateDecode\n>>\nstream\r?\n([\s\S]*?)\nendstream/g)]
  for (const [, raw] of streams) {
    const content = inflateSync(Buffer.from(raw ?? '', 'latin1')).toString('latin1')
    const figure = /\/Figure <<[^>]*>> BDC([\s\S]*?)EMC/.exec(content)?.[1]
    if (figure !== undefined) {
      return [...figure.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re/g)].map(
        ([, x, y, width, height]) => ({
          x: Number(x),
          y: Number(y),
          width: Number(width),
          height: Number(height),
        }),
      )
    }
  }
  return []
}

/** The first square is the white ground. null where nobody could read it. */
export const readDrawnCode = async (pdf: Buffer): Promise<string | null> => {
  const wasmBinary = (
    await readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  ).buffer
  prepareZXingModule({ overrides: { wasmBinary } })
  const [ground, ...dark] = squaresOf(pdf)
  if (!ground) {
    return null
  }
  const side = Math.round(ground.width * SCALE)
  const data = new Uint8ClampedArray(side * side * 4).fill(255)
  const at = (place: number, from: number): number => Math.round((place - from) * SCALE)
  for (const { x, y, width, height } of dark) {
    for (let row = at(y, ground.y); row < at(y + height, ground.y); row++) {
      for (let column = at(x, ground.x); column < at(x + width, ground.x); column++) {
        data.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3)
      }
    }
  }
  const [found] = await readBarcodes(
    { data, width: side, height: side, colorSpace: 'srgb' },
    { formats: ['QRCode'] },
  )
  return found?.isValid ? found.text : null
}
