// What she has taken along, on paper: made of the sealed file alone, PDF/A with a signature inside that any
// reader checks; nothing that the house has not sealed for her is printed.
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openFixture, type Fixture } from '../../../../../testing/fixture.ts'
import { PASSCODE, settleCitizen } from '../../../../../testing/settle-citizen.ts'
import { takeOwnData } from '../../../../../testing/own-data.ts'
import { publishedKeys } from '../../../documents/credentials/signing/document-signer.ts'
import { printOwnData } from './print-own-data.ts'

let fixture: Fixture
let folder: string
let her: Awaited<ReturnType<typeof settleCitizen>>
let file: string
let pdf: Buffer
before(async () => {
  fixture = await openFixture()
  folder = await mkdtemp(join(tmpdir(), 'sen-paper-'))
  her = await settleCitizen(fixture, { fullName: 'Trần Thị Hoa', email: 'hoa@thu.example' })
  file = (await her.visitor.do(takeOwnData, { passcode: PASSCODE })).file
  pdf = Buffer.from((await her.visitor.do(printOwnData, { file })).pdf, 'base64')
})
after(async () => {
  await fixture.stop()
  await rm(folder, { recursive: true })
})

const text = (): string => pdf.toString('latin1')
const placesOf = (bytes: Buffer): number[] =>
  (/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/.exec(bytes.toString('latin1')) ?? []).slice(1).map(Number)
/** What a reader of PDF does, by a program that shares no code with us; from the authority on. */
const isSealed = async (bytes: Buffer): Promise<boolean> => {
  const [start = 0, length = 0, second = 0, rest = 0] = placesOf(bytes)
  const content = Buffer.concat([bytes.subarray(start, length), bytes.subarray(second, second + rest)])
  const hex = bytes.subarray(length + 1, second - 1).toString('latin1')
  const { read, documentSigner } = fixture.context.tools
  const { roots } = await publishedKeys(read, documentSigner)
  const at = (name: string): string => join(folder, name)
  await writeFile(at('root.pem'), roots.map((root) => new X509Certificate(root).toString()).join('\n'))
  await writeFile(at('content'), content)
  await writeFile(at('signature'), Buffer.from(hex, 'hex'))
  const files = ['-in', at('signature'), '-content', at('content'), '-CAfile', at('root.pem')]
  const judged = spawnSync(
    'openssl',
    ['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', at('out'), ...files],
    { encoding: 'utf8' },
  )
  return judged.status === 0
}

test('it is PDF/A-2a: tagged, with a title and a language, its fonts inside and nothing from elsewhere', () => {
  const all = text()
  assert.ok(all.startsWith('%PDF-1.7'))
  assert.match(all, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A<\/pdfaid:conformance>/)
  for (const needed of [
    '/OutputIntents',
    '/StructTreeRoot',
    '/MarkInfo',
    '/Lang (vi)',
    '/DisplayDocTitle true',
  ]) {
    assert.ok(all.includes(needed), needed)
  }
  for (const tag of ['/S /H1', '/S /H2', '/S /P', '/S /Figure']) {
    assert.ok(all.includes(tag), tag)
  }
  assert.ok(!/\/(JavaScript|Encrypt|Launch|URI|SMask|NeedAppearances true)\b/.test(all))
  const [fonts, inside] = [/\/Type \/FontDescriptor/g, /\/FontFile[23] /g].map(
    (kind) => all.match(kind)?.length,
  )
  assert.ok(fonts && fonts === inside, `${fonts} fonts, ${inside} of them inside`)
})

test('all of it but the signature is signed, up to the authority, and a changed byte shows', async () => {
  const [start, length = 0, second = 0, rest = 0] = placesOf(pdf)
  assert.deepEqual([start, second + rest], [0, pdf.length])
  assert.deepEqual(
    [pdf[length], pdf[second - 1]].map((byte) => String.fromCharCode(byte ?? 0)),
    ['<', '>'],
  )
  assert.equal(await isSealed(pdf), true)
  for (const place of [100, second + 200]) {
    const changed = Buffer.from(pdf)
    changed[place] = (changed[place] ?? 0) ^ 1
    assert.equal(await isSealed(changed), false, String(place))
  }
})

test('what was changed, or was sealed for somebody else, is not printed', async () => {
  const changed = file.replace('Trần Thị Hoa', 'Trần Thị Hoà')
  assert.equal((await her.visitor.refusal(printOwnData, { file: changed })).code, 'own-data.not-sealed')
  assert.equal((await her.visitor.refusal(printOwnData, { file: '{}' })).code, 'own-data.not-sealed')
  const other = await settleCitizen(fixture)
  assert.equal((await other.visitor.refusal(printOwnData, { file })).code, 'own-data.not-sealed')
  assert.equal((await fixture.visitor().refusal(printOwnData, { file })).code, 'session.required')
})
