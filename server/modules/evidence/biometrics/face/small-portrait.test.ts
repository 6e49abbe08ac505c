// What an officer is shown of the register's picture: few pixels, which match nobody when they are drawn out
// again, also with the rest of the picture painted anew.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { firstOf } from '../../../../../testing/thorough.ts'
import { castRegisterPortrait } from '../../../../../world/settle-cast.ts'
import { judgePortrait } from './judge-portrait.ts'
import { referenceMatcher } from './reference-matcher.ts'
import { SMALL, smallPortrait, type SmallSize } from './small-portrait.ts'

const names = ['hanh', 'man', 'pao', 'binh', 'an', 'khoa', 'emma', 'bao', 'thu', 'long'] as const
const sizes = Object.keys(SMALL) as SmallSize[]
const matcher = referenceMatcher({ isWorldOn: true })

for (const size of sizes) {
  test(`drawn out again, what is shown for "${size}" is no live picture of anybody`, async (t) => {
    for (const name of firstOf(names, 4)) {
      const register = await castRegisterPortrait({ id: name })
      const small = (await smallPortrait(register, size)) ?? assert.fail()
      const { width, height } = await sharp(small).metadata()
      assert.deepEqual({ width, height }, SMALL[size])
      const large = sharp(small).resize(480, 640, { kernel: 'lanczos3' }).sharpen()
      const whole = await large.clone().jpeg({ quality: 92 }).toBuffer()
      const painted = await sharp(whole)
        .composite([
          {
            input: Buffer.from(
              '<svg width="480" height="640"><rect y="500" width="480" height="140"/></svg>',
            ),
          },
        ])
        .jpeg({ quality: 92 })
        .toBuffer()
      for (const picture of [whole, painted]) {
        const { verdict } = await matcher.compare(register, picture)
        const { outcome } = await judgePortrait(matcher, register, picture)
        t.diagnostic(`${name} ${verdict} ${outcome}`)
        assert.notEqual(outcome, 'match', name)
      }
    }
  })
}

test('what is no picture is none in small either', async () => {
  assert.equal(await smallPortrait(Buffer.from('no picture'), 'glance'), null)
})
