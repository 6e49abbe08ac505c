import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hex } from '../bytes.ts'
import { browserTranscript, redirectTranscript } from './session-transcript.ts'

const nonce = 'exc7gBkxjx1rdc9udRrveKvSsJIq80avlXeLHhGwqtA'
const jwkThumbprint = Uint8Array.from(
  Buffer.from('4283ec927ae0f208daaa2d026a814f2b22dca52cf85ffa8f3f8626c6bd669047', 'hex'),
)

test('the example of OpenID4VP 1.0 §B.2.6.1 is made byte for byte', async () => {
  const made = await redirectTranscript({
    clientId: 'x509_san_dns:example.com',
    nonce,
    jwkThumbprint,
    responseUri: 'https://example.com/response',
  })
  assert.equal(
    hex(made),
    '83f6f682714f70656e494434565048616e646f7665725820' +
      '048bc053c00442af9b8eed494cefdd9d95240d254b046b11b68013722aad38ac',
  )
})

test('the example of OpenID4VP 1.0 §B.2.6.2 is made byte for byte', async () => {
  const made = await browserTranscript({ origin: 'https://example.com', nonce, jwkThumbprint })
  assert.equal(
    hex(made),
    '83f6f682764f70656e4944345650444341504948616e646f7665725820' +
      'fbece366f4212f9762c74cfdbf83b8c69e371d5d68cea09cb4c48ca6daab761a',
  )
})

test('each part of a request is bound', async () => {
  const request = { clientId: 'a', nonce: 'b', jwkThumbprint: null, responseUri: 'c' }
  const made = new Set<string>()
  for (const changes of [
    {},
    { clientId: 'x' },
    { nonce: 'x' },
    { responseUri: 'x' },
    { jwkThumbprint },
    { clientId: 'ab', nonce: '' },
  ]) {
    made.add(hex(await redirectTranscript({ ...request, ...changes })))
  }
  made.add(hex(await browserTranscript({ origin: 'a', nonce: 'b', jwkThumbprint: null })))
  assert.equal(made.size, 7)
})
