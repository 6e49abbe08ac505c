// The doors of documents on phones stand in the whole of Sen as wallets and verifiers look for them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openTestSen, type TestSen } from '../../testing/whole-sen.ts'

let sen: TestSen
before(async () => {
  sen = await openTestSen('off')
})
after(() => sen.stop())

const get = (path: string): Promise<Response> => fetch(`${sen.url}${path}`)

test('a wallet that knows only the issuer’s name finds all the rest', async () => {
  const issuer = `${sen.url}/credentials`
  const metadata = (await (await get('/.well-known/openid-credential-issuer/credentials')).json()) as Record<
    string,
    unknown
  >
  assert.equal(metadata['credential_issuer'], issuer)
  const configurations = Object.keys(metadata['credential_configurations_supported'] as object)
  assert.deepEqual(configurations.slice(0, 2), ['identity-card-sd-jwt', 'identity-card-mdoc'])
  assert.deepEqual(
    configurations.filter((id) => id.startsWith('driving-licence')),
    ['driving-licence-sd-jwt', 'driving-licence-mdoc'],
  )
  const server = await get('/.well-known/oauth-authorization-server/credentials')
  const { issuer: named, token_endpoint } = (await server.json()) as Record<string, string>
  assert.deepEqual([named, token_endpoint], [issuer, `${issuer}/token`])
  const nonce = await fetch(String(metadata['nonce_endpoint']), { method: 'POST' })
  assert.deepEqual([nonce.status, nonce.headers.get('cache-control')], [200, 'no-store'])
  const token = await fetch(token_endpoint ?? '', { method: 'POST', body: new URLSearchParams() })
  assert.deepEqual(
    [token.status, ((await token.json()) as { error: string }).error],
    [400, 'invalid_request'],
  )
})

test('a verifier finds keys and roots, which are those of the first start for good', async () => {
  const read = async () => (await get('/credentials/trust')).text()
  const first = await read()
  assert.equal(await read(), first)
  const { jwks, mdocRoots } = JSON.parse(first) as { jwks: { keys: object[] }; mdocRoots: string[] }
  assert.deepEqual([jwks.keys.length, mdocRoots.length], [1, 1])
  assert.ok(!JSON.stringify(jwks).includes('"d"'))
})

test('a status list that there is not is not there, however its name is written', async () => {
  for (const name of ['none', 'a'.repeat(16), '%00', `${'a'.repeat(15)}%00`, '%F0%9F%98%80']) {
    assert.equal((await get(`/status-lists/${name}`)).status, 404, name)
  }
})
