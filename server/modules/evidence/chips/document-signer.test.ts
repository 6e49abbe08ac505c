// The signer of cards that are made here: what an operator may add, and that whatever it signs is believed by
// the same eyes that judge strangers.
import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { after, before, beforeEach, test } from 'node:test'
import type { PartialDate } from '../../../../formats/partial-date.ts'
import type { PersonalNumber } from '../../../../formats/personal-number.ts'
import { openFixture, type Fixture } from '../../../../testing/fixture.ts'
import {
  issueSigner,
  keyFor,
  nameOf,
  privateKeyFor,
  worldAuthority,
} from '../../../../world/chips/authority.ts'
import { now } from '../../../kernel/clock.ts'
import { addDocumentSigner, documentSignerAt } from './document-signer.ts'
import { makeChip, readAnswerKey } from './make-chip.ts'
import type { ChipAlgorithm } from './signing-key.ts'

let fixture: Fixture
before(async () => {
  fixture = await openFixture()
})
beforeEach(() => fixture.pool.query('delete from chip_signer'))
after(() => fixture.stop())

const span = { notBefore: new Date('2020-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') }
const signerOf = (algorithm: ChipAlgorithm, words: string, dates = span) => ({
  certificate: issueSigner(worldAuthority(), {
    key: keyFor(algorithm, words),
    words,
    name: nameOf(words),
    span: dates,
  }).certificate,
  privateKey: privateKeyFor(algorithm, words),
  at: now(),
})
const add = (signer: Parameters<typeof addDocumentSigner>[2]) =>
  fixture.context.transact((work) => addDocumentSigner(work, fixture.context.tools, signer))
const card = {
  details: {
    personalNumber: '940191100001' as PersonalNumber,
    fullName: 'Nguyễn Thị Mẫu',
    birthDate: '1991-04-12' as PartialDate,
    sex: 'female' as const,
    issuedOn: '2026-11-26',
    expiresOn: '2031-04-12',
    hasNoEnd: false,
  },
  portrait: null,
  answerKey: null,
}
const make = () => makeChip(fixture.context.tools.read, fixture.context.tools, card, now())

for (const algorithm of ['ecdsa-p256', 'ecdsa-p384', 'brainpool-p256', 'rsa'] as const) {
  test(`a signer with ${algorithm} makes chips that are genuine, and its key is not readable in the database`, async () => {
    const signer = signerOf(algorithm, `bureau ${algorithm}`)
    assert.equal((await add(signer)).algorithm, algorithm)
    assert.ok(await make())
    const {
      rows: [row],
    } = await fixture.pool.query<{ sealed_key: Buffer }>('select sealed_key from chip_signer')
    assert.ok(
      row &&
        !row.sealed_key.includes(signer.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32)),
    )
  })
}

test("a key that is not the certificate's, or of a kind that signs no chips, is refused", async () => {
  const { certificate, at } = signerOf('ecdsa-p256', 'one')
  await assert.rejects(
    add({ certificate, privateKey: privateKeyFor('ecdsa-p256', 'another'), at }),
    /does not belong/,
  )
  await assert.rejects(
    add({ certificate, privateKey: generateKeyPairSync('ed25519').privateKey, at }),
    /does not belong|signs no chips/,
  )
})

test('no signer, one that has ended, and one that no authority of ours vouches for make nothing', async () => {
  assert.equal(await make(), null)
  await add(
    signerOf('ecdsa-p256', 'ended', {
      notBefore: new Date('2015-01-01T00:00:00Z'),
      notAfter: new Date('2020-01-01T00:00:00Z'),
    }),
  )
  assert.equal(await documentSignerAt(fixture.context.tools.read, fixture.context.tools, now()), null)
  assert.equal(await make(), null)
  const stranger = { ...worldAuthority(), name: nameOf('Nobody we know') }
  const certificate = issueSigner(stranger, {
    key: keyFor('ecdsa-p256', 'stranger'),
    words: 'stranger',
    name: nameOf('stranger'),
    span,
  }).certificate
  await add({ certificate, privateKey: privateKeyFor('ecdsa-p256', 'stranger'), at: now() })
  assert.equal(await make(), null)
})

test('only a key that can answer challenges is written into a chip', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  assert.equal(readAnswerKey(publicKey.export({ format: 'der', type: 'spki' }))?.isElliptic, true)
  assert.equal(
    readAnswerKey(generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' })),
    null,
  )
  assert.equal(readAnswerKey(Buffer.from('nothing')), null)
})
