// The card on the phone is the issuer's word for word, or a forgery.
import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { issuer, sign, stranger } from '../../../../testing/credential-kit.ts'
import type { IdentityCard } from '../shell/session.ts'
import { verifyCard } from './verify-card.ts'

const said = {
  personalNumber: '940191004826',
  fullName: 'Nguyễn Thị Hạnh',
  birthDate: '1991-04-12',
  sex: 'female',
  nationality: 'VNM',
  hometown: 'Tỉnh Nghệ An',
  residence: '',
  level: 2,
  card: null,
  state: 'valid',
  syncedAt: '2026-11-30T03:00:00.000Z',
} as const
const HEADER = { alg: 'ES256', typ: 'sen-identity-card+jwt', kid: 'house-1' }
const cardOf = (signed: string, shown: Partial<IdentityCard> = {}): IdentityCard => ({
  ...said,
  portrait: null,
  ...shown,
  signed,
})

// The browser's store, with the keys of an earlier visit; nothing else can be fetched from here.
const kept = new Map([['sen.issuer-keys', JSON.stringify([{ ...issuer.jwk, kty: 'EC', kid: 'house-1' }])]])
before(() => {
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true })
})

test('what the issuer signed, and nothing else, is verified', async () => {
  const signed = await sign(HEADER, { iss: 'x', ...said })
  assert.equal(await verifyCard(cardOf(signed)), 'verified')
  assert.equal(await verifyCard(cardOf(signed, { fullName: 'Nguyễn Thị Khác' })), 'forged')
  assert.equal(await verifyCard(cardOf(signed, { level: 1 })), 'forged')
})

test('a signature of somebody else, of another kind, by no algorithm, or what is no signed text is a forgery', async () => {
  for (const [what, signed] of [
    ['a stranger', await sign(HEADER, said, stranger)],
    ['another kind', await sign({ ...HEADER, typ: 'trust-list+jwt' }, said)],
    ['no algorithm', await sign({ ...HEADER, alg: 'none' }, said)],
    ['something critical', await sign({ ...HEADER, crit: ['x'] }, said)],
    ['cut short', (await sign(HEADER, said)).slice(0, -2)],
    ['four parts', `${await sign(HEADER, said)}.x`],
    ['nothing', ''],
  ] as const) {
    assert.equal(await verifyCard(cardOf(signed)), 'forged', what)
  }
})

test('a key that cannot be had now proves nothing, either way', async () => {
  assert.equal(await verifyCard(cardOf(await sign({ ...HEADER, kid: 'house-2' }, said))), 'unchecked')
})
