// The register's own picture is known again however it was saved; the same person on another day is not it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { portraitVariant } from '../../../../../testing/portrait-variants.ts'
import { firstOf } from '../../../../../testing/thorough.ts'
import { castFeatures } from '../../../../../world/portraits/cast-features.ts'
import { castPortrait, castRegisterPortrait } from '../../../../../world/settle-cast.ts'
import { inForce } from '../../../../kernel/policy.ts'
import { now } from '../../../../kernel/clock.ts'
import { sameFaceLikeness, samePictureLikeness } from '../rules.ts'
import { judgePortrait } from './judge-portrait.ts'
import { readPortrait } from './portrait-reader.ts'
import { referenceMatcher } from './reference-matcher.ts'
import { faceLikeness, pictureLikeness } from './same-picture.ts'

const names = ['hanh', 'man', 'pao', 'binh', 'an', 'khoa', 'emma', 'bao', 'thu', 'long'] as const
const pixelsOf = async (picture: Buffer) => {
  const read = await readPortrait(picture)
  assert.ok(read.ok)
  return read.image.pixels
}
const likeness = async (one: Buffer, two: Buffer) => pictureLikeness(await pixelsOf(one), await pixelsOf(two))
const recoded = ['jpeg-40', 'png', 'webp', 'small', 'large', 'brighter', 'darker', 'softened'] as const

test('recoded, resized, brighter, darker, softened or cut a little it is the same picture', async (t) => {
  const least = inForce(samePictureLikeness, now())
  for (const name of firstOf(names, 4)) {
    const picture = await castPortrait({ id: name })
    for (const variant of [...recoded, 'cropped'] as const) {
      const alike = await likeness(picture, await portraitVariant(castFeatures[name], variant, 'x'))
      t.diagnostic(`${name} ${variant} ${alike.toFixed(4)}`)
      assert.ok(alike >= least, `${name} ${variant} ${alike}`)
    }
  }
})

/** How wide, how high, and where: shares of the picture, and of what is left beside the cut. */
const cuts = [
  [0.95, 0.95, 0.5, 0.5],
  [0.87, 0.87, 0.2, 0.9],
  [0.75, 0.83, 0.5, 0.1],
  [0.66, 0.66, 0.5, 0.4],
  [1, 0.85, 0, 0.3],
  [0.62, 0.7, 0.5, 0.25],
] as const

test('cut by up to two fifths each way and drawn out again it is the same picture', async (t) => {
  const least = inForce(samePictureLikeness, now())
  for (const name of firstOf(names, 4)) {
    const register = await castRegisterPortrait({ id: name })
    const { width: across, height: down } = await sharp(register).metadata()
    for (const [shareAcross, shareDown, x, y] of cuts) {
      const [width, height] = [Math.round(across * shareAcross), Math.round(down * shareDown)]
      const [left, top] = [Math.round((across - width) * x), Math.round((down - height) * y)]
      const part = sharp(register).extract({ left, top, width, height })
      const alike = await likeness(
        register,
        await part.resize(480, 640, { fit: 'fill' }).jpeg({ quality: 70 }).toBuffer(),
      )
      t.diagnostic(`${name} ${shareAcross} × ${shareDown}: ${alike.toFixed(4)}`)
      assert.ok(alike >= least, `${name} ${shareAcross} × ${shareDown} ${alike}`)
    }
  }
})

test('another day before another wall is another picture, and so is another person', async (t) => {
  const least = inForce(samePictureLikeness, now())
  for (const name of names) {
    const register = await castRegisterPortrait({ id: name })
    for (const sitting of ['usual', 'second', 'third', 'card'] as const) {
      const alike = await likeness(register, await castPortrait({ id: name }, sitting))
      t.diagnostic(`${name} ${sitting} ${alike.toFixed(4)}`)
      assert.ok(alike < least, `${name} ${sitting} ${alike}`)
    }
    for (const other of firstOf(names, 3).filter((one) => one !== name)) {
      assert.ok((await likeness(register, await castRegisterPortrait({ id: other }))) < least, other)
    }
  }
})

/** What lies around the face, painted over: by these the whole picture is another one. */
const painted = {
  clothes: '<rect y="500" width="480" height="140" fill="#335577"/>',
  sides:
    '<rect width="480" height="60" fill="#204060"/><rect width="50" height="640" fill="#a08020"/>' +
    '<rect x="440" width="40" height="640" fill="#604020"/>',
} as const
const withPaint = (picture: Buffer, shapes: string): Promise<Buffer> =>
  sharp(picture)
    .resize(480, 640, { fit: 'fill' })
    .composite([{ input: Buffer.from(`<svg width="480" height="640">${shapes}</svg>`) }])
    .jpeg({ quality: 80 })
    .toBuffer()

test('painted over around the face it is still the picture of the register', async (t) => {
  const matcher = referenceMatcher({ isWorldOn: true })
  for (const name of firstOf(names, 3)) {
    const register = await castRegisterPortrait({ id: name })
    for (const [what, shapes] of Object.entries(painted)) {
      const judged = await judgePortrait(matcher, register, await withPaint(register, shapes))
      t.diagnostic(`${name} ${what} ${judged.outcome}`)
      assert.deepEqual([judged.outcome, judged.isRegisterPicture], ['not-live', true], `${name} ${what}`)
    }
  }
})

test("the face of another day is not the face of the register's picture", async (t) => {
  const least = inForce(sameFaceLikeness, now())
  for (const name of names) {
    const register = await pixelsOf(await castRegisterPortrait({ id: name }))
    const days = ['usual', 'second', 'third', 'card'] as const
    const captures = [
      ...(await Promise.all(days.map((day) => castPortrait({ id: name }, day)))),
      await portraitVariant(castFeatures[name], 'another-sitting', 'a day'),
      await portraitVariant(castFeatures[name], 'all-at-once', 'a day'),
    ]
    for (const capture of captures) {
      const alike = faceLikeness(register, await pixelsOf(capture))
      t.diagnostic(`${name} ${alike.toFixed(4)}`)
      assert.ok(alike < least, `${name} ${alike}`)
    }
  }
})

test("the register's own picture is never a match, whatever file it comes in; a capture of the day is", async () => {
  const matcher = referenceMatcher({ isWorldOn: true })
  const register = await castRegisterPortrait({ id: 'hanh' })
  for (const brought of [
    register,
    await sharp(register).png().toBuffer(),
    await sharp(register).resize(360).jpeg({ quality: 60 }).toBuffer(),
  ]) {
    const judged = await judgePortrait(matcher, register, brought)
    assert.deepEqual([judged.outcome, judged.isRegisterPicture], ['not-live', true])
  }
  const live = await judgePortrait(matcher, register, await castPortrait({ id: 'hanh' }))
  assert.deepEqual([live.outcome, live.isRegisterPicture], ['match', false])
})
