import assert from 'node:assert/strict'
import test from 'node:test'
import sharp from 'sharp'
import {
  chooseMatcher,
  reviewOnlyMatcher,
} from '../../server/modules/evidence/biometrics/face/choose-matcher.ts'
import { hintsOf } from '../../server/modules/evidence/biometrics/face/portrait-quality.ts'
import { readPortrait } from '../../server/modules/evidence/biometrics/face/portrait-reader.ts'
import {
  REFERENCE_THRESHOLDS,
  referenceMatcher,
} from '../../server/modules/evidence/biometrics/face/reference-matcher.ts'
import { castFeatures } from './cast-features.ts'
import { featuresFromSeed, portraitJpeg, portraitSvg } from './draw-portrait.ts'
import { crowd, measure } from '../../testing/measure-matcher.ts'
import { portraitVariant, variantNames } from '../../testing/portrait-variants.ts'

const hints = async (bytes: Buffer): Promise<readonly string[]> => {
  const read = await readPortrait(bytes)
  assert.ok(read.ok)
  return hintsOf(read.image)
}
const hanh = await portraitJpeg(portraitSvg(castFeatures.hanh))

test('the same seed draws the same person, and the drawing refers to nothing outside', () => {
  const svg = portraitSvg(featuresFromSeed('a', { sex: 'female', age: 30 }))
  assert.equal(svg, portraitSvg(featuresFromSeed('a', { sex: 'female', age: 30 })))
  assert.notEqual(svg, portraitSvg(featuresFromSeed('b', { sex: 'female', age: 30 })))
  assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:|<script|<text|NaN|undefined/)
})

test('every drawn portrait, also in poorer light, is good enough to be sent', async () => {
  for (const features of crowd(6)) {
    const picture = await portraitJpeg(portraitSvg(features))
    for (const light of [1, 0.85, 1.15]) {
      assert.deepEqual(
        await hints(await sharp(picture).linear(light).jpeg().toBuffer()),
        [],
        `${JSON.stringify(features)} × ${light}`,
      )
    }
  }
})

test('a poor portrait is told what to improve', async () => {
  assert.ok((await hints(await sharp(hanh).linear(0.15).jpeg().toBuffer())).includes('too-dark'))
  assert.ok((await hints(await sharp(hanh).linear(2, 200).jpeg().toBuffer())).includes('too-bright'))
  assert.ok((await hints(await sharp(hanh).linear(0.06, 130).jpeg().toBuffer())).includes('low-contrast'))
  assert.deepEqual(await hints(await sharp(hanh).blur(7).jpeg().toBuffer()), ['blurred'])
  assert.deepEqual(await hints(await sharp(hanh).resize(150).jpeg().toBuffer()), ['too-small'])
  assert.ok(
    (
      await hints(
        await sharp(hanh).resize(1600, 640, { fit: 'contain', background: '#d2ebe3' }).jpeg().toBuffer(),
      )
    ).includes('not-square-enough'),
  )
})

test('a picture without a face is not taken for a portrait', async () => {
  const svg = (inner: string): Promise<Buffer> =>
    portraitJpeg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640" viewBox="0 0 480 640">${inner}</svg>`,
    )
  const noise = {
    create: {
      width: 480,
      height: 640,
      channels: 3 as const,
      background: '#808080',
      noise: { type: 'gaussian' as const, mean: 128, sigma: 50 },
    },
  }
  const lines = Array.from(
    { length: 24 },
    (_, i) => `<rect x="50" y="${40 + i * 24}" width="${300 + ((i * 37) % 80)}" height="9" fill="#333"/>`,
  ).join('')
  const pictures = {
    noise: await sharp(noise).jpeg().toBuffer(),
    wall: await svg('<rect width="480" height="640" fill="#8fb7c9"/>'),
    skinWall: await svg('<rect width="480" height="640" fill="#eec39b"/>'),
    blank: await svg(
      '<rect width="480" height="640" fill="#eec39b"/><ellipse cx="240" cy="300" rx="110" ry="140" fill="#c68d5f"/>',
    ),
    paper: await svg(`<rect width="480" height="640" fill="#fbf7ee"/>${lines}`),
    oldPaper: await svg(`<rect width="480" height="640" fill="#e8cfa4"/>${lines}`),
    landscape: await svg(
      '<rect width="480" height="640" fill="#9fd0ea"/><path d="M0 330L140 180L280 320L380 220L480 340V640H0Z" fill="#3c6e4a"/><rect y="470" width="480" height="170" fill="#d9b77a"/>',
    ),
    faceUpsideDown: await sharp(hanh)
      .extract({ left: 0, top: 420, width: 300, height: 220 })
      .resize(480, 640, { fit: 'fill' })
      .jpeg()
      .toBuffer(),
  }
  for (const [name, picture] of Object.entries(pictures)) {
    const found = await hints(picture)
    assert.ok(
      found.includes('no-face') || found.includes('low-contrast') || found.includes('too-bright'),
      `${name}: ${found.join()}`,
    )
  }
})

