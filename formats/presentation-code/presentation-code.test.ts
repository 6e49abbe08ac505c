// What is shown fits one QR code and says exactly what was signed; whatever else is read is refused.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import QRCode from 'qrcode'
import { asked, present, issue, stranger, trust } from '../../testing/credential-kit.ts'
import {
  cardIssuer,
  CARD_KID,
  issueCard,
  phoneKey,
  showCard,
  SHOWN_AT_s,
} from '../../testing/shown-card-kit.ts'
import { joined } from '../bytes.ts'
import { presentCredential } from '../sd-jwt-vc/present-credential.ts'
import { verifyPresentation } from '../sd-jwt-vc/verify-credential.ts'
import { deflateBytes } from '../zlib.ts'
import { decodeDigits, encodeDigits } from './digits.ts'
import { OFFLINE_AUDIENCE, OFFLINE_NONCE } from './offline-binding.ts'
import { codeLimits, readCode, writeCode } from './presentation-code.ts'
import { showOffline } from './show-offline.ts'

const cardTrust = {
  ...trust,
  issuerKey: () => ({ ...cardIssuer.jwk, kid: CARD_KID }),
  now_s: SHOWN_AT_s,
}
const offline = { nonce: OFFLINE_NONCE, audience: OFFLINE_AUDIENCE, maxAge_s: 60 }

const presented = async (show: readonly string[]): Promise<string> => {
  const outcome = await presentCredential({
    credential: await issueCard(),
    show: show.map((name) => [name]),
    keyBinding: { signer: phoneKey.signer, ...offline, issuedAt_s: SHOWN_AT_s },
  })
  assert.ok(outcome.ok)
  return outcome.value
}

const reasonOf = async (digits: string): Promise<string> => {
  const read = await readCode(digits)
  return read.ok ? 'ok' : read.reason
}

test('a reader gets letter by letter what was signed, and the moment beside it', async () => {
  for (const show of [
    ['age_over_18'],
    ['name', 'birthdate'],
    ['sex', 'nationalities', 'residence', 'name'],
  ]) {
    const text = await presented(show)
    const written = await writeCode(text)
    assert.ok(written.ok)
    const read = await readCode(written.value)
    assert.deepEqual(read, { ok: true, value: { presentation: text, signedAt_s: SHOWN_AT_s } })
    const judged = await verifyPresentation(text, cardTrust, offline)
    assert.ok(judged.ok)
    assert.deepEqual(judged.value.revealed.map(({ path }) => path[0]).toSorted(), show.toSorted())
  }
})

test('a code is digits alone, which no keyboard and no input method changes', async () => {
  assert.match(await showCard(await issueCard()), /^7361\d+$/)
})

test('every errand fits a code that any phone reads from another: version 22 at most', async (t) => {
  const errands = {
    flight: ['name', 'personal_number', 'birthdate'],
    clinic: ['name', 'personal_number', 'birthdate', 'sex', 'residence'],
    police: ['name', 'personal_number', 'birthdate', 'residence'],
    adult: ['age_over_18'],
  }
  for (const [errand, show] of Object.entries(errands)) {
    const data = await showCard(
      await issueCard(),
      show.map((name) => [name]),
    )
    const { version } = QRCode.create([{ data, mode: 'numeric' }], { errorCorrectionLevel: 'L' })
    t.diagnostic(`${errand}: ${data.length} digits, version ${version}`)
    assert.ok(version <= 22, errand)
  }
})

test('a document of any issuer is written as well, nested claims and lists included', async () => {
  for (const show of [
    [['full_name']],
    [
      ['address', 'province'],
      ['classes', null],
    ],
    [],
  ]) {
    const keyBinding = { ...asked, ...offline, signer: phoneKey.signer, issuedAt_s: SHOWN_AT_s }
    const credential = await issue({ holderKey: phoneKey.jwk, decoys: 2 })
    const outcome = await presentCredential({ credential, show, keyBinding })
    assert.ok(outcome.ok)
    const written = await writeCode(outcome.value)
    assert.ok(written.ok)
    const read = await readCode(written.value)
    assert.ok(read.ok)
    assert.equal(read.value.presentation, outcome.value)
  }
})

test("a signature for a verifier's own question is no code for whoever stands opposite", async () => {
  assert.deepEqual(await writeCode(await present(await issue())), {
    ok: false,
    reason: 'presentation-code.binding',
  })
})

test('what a document does not have cannot be shown', async () => {
  const shown = await showOffline({
    credential: await issueCard(),
    show: [['blood_group']],
    signer: phoneKey.signer,
    now_s: SHOWN_AT_s,
  })
  assert.deepEqual(shown, { ok: false, reason: 'sd-jwt.claim-absent' })
})

