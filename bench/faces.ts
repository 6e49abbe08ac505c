/**
 * The face models on real photographs of a development package: scores of the same person and of strangers,
 * liveness, and the time of each reading.
 * `--models FOLDER` takes other models than the development package's.
 */
import { openFaceModel, type FaceReading } from '../server/modules/evidence/biometrics/face/face-model.ts'
import { readPortrait } from '../server/modules/evidence/biometrics/face/portrait-reader.ts'
import { FACE_MODELS, noPeople, people, photograph } from '../testing/face-photographs.ts'

interface Read {
  readonly name: string
  readonly person: number
  readonly reading: FaceReading
}
interface Pair {
  readonly score: number
  readonly names: string
}

const likeness = (one: Float32Array, two: Float32Array): number =>
  one.reduce((sum, value, i) => sum + value * (two[i] ?? 0), 0)

const pairsOf = (all: readonly Read[], isWanted: (one: Read, two: Read) => boolean): Pair[] =>
  all
    .flatMap((one, i) =>
      all.slice(i + 1).flatMap((two): Pair[] => {
        const [a, b] = [one.reading.features, two.reading.features]
        return a && b && isWanted(one, two)
          ? [{ score: likeness(a, b), names: `${one.name} ${two.name}` }]
          : []
      }),
    )
    .sort((a, b) => a.score - b.score)

const told = (pairs: readonly Pair[]): Record<string, unknown> => {
  const at = (share: number): number =>
    Math.round((pairs[Math.min(pairs.length - 1, Math.floor(share * pairs.length))]?.score ?? 0) * 1000) /
    1000
  return {
    n: pairs.length,
    least: at(0),
    p05: at(0.05),
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    most: at(1),
    lowest: pairs[0]?.names,
    highest: pairs.at(-1)?.names,
  }
}

export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const models = args[args.indexOf('--models') + 1 || args.length] ?? FACE_MODELS
  const loading = performance.now()
  const model = await openFaceModel(models)
  const load_ms = Math.round(performance.now() - loading)
  const times: number[] = []
  const read = async (name: string, person: number): Promise<Read> => {
    const portrait = await readPortrait(await photograph(name))
    if (!portrait.ok) {
      throw new Error(`${name} cannot be read`)
    }
    const began = performance.now()
    const reading = await model(portrait.image.pixels)
    times.push(performance.now() - began)
    return { name, person, reading }
  }
  const all: Read[] = []
  for (const [person, names] of people.entries()) {
    for (const name of names) {
      all.push(await read(name, person))
    }
  }
  const others: Read[] = []
  for (const name of [...noPeople.masks, ...noPeople.drawings]) {
    others.push(await read(name, -1))
  }
  const lives = all.map(({ reading }) => reading.liveness ?? 0).sort((a, b) => a - b)
  return {
    photographs: all.length,
    people: people.length,
    found: all.filter(({ reading }) => reading.faces === 1).length,
    load_ms,
    reading_ms: Math.round(times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0),
    oneSitting: told(pairsOf(all, (one, two) => one.person === 0 && two.person === 0)),
    differentDays: told(pairsOf(all, (one, two) => one.person === two.person && one.person > 0)),
    strangers: told(pairsOf(all, (one, two) => one.person !== two.person)),
    masksAndDrawings: told(pairsOf([...all, ...others], (one, two) => one.person < 0 !== two.person < 0)),
    liveness: { least: lives[0], second: lives[1], median: lives[lives.length >> 1] },
    livenessOfOthers: others.map(({ name, reading }) => ({
      name,
      faces: reading.faces,
      liveness: reading.liveness,
    })),
  }
}
