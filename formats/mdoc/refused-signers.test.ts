import assert from 'node:assert/strict'
import { generateKeyPairSync } from 'node:crypto'
import { test } from 'node:test'
import { KEY_USAGE } from '../emrtd/certificate.ts'
import { authorityExtensions, extension } from '../emrtd/compose-certificate.ts'
import { derInteger, derNamedBits, derNull, derTrue, sequence } from '../emrtd/der-writer.ts'
import { oids } from '../emrtd/oids.ts'
import { DOCUMENT_SIGNER_PURPOSE, readRoots, type RevocationAnswer, type Trust } from './document-signer.ts'
import { verifyIssued } from './verify-issuer.ts'
import {
  makeAuthority,
  makeKey,
  makeSigner,
  purposeOf,
  signerParts,
  type Party,
} from '../../testing/mdoc/authority.ts'
import {
  authority,
  codeOf,
  issue,
  LICENCE,
  NOW,
  rootsOf,
  signer,
  SPACE,
  trustIn,
} from '../../testing/mdoc/documents.ts'

const judgeBy = async (by: Party, chain: readonly Uint8Array[], trust: Trust, at = NOW): Promise<string> =>
  codeOf(await verifyIssued(await issue({}, by, chain), { docType: LICENCE, trust, at }))

/** Signed by `by` and sent with its certificate alone. */
const judge = async (by: Party, trusted: readonly Party[] = [authority], at = NOW): Promise<string> =>
  judgeBy(by, [by.certificate], await trustIn(...trusted), at)

const key = makeKey()
const parts = signerParts(key, authority)
const signerWith = (changes: Readonly<Record<string, Uint8Array | null>>): Party =>
  makeSigner(authority, {
    key,
    extensions: Object.values({ ...parts, ...changes }).filter((one) => one !== null),
  })

test('a signer of a pinned authority is believed', async () => {
  assert.equal(await judge(signer), 'accepted')
  assert.equal(await judge(signerWith({})), 'accepted')
  assert.equal(await judge(signer, [makeAuthority({ commonName: 'Another' }), authority]), 'accepted')
})

test('a signer of an authority that nobody pinned is refused as mdoc.signer-unknown', async () => {
  assert.equal(await judge(makeSigner(makeAuthority({ commonName: 'Another' }))), 'mdoc.signer-unknown')
  assert.equal(await judge(signer, []), 'mdoc.signer-unknown')
  const own = makeAuthority({ extensions: Object.values(signerParts(key, { ...authority, key })), key })
  assert.equal(await judge(own), 'mdoc.signer-unknown')
})

test('an authority with the name of a pinned one, but its own key, signs nothing', async () => {
  const false_ = makeAuthority()
  assert.equal(await judge(makeSigner(false_)), 'mdoc.signer-unknown')
  const hidden = signerParts(key, authority)
  const copied = makeSigner(false_, { key, extensions: Object.values(hidden) })
  assert.equal(await judge(copied), 'mdoc.signer-signature')
  const silent = makeSigner(false_, { key, extensions: [hidden.usage, hidden.purpose] })
  assert.equal(await judge(silent), 'mdoc.signer-signature')
})

test('of two pinned keys of one name, the one that signed counts', async () => {
  const next = makeAuthority()
  const silent = makeSigner(next, { key, extensions: [parts.usage, parts.purpose] })
  assert.equal(await judge(silent, [authority, next]), 'accepted')
})

test('what a signer may not do is refused by its own code', async () => {
  const usage = (...bits: readonly number[]): Uint8Array =>
    extension(oids.keyUsage, true, derNamedBits(...bits))
  const cases: readonly (readonly [string, Readonly<Record<string, Uint8Array | null>>])[] = [
    ['mdoc.signer-usage', { usage: null }],
    ['mdoc.signer-usage', { usage: usage(KEY_USAGE.listSigning) }],
    ['mdoc.signer-usage', { usage: usage(KEY_USAGE.digitalSignature, KEY_USAGE.certificateSigning) }],
    ['mdoc.signer-purpose', { purpose: null }],
    ['mdoc.signer-purpose', { purpose: purposeOf('1.0.18013.5.1.6') }],
    ['mdoc.signer-purpose', { purpose: purposeOf(oids.anyExtendedKeyUsage) }],
    ['accepted', { purpose: purposeOf('1.0.18013.5.1.6', DOCUMENT_SIGNER_PURPOSE) }],
    ['mdoc.signer-is-authority', { more: extension(oids.basicConstraints, true, sequence(derTrue())) }],
    ['accepted', { more: extension(oids.basicConstraints, true, sequence()) }],
    ['mdoc.certificate-critical-extension', { more: extension('1.2.3.4', true, derNull()) }],
    ['accepted', { more: extension('1.2.3.4', false, derNull()) }],
    ['mdoc.certificate-malformed', { more: parts.usage }],
  ]
  for (const [code, changes] of cases) {
    assert.equal(await judge(signerWith(changes)), code, Object.keys(changes).join())
  }
})

