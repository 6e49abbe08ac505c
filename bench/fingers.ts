/**
 * The fingerprint matcher's errors on invented fingers: `--fingers 250` (each against each other), `--presses
 * 6`, `--plot FILE.svg`. Scores of the same
 * finger and of strangers, the rates of false match and false non-match at each threshold, and the time of
 * one comparison. It measures the
 * matcher against our own generator; about people it says nothing.
 */
import { writeFile } from 'node:fs/promises'
import {
  PRINT_THRESHOLDS,
  referenceFingerMatcher as matcher,
} from '../server/modules/evidence/biometrics/fingers/finger-matcher.ts'
import { leastPrintQuality } from '../server/modules/evidence/biometrics/rules.ts'
import { now } from '../server/kernel/clock.ts'
import { inForce } from '../server/kernel/policy.ts'
import { impressionOf } from '../world/fingers/impression.ts'
import { masterFinger } from '../world/fingers/master-finger.ts'
import { plotErrors, type Scores } from './fingers-part-plot.ts'

const option = (args: readonly string[], name: string, otherwise: string): string =>
  args[args.indexOf(`--${name}`) + 1 || args.length] ?? otherwise

interface Subject {
  readonly kept: Uint8Array
  readonly clean: readonly Uint8Array[]
  readonly worn: readonly Uint8Array[]
}

const subjectOf = (seed: string, presses: number): Subject => {
  const finger = masterFinger(`bench ${seed}`)
  const press = (skin: 'clean' | 'worn', k: number): Uint8Array =>
    impressionOf(finger, 'right-index', skin, `bench ${seed} ${skin} ${k}`).template
  const all = Array.from({ length: presses }, (_, k) => k)
  return {
    kept: impressionOf(finger, 'right-index', 'careful', `bench ${seed} kept`).template,
    clean: all.map((k) => press('clean', k)),
    worn: all.map((k) => press('worn', k)),
  }
}

const sorted = (scores: readonly number[]): number[] => scores.toSorted((a, b) => a - b)
const quantiles = (scores: readonly number[]): Record<string, number> => {
  const list = sorted(scores)
  const at = (share: number): number => list[Math.min(list.length - 1, Math.floor(share * list.length))] ?? 0
  return {
    n: list.length,
    least: at(0),
    p01: at(0.01),
    p05: at(0.05),
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    p999: at(0.999),
    most: at(1),
  }
}

/** Share of strangers at or above a threshold, and of the same finger below it. */
const falseMatches = ({ strangers }: Scores, threshold: number): number =>
  strangers.filter((score) => score >= threshold).length / strangers.length
const falseNonMatches = (genuine: readonly number[], threshold: number): number =>
  genuine.filter((score) => score < threshold).length / genuine.length

const equalError = (scores: Scores): { rate: number; at: number } => {
  let best = { rate: 1, at: 0, apart: 2 }
  for (let step = 0; step <= 1000; step++) {
    const [fmr, fnmr] = [falseMatches(scores, step / 1000), falseNonMatches(scores.genuine, step / 1000)]
    if (Math.abs(fmr - fnmr) < best.apart) {
      best = { rate: (fmr + fnmr) / 2, at: step / 1000, apart: Math.abs(fmr - fnmr) }
    }
  }
  return { rate: best.rate, at: best.at }
}

const curve = (scores: Scores): { threshold: number; fmr: number; fnmr: number; fnmrReadable: number }[] =>
  [0.1, 0.15, 0.2, 0.22, 0.25, 0.28, 0.3, 0.32, 0.35, 0.38, 0.4, 0.45, 0.5, 0.6].map((threshold) => ({
    threshold,
    fmr: falseMatches(scores, threshold),
    fnmr: falseNonMatches(scores.genuine, threshold),
    fnmrReadable: falseNonMatches(scores.readable, threshold),
  }))

const score = (reference: Uint8Array, candidate: Uint8Array): number =>
  matcher.compare(reference, candidate).score

const scoresOf = (subjects: readonly Subject[], skin: 'clean' | 'worn'): Scores => {
  const least = inForce(leastPrintQuality, now())
  const presses = subjects.flatMap(({ kept, [skin]: all }) =>
    all.map((press) => ({ isReadable: matcher.quality(press) >= least, score: score(kept, press) })),
  )
  // One press of each other finger; pairs of one crowd are not independent, and more presses would make them
  // less so.
  const strangers = subjects.flatMap(({ kept }, i) =>
    subjects.flatMap(({ [skin]: [press] }, j) => (i === j || !press ? [] : [score(kept, press)])),
  )
  return {
    genuine: presses.map((one) => one.score),
    readable: presses.filter((one) => one.isReadable).map((one) => one.score),
    strangers,
  }
}

export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const subjects = Array.from({ length: Number(option(args, 'fingers', '100')) }, (_, i) =>
    subjectOf(String(i), Number(option(args, 'presses', '6'))),
  )
  const began = performance.now()
  const [clean, worn] = [scoresOf(subjects, 'clean'), scoresOf(subjects, 'worn')]
  const comparisons = [clean, worn].reduce(
    (sum, { genuine, strangers }) => sum + genuine.length + strangers.length,
    0,
  )
  const each_ms = (performance.now() - began) / comparisons
  const plot = option(args, 'plot', '')
  if (plot) {
    await writeFile(plot, plotErrors(clean, worn, PRINT_THRESHOLDS))
  }
  const told = (scores: Scores): Record<string, unknown> => ({
    genuine: quantiles(scores.genuine),
    readable: quantiles(scores.readable),
    strangers: quantiles(scores.strangers),
    equalError: equalError(scores),
    curve: curve(scores),
    atThresholds: {
      falseMatch: falseMatches(scores, PRINT_THRESHOLDS.match),
      strangerNotRefused: falseMatches(scores, PRINT_THRESHOLDS.noMatch),
      notMatched: falseNonMatches(scores.readable, PRINT_THRESHOLDS.match),
      refused: falseNonMatches(scores.readable, PRINT_THRESHOLDS.noMatch),
    },
  })
  return {
    fingers: subjects.length,
    comparisons,
    each_ms: Math.round(each_ms * 1000) / 1000,
    thresholds: PRINT_THRESHOLDS,
    clean: told(clean),
    worn: told(worn),
  }
}
