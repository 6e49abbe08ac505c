import assert from 'node:assert/strict'
import test from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { readPortrait } from './portrait-reader.ts'

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
const png = (width: number, height: number, rows: Buffer, more: readonly Buffer[] = []): Buffer => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([1, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
/** Left half red, right half blue. */
const twoHalves = async (): Promise<Buffer> => {
  const half = await sharp({ create: { width: 300, height: 800, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer()
  return sharp({ create: { width: 600, height: 800, channels: 3, background: '#ff0000' } })
    .composite([{ input: half, left: 300, top: 0 }])
    .png()
    .toBuffer()
}
const reasonOf = async (bytes: Uint8Array): Promise<string> => {
  const read = await readPortrait(bytes)
  return read.ok ? 'ok' : read.reason
}
const colourAt = (data: Uint8Array, x: number, y: number): string => {
  const i = (y * 480 + x) * 3
  const [r = 0, g = 0, b = 0] = data.subarray(i, i + 3)
  return r > 200 && g < 60 ? 'red' : b > 200 && g < 60 ? 'blue' : `${r} ${g} ${b}`
}

test('JPEG, PNG and WebP become one upright JPEG of 480 × 640 without metadata', async () => {
  const source = await twoHalves()
  for (const bytes of [
    source,
    await sharp(source)
      .jpeg()
      .withExif({ IFD0: { Make: 'Secret camera' } })
      .toBuffer(),
    await sharp(source).webp().toBuffer(),
    await sharp(source).png({ palette: true }).toBuffer(),
    await sharp(source).toColourspace('cmyk').jpeg().toBuffer(),
    await sharp(source).greyscale().jpeg().toBuffer(),
  ]) {
    const read = await readPortrait(bytes)
    assert.ok(read.ok)
    const metadata = await sharp(read.image.jpeg).metadata()
    assert.deepEqual(
      [metadata.format, metadata.width, metadata.height, metadata.exif, metadata.icc, metadata.xmp],
      ['jpeg', 480, 640, undefined, undefined, undefined],
    )
    assert.equal(read.image.pixels.data.length, 480 * 640 * 3)
    assert.equal(read.image.jpeg.includes('Secret camera'), false)
  }
})

test('a picture that says it lies on its side is set upright, and the word is gone', async () => {
  const sideways = await sharp(await twoHalves())
    .rotate(90)
    .withMetadata({ orientation: 8 })
    .jpeg()
    .toBuffer()
  assert.equal((await sharp(sideways).metadata()).orientation, 8)
  const read = await readPortrait(sideways)
  assert.ok(read.ok)
  assert.deepEqual([read.image.source.width, read.image.source.height], [600, 800])
  assert.deepEqual(
    [colourAt(read.image.pixels.data, 40, 320), colourAt(read.image.pixels.data, 440, 320)],
    ['red', 'blue'],
  )
  const mirrored = await readPortrait(
    await sharp(await twoHalves())
      .withMetadata({ orientation: 2 })
      .jpeg()
      .toBuffer(),
  )
  assert.ok(mirrored.ok)
  assert.equal(colourAt(mirrored.image.pixels.data, 40, 320), 'blue')
  assert.equal((await sharp(read.image.jpeg).metadata()).orientation, undefined)
})

test('files that are no JPEG, PNG or WebP never reach a decoder', async () => {
  const svg =
    '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]><svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><text>&x;</text></svg>'
  const files = [
    Buffer.alloc(0),
    Buffer.from([0]),
    Buffer.from('xin chào'),
    Buffer.from(svg),
    Buffer.from('%PDF-1.7\n'),
    Buffer.from('PK\u0003\u0004'),
    Buffer.from('\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000', 'latin1'),
    await sharp(await twoHalves())
      .gif()
      .toBuffer(),
    await sharp(await twoHalves())
      .tiff()
      .toBuffer(),
    await sharp(await twoHalves())
      .resize(60)
      .avif()
      .toBuffer(),
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from(svg)]),
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from('RIFF\u0004\u0000\u0000\u0000WEBP', 'latin1'),
    Buffer.from('89504e470d0a1a0a', 'hex'),
  ]
  for (const file of files) {
    assert.equal(await reasonOf(file), 'not-a-picture', file.subarray(0, 20).toString('latin1'))
  }
})

test('a picture cut short in sending is refused rather than half grey', async () => {
  const noise = sharp(Buffer.from(Array.from({ length: 300 * 400 * 3 }, (_, i) => (i * 7919) % 251)), {
    raw: { width: 300, height: 400, channels: 3 },
  })
  for (const whole of [
    await noise.clone().jpeg().toBuffer(),
    await noise.clone().png().toBuffer(),
    await noise.clone().webp().toBuffer(),
  ]) {
    assert.equal(await reasonOf(whole), 'ok')
    assert.equal(await reasonOf(whole.subarray(0, Math.floor(whole.length * 0.6))), 'not-a-picture')
  }
})

test('a small file that unpacks to gigabytes is refused by its header', async () => {
  assert.equal(await reasonOf(png(60_000, 60_000, deflateSync(Buffer.alloc(1000)))), 'too-large')
  assert.equal(
    await reasonOf(png(2_000_000_000, 2_000_000_000, deflateSync(Buffer.alloc(10)))).then(
      (reason) => reason !== 'ok',
    ),
    true,
  )
  assert.equal(await reasonOf(Buffer.concat([await twoHalves(), Buffer.alloc(4 * 1024 * 1024)])), 'too-large')
  const started = performance.now()
  // One pixel high and very long: blown up in proportion it would be 25 million pixels wide.
  assert.equal(await reasonOf(png(40_000, 1, deflateSync(Buffer.alloc(5001)))), 'ok')
  // A text chunk of a hundred megabytes beside a tiny picture.
  const text = chunk(
    'zTXt',
    Buffer.concat([Buffer.from('a\u0000\u0000', 'latin1'), deflateSync(Buffer.alloc(100_000_000))]),
  )
  assert.notEqual(await reasonOf(png(8, 8, deflateSync(Buffer.alloc(16)), [text])), 'too-large')
  assert.ok(performance.now() - started < 5000)
})

test('what takes seconds to unpack is refused before it is: two megapixels at most', async () => {
  // As it was shown: few bytes, deep colours, sent in seven passes.
  const rows = deflateSync(Buffer.alloc(1000))
  const started = performance.now()
  for (const [width, height] of [
    [6300, 6300],
    [2000, 1001],
    [1001, 2000],
  ] as const) {
    assert.equal(await reasonOf(png(width, height, rows)), 'too-large', `${width} × ${height}`)
  }
  assert.ok(performance.now() - started < 1000)
  const most = sharp({ create: { width: 1250, height: 1600, channels: 3, background: '#808080' } })
  assert.equal(await reasonOf(await most.jpeg().toBuffer()), 'ok')
})

test('what hides behind the image of a polyglot is not kept', async () => {
  const script = '<script>alert(1)</script>PK\u0003\u0004'
  const read = await readPortrait(
    Buffer.concat([
      await sharp(await twoHalves())
        .jpeg()
        .toBuffer(),
      Buffer.from(script),
    ]),
  )
  assert.ok(read.ok)
  assert.equal(read.image.jpeg.includes('script'), false)
})

test('many pictures at once are all read, in turn', async () => {
  const picture = await twoHalves()
  const all = await Promise.all(Array.from({ length: 12 }, () => reasonOf(picture)))
  assert.deepEqual(new Set(all), new Set(['ok']))
})
