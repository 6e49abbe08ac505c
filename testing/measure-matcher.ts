/**
 * Measures the reference matcher: `node testing/measure-matcher.ts [people] [people with variants]`.
 * The figures stand in docs/decisions/0005-portraits.md.
 */
import { signFace, type FaceSignature } from '../server/modules/evidence/biometrics/face/face-signature.ts'
import { readPortrait } from '../server/modules/evidence/biometrics/face/portrait-reader.ts'
import {
  likenessOf,
  REFERENCE_THRESHOLDS,
} from '../server/modules/evidence/biometrics/face/reference-matcher.ts'
import { castFeatures } from '../world/portraits/cast-features.ts'
import { featuresFromSeed, portraitJpeg, portraitSvg } from '../world/portraits/draw-portrait.ts'
import type { PortraitFeatures } from '../world/portraits/portrait-features.ts'
import { portraitVariant, variantNames } from './portrait-variants.ts'

/** The cast first, then a crowd of both sexes and all ages. */
export const crowd = (people: number): PortraitFeatures[] => [
  ...Object.values(castFeatures),
  ...Array.from({ length: people }, (_, i) =>
    featuresFromSeed(`crowd ${i}`, { sex: i % 2 ? 'male' : 'female', age: 7 + ((i * 7) % 75) }),
  ),
]

const sign = async (picture: Buffer): Promise<FaceSignature> => {
  const read = await readPortrait(picture)
  const signature = read.ok ? signFace(read.image.pixels) : null
  if (!signature) {
    throw new Error('a drawn portrait has no signature')
  }
  return signature
}

export interface Distribution {
  /** Ascending scores. */
  readonly strangers: readonly number[]
  readonly same: Readonly<Record<string, readonly number[]>>
}

/** Every `stride`th pair of strangers; variants of the first `withVariants` people. */
export const measure = async (
  people: readonly PortraitFeatures[],
  withVariants: number,
  stride: number,
): Promise<Distribution> => {
  // One after the other: the reader turns away a rush.
  const signatures: FaceSignature[] = []
  for (const features of people) {
    signatures.push(await sign(await portraitJpeg(portraitSvg(features))))
  }
  const strangers: number[] = []
  let pair = 0
  signatures.forEach((one, i) => {
    for (const two of signatures.slice(i + 1)) {
      pair += 1
      if (pair % stride === 0) {
        strangers.push(likenessOf(one, two))
      }
    }
  })
  const same: Record<string, number[]> = {}
  for (const name of variantNames) {
    const scores = await Promise.all(
      people.slice(0, withVariants).map(async (features, i) => {
        const reference = signatures[i]
        return reference
          ? likenessOf(reference, await sign(await portraitVariant(features, name, `day two ${i}`)))
          : 0
      }),
    )
    same[name] = scores.sort((a, b) => a - b)
  }
  return { strangers: strangers.sort((a, b) => a - b), same }
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(3)} %`

if (import.meta.main) {
  const { strangers, same } = await measure(
    crowd(Number(process.argv[2] ?? 300)),
    Number(process.argv[3] ?? 60),
    1,
  )
  const { match, noMatch } = REFERENCE_THRESHOLDS
  const at = (list: readonly number[], share: number): string =>
    (list[Math.floor((list.length - 1) * share)] ?? 0).toFixed(3)
  const lines = [
    `strangers ${strangers.length}: median ${at(strangers, 0.5)}, 99 % ${at(strangers, 0.99)}, 99.9 % ${at(strangers, 0.999)}, most ${at(strangers, 1)}; taken for a match ${percent(strangers.filter((s) => s >= match).length, strangers.length)}, unsure ${percent(strangers.filter((s) => s >= noMatch && s < match).length, strangers.length)}`,
  ]
  for (const [name, scores] of Object.entries(same)) {
    lines.push(
      `${name} ${scores.length}: least ${at(scores, 0)}, median ${at(scores, 0.5)}; unsure ${percent(scores.filter((s) => s >= noMatch && s < match).length, scores.length)}, taken for another ${percent(scores.filter((s) => s < noMatch).length, scores.length)}`,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}
