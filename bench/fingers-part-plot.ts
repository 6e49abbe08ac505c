/**
 * The error curve as a picture: false match and false non-match over the threshold, on a logarithmic scale,
 * as they were measured.
 */
/** `readable`: those of the same finger whose quality is enough to be compared at a counter. */
export interface Scores {
  readonly genuine: readonly number[]
  readonly readable: readonly number[]
  readonly strangers: readonly number[]
}

const BOX = { left: 64, top: 24, width: 560, height: 300 } as const
/** The lowest decade that is drawn. */
const FLOOR = -5

interface Line {
  readonly name: string
  readonly colour: string
  readonly dash: string
  rate(threshold: number): number
}

const acrossOf = (threshold: number): number => BOX.left + threshold * BOX.width
const downOf = (rate: number): number => BOX.top + (Math.log10(rate) / FLOOR) * BOX.height

const share = (scores: readonly number[], test: (score: number) => boolean): number =>
  scores.filter(test).length / scores.length

/** A rate of nothing has no place on the scale: there the line ends. */
const pathOf = ({ rate }: Line): string => {
  let path = ''
  for (let step = 0; step <= 100; step++) {
    const value = rate(step / 100)
    if (value > 0) {
      path += `${path === '' ? 'M' : 'L'}${acrossOf(step / 100).toFixed(1)} ${downOf(value).toFixed(1)}`
    }
  }
  return path
}

const linesOf = (clean: Scores, worn: Scores): readonly Line[] => [
  {
    name: `strangers taken for the same (clean; ${clean.strangers.length})`,
    colour: '#b3261e',
    dash: '',
    rate: (t) => share(clean.strangers, (s) => s >= t),
  },
  {
    name: `strangers taken for the same (worn; ${worn.strangers.length})`,
    colour: '#b3261e',
    dash: '5 4',
    rate: (t) => share(worn.strangers, (s) => s >= t),
  },
  {
    name: `same finger not matched (clean; ${clean.genuine.length})`,
    colour: '#1a5fb4',
    dash: '',
    rate: (t) => share(clean.genuine, (s) => s < t),
  },
  {
    name: `same finger not matched (worn; ${worn.genuine.length})`,
    colour: '#1a5fb4',
    dash: '5 4',
    rate: (t) => share(worn.genuine, (s) => s < t),
  },
]

export const plotErrors = (
  clean: Scores,
  worn: Scores,
  thresholds: { readonly match: number; readonly noMatch: number },
): string => {
  const lines = linesOf(clean, worn)
  const decades = Array.from({ length: -FLOOR + 1 }, (_, k) => -k).map((exponent) => {
    const y = downOf(10 ** exponent).toFixed(1)
    return `<path d="M${BOX.left} ${y}h${BOX.width}" stroke="#ddd"/><text x="${BOX.left - 8}" y="${Number(y) + 4}" text-anchor="end">${exponent === 0 ? '1' : `10^${exponent}`}</text>`
  })
  const marks = Array.from(
    { length: 11 },
    (_, k) =>
      `<text x="${acrossOf(k / 10).toFixed(1)}" y="${BOX.top + BOX.height + 18}" text-anchor="middle">${k / 10}</text>`,
  )
  const cuts = [
    [thresholds.noMatch, 'no match below'],
    [thresholds.match, 'match from'],
  ].map(
    ([at, name]) =>
      `<path d="M${acrossOf(Number(at)).toFixed(1)} ${BOX.top}v${BOX.height}" stroke="#555" stroke-dasharray="2 3"/><text x="${acrossOf(Number(at)).toFixed(1)}" y="${BOX.top - 8}" text-anchor="${name === 'match from' ? 'start' : 'end'}">${name} ${at}</text>`,
  )
  const legend = lines.map(
    ({ name, colour, dash }, k) =>
      `<path d="M${BOX.left} ${BOX.top + BOX.height + 40 + k * 18}h32" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/><text x="${BOX.left + 40}" y="${BOX.top + BOX.height + 44 + k * 18}">${name}</text>`,
  )
  const curves = lines.map(
    (line) =>
      `<path d="${pathOf(line)}" fill="none" stroke="${line.colour}" stroke-width="2" stroke-dasharray="${line.dash}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 440"
 font-family="sans-serif" font-size="12">
<title>Error rates of the reference fingerprint matcher on invented fingers, over the threshold</title>
<rect width="660" height="440" fill="#fff"/>
${[...decades, ...marks, ...cuts, ...legend].join('\n')}
${curves.join('\n')}
</svg>
`
}
