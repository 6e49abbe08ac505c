import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fingers } from '../../formats/minutiae/finger.ts'
import { singleView, writeMinutiaeRecord, type Minutia } from '../../formats/minutiae/minutiae-record.ts'
import {
  PRINT_THRESHOLDS,
  referenceFingerMatcher as matcher,
} from '../../server/modules/evidence/biometrics/fingers/finger-matcher.ts'
import { leastPrintQuality } from '../../server/modules/evidence/biometrics/rules.ts'
import { inForce } from '../../server/kernel/policy.ts'
import { castHands, registerTemplates, scan } from './cast-fingers.ts'
import { impressionOf } from './impression.ts'
import { masterFinger } from './master-finger.ts'

const least = inForce(leastPrintQuality, new Date('2026-11-20'))
const impression = (seed: number, press: number, skin: 'clean' | 'worn' | 'careful' = 'clean') =>
  impressionOf(masterFinger(`test ${seed}`), 'right-index', skin, `test ${seed} ${skin} ${press}`)
const crowd = Array.from({ length: 24 }, (_, i) => i)

test('an impression of the same finger matches and one of another never does, over a small crowd', () => {
  let matched = 0
  let readable = 0
  for (const one of crowd) {
    const { template: kept } = impression(one, 0, 'careful')
    for (const press of [1, 2, 3]) {
      const { template, quality } = impression(one, press)
      if (quality < least) {
        continue
      }
      readable++
      const { verdict } = matcher.compare(kept, template)
      assert.notEqual(verdict, 'no-match', `finger ${one}, press ${press}`)
      if (verdict === 'match') {
        matched++
      }
    }
    for (const other of crowd) {
      if (other !== one) {
        assert.notEqual(
          matcher.compare(kept, impression(other, 1).template).verdict,
          'match',
          `${one} and ${other}`,
        )
      }
    }
  }
  assert.ok(matched / readable > 0.97 && readable > 60, `${matched} of ${readable}`)
})

/** The same minutiae, turned around the middle and shifted, on a glass large enough. */
const laidElsewhere = (template: Uint8Array, turn: number, dx: number, dy: number): Uint8Array => {
  const single = singleView(template)
  assert.ok(single)
  const { record, view } = single
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const minutiae = view.minutiae.map((m): Minutia => {
    const [x, y] = [m.x - record.width / 2, m.y - record.height / 2]
    return {
      ...m,
      x: Math.round(500 + x * cos + y * sin + dx),
      y: Math.round(500 - x * sin + y * cos + dy),
      angle: ((Math.round(m.angle + (turn / (2 * Math.PI)) * 256) % 256) + 256) % 256,
    }
  })
  return writeMinutiaeRecord({ ...record, width: 1000, height: 1000, views: [{ ...view, minutiae }] })
}

test('however the finger is turned and wherever it lies, it stays the same finger', () => {
  fc.assert(
    fc.property(
      fc.nat(200),
      fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
      fc.integer({ min: -200, max: 200 }),
      fc.integer({ min: -200, max: 200 }),
      (seed, turn, dx, dy) => {
        const { template } = impression(seed, 0, 'careful')
        const { score, verdict } = matcher.compare(template, laidElsewhere(template, turn, dx, dy))
        assert.ok(verdict === 'match' && score > 0.9, `${score}`)
        const other = impression(seed, 1).template
        assert.ok(
          Math.abs(
            matcher.compare(template, other).score -
              matcher.compare(template, laidElsewhere(other, turn, dx, dy)).score,
          ) < 0.2,
        )
      },
    ),
    { numRuns: 60 },
  )
})

test('another resolution is the same finger', () => {
  const { template } = impression(3, 0, 'careful')
  const single = singleView(template)
  assert.ok(single)
  const { record, view } = single
  const twice = writeMinutiaeRecord({
    width: record.width * 2,
    height: record.height * 2,
    resolution: { x: 394, y: 394 },
    views: [{ ...view, minutiae: view.minutiae.map((m) => ({ ...m, x: m.x * 2, y: m.y * 2 })) }],
  })
  assert.ok(matcher.compare(template, twice).score > 0.95)
})