test('a signer is believed within its time only, then and now', async () => {
  const time = { notBefore: new Date('2026-11-15T00:00:00Z'), notAfter: new Date('2026-11-30T09:00:00Z') }
  const late = makeSigner(authority, { ...time, notBefore: new Date('2026-11-30T09:00:01Z') })
  const early = makeSigner(authority, { ...time, notAfter: new Date('2026-11-30T08:59:59Z') })
  assert.equal(await judge(late), 'mdoc.signer-not-yet-valid')
  assert.equal(await judge(early), 'mdoc.signer-expired')
  // Valid today, but not on the day that it says it signed.
  assert.equal(await judge(makeSigner(authority, time)), 'mdoc.signed-outside-signer-validity')
  const whole = makeSigner(authority, { ...time, notBefore: new Date('2026-11-01T00:00:00Z') })
  assert.equal(await judge(whole), 'accepted')
})

test('an authority is believed within its time only, then and now', async () => {
  const made = (notBefore: string, notAfter: string): Party =>
    makeAuthority({ notBefore: new Date(notBefore), notAfter: new Date(notAfter) })
  for (const [code, from, until] of [
    ['mdoc.authority-not-yet-valid', '2026-11-30T09:00:01Z', '2030-01-01T00:00:00Z'],
    ['mdoc.authority-expired', '2020-01-01T00:00:00Z', '2026-11-30T08:59:59Z'],
    ['mdoc.signed-outside-signer-validity', '2026-11-15T00:00:00Z', '2030-01-01T00:00:00Z'],
  ] as const) {
    const root = made(from, until)
    assert.equal(await judge(makeSigner(root), [root]), code)
  }
})

test('no authority makes documents of another state', async () => {
  assert.equal(await judge(makeSigner(authority, { country: 'LA' })), 'mdoc.signer-country')
  assert.equal(await judge(makeSigner(authority, { country: null })), 'mdoc.signer-country')
  const foreign = makeAuthority({ country: 'LA' })
  const elements = { [SPACE]: { family_name: 'x' } }
  const by = makeSigner(foreign, { country: 'LA' })
  const trust = await trustIn(foreign)
  const lao = await verifyIssued(await issue({ elements }, by), { docType: LICENCE, trust, at: NOW })
  assert.equal(lao.ok && lao.value.signer.country, 'LA')
  assert.equal(codeOf(await readRoots([makeAuthority({ country: null }).certificate])), 'mdoc.signer-country')
})

test('an authority in between must be one, and within the path that is allowed', async () => {
  const root = makeAuthority({ commonName: 'Root', pathLength: 1 })
  const middle = makeAuthority({ commonName: 'Middle' }, root)
  const below = makeSigner(middle)
  const trust = await trustIn(root)
  const chain = [below.certificate, middle.certificate]
  assert.equal(await judgeBy(below, chain, trust), 'accepted')
  assert.equal(await judgeBy(below, [below.certificate], trust), 'mdoc.signer-unknown')
  assert.equal(await judgeBy(below, [...chain, ...chain], trust), 'mdoc.chain-too-long')
  assert.equal(await judgeBy(below, [...chain, root.certificate], trust), 'mdoc.chain-holds-root')
  assert.equal(
    await judgeBy(below, [below.certificate, makeAuthority({ commonName: 'Middle' }).certificate], trust),
    'mdoc.signer-unknown',
  )
  const short = makeAuthority({ commonName: 'Root', key: root.key })
  assert.equal(await judgeBy(below, chain, await trustIn(short)), 'mdoc.authority-path-length')
  const foreign = makeAuthority({ commonName: 'Middle', country: 'LA' }, root)
  const ofForeign = makeSigner(foreign)
  assert.equal(
    await judgeBy(ofForeign, [ofForeign.certificate, foreign.certificate], trust),
    'mdoc.signer-country',
  )
})

