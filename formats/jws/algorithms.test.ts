// A key is kept for those who hold it, and never mistaken for another.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issuer, sign, stranger } from '../../testing/credential-kit.ts'
import { judgeJws, openCompact } from './compact-jws.ts'
import type { Json } from './strict-json.ts'

const judge = async (text: string, key: Json): Promise<unknown> => {
  const opened = openCompact(text, { algorithms: ['ES256'], depth: 4 })
  return opened.ok ? judgeJws(opened.value, key) : opened.reason
}

test('a key that is changed in place is judged as what it has become', async () => {
  const text = await sign({ alg: 'ES256' }, {})
  const key: Record<string, Json> = { ...issuer.jwk }
  assert.equal(await judge(text, key), null)
  assert.equal(await judge(text, key), null)
  Object.assign(key, stranger.jwk)
  assert.equal(await judge(text, key), 'signature')
  Object.assign(key, { ...issuer.jwk, use: 'enc' })
  assert.equal(await judge(text, key), 'key')
  Object.assign(key, { use: 'sig' })
  assert.equal(await judge(text, key), null)
})

test('a key that is no point is refused as often as it is asked', async () => {
  const key = { ...issuer.jwk, y: issuer.jwk.x }
  const text = await sign({ alg: 'ES256' }, {})
  assert.deepEqual([await judge(text, key), await judge(text, key)], ['key', 'key'])
})
