/** Shoulders and collars. The uniform is of no real service: green cloth, red tabs, no insignia. */
import { MIDDLE as m, path, shade, type FacePlan } from './face-plan.ts'
import type { PortraitFeatures } from './portrait-features.ts'

const shape = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`
const both = (draw: (side: -1 | 1) => string): string => draw(-1) + draw(1)

const shoulders = (p: FacePlan, neckY: number, dip: number): string => {
  const { neckHalf: n, shoulder: w } = p
  return path`M${m - w - 8} 640C${m - w - 2} 560 ${m - w + 50} 516 ${m - n - 6} ${neckY}Q${m} ${neckY + dip} ${m + n + 6} ${neckY}C${m + w - 50} 516 ${m + w + 2} 560 ${m + w + 8} 640Z`
}

const collar = (p: FacePlan, y: number, colour: string): string =>
  both((s) =>
    shape(
      path`M${m + s * (p.neckHalf + 2)} ${y - 14}L${m + s * (p.neckHalf + 22)} ${y + 12}L${m + s * 34} ${y + 74}L${m} ${y + 40}Z`,
      colour,
    ),
  )

export const drawClothes = (f: PortraitFeatures, p: FacePlan): string => {
  const { colour, garment } = f.clothes
  const y = p.chin + 46
  const body = shape(shoulders(p, y, 52), colour)
  const n = p.neckHalf
  const crease = both(
    (s) =>
      `<path d="${path`M${m + s * (p.shoulder - 62)} 640q${-s * 4} -34 ${s * 6} -58`}" fill="none" stroke="${shade(colour, 0.82)}" stroke-width="5" stroke-linecap="round"/>`,
  )
  if (garment === 'round-neck') {
    return (
      body +
      crease +
      `<path d="${path`M${m - n - 5} ${y + 2}Q${m} ${y + 54} ${m + n + 5} ${y + 2}`}" fill="none" stroke="${shade(colour, 0.78)}" stroke-width="9" stroke-linecap="round"/>`
    )
  }
  if (garment === 'v-neck') {
    const white = '#eef3f1'
    const inner = shape(
      path`M${m - n - 26} ${y + 8}L${m - n - 2} ${y - 12}Q${m} ${y + 50} ${m + n + 2} ${y - 12}L${m + n + 26} ${y + 8}L${m} ${y + 92}Z`,
      white,
    )
    return body + crease + inner
  }
  if (garment === 'ao-dai') {
    const stand = shape(
      path`M${m - n - 8} ${y + 8}L${m - n + 1} ${y - 24}Q${m} ${y + 24} ${m + n - 1} ${y - 24}L${m + n + 8} ${y + 8}Q${m} ${y + 62} ${m - n - 8} ${y + 8}Z`,
      shade(colour, 1.14),
    )
    const seam = `<path d="${path`M${m} ${y + 20}Q${m + 56} ${y + 50} ${m + 112} ${y + 128}`}" fill="none" stroke="${shade(colour, 0.76)}" stroke-width="4"/>`
    const knots = [0, 1, 2]
      .map(
        (i) =>
          path`<circle cx="${m + 32 + i * 30}" cy="${y + 38 + i * 27}" r="5.5"` +
          ` fill="${shade(colour, 1.5)}"/>`,
      )
      .join('')
    return body + seam + knots + stand
  }
  const buttons = [0, 1]
    .map(
      (i) =>
        path`<circle cx="${m}" cy="${y + 88 + i * 44}" r="5"` +
        ` fill="${shade(colour, garment === 'uniform' ? 1.5 : 0.72)}"/>`,
    )
    .join('')
  const placket = `<path d="${path`M${m} ${y + 42}V640`}" stroke="${shade(colour, 0.84)}" stroke-width="4"/>`
  const tabs =
    garment === 'uniform'
      ? both((s) =>
          shape(
            path`M${m + s * (n + 1)} ${y + 18}l${s * 14} ${11}l${-s * 20} ${26}l${-s * 12} ${-12}Z`,
            '#b3242b',
          ),
        )
      : ''
  return (
    body + crease + placket + collar(p, y, shade(colour, garment === 'uniform' ? 1.1 : 1.16)) + tabs + buttons
  )
}