test("another phone's signature is carried, and refused by whoever judges it", async () => {
  const read = await readCode(await showCard(await issueCard(), [['name']], { by: stranger }))
  assert.ok(read.ok)
  const judged = await verifyPresentation(read.value.presentation, cardTrust, offline)
  assert.deepEqual(judged, { ok: false, reason: 'sd-jwt.key-binding-signature' })
})

test('other codes, later versions, damaged and too long ones are told apart', async () => {
  const digits = await showCard(await issueCard())
  assert.equal(await reasonOf(''), 'presentation-code.other')
  assert.equal(await reasonOf('https://example.vn/'), 'presentation-code.other')
  assert.equal(await reasonOf('940191004826'), 'presentation-code.other')
  assert.equal(await reasonOf(`7362${digits.slice(4)}`), 'presentation-code.version')
  assert.equal(await reasonOf('7361'), 'presentation-code.damaged')
  assert.equal(await reasonOf(`${digits.slice(0, 200)} ${digits.slice(200)}`), 'presentation-code.damaged')
  assert.equal(await reasonOf(digits + '0'.repeat(codeLimits.digits)), 'presentation-code.too-large')
  for (const lost of [digits.slice(0, -1), digits.slice(0, 500) + digits.slice(501), `${digits}0`]) {
    assert.equal(await reasonOf(lost), 'presentation-code.damaged')
  }
  const place = 700
  const changed = digits.slice(0, place) + ((Number(digits[place]) + 1) % 10) + digits.slice(place + 1)
  assert.equal(await reasonOf(changed), 'presentation-code.damaged')
})

/** A code around any packed text, with a check that fits. */
const around = async (
  packed: Uint8Array,
  raw = new Uint8Array(),
  length = packed.length,
): Promise<string> => {
  const head = new Uint8Array(4 + 128 + 2)
  new DataView(head.buffer).setUint16(4 + 128, length)
  const body = joined([head, packed, raw])
  const check = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).subarray(0, 4)
  return `7361${encodeDigits(joined([check, body]))}`
}
const packedOf = (text: string) => deflateBytes(new TextEncoder().encode(text), 'deflate-raw')

test('a code that would unpack without end is refused before it has', async () => {
  const bomb = await packedOf('0'.repeat(2_000_000))
  assert.ok(bomb.length < 2100)
  assert.equal(await reasonOf(await around(bomb)), 'presentation-code.unpacked-too-large')
  // Few letters, each of which stands for a long piece.
  const pieces = await packedOf('\u0005'.repeat(codeLimits.unpacked_bytes - 1))
  assert.equal(await reasonOf(await around(pieces)), 'presentation-code.unpacked-too-large')
})

test('what no phone of ours packs is refused, whole as it may be', async () => {
  const packed = await packedOf('{}\u001e{}')
  assert.equal(await reasonOf(await around(packed)), 'ok')
  assert.equal(
    await reasonOf(await around(packed, new Uint8Array(32))),
    'presentation-code.form',
    'bytes of nobody',
  )
  assert.equal(
    await reasonOf(await around(packed, undefined, packed.length + 1)),
    'presentation-code.packing',
  )
  assert.equal(
    await reasonOf(await around(packed, undefined, packed.length - 1)),
    'presentation-code.packing',
  )
  assert.equal(await reasonOf(await around(joined([packed, packed]))), 'presentation-code.packing')
  for (const text of [
    '{\u0001}',
    '{\u0000}\u001e',
    '{"a":"\u0003"}',
    '{}\u001e\u00030',
    '\u00030\u001e{}\u001e[]',
  ]) {
    assert.equal(
      await reasonOf(await around(await packedOf(text))),
      'presentation-code.form',
      JSON.stringify(text),
    )
  }
})

test('every row of bytes has one text of digits, and no other text is read', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      const digits = encodeDigits(bytes)
      assert.deepEqual(decodeDigits(digits), new Uint8Array(bytes))
      assert.ok(digits.length <= Math.ceil(bytes.length * 2.5) + 2)
    }),
  )
  fc.assert(
    fc.property(fc.stringMatching(/^\d{0,80}$/), (digits) => {
      const bytes = decodeDigits(digits)
      assert.ok(bytes === null || encodeDigits(bytes) === digits)
    }),
  )
  for (const text of ['256', '1', '12', '-12', '1e3', '٣٣٣', '99999', ' 12', '9'.repeat(29)]) {
    assert.equal(decodeDigits(text), null, text)
  }
})
