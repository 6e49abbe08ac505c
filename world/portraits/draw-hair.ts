/** Hair in two layers: what hangs behind the head, and the cap with its hairline before the forehead. */
import { MIDDLE as m, path, shade, type FacePlan } from './face-plan.ts'
import type { HairShape, PortraitFeatures } from './portrait-features.ts'

interface HairStyle {
  /**
   * How far the cap stands off the skull, and how far down it goes beside the face (0 at eye level, 1 at the
   * chin).
   */
  readonly lift: number
  readonly side: number
  readonly back: ((p: FacePlan) => string) | null
  /** The hairline from the right temple to the left one, as path commands. */
  readonly line: (p: FacePlan, top: number, end: number) => string
}

const hanging =
  (flare: number, below: number, round: number) =>
  (p: FacePlan): string => {
    const out = p.half + flare
    const bottom = p.chin + below
    return path`M${m - p.half - 10} ${p.eyeY - 40}C${m - p.half - 22} ${p.crown - 36} ${m + p.half + 22} ${p.crown - 36} ${m + p.half + 10} ${p.eyeY - 40}C${m + out - 4} ${p.eyeY + 60} ${m + out} ${bottom - 70} ${m + out} ${bottom - round}Q${m + out} ${bottom} ${m + out - round} ${bottom}L${m - out + round} ${bottom}Q${m - out} ${bottom} ${m - out} ${bottom - round}C${m - out} ${bottom - 70} ${m - out + 4} ${p.eyeY + 60} ${m - p.half - 10} ${p.eyeY - 40}Z`
  }

const waves = (p: FacePlan): string => {
  const x = p.half + 10
  const y = p.eyeY - 30
  const d = (p.chin + 66 - y) / 3
  const fall = (s: -1 | 1): string =>
    path`M${m} ${p.crown}L${m + s * x} ${y}C${m + s * (x + 8)} ${y + d * 0.3} ${m + s * (x + 36)} ${y + d * 0.4} ${m + s * (x + 24)} ${y + d}C${m + s * (x + 14)} ${y + d * 1.4} ${m + s * (x + 44)} ${y + d * 1.5} ${m + s * (x + 30)} ${y + d * 2.05}C${m + s * (x + 22)} ${y + d * 2.4} ${m + s * (x + 46)} ${y + d * 2.8} ${m + s * (x + 8)} ${y + d * 3}C${m + s * (x - 10)} ${y + d * 3.05} ${m + s * 40} ${y + d * 2.9} ${m} ${y + d * 2.6}Z`
  return fall(-1) + fall(1)
}

const bun =
  (y: number, r: number) =>
  (p: FacePlan): string =>
    path`M${m - r} ${p.crown + y}a${r} ${r * 0.94} 0 1 1 ${2 * r} 0a${r} ${r * 0.94} 0 1 1 ${-2 * r} 0Z`

const tail = (p: FacePlan): string =>
  path`M${m + p.half - 26} ${p.crown + 8}C${m + p.half + 66} ${p.crown - 8} ${m + p.half + 74} ${p.chin - 60} ${m + p.half + 48} ${p.chin + 52}C${m + p.half + 36} ${p.chin + 20} ${m + p.half + 8} ${p.chin - 80} ${m + p.half - 10} ${p.eyeY}Z`