test('a mirrored finger, points in a heap, and a finger with few points are no match', () => {
  for (const seed of crowd) {
    const single = singleView(impression(seed, 0, 'careful').template)
    assert.ok(single)
    const { record, view } = single
    const put = (minutiae: readonly Minutia[]): Uint8Array =>
      writeMinutiaeRecord({ ...record, views: [{ ...view, minutiae }] })
    const whole = put(view.minutiae)
    assert.notEqual(
      matcher.compare(
        whole,
        put(view.minutiae.map((m) => ({ ...m, x: record.width - 1 - m.x, angle: (384 - m.angle) % 256 }))),
      ).verdict,
      'match',
    )
    assert.equal(matcher.compare(whole, put(view.minutiae.slice(0, 6))).verdict, 'unsure')
    // As many points as a record holds, all over the glass, in hope that some fit.
    const heap = Array.from({ length: 255 }, (_, i): Minutia => ({
      kind: 'ending',
      x: (i * 83) % record.width,
      y: (i * 61) % record.height,
      angle: (i * 29) % 256,
      quality: 100,
    }))
    assert.notEqual(matcher.compare(whole, put(heap)).verdict, 'match')
    assert.notEqual(
      matcher.compare(
        whole,
        put(
          Array.from({ length: 255 }, () => ({
            kind: 'ending' as const,
            x: 170,
            y: 220,
            angle: 64,
            quality: 100,
          })),
        ),
      ).verdict,
      'match',
    )
  }
})

test('worn skin has less quality, so that most of its impressions are taken again', () => {
  const poor = (skin: 'clean' | 'worn'): number =>
    crowd.filter((seed) => matcher.quality(impression(seed, 1, skin).template) < least).length
  assert.ok(poor('worn') > crowd.length * 0.8, `${poor('worn')}`)
  assert.ok(poor('clean') < crowd.length * 0.1, `${poor('clean')}`)
})

test('the cast keeps its fingers: the register and the scanner tell the same hands, and another member has others', () => {
  const hanh = castHands('hanh')
  const khoa = castHands('khoa')
  const man = castHands('man')
  assert.ok(hanh && khoa && man)
  assert.equal(castHands('nobody'), null)
  assert.equal(registerTemplates(hanh).length, 10)
  const [kept] = registerTemplates(hanh, ['right-index'])
  const [own, again, foreign] = [
    scan(hanh, 'right-index', 1),
    scan(hanh, 'right-index', 1),
    scan(khoa, 'right-index', 1),
  ]
  assert.ok(kept && own && again && foreign)
  assert.deepEqual(own, again)
  assert.equal(matcher.compare(kept, own.template).verdict, 'match')
  assert.notEqual(matcher.compare(kept, foreign.template).verdict, 'match')
  for (const finger of ['right-index', 'left-index'] as const) {
    for (const press of [1, 2, 3]) {
      const worn = scan(man, finger, press)
      assert.ok(worn && worn.quality < least, `${finger} ${press}`)
    }
  }
  assert.equal(scan(man, 'right-middle', 1), null)
  const thumb = scan(man, 'right-thumb', 1)
  const [keptThumb] = registerTemplates(man, ['right-thumb'])
  assert.ok(thumb && keptThumb && matcher.compare(keptThumb, thumb.template).verdict === 'match')
  assert.ok(registerTemplates(man).length < fingers.length)
})

test('a score never leaves 0 to 1, and the thresholds stand in order', () => {
  assert.ok(PRINT_THRESHOLDS.noMatch < PRINT_THRESHOLDS.match)
  const { template } = impression(1, 0, 'careful')
  assert.deepEqual(
    matcher.compare(template, template).score <= 1 && matcher.compare(template, template).score > 0.95,
    true,
  )
})
