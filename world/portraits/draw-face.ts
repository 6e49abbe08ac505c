/** Head, ears, brows, eyes, nose, mouth, glasses and the quiet marks of age. */
import { MIDDLE as m, path, shade, type FacePlan } from './face-plan.ts'
import type { PortraitFeatures } from './portrait-features.ts'

type Draw = (f: PortraitFeatures, p: FacePlan) => string

const both = (draw: (side: -1 | 1) => string): string => draw(-1) + draw(1)
const line = (d: string, colour: string, width: number, extra = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${Math.round(width * 10) / 10}" stroke-linecap="round" stroke-linejoin="round"${extra}/>`

export const drawHead: Draw = (f, p) => {
  const jaw = p.half * (0.44 + f.face.jaw * 0.36)
  const rise = p.ear - (p.ear - p.crown) / 0.75
  const fall = p.ear + (p.chin - p.ear) * 0.62
  const head = path`M${m - p.half} ${p.ear}C${m - p.half} ${rise} ${m + p.half} ${rise} ${m + p.half} ${p.ear}C${m + p.half} ${fall} ${m + jaw} ${p.chin} ${m} ${p.chin}C${m - jaw} ${p.chin} ${m - p.half} ${fall} ${m - p.half} ${p.ear}Z`
  const ears = both((s) => {
    const x = m + s * (p.half + 3)
    const inner = path`M${x + s * 5} ${p.ear - 8}q${-s * 8} ${3} ${-s * 5} ${15}`
    return (
      path`<ellipse cx="${x}" cy="${p.ear + 2}" rx="${15 * f.ears}" ry="${24 * f.ears}"` +
      ` fill="${f.skin}"/>` +
      line(inner, shade(f.skin, 0.8), 3)
    )
  })
  return `${ears}<path d="${head}" fill="${f.skin}"/>`
}

export const drawNeck: Draw = (f, p) => {
  const { neckHalf: n, chin } = p
  const neck = path`M${m - n} ${chin - 50}L${m - n} ${chin + 48}Q${m} ${chin + 112} ${m + n} ${chin + 48}L${m + n} ${chin - 50}Z`
  const shadow = path`M${m - n} ${chin - 40}L${m - n} ${chin + 6}Q${m} ${chin + 44} ${m + n} ${chin + 6}L${m + n} ${chin - 40}Z`
  return `<path d="${neck}" fill="${f.skin}"/><path d="${shadow}" fill="${shade(f.skin, 0.8)}"/>`
}

const drawBrows: Draw = (f, p) => {
  const colour = f.age >= 60 ? shade(f.hair.colour, 0.8) : shade(f.hair.colour, 0.85)
  const w = 22 * f.brows.width
  const y = p.eyeY - 27 * f.brows.distance
  return both((s) => {
    const x = m + s * p.eyeX
    return line(
      path`M${x - s * w} ${y + f.brows.tilt * 5}Q${x} ${y - 11 * f.brows.arch} ${x + s * w} ${y - f.brows.tilt * 4 + 2}`,
      colour,
      6 * f.brows.thickness,
    )
  })
}

const drawEyes: Draw = (f, p) => {
  const rx = 9.6 * f.eyes.size
  const ry = 11.4 * f.eyes.size * f.eyes.openness
  return both((s) => {
    const x = m + s * p.eyeX
    const eye =
      path`<ellipse cx="${x}" cy="${p.eyeY}" rx="${rx}" ry="${ry}"` +
      ` fill="${f.eyes.colour}"/>` +
      path`<circle cx="${x + 3.2}" cy="${p.eyeY - ry * 0.36}" r="${2.7 * f.eyes.size}"` +
      ' fill="#fff" fill-opacity="0.9"/>'
    const lid = f.eyes.hasLid
      ? line(
          path`M${x - s * (rx + 5)} ${p.eyeY - ry * 0.5}Q${x} ${p.eyeY - ry - 6} ${x + s * (rx + 8)} ${p.eyeY - ry * 0.72}`,
          shade(f.eyes.colour, 0.9),
          3.6,
        )
      : ''
    return eye + lid
  })
}

const drawNose: Draw = (f, p) => {
  const colour = shade(f.skin, 0.76)
  const w = 9 * f.nose.width
  if (f.nose.kind === 'side') {
    return line(
      path`M${m - 3} ${p.noseY - 26}q${-w} ${22} ${-w * 0.7} ${27}q${w * 0.5} ${5} ${w * 1.3} ${4}`,
      colour,
      4.4,
    )
  }
  const base = line(
    path`M${m - w * 1.2} ${p.noseY}Q${m} ${p.noseY + 10} ${m + w * 1.2} ${p.noseY}`,
    colour,
    4.6,
  )
  if (f.nose.kind === 'soft') {
    return base
  }
  return (
    base + both((s) => line(path`M${m + s * w * 1.2} ${p.noseY}q${s * 6} ${-4} ${s * 2} ${-11}`, colour, 4.2))
  )
}

const drawMouth: Draw = (f, p) => {
  const w = 27 * f.mouth.width
  const dip = 15 * f.mouth.curve
  const y = p.mouthY - dip * 0.3
  const lip = f.sex === 'female' ? '#b4453f' : shade(f.skin, 0.58)
  if (f.mouth.kind === 'smile') {
    return line(path`M${m - w} ${y}Q${m} ${y + dip} ${m + w} ${y}`, f.sex === 'female' ? lip : '#a24b3c', 5.4)
  }
  if (f.mouth.kind === 'open') {
    return (
      `<path d="${path`M${m - w} ${y}Q${m} ${y + 4} ${m + w} ${y}Q${m} ${y + dip * 2.5} ${m - w} ${y}Z`}" fill="#fff"/>` +
      line(
        path`M${m - w} ${y}Q${m} ${y + 4} ${m + w} ${y}Q${m} ${y + dip * 2.5} ${m - w} ${y}Z`,
        '#a24b3c',
        4.4,
      )
    )
  }
  return (
    `<path d="${path`M${m - w} ${y}Q${m - w * 0.4} ${y - 8} ${m} ${y - 2}Q${m + w * 0.4} ${y - 8} ${m + w} ${y}Q${m} ${y + dip * 1.7} ${m - w} ${y}Z`}" fill="${lip}"/>` +
    line(path`M${m - w + 3} ${y + 0.5}Q${m} ${y + dip * 0.55} ${m + w - 3} ${y + 0.5}`, shade(lip, 0.72), 2.6)
  )
}

const drawAge: Draw = (f, p) => {
  if (f.age < 48) {
    return ''
  }
  const colour = shade(f.skin, 0.84)
  const folds = both((s) =>
    line(path`M${m + s * 24} ${p.noseY + 6}q${s * 15} ${10} ${s * 13} ${24}`, colour, 3.4),
  )
  if (f.age < 60) {
    return folds
  }
  const pouches = both((s) =>
    line(path`M${m + s * (p.eyeX - 13)} ${p.eyeY + 19}q${s * 13} ${7} ${s * 26} ${0}`, colour, 3),
  )
  const corners = both((s) =>
    line(
      path`M${m + s * (p.half - 18)} ${p.eyeY - 2}l${s * 11} ${-5}m${-s * 11} ${11}l${s * 11} ${3}`,
      colour,
      3,
    ),
  )
  return folds + pouches + corners
}

const drawBlush: Draw = (f, p) =>
  f.hasBlush
    ? both(
        (s) =>
          path`<ellipse cx="${m + s * p.half * 0.58}" cy="${(p.eyeY + p.mouthY) / 2 + 12}" rx="19" ry="12"` +
          ' fill="#d9623f" fill-opacity="0.13"/>',
      )
    : ''

const drawMole: Draw = (f, p) =>
  f.mole
    ? path`<circle cx="${m + f.mole.x * p.half}" cy="${(p.eyeY + p.mouthY) / 2 + f.mole.y * (p.chin - p.eyeY) * 0.5}" r="4.2"` +
      ` fill="${shade(f.skin, 0.42)}"/>`
    : ''

const drawFacialHair: Draw = (f, p) => {
  const colour = shade(f.hair.colour, 0.95)
  const y = p.mouthY - 17
  const moustache = `<path d="${path`M${m} ${y - 3}C${m + 18} ${y - 9} ${m + 32} ${y} ${m + 38} ${y + 12}C${m + 22} ${y + 7} ${m + 10} ${y + 6} ${m} ${y + 5}C${m - 10} ${y + 6} ${m - 22} ${y + 7} ${m - 38} ${y + 12}C${m - 32} ${y} ${m - 18} ${y - 9} ${m} ${y - 3}Z`}" fill="${colour}"/>`
  const tuft = (depth: number, w: number): string =>
    `<path d="${path`M${m - w} ${p.mouthY + 17}Q${m} ${p.mouthY + 12} ${m + w} ${p.mouthY + 17}Q${m + w * 0.7} ${p.chin + depth} ${m} ${p.chin + depth + 4}Q${m - w * 0.7} ${p.chin + depth} ${m - w} ${p.mouthY + 17}Z`}" fill="${colour}"/>`
  if (f.facialHair === 'moustache') {
    return moustache
  }
  if (f.facialHair === 'goatee') {
    return moustache + tuft(4, 17)
  }
  return f.facialHair === 'beard' ? moustache + tuft(46, 27) : ''
}

const drawGlasses: Draw = (f, p) => {
  if (f.glasses === 'none') {
    return ''
  }
  const r = Math.min(31, p.eyeX - 7)
  const colour = f.glasses === 'square' ? '#2b2f36' : '#453830'
  const glass = ' fill="#ffffff" fill-opacity="0.22"'
  const lens = (s: -1 | 1): string => {
    const x = m + s * p.eyeX
    if (f.glasses === 'round') {
      return (
        path`<circle cx="${x}" cy="${p.eyeY + 2}" r="${r}"` + `${glass} stroke="${colour}" stroke-width="5"/>`
      )
    }
    const h = r * 0.78
    const frame =
      path`<rect x="${x - r}" y="${p.eyeY - h + 2}" width="${2 * r}" height="${2 * h}" rx="9"` +
      `${glass} stroke="${colour}" stroke-width="${f.glasses === 'square' ? 6 : 2.6}"/>`
    return f.glasses === 'browline'
      ? frame +
          line(
            path`M${x - r} ${p.eyeY - h + 8}q${1} ${-7} ${9} ${-7}h${2 * r - 18}q${8} ${0} ${9} ${7}`,
            colour,
            8,
          )
      : frame
  }
  const gap = p.eyeX - r
  const bridge = line(
    path`M${m - gap} ${p.eyeY - 1}Q${m} ${p.eyeY - 9} ${m + gap} ${p.eyeY - 1}`,
    colour,
    4.6,
  )
  const arms = both((s) =>
    line(path`M${m + s * (p.eyeX + r)} ${p.eyeY - 2}L${m + s * (p.half + 2)} ${p.eyeY - 6}`, colour, 4.6),
  )
  return both(lens) + bridge + arms
}

export const drawEarrings: Draw = (f, p) =>
  f.hasEarrings
    ? both(
        (s) =>
          path`<circle cx="${m + s * (p.half + 5)}" cy="${p.ear + 30 * f.ears}" r="6"` + ' fill="#e2b23c"/>',
      )
    : ''

export const drawFace: Draw = (f, p) =>
  [drawBlush, drawAge, drawMole, drawEyes, drawBrows, drawNose, drawFacialHair, drawMouth, drawGlasses]
    .map((draw) => draw(f, p))
    .join('')
