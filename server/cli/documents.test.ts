// `sen document`: a kind of document and its register are added by files, without code.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'

let shell: OperatorShell
before(async () => {
  shell = await openShell()
})
after(() => shell.stop())

const words = { vi: 'Thẻ đoàn viên', en: 'Union card' }
const TYPE = {
  id: 'union-card',
  version: 1,
  from: '2022-10-20',
  title: words,
  icon: 'people',
  colour: 'red',
  source: 'unions',
  law: words,
  acceptedBy: words,
  keys: [],
  claims: [{ name: 'card_number', words, kind: 'code', isRequired: true }],
  front: ['card_number'],
  expiry: null,
  warnBefore_days: 0,
  refresh_hours: 24,
  offline_hours: 72,
  count: null,
}
const SOURCE = {
  id: 'unions',
  name: words,
  url: 'https://unions.example/v1',
  timeout_ms: 2000,
  mostPerMinute: 600,
}

const file = (name: string, content: unknown): Promise<string> =>
  shell.fileOf(name, typeof content === 'string' ? content : JSON.stringify(content))
const sen = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await shell.sen({}, 'document', ...args)
  assert.equal(code, 0, err)
  return out
}
const refused = async (word: RegExp, ...args: string[]): Promise<void> => {
  const { code, err } = await shell.sen({}, 'document', ...args)
  assert.equal(code, 1)
  assert.match(err, word)
}

test('a kind and its register are added by two files, listed, and the register is ended', async () => {
  const key = await file('key', 'a-key-of-the-agency\n')
  await sen('add-type', await file('type.json', TYPE))
  await sen('add-source', await file('source.json', SOURCE), '--key-file', key)
  const listed = (await sen('list'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; url: string | null })
  const found = (type: string) => listed.find((one) => one.type === type)
  assert.equal(found('union-card')?.url, SOURCE.url)
  assert.equal(found('driving-licence')?.url, null, 'a kind of the product whose register is not connected')
  await sen('end-source', '--id', 'unions')
  await refused(/no open source/, 'end-source', '--id', 'unions')
})

test('a version says one thing for ever, and a file that is wrong says where', async () => {
  await refused(/is there already/, 'add-type', await file('again.json', TYPE))
  await refused(/is there already/, 'add-type', await file('ours.json', { ...TYPE, id: 'driving-licence' }))
  await sen('add-type', await file('next.json', { ...TYPE, version: 2 }))
  await refused(/x is none of its claims/, 'add-type', await file('bad.json', { ...TYPE, front: ['x'] }))
  const mobile = (docType: string) => ({
    ...TYPE,
    version: 3,
    mdoc: {
      docType,
      namespace: 'vn.unions.card.1',
      elements: [{ element: 'card_number', claim: 'card_number' }],
    },
  })
  const licence = await file('bad4.json', mobile('org.iso.18013.5.1.mDL'))
  await refused(/driving-licence has the docType of union-card/, 'add-type', licence)
  const card = await file('bad5.json', mobile('vn.sen.identity_card.1'))
  await refused(/is the identity card's/, 'add-type', card)
  await sen('add-type', await file('own-form.json', mobile('vn.unions.card.1')))
  await refused(/more/, 'add-type', await file('bad2.json', { ...TYPE, more: 1 }))
  await refused(/is not JSON/, 'add-type', await file('bad3.json', 'no'))
  const source = await file('source2.json', SOURCE)
  await refused(/--key-file/, 'add-source', source)
  await refused(/holds no key/, 'add-source', source, '--key-file', await file('short', 'x'))
  const plain = await file('plain.json', { ...SOURCE, url: 'http://unions.example' })
  await refused(/url/, 'add-source', plain, '--key-file', source)
})
