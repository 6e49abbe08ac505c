// The face of a Đông Sơn drum, drawn by code: a sun of fourteen rays, rings of tangent circles, saw-teeth,
// ladder bands and a
// flight of Lạc birds going against the clock. Units: the rim has radius 100.
const turn = Math.PI * 2
const n1 = (n: number) => String(Math.round(n * 10) / 10)
const at = (radius: number, angle: number) =>
  `${n1(radius * Math.sin(angle))} ${n1(-radius * Math.cos(angle))}`
const range = (count: number) => Array.from({ length: count }, (_, i) => i)
const around = (count: number, draw: (angle: number, step: number) => string) =>
  range(count)
    .map((i) => draw((i / count) * turn, turn / count))
    .join('')
const circle = (radius: number, x = 0, y = 0) =>
  `M${n1(x - radius)} ${n1(y)}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0`
const ringOfCircles = (radius: number, size: number, count: number) =>
  around(count, (a) => circle(size, radius * Math.sin(a), -radius * Math.cos(a)))
const teeth = (inner: number, outer: number, count: number) =>
  around(count, (a, step) => `M${at(inner, a - step / 2)}L${at(outer, a)}L${at(inner, a + step / 2)}`)
const rungs = (inner: number, outer: number, count: number) =>
  around(count, (a) => `M${at(inner, a)}L${at(outer, a)}`)

const sun = () => `${around(14, (a, step) => `${a ? 'L' : 'M'}${at(20, a)}L${at(7.2, a + step / 2)}`)}Z`
/** Feather marks between the rays. */
const chevrons = () =>
  around(14, (a, step) => `M${at(19, a + step * 0.3)}L${at(12.2, a + step / 2)}L${at(19, a + step * 0.7)}`)

/** A Lạc bird seen from the side: long beak, crest, one wing up and one down, fan tail. Quadratic curves as
 * control x, y and end x, y;
 *  x runs along the flight, y away from the middle. */
const birdCurves = [
  [10, 2.2, 7, 2.6],
  [5.4, 5, 1.8, 5.6],
  [3.8, 3.8, 3.4, 2.2],
  [-1, 6, -4.5, 11.5],
  [-6.2, 6, -4.6, 1.8],
  [-9, 1.6, -14.5, 4],
  [-12.4, 0.6, -14.5, -3],
  [-9, -1.2, -4.4, -1.6],
  [-3.8, -4.6, -6.4, -7.4],
  [-0.6, -5.6, 1.6, -1.4],
  [5, -0.6, 7.4, 0.6],
  [10, 0.6, 14, 0.8],
] as const
const bird = (radius: number, angle: number, size: number) => {
  const put = (x: number, y: number) => at(radius + y * size, angle - (x * size) / radius)
  return `M${put(14, 0.8)}${birdCurves.map(([cx, cy, x, y]) => `Q${put(cx, cy)} ${put(x, y)}`).join('')}Z`
}

const draw = () => ({
  solid: sun() + around(14, (a) => bird(57, a, 0.76)) + around(18, (a) => bird(87.2, a, 0.74)),
  line:
    chevrons() +
    [22, 28.4, 31, 37.4, 40, 46.4, 49, 66.4, 69, 75.2, 78, 97.4, 99.4].map((r) => circle(r)).join('') +
    ringOfCircles(25.2, 2.5, 32) +
    teeth(31, 37.4, 48) +
    rungs(40, 46.4, 96) +
    ringOfCircles(72.1, 2.4, 80).concat(ringOfCircles(72.1, 0.5, 80)),
})

let drawn: ReturnType<typeof draw> | undefined

/** Fills its box; takes the current colour. */
export const DrumRosette = ({ class: name }: { class?: string }) => {
  drawn ??= draw()
  return (
    <svg class={name} viewBox="-100 -100 200 200" aria-hidden="true">
      <path d={drawn.solid} fill="currentColor" />
      <path d={drawn.line} fill="none" stroke="currentColor" stroke-width=".55" />
    </svg>
  )
}
