import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { FACE_MODELS, noPeople, people, photograph } from '../../../../../testing/face-photographs.ts'
import { ConfigRefused, readConfig } from '../../../../start/config.ts'
import { chooseMatcher } from './choose-matcher.ts'
import { turnBetween } from './face-crop.ts'
import { judgePortrait } from './judge-portrait.ts'
import { onnxMatcher } from './onnx-matcher.ts'

const { faceModels } = readConfig({ SEN_FACE_MODELS: FACE_MODELS })
assert.ok(faceModels)
const matcher = chooseMatcher({ isWorldOn: false, faceModels })
const [speaker = [], ...others] = people
const pairs = others.flatMap(([one, two]): [string, string][] => (one && two ? [[one, two]] : []))

test('two photographs of one person match, taken in one sitting or years apart', async () => {
  for (const [one, two] of [[speaker[0] ?? '', speaker[8] ?? ''], ...pairs] as const) {
    const { verdict, score } = await matcher.compare(await photograph(one), await photograph(two))
    assert.equal(verdict, 'match', `${one} and ${two}: ${score}`)
  }
})

test('photographs of two people never match', async () => {
  const singles = others.flatMap(([one]) => (one ? [one] : []))
  for (let i = 0; i + 1 < singles.length; i += 3) {
    const [one = '', two = ''] = singles.slice(i, i + 2)
    const { verdict, score } = await matcher.compare(await photograph(one), await photograph(two))
    assert.equal(verdict, 'no-match', `${one} and ${two}: ${score}`)
  }
})

test('without a face, or with two, nothing is said', async () => {
  const face = await photograph(speaker[0] ?? '')
  const wall = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#8899aa' } })
    .jpeg()
    .toBuffer()
  const two = await sharp({ create: { width: 480, height: 640, channels: 3, background: '#ffffff' } })
    .composite([
      { input: await sharp(face).resize(420, 300).toBuffer(), left: 30, top: 10 },
      {
        input: await sharp(await photograph('cage.jpg'))
          .resize(220, 300)
          .toBuffer(),
        left: 130,
        top: 320,
      },
    ])
    .jpeg()
    .toBuffer()
  for (const candidate of [wall, two, Buffer.from('không phải ảnh')]) {
    assert.deepEqual(await matcher.compare(face, candidate), { verdict: 'unsure', score: 0 })
  }
  assert.deepEqual(await matcher.liveness?.(wall), { verdict: 'unsure', score: 0 })
})

test('a portrait of the counter is judged: the person, a stranger, no reference, a picture too dark', async () => {
  const [kept, taken, stranger] = [
    await photograph('cage.jpg'),
    await photograph('cage2_crop.jpg'),
    await photograph('bieber_small.jpg'),
  ]
  const mine = await judgePortrait(matcher, kept, taken)
  assert.deepEqual([mine.outcome, mine.liveness?.verdict], ['match', 'live'])
  assert.equal((await judgePortrait(matcher, kept, stranger)).outcome, 'no-match')
  assert.equal((await judgePortrait(matcher, null, taken)).outcome, 'no-reference')
  assert.equal(
    (await judgePortrait(matcher, kept, await sharp(taken).linear(0.1, 0).jpeg().toBuffer())).outcome,
    'poor',
  )
  assert.equal((await judgePortrait(matcher, kept, Buffer.from('<svg/>'))).jpeg, null)
})

test('a mask and a drawing are nobody of the people', async () => {
  for (const name of [noPeople.masks[0], noPeople.drawings[0]]) {
    assert.notEqual(
      (await matcher.compare(await photograph(speaker[0] ?? ''), await photograph(name))).verdict,
      'match',
      name,
    )
  }
})

test('models that are not there are refused at the start, and models that are none say so when they are asked', async () => {
  assert.throws(() => readConfig({ SEN_FACE_MODELS: '/nowhere' }), ConfigRefused)
  for (const limits of ['0.5', '0.5,0.3', '0,1', 'a,b', '0.3,0.5,0.6']) {
    assert.throws(
      () => readConfig({ SEN_FACE_MODELS: FACE_MODELS, SEN_FACE_THRESHOLDS: limits }),
      ConfigRefused,
      limits,
    )
  }
  assert.equal(readConfig({}).faceModels, null)
  const broken = onnxMatcher({ folder: import.meta.dirname, thresholds: faceModels.thresholds })
  await assert.rejects(
    broken.compare(await photograph('cage.jpg'), await photograph('cage.jpg')),
    /face models/,
  )
})

test('the turn between two sets of points is found again', () => {
  const model = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 0, y: 20 },
  ]
  const picture = model.map(({ x, y }) => ({ x: 2 * x - 3 * y + 7, y: 3 * x + 2 * y - 4 }))
  const { a, b, x0, y0 } = turnBetween(model, picture)
  assert.deepEqual(
    [a, b, x0, y0].map((value) => Math.round(value * 1e6) / 1e6),
    [2, 3, 7, -4],
  )
})