test('an authority in between must have signed what it is sent for', async () => {
  const root = makeAuthority({ commonName: 'Root', pathLength: 2 })
  const middle = makeAuthority({ commonName: 'Middle' }, root)
  const trust = await trustIn(root)
  // The same name and, once, the same key identifier; another key.
  const false_ = makeAuthority({ commonName: 'Middle' })
  const claimed = signerParts(key, middle)
  for (const extensions of [Object.values(claimed), [claimed.usage, claimed.purpose]]) {
    const forged = makeSigner(false_, { key, extensions })
    const chain = [forged.certificate, middle.certificate]
    assert.equal(await judgeBy(forged, chain, trust), 'mdoc.signer-signature')
  }
  // Its own path of nought leaves no room for another authority below, whatever the root allows.
  const lower = makeAuthority({ commonName: 'Lower' }, middle)
  const below = makeSigner(lower)
  const long = [below.certificate, lower.certificate, middle.certificate]
  assert.equal(await judgeBy(below, long, trust), 'mdoc.authority-path-length')
  const old = makeAuthority({ commonName: 'Middle', notAfter: new Date('2026-11-30T08:59:59Z') }, root)
  const ofOld = makeSigner(old)
  assert.equal(await judgeBy(ofOld, [ofOld.certificate, old.certificate], trust), 'mdoc.authority-expired')
  const asked: string[] = []
  const roots = await rootsOf(root)
  const good = makeSigner(middle)
  const revocation: Trust['revocation'] = ({ issuer }) => {
    asked.push(issuer)
    return issuer.includes('Root') ? 'revoked' : 'good'
  }
  const chain = [good.certificate, middle.certificate]
  assert.equal(await judgeBy(good, chain, { roots, revocation }), 'mdoc.signer-revoked')
  assert.deepEqual(asked, ['C=VN, CN=Middle', 'C=VN, CN=Root'])
})

test('a signer cannot make a signer below itself', async () => {
  const root = makeAuthority({ commonName: 'Root', pathLength: 1 })
  const first = makeSigner(root)
  const second = makeSigner(first, { commonName: 'Second' })
  assert.equal(
    await judgeBy(second, [second.certificate, first.certificate], await trustIn(root)),
    'mdoc.authority-usage',
  )
})

test('what is no authority cannot be pinned', async () => {
  const pin = async (extensions: readonly Uint8Array[]): Promise<string> =>
    codeOf(await readRoots([makeAuthority({ extensions }).certificate]))
  const [constraints, usage] = authorityExtensions(key.id)
  assert.ok(constraints && usage)
  assert.equal(await pin([constraints, usage]), 'accepted')
  assert.equal(await pin([constraints]), 'mdoc.authority-usage')
  assert.equal(await pin([usage]), 'mdoc.authority-usage')
  const listsOnly = extension(oids.keyUsage, true, derNamedBits(KEY_USAGE.listSigning))
  assert.equal(await pin([constraints, listsOnly]), 'mdoc.authority-usage')
  const names = extension('2.5.29.30', true, sequence(derInteger(1)))
  assert.equal(await pin([constraints, usage, names]), 'mdoc.certificate-critical-extension')
  assert.equal(codeOf(await readRoots([Uint8Array.of(0x30, 0)])), 'mdoc.certificate-malformed')
})

test('a curve that no browser knows is refused as mdoc.algorithm-unknown', async () => {
  const brainpool = generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' })
  const spki = Uint8Array.from(brainpool.publicKey.export({ format: 'der', type: 'spki' }))
  const other = { ...makeKey(), privateKey: brainpool.privateKey, spki }
  assert.equal(codeOf(await readRoots([makeAuthority({ key: other }).certificate])), 'mdoc.algorithm-unknown')
  assert.equal(
    await judge(makeSigner(authority, { key: { ...other, sign: key.sign } })),
    'mdoc.algorithm-unknown',
  )
})

test('a longer curve of the authority is followed', async () => {
  const root = makeAuthority({ key: makeKey('P-384') })
  assert.equal(await judge(makeSigner(root), [root]), 'accepted')
})

test('a certificate with one bit changed anywhere is never believed', async () => {
  const trust = await trustIn(authority)
  const { certificate } = signer
  for (let at = 0; at < certificate.length; at++) {
    const spoiled = Uint8Array.from(certificate)
    spoiled[at] = (spoiled[at] ?? 0) ^ (1 << (at & 7))
    const code = await judgeBy(signer, [spoiled], trust)
    assert.match(code, /^mdoc\./, `byte ${at}`)
  }
})

test('a revoked signer, and one that nobody could be asked about, are refused', async () => {
  const roots = await rootsOf(authority)
  const asked: string[] = []
  const answer = (revocation: Trust['revocation']): Promise<string> =>
    judgeBy(signer, [signer.certificate], { roots, revocation })
  const fixed = (value: RevocationAnswer): Promise<string> =>
    answer(({ serial, issuer }) => {
      asked.push(`${serial} of ${issuer}`)
      return value
    })
  assert.equal(await fixed('good'), 'accepted')
  assert.equal(await fixed('revoked'), 'mdoc.signer-revoked')
  assert.equal(await fixed('unknown'), 'mdoc.revocation-unknown')
  assert.match(asked[0] ?? '', /^01[0-9a-f]{2} of C=VN, CN=Test IACA$/)
  assert.equal(await answer(() => Promise.reject(new Error('no net'))), 'mdoc.revocation-unknown')
  assert.equal(
    await answer(() => {
      throw new Error('no list')
    }),
    'mdoc.revocation-unknown',
  )
})