const sidePart: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 7} ${end}C${m + p.half - 4} ${p.eyeY - 34} ${m + p.half - 10} ${p.eyeY - 44} ${m + p.half - 14} ${p.eyeY - 54}C${m + 30} ${p.eyeY - 58} ${m - 8} ${top + 26} ${m - 26} ${top}C${m - 62} ${top + 14} ${m - p.half + 6} ${p.eyeY - 50} ${m - p.half + 7} ${end}`
const middlePart: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 9} ${end}C${m + p.half - 4} ${p.eyeY - 46} ${m + 46} ${top + 26} ${m} ${top - 6}C${m - 46} ${top + 26} ${m - p.half + 4} ${p.eyeY - 46} ${m - p.half + 9} ${end}`
const fringe: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 8} ${end}L${m + p.half - 10} ${top + 30}Q${m} ${top + 16} ${m - p.half + 10} ${top + 30}L${m - p.half + 8} ${end}`
const sweptBack: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 3} ${end}C${m + p.half - 8} ${p.eyeY - 48} ${m + p.half - 30} ${top - 2} ${m} ${top - 6}C${m - p.half + 30} ${top - 2} ${m - p.half + 8} ${p.eyeY - 48} ${m - p.half + 3} ${end}`
const shortSide: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 5} ${end}L${m + p.half - 10} ${p.eyeY - 44}C${m + p.half - 26} ${top + 6} ${m + 30} ${top + 12} ${m - 34} ${top - 8}C${m - 52} ${top + 12} ${m - p.half + 16} ${top + 14} ${m - p.half + 10} ${p.eyeY - 40}L${m - p.half + 5} ${end}`
const shortRound: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 5} ${end}L${m + p.half - 12} ${p.eyeY - 42}C${m + p.half - 18} ${top + 4} ${m + 50} ${top + 2} ${m} ${top + 2}C${m - 50} ${top + 2} ${m - p.half + 18} ${top + 4} ${m - p.half + 12} ${p.eyeY - 42}L${m - p.half + 5} ${end}`
const crew: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 4} ${end}L${m + p.half - 9} ${p.eyeY - 56}L${m + p.half - 24} ${top + 4}Q${m} ${top - 12} ${m - p.half + 24} ${top + 4}L${m - p.half + 9} ${p.eyeY - 56}L${m - p.half + 4} ${end}`
const quiff: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 5} ${end}L${m + p.half - 10} ${p.eyeY - 50}C${m + p.half - 14} ${top + 4} ${m + 52} ${top - 20} ${m + 18} ${top - 12}C${m - 14} ${top - 4} ${m - 40} ${top - 20} ${m - p.half + 22} ${top + 10}L${m - p.half + 10} ${p.eyeY - 46}L${m - p.half + 5} ${end}`
const curtain: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 6} ${end}C${m + p.half - 8} ${p.eyeY - 40} ${m + p.half - 20} ${p.eyeY - 44} ${m + p.half - 26} ${p.eyeY - 46}C${m + 40} ${top + 18} ${m + 14} ${top + 2} ${m - 6} ${top - 10}C${m - 20} ${top + 4} ${m - 44} ${top + 22} ${m - p.half + 24} ${p.eyeY - 42}C${m - p.half + 16} ${p.eyeY - 42} ${m - p.half + 8} ${p.eyeY - 40} ${m - p.half + 6} ${end}`
const receding: HairStyle['line'] = (p, top, end) =>
  path`L${m + p.half - 4} ${end}C${m + p.half - 10} ${p.eyeY - 50} ${m + p.half - 8} ${top - 14} ${m + p.half - 36} ${top - 24}C${m + 40} ${top - 34} ${m + 26} ${top - 6} ${m} ${top - 8}C${m - 26} ${top - 6} ${m - 40} ${top - 34} ${m - p.half + 36} ${top - 24}C${m - p.half + 8} ${top - 14} ${m - p.half + 10} ${p.eyeY - 50} ${m - p.half + 4} ${end}`

const styles: Readonly<Record<HairShape, HairStyle>> = {
  'long-side': { lift: 24, side: 0.1, back: hanging(28, 48, 6), line: sidePart },
  'long-middle': { lift: 22, side: 0.25, back: hanging(32, 74, 18), line: middlePart },
  'long-wavy': { lift: 26, side: 0.15, back: waves, line: sidePart },
  bob: { lift: 22, side: 0.2, back: hanging(24, -8, 26), line: sidePart },
  'bob-fringe': { lift: 22, side: 0.3, back: hanging(22, 2, 14), line: fringe },
  ponytail: { lift: 16, side: -0.05, back: tail, line: sweptBack },
  'low-bun': { lift: 20, side: 0.1, back: (p) => hanging(6, -66, 40)(p), line: middlePart },
  'high-bun': { lift: 15, side: 0, back: bun(-26, 38), line: sweptBack },
  pixie: { lift: 20, side: 0.18, back: null, line: (p, top, end) => sidePart(p, top + 6, end) },
  turban: { lift: 18, side: -0.1, back: null, line: middlePart },
  'short-side': { lift: 19, side: -0.14, back: null, line: shortSide },
  'short-round': { lift: 17, side: -0.06, back: null, line: shortRound },
  crew: { lift: 9, side: -0.16, back: null, line: crew },
  quiff: { lift: 30, side: -0.12, back: null, line: quiff },
  curtain: { lift: 21, side: 0.04, back: null, line: curtain },
  curly: { lift: 16, side: -0.05, back: null, line: shortRound },
  receding: { lift: 9, side: -0.06, back: null, line: receding },
  'bald-crown': { lift: 0, side: 0, back: null, line: sweptBack },
}

const mirror = (svg: string, isMirrored: boolean): string =>
  isMirrored ? `<g transform="translate(480 0) scale(-1 1)">${svg}</g>` : svg

/** The cap's outline without its hairline, open towards the face. */
const capOutline = (f: PortraitFeatures, p: FacePlan): { readonly outline: string; readonly end: number } => {
  const { lift, side } = styles[f.hair.shape]
  const end = p.eyeY + side * (p.chin - p.eyeY)
  // A cubic with both controls at this height peaks `lift` above the crown.
  const arch = end - (end - p.crown + lift) / 0.75
  const out = p.half + lift * 0.6 + 6
  return {
    end,
    outline: path`M${m - p.half - 6} ${end}C${m - out} ${arch} ${m + out} ${arch} ${m + p.half + 6} ${end}`,
  }
}

/** Also fills the cap behind the head, so that no wall shows between hairline and skull. */
export const drawHairBehind = (f: PortraitFeatures, p: FacePlan): string => {
  const { back } = styles[f.hair.shape]
  const behind = back
    ? mirror(`<path d="${back(p)}" fill="${shade(f.hair.colour, 0.92)}"/>`, f.hair.isMirrored)
    : ''
  return f.hair.shape === 'bald-crown'
    ? behind
    : behind + `<path d="${capOutline(f, p).outline}Z" fill="${f.hair.colour}"/>`
}

const curls = (f: PortraitFeatures, p: FacePlan): string =>
  Array.from({ length: 11 }, (_, i) => {
    const turn = Math.PI * (0.98 + (i / 10) * 1.04)
    return (
      path`<circle cx="${m + Math.cos(turn) * (p.half - 2)}" cy="${p.eyeY - 40 + Math.sin(turn) * (p.eyeY - 34 - p.crown)}" r="23"` +
      ` fill="${f.hair.colour}"/>`
    )
  }).join('')

const sides = (f: PortraitFeatures, p: FacePlan): string => {
  const one = path`M${m - p.half - 5} ${p.ear}C${m - p.half - 13} ${p.eyeY - 40} ${m - p.half - 4} ${p.eyeY - 76} ${m - p.half + 16} ${p.eyeY - 92}C${m - p.half + 8} ${p.eyeY - 60} ${m - p.half + 10} ${p.eyeY - 30} ${m - p.half + 6} ${p.ear}Z`
  const drawn = `<path d="${one}" fill="${f.hair.colour}"/>`
  return drawn + mirror(drawn, true)
}

/** A *khăn vấn*: the cloth wound around the head that many elder women wear. */
const turban = (f: PortraitFeatures, p: FacePlan): string => {
  const colour = shade(f.clothes.colour, 0.62)
  const y = p.eyeY - 62
  const band = path`M${m - p.half - 20} ${y}C${m - p.half - 24} ${p.crown - 58} ${m + p.half + 24} ${p.crown - 58} ${m + p.half + 20} ${y}C${m + p.half - 30} ${p.crown + 20} ${m - p.half + 30} ${p.crown + 20} ${m - p.half - 20} ${y}Z`
  const fold = path`M${m - p.half - 8} ${y - 26}C${m - 40} ${p.crown - 24} ${m + 50} ${p.crown - 26} ${m + p.half + 6} ${y - 30}`
  return `<path d="${band}" fill="${colour}"/><path d="${fold}" fill="none" stroke="${shade(colour, 1.22)}" stroke-width="4" stroke-linecap="round"/>`
}

export const drawHairBefore = (f: PortraitFeatures, p: FacePlan): string => {
  const style = styles[f.hair.shape]
  if (f.hair.shape === 'bald-crown') {
    return sides(f, p)
  }
  const top = p.crown + 38 - f.hair.hairline * 20
  const { end, outline } = capOutline(f, p)
  const cap = outline + style.line(p, top, end) + 'Z'
  const drawn = `<path d="${cap}" fill="${f.hair.colour}"/>`
  if (f.hair.shape === 'curly') {
    return curls(f, p) + drawn
  }
  if (f.hair.shape === 'turban') {
    return drawn + turban(f, p)
  }
  return mirror(drawn, f.hair.isMirrored)
}
