/**
 * A QR code (ISO/IEC 18004) on a paper, drawn and not a picture: whole square modules, dark on white, with a
 * quiet zone of four.
 */
import { create } from 'qrcode'
import type { Paper, PaperElement } from './open-paper.ts'

const QUIET = 4

interface CodeSquare {
  /** Of a side, quiet zone and all, in modules. */
  readonly size: number
  isDark(x: number, y: number): boolean
}

/** Level M stands a fold and a stain. */
const codeSquare = (text: string): CodeSquare => {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const isInside = (place: number): boolean => place >= 0 && place < modules.size
  return {
    size: modules.size + 2 * QUIET,
    isDark: (x, y) =>
      isInside(x - QUIET) && isInside(y - QUIET) && Boolean(modules.get(y - QUIET, x - QUIET)),
  }
}

export interface CodePlace {
  /** Where the dark part begins, so that it stands in line with the text; the quiet zone reaches beyond. */
  readonly left: number
  readonly top: number
  /** Of a side, in points. */
  readonly side: number
}

/** `alt`: what it leads to, for whoever cannot see it. */
export const drawCode = (
  paper: Paper,
  text: string,
  { left, top, side }: CodePlace,
  alt: string,
  into: PaperElement = paper.root,
): void => {
  const { document } = paper
  const { size, isDark } = codeSquare(text)
  const module = side / size
  const from = left - QUIET * module
  const draw = (): void => {
    document.save()
    document.rect(from, top, side, side).fill('#fff')
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        let end = x
        while (isDark(end, y)) {
          end++
        }
        if (end > x) {
          document.rect(from + x * module, top + y * module, (end - x) * module, module)
          x = end
        }
      }
    }
    document.fill('#000')
    document.restore()
  }
  into.add(document.struct('Figure', { alt }, draw))
}