test('a face lit from one side by a grainy camera still counts as a face', async () => {
  const light = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="640"><linearGradient id="g"><stop stop-color="#000" stop-opacity="0.4"/><stop offset="1" stop-opacity="0"/></linearGradient><rect width="480" height="640" fill="url(#g)"/></svg>',
  )
  const grain = await sharp({
    create: {
      width: 480,
      height: 640,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 24 },
    },
  })
    .png()
    .toBuffer()
  for (const features of Object.values(castFeatures)) {
    const picture = await sharp(await portraitJpeg(portraitSvg(features)))
      .blur(1)
      .composite([{ input: light }, { input: grain, blend: 'soft-light' }])
      .jpeg({ quality: 70 })
      .toBuffer()
    assert.deepEqual(await hints(picture), [])
  }
})

test('the matcher knows its drawings again and never takes one stranger for another', async () => {
  const { strangers, same } = await measure(crowd(15), 4, 1)
  assert.ok((strangers.at(-1) ?? 1) < REFERENCE_THRESHOLDS.match, `strangers ${strangers.at(-1)}`)
  for (const name of variantNames) {
    assert.ok((same[name]?.[0] ?? 0) >= REFERENCE_THRESHOLDS.noMatch, `${name} ${same[name]?.[0]}`)
  }
  const all = Object.values(same).flat()
  assert.ok(all.filter((score) => score >= REFERENCE_THRESHOLDS.match).length / all.length > 0.8)
})

test("everyone of the cast is matched to her own portrait of another day and to nobody else's", async () => {
  const matcher = chooseMatcher({ isWorldOn: true })
  assert.equal(
    (await matcher.compare(hanh, await portraitVariant(castFeatures.hanh, 'another-sitting', 'x'))).verdict,
    'match',
  )
  for (const [name, features] of Object.entries(castFeatures)) {
    if (name !== 'hanh') {
      assert.equal(
        (await matcher.compare(hanh, await portraitJpeg(portraitSvg(features)))).verdict,
        'no-match',
        name,
      )
    }
  }
})

test('what is not flatly drawn, or no picture, is for an officer to judge', async () => {
  const matcher = referenceMatcher({ isWorldOn: true })
  const grain = await sharp({
    create: {
      width: 480,
      height: 640,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .png()
    .toBuffer()
  const grainy = await sharp(hanh)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 95 })
    .toBuffer()
  assert.deepEqual(await matcher.compare(hanh, grainy), { verdict: 'unsure', score: 0 })
  assert.deepEqual(await matcher.compare(hanh, Buffer.from('no picture')), { verdict: 'unsure', score: 0 })
})

test('without the world no portrait is ever matched automatically', async () => {
  assert.throws(() => referenceMatcher({ isWorldOn: false }), /demo world only/)
  assert.equal(chooseMatcher({ isWorldOn: false }), reviewOnlyMatcher)
  assert.deepEqual(await reviewOnlyMatcher.compare(hanh, hanh), { verdict: 'unsure', score: 0 })
})
