// `sen party`: who may ask people for their documents is registered by a file, and stopped by a word.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeAuthority, makeKey, makeSigner } from '../../testing/mdoc/authority.ts'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'
import { both, certifyHost, partyFileOf, pemOf } from '../../testing/sharing-party.ts'
import type { PartyFile } from '../../contract/party.ts'

let shell: OperatorShell
before(async () => {
  shell = await openShell()
})
after(() => shell.stop())

const signer = certifyHost('Bank')
const BANK = partyFileOf(signer, { origin: 'https://bank.example.vn' })
const [PURPOSE] = BANK.purposes
assert.ok(PURPOSE)

let files = 0
const file = (content: unknown): Promise<string> =>
  shell.fileOf(`party-${files++}.json`, JSON.stringify(content))
const sen = async (...args: string[]): Promise<string> => {
  const { code, out, err } = await shell.sen({}, 'party', ...args)
  assert.equal(code, 0, err)
  return out
}
const refused = async (word: RegExp, ...args: string[]): Promise<void> => {
  const { code, err } = await shell.sen({}, 'party', ...args)
  assert.equal(code, 1, `taken, and not refused by ${word.source}`)
  assert.match(err, word)
}
const listed = async (): Promise<Record<string, unknown>> =>
  JSON.parse((await sen('list')).trim().split('\n')[0] ?? '') as Record<string, unknown>

test('a party is registered by a file, suspended with a reason, let back, and ended for good', async () => {
  await sen('add', await file(BANK))
  assert.equal((await listed())['state'], 'active')
  await refused(/--why/, 'suspend', 'test-bank')
  await sen('suspend', 'test-bank', '--why', 'asks for portraits at a car park')
  const { state, why } = await listed()
  assert.deepEqual([state, why], ['suspended', 'asks for portraits at a car park'])
  await sen('add', await file({ ...BANK, version: 2 }))
  assert.deepEqual([(await listed())['state'], (await listed())['version']], ['suspended', 2], 'it stays so')
  await sen('resume', 'test-bank')
  await refused(/no party of this name/, 'resume', 'test-bank')
  await sen('end', 'test-bank', '--why', 'the agreement was not renewed')
  assert.equal((await listed())['state'], 'ended')
  await refused(/no party of this name/, 'resume', 'test-bank')
  await refused(/no party of this name/, 'suspend', 'nobody', '--why', 'x')
  await refused(/was ended/, 'add', await file({ ...BANK, version: 3 }))
  assert.equal(await sen('reports'), '')
})

test('what no agreement may say is refused, and the file is told where', async () => {
  const other = (changes: Partial<PartyFile>) =>
    file({ ...BANK, id: 'other-bank', certificates: [pemOf(certifyHost('Other'))], ...changes })
  const asking = (...asks: PartyFile['purposes'][number]['asks']) => ({ purposes: [{ ...PURPOSE, asks }] })
  const wrong: readonly (readonly [RegExp, Partial<PartyFile>])[] = [
    [/systemLevel: 3 at least/, { systemLevel: 2 }],
    [/over already/, { agreement: { ...BANK.agreement, until: '2023-01-01' } }],
    [/agreement: it is signed first/, { agreement: { ...BANK.agreement, from: '2049-01-01' } }],
    [
      /blood_group, which is none of identity-card/,
      asking({ type: 'identity-card', claims: ['blood_group'] }),
    ],
    [/tax-card, which is no kind/, asking({ type: 'tax-card', claims: ['name'] })],
    [/issuing_country, which is none/, asking({ type: 'identity-card', claims: ['issuing_country'] })],
    [/names a kind or a claim twice/, asking({ type: 'identity-card', claims: ['name', 'name'] })],
    [/two purposes have one name/, { purposes: [...BANK.purposes, ...BANK.purposes] }],
    [/printedAt/, { printedAt: null }],
    [/printedAt/, { ways: ['link'] }],
    [/answersAt.0: an origin/, { answersAt: ['https://bank.example.vn/answers'] }],
    [/answersAt.0/, { answersAt: ['http://bank.example.vn'] }],
    [/returnsTo.0: an origin/, { returnsTo: ['http://bank.example.vn'] }],
    [/returnsTo: https is needed/, { returnsTo: ['http://localhost:4010'] }],
    [/noticesAt: an address without/, { noticesAt: 'https://a:b@bank.example.vn/n' }],
    [
      /certificates.0 is no certificate/,
      { certificates: ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'] },
    ],
    [/certificates.0 is no certificate/, { certificates: [`${pemOf(signer)}${pemOf(certifyHost('B'))}`] }],
    [/certificates.0 is of an authority/, { certificates: [pemOf(makeAuthority())] }],
    [
      /another key than one on P-256/,
      { certificates: [pemOf(makeSigner(makeAuthority(), { key: makeKey('P-384') }))] },
    ],
    [
      /certificates.0 ended/,
      { certificates: [pemOf(certifyHost('Old', 'a.vn', { notAfter: new Date('2024-01-01') }))] },
    ],
    [/stands there twice/, { certificates: [pemOf(signer), pemOf(signer)] }],
    [/serverAuthority is no certificate/, { serverAuthority: 'x' }],
    [/unrecognized key/, { more: 1 } as Partial<PartyFile>],
  ]
  for (const [word, changes] of wrong) {
    await refused(word, 'add', await other(changes))
  }
  await refused(/belongs to another party/, 'add', await other({ certificates: BANK.certificates }))
  await sen('add', await other({ name: both('Other') }))
  await refused(/higher version/, 'add', await other({}))
})
