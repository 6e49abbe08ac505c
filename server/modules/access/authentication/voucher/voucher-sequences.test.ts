// 20,000 random voucher cases against a yardstick that was written apart: nobody is confirmed without another
// pair of eyes, no evidence says more than it shows, and nothing that bars is waived.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Finger } from '../../../../../formats/minutiae/finger.ts'
import { Problem } from '../../../../kernel/problem.ts'
import type { PortraitTry } from '../../../evidence/capture/portrait.ts'
import type { TakenPrint } from '../../../evidence/capture/prints.ts'
import {
  decideVoucher,
  emptyVoucherContent,
  identityOf,
  issuableUntil,
  mustBeIssuable,
  secondVoucher,
  type VoucherCase,
  type VoucherContent,
  type VoucherStanding,
} from './voucher.ts'

const AT = new Date('2026-11-26T03:00:00Z')
const fingers: readonly Finger[] = [
  'right-index',
  'left-index',
  'right-thumb',
  'left-thumb',
  'right-middle',
  'left-middle',
]
const faces = ['match', 'no-match', 'unsure', 'poor', 'not-live', 'no-reference'] as const
const presses = ['match', 'no-match', 'unsure', 'poor'] as const

/** Mulberry32: the same cases on every run. */
const chanceOf = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
}
const pick = <T>(chance: () => number, from: readonly T[]): T =>
  from[Math.floor(chance() * from.length)] ?? assert.fail()

const randomContent = (chance: () => number): VoucherContent => {
  const portraits: PortraitTry[] = Array.from({ length: Math.floor(chance() * 4) }, (_, i) => ({
    outcome: pick(chance, faces),
    score: 0.5,
    hints: [],
    digest: `f${i}`,
  }))
  const prints: TakenPrint[] = Array.from({ length: Math.floor(chance() * 14) }, (_, i) => ({
    finger: pick(chance, fingers),
    outcome: pick(chance, presses),
    quality: 60,
    score: 0.5,
    digest: `p${i}`,
  }))
  const printExceptions =
    chance() < 0.3
      ? fingers.filter(() => chance() < 0.7).map((finger) => ({ finger, reason: 'injured' as const }))
      : []
  return { ...emptyVoucherContent('940191004826', 'Nguyễn Thị Hạnh'), portraits, prints, printExceptions }
}
const randomStanding = (chance: () => number): VoucherStanding => ({
  register: chance() < 0.05 ? null : { isAlive: chance() > 0.05, fingers: chance() < 0.1 ? [] : fingers },
  account: chance() < 0.05 ? null : { isBarred: chance() < 0.1 },
  consent: pick(chance, ['none', 'asked', 'agreed', 'agreed', 'agreed', 'declined'] as const),
  at: AT,
})

/** In the first three tries, as the rules have it. */
const firstTries = (prints: readonly TakenPrint[], finger: Finger): string[] =>
  prints
    .filter((one) => one.finger === finger)
    .slice(0, 3)
    .map(({ outcome }) => outcome)
const hasEvidence = (content: VoucherContent, { register }: VoucherStanding): boolean =>
  content.portraits.slice(0, 3).some(({ outcome }) => outcome === 'match') ||
  fingers.filter(
    (finger) => register?.fingers.includes(finger) && firstTries(content.prints, finger).includes('match'),
  ).length >= 2
const isBarred = ({ register, account }: VoucherStanding): boolean =>
  !register?.isAlive || !account || account.isBarred

const attempt = <T>(deed: () => T): T | null => {
  try {
    return deed()
  } catch (error) {
    if (error instanceof Problem) {
      return null
    }
    throw error
  }
}

test('no case is confirmed by rule; it waits for other eyes only with her own yes and an account that may be given back', () => {
  const chance = chanceOf(20_261_126)
  const seen = { 'waiting-second': 0, refused: 0, none: 0 }
  for (let i = 0; i < 20_000; i++) {
    const [content, standing] = [randomContent(chance), randomStanding(chance)]
    const decision = attempt(() => decideVoucher({ state: 'open', content }, standing))
    const state = decision?.state ?? 'none'
    assert.ok(state !== 'confirmed', 'by one person alone')
    seen[state]++
    if (['fingers', 'portrait'].includes(identityOf(content, standing))) {
      assert.ok(hasEvidence(content, standing), JSON.stringify(content))
    }
    if (decision?.state === 'waiting-second') {
      assert.ok(!isBarred(standing) && standing.consent === 'agreed')
    }
  }
  for (const [state, times] of Object.entries(seen)) {
    assert.ok(times > 200, `${state} came ${times} times`)
  }
})

test('the second pair of eyes waives nothing that bars, and only what waits for it can be confirmed or printed', () => {
  const chance = chanceOf(7)
  for (let i = 0; i < 20_000; i++) {
    const [content, standing] = [randomContent(chance), randomStanding(chance)]
    const of: VoucherCase = {
      state: pick(chance, ['open', 'waiting-second', 'confirmed', 'issued', 'refused', 'discarded'] as const),
      content: { ...content, confirmedAt: chance() < 0.5 ? AT.toISOString() : null },
    }
    const decision = attempt(() => secondVoucher(of, standing, 'confirm'))
    if (decision) {
      assert.equal(of.state, 'waiting-second')
    }
    if (decision?.state === 'confirmed') {
      assert.ok(!isBarred(standing) && standing.consent !== 'declined')
    }
    const isPrinted =
      attempt(() => {
        mustBeIssuable(of, AT)
        return true
      }) ?? false
    assert.equal(
      isPrinted,
      (of.state === 'confirmed' || of.state === 'issued') && of.content.confirmedAt !== null,
    )
    const until = issuableUntil(of)
    if (until) {
      assert.equal(
        attempt(() => {
          mustBeIssuable(of, until)
          return true
        }),
        null,
      )
    }
  }
})
