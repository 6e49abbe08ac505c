// Sen's own mark: a lotus of five petals. It is no state emblem and resembles none.
const petal = (angle: number, length: number) => {
  const spin = `rotate(${angle} 16 26)`
  return {
    spin,
    d: `M16 26c-${length * 0.3} -${length * 0.28}-${length * 0.27} -${length * 0.72} 0 -${length}c${length * 0.27} ${length * 0.28} ${length * 0.3} ${length * 0.72} 0 ${length}Z`,
  }
}

const petals = [
  { ...petal(-66, 15.5), opacity: 0.45 },
  { ...petal(66, 15.5), opacity: 0.45 },
  { ...petal(-34, 18.5), opacity: 0.7 },
  { ...petal(34, 18.5), opacity: 0.7 },
  { ...petal(0, 21), opacity: 1 },
]

/** Drawn in the current colour. Decorative: the name stands beside it. */
export const Lotus = ({ size = 32, class: name }: { size?: number; class?: string }) => (
  <svg
    class={name}
    viewBox="0 2 32 27"
    style={`width:${size / 16}rem;height:${(size * 27) / 32 / 16}rem`}
    fill="currentColor"
    aria-hidden="true"
  >
    {petals.map(({ spin, d, opacity }) => (
      <path key={spin} d={d} transform={spin} opacity={opacity} />
    ))}
  </svg>
)
