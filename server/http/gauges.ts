/**
 * Figures that are looked up when somebody asks for them. All of one answer are of one look; without the
 * database the other figures are still worth reading.
 */
import { Gauge, type Registry } from 'prom-client'

export interface Figure<Seen> {
  readonly name: string
  readonly help: string
  readonly labelNames: readonly string[]
  fill(into: Gauge, seen: Seen): void
}

export const measureFigures = <Seen>(
  registry: Registry,
  look: () => Promise<Seen>,
  figures: readonly Figure<Seen>[],
): void => {
  let looking: Promise<Seen> | null = null
  const lookOnce = (): Promise<Seen | null> => {
    looking ??= look().finally(() => {
      looking = null
    })
    return looking.catch(() => null)
  }
  for (const { fill, ...form } of figures) {
    new Gauge({
      ...form,
      registers: [registry],
      async collect() {
        const seen = await lookOnce()
        this.reset()
        if (seen) {
          fill(this, seen)
        }
      },
    })
  }
}
