// A list that is stale, forged, of something else or a trap says nothing about anybody's document.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import { NOW_s, stranger } from '../../testing/credential-kit.ts'
import { mutatorOf } from '../../testing/mutations.ts'
import { believing, forgeList, packed, publish } from '../../testing/status-list-kit.ts'
import { inputs } from '../../testing/thorough.ts'
import { encodeBase64url } from '../jws/base64url.ts'
import { inflate } from './pack-statuses.ts'
import { StatusListFault, statusListFaultCodes, type StatusListFaultCode } from './status-list-fault.ts'
import { verifyStatusList, type Believing } from './status-list-token.ts'
import { createStatusList, statusAt } from './status-list.ts'

const reached = new Set<StatusListFaultCode>()
const refused = (
  promise: string,
  code: StatusListFaultCode,
  make: () => string | Promise<string>,
  change: Partial<Believing> = {},
): void => {
  test(`${promise}: ${code}`, async () => {
    const outcome = await verifyStatusList(await make(), { ...believing, ...change })
    assert.deepEqual(outcome, { ok: false, reason: code })
    reached.add(code)
  })
}

test('the same forger, saying nothing wrong, is believed: what follows is refused for its fault alone', async () => {
  assert.ok((await verifyStatusList(await forgeList(), believing)).ok)
})

refused('a token of a gigabyte is not looked at', 'status-list.too-large', () => publish(), {
  limits: { characters: 100, unpacked_bytes: 1000 },
})
refused('an empty text', 'status-list.token-form', () => '')
refused('a token of another type', 'status-list.token-type', () => forgeList({}, { header: { typ: 'JWT' } }))
refused('a token for the other format', 'status-list.token-type', () =>
  forgeList({}, { header: { typ: 'statuslist+cwt' } }),
)
refused('no signature', 'status-list.token-algorithm', () => forgeList({}, { header: { alg: 'none' } }))
refused('what is critical', 'status-list.token-critical-header', () =>
  forgeList({}, { header: { crit: ['x'] } }),
)
refused('another issuer', 'status-list.issuer-untrusted', () => forgeList({}, { header: { kid: 'x' } }))
refused('a key of another curve', 'status-list.token-key', () => forgeList(), {
  issuerKey: () => ({ kty: 'EC', crv: 'P-384' }),
})
refused('a stranger who says that nothing is revoked', 'status-list.token-signature', () =>
  forgeList({}, { by: stranger }),
)

for (const sub of [
  'https://issuer.example.vn/status/2',
  'https://issuer.example.vn/status/1/',
  undefined,
  null,
  5,
]) {
  refused(`the list ${sub}`, 'status-list.other-list', () => forgeList({ sub }))
}
const claims = [
  { iat: undefined },
  { iat: '5' },
  { iat: -1 },
  { exp: null },
  { exp: 'x' },
  { ttl: 0 },
  { ttl: -5 },
  { ttl: '5' },
  { nbf: 'x' },
  { status_list: { bits: 1 } },
  { status_list: { bits: 1, lst: 5 } },
  { status_list: { bits: 1, lst: 'a+b/' } },
  { status_list: { bits: 1, lst: `${packed(Uint8Array.of(1))}==` } },
]
for (const change of claims) {
  refused(`claims with ${JSON.stringify(change)}`, 'status-list.claim-form', () => forgeList(change))
}
for (const bits of [0, 3, 5, 16, -1, 1.5, '1', null, undefined]) {
  const lst = packed(Uint8Array.of(1))
  refused(`entries of ${bits} bits`, 'status-list.bits', () => forgeList({ status_list: { bits, lst } }))
}
for (const status_list of [undefined, null, [], 'x']) {
  refused(`a list that is ${JSON.stringify(status_list)}`, 'status-list.bits', () =>
    forgeList({ status_list }),
  )
}

const whole = new Uint8Array(deflateSync(new Uint8Array(100)))
const packings: readonly (readonly [string, Uint8Array])[] = [
  ['nothing', new Uint8Array()],
  ['bytes that were never packed', new Uint8Array(100)],
  ['a list cut short', whole.slice(0, -1)],
  ['a list with something behind it', Uint8Array.of(...whole, 0)],
  ['two lists in one', Uint8Array.of(...whole, ...whole)],
  ['a list with a wrong sum', whole.with(whole.length - 1, (whole.at(-1) ?? 0) ^ 1)],
  ['bare DEFLATE', whole.slice(2, -4)],
]
for (const [what, bytes] of packings) {
  const status_list = { bits: 1, lst: encodeBase64url(bytes) }
  refused(what, 'status-list.packing', () => forgeList({ status_list }))
}
refused('a small text that holds a hundred megabytes', 'status-list.unpacked-too-large', () =>
  forgeList({ status_list: { bits: 1, lst: packed(new Uint8Array(100_000_000)) } }),
)

