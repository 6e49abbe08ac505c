// A picture of a paper is taken in strictly: a whole JPEG or PNG that can be read, and nothing of its file
// but the pixels.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import { pictureOfPaper } from '../../../../testing/paper-pages.ts'
import { readPage } from './paper-page.ts'
import { arePictured, withPage, type NotedPaper } from './paper.ts'
import { paperPages_most } from './rules.ts'
import { inForce } from '../../../kernel/policy.ts'

const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#f6f3ea' } })
const refusalOf = async (bytes: Buffer): Promise<string> =>
  readPage(bytes.toString('base64')).then(
    () => 'taken',
    (error: unknown) => String((error as { code?: string }).code),
  )

test('a JPEG and a PNG of a paper become one JPEG as large as they were, without the metadata of the file', async () => {
  const place = { IFD0: { Artist: 'Máy của cán bộ', GPSInfo: '21.03,105.85' } }
  for (const sent of [
    await drawn(900, 1200).withExif(place).jpeg().toBuffer(),
    Buffer.from(await pictureOfPaper('QĐ', 'png'), 'base64'),
  ]) {
    const { id, jpeg } = await readPage(sent.toString('base64'))
    const { format, width, height, exif, icc, xmp } = await sharp(jpeg).metadata()
    assert.deepEqual([format, width, height, exif, icc, xmp], ['jpeg', 900, 1200, ...Array(3)])
    assert.equal(jpeg.includes('Máy của cán bộ'), false)
    assert.match(id, /^[\w-]{43}$/)
  }
})

test('a page that lies on its side is turned as its camera says', async () => {
  const sent = await drawn(1200, 900).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { jpeg } = await readPage(sent.toString('base64'))
  const { width, height } = await sharp(jpeg).metadata()
  assert.deepEqual([width, height], [900, 1200])
})

test('what a scanner leaves transparent is white paper', async () => {
  const create = { width: 900, height: 1200, channels: 4, background: '#00000000' } as const
  const { jpeg } = await readPage((await sharp({ create }).png().toBuffer()).toString('base64'))
  const { channels } = await sharp(jpeg).stats()
  assert.deepEqual(
    channels.map(({ min }) => min),
    [255, 255, 255],
  )
})

test('what is cut off, hides behind another kind, is too small to read or too large is refused', async () => {
  const whole = Buffer.from(await pictureOfPaper(), 'base64')
  const faults: Readonly<Record<string, Buffer>> = {
    nothing: Buffer.alloc(0),
    text: Buffer.from('QUYẾT ĐỊNH'),
    'cut off': whole.subarray(0, whole.length - 900),
    webp: await drawn(900, 1200).webp().toBuffer(),
    gif: await drawn(900, 1200).gif().toBuffer(),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="900" height="1200"/>'),
    'the first bytes of a JPEG': Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(2000)]),
    'one pixel too small': await drawn(799, 600).jpeg().toBuffer(),
    'one row too large': await drawn(2000, 1001).png().toBuffer(),
  }
  for (const [what, bytes] of Object.entries(faults)) {
    assert.equal(await refusalOf(bytes), 'evidence.page-unreadable', what)
  }
  for (const bytes of [await drawn(800, 600).jpeg().toBuffer(), await drawn(2000, 1000).png().toBuffer()]) {
    assert.equal(await refusalOf(bytes), 'taken')
  }
})

test('a paper has as many pages as the policy says, and each paper needs one', () => {
  const at = new Date('2026-11-30T02:00:00Z')
  const paper = { kind: 'court-decision', number: '1', authority: 'Toà án', date: '2026-01-02' }
  const most = inForce(paperPages_most, at)
  let pictured: NotedPaper = paper
  for (let n = 0; n < most; n++) {
    pictured = withPage(pictured, { id: `${n}`, isUnsigned: false }, at)
  }
  assert.equal(pictured.pages?.length, most)
  assert.throws(() => withPage(pictured, { id: `${most}`, isUnsigned: false }, at), {
    code: 'evidence.pages-full',
  })
  assert.deepEqual(
    [arePictured([pictured]), arePictured([pictured, paper]), arePictured([])],
    [true, false, false],
  )
})