refused('a list that has ended', 'status-list.expired', () => forgeList({ exp: NOW_s - 60 }))
refused('a list of tomorrow', 'status-list.not-yet-valid', () => forgeList({ iat: NOW_s + 61 }))
refused('a list that begins tomorrow', 'status-list.not-yet-valid', () => forgeList({ nbf: NOW_s + 61 }))
refused('a copy kept longer than its issuer allows', 'status-list.stale', () => publish(), {
  fetchedAt_s: NOW_s - 3601,
})
refused('a list older than the verifier allows', 'status-list.stale', () => publish(), { maxAge_s: 99 })

test('a copy stays fresh until the earliest of what issuer and verifier say', async () => {
  const until = async (change: Partial<Believing>, publishing = {}): Promise<unknown> => {
    const outcome = await verifyStatusList(await publish(publishing), { ...believing, ...change })
    return outcome.ok ? outcome.value.freshUntil_s : outcome.reason
  }
  assert.equal(await until({}), NOW_s + 3600)
  assert.equal(await until({ fetchedAt_s: NOW_s - 3600 }), NOW_s)
  assert.equal(await until({ maxAge_s: 100 }), NOW_s)
  assert.equal(await until({}, { expiresAt_s: NOW_s + 10 }), NOW_s + 10)
  assert.equal(await until({}, { ttl_s: undefined, expiresAt_s: undefined }), null)
  // A phone whose clock was set forward when it fetched does not keep the copy for longer.
  assert.equal(await until({ fetchedAt_s: NOW_s + 1_000_000 }), NOW_s + 3600)
})

test('a document that the list has no entry for has no status: status-list.no-such-entry', () => {
  const outcome = statusAt(createStatusList(8, 1), 8)
  assert.ok(!outcome.ok)
  reached.add(outcome.reason)
})

test('every code was reached by one of them', () => {
  assert.deepEqual(
    statusListFaultCodes.filter((code) => !reached.has(code)),
    [],
  )
})

const SEED = 20_261_201
const BATCH = 500

/** How many of these many calls were answered with each code; a throw of anything else fails the test. */
const tallyOf = async (count: number, ask: () => Promise<string>): Promise<Record<string, number>> => {
  const tally: Record<string, number> = {}
  for (let left = count; left > 0; left -= BATCH) {
    for (const answer of await Promise.all(Array.from({ length: Math.min(BATCH, left) }, ask))) {
      tally[answer] = (tally[answer] ?? 0) + 1
    }
  }
  return tally
}

test('no token that differs from the published one in one place is believed', async (t) => {
  const token = await publish()
  const { text } = mutatorOf(SEED)
  const tally = await tallyOf(inputs(4000), async () => {
    const changed = text(token)
    const outcome = await verifyStatusList(changed, believing)
    return changed === token ? 'unchanged' : outcome.ok ? 'believed' : outcome.reason
  })
  t.diagnostic(`seed ${SEED}: ${JSON.stringify(tally)}`)
  assert.equal(tally['believed'], undefined)
  assert.ok(tally['status-list.token-signature'])
})

test('whatever is packed in a list, it is unpacked within the limit or refused', async (t) => {
  const { below } = mutatorOf(SEED + 1)
  const samples = [whole, new Uint8Array(deflateSync(crypto.getRandomValues(new Uint8Array(300))))]
  const tally = await tallyOf(inputs(4000), async () => {
    const bytes = Uint8Array.from(samples[below(2)] ?? whole)
    for (let change = below(3); change >= 0; change -= 1) {
      bytes[below(bytes.length)] = below(256)
    }
    try {
      const unpacked = await inflate(bytes.slice(0, below(4) === 0 ? below(bytes.length) : bytes.length), 200)
      assert.ok(unpacked.length <= 200)
      return 'unpacked'
    } catch (error) {
      assert.ok(error instanceof StatusListFault)
      return error.code
    }
  })
  t.diagnostic(`seed ${SEED + 1}: ${JSON.stringify(tally)}`)
  assert.ok(tally['status-list.packing'] && tally['status-list.unpacked-too-large'])
})
