// Which scanned text opens a request, and which one is left alone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linkIn, wayOfCode } from './link.ts'

const SEN = 'https://sen.example'
const ASKED = 'client_id=x509_san_dns%3Abank.example&request_uri=https%3A%2F%2Fbank.example%2Fr%2F1'

test('the link of a party is opened from its page, from a code and from the address that wallets share', () => {
  for (const text of [`${SEN}/app/share?${ASKED}`, `openid4vp://?${ASKED}`, ` haip-vp://?${ASKED}\n`]) {
    assert.equal(wayOfCode(text, SEN), `/share?${ASKED}`, text)
  }
  assert.deepEqual(linkIn(new URLSearchParams(`${ASKED}&request_uri_method=POST`)), {
    from: 'link',
    clientId: 'x509_san_dns:bank.example',
    requestUri: 'https://bank.example/r/1',
    method: 'post',
  })
})

test('a printed code names a party and a place', () => {
  assert.equal(
    wayOfCode(`${SEN}/app/share/at/khach-san-bo-song/quay-1`, SEN),
    '/share/at/khach-san-bo-song/quay-1',
  )
})

test('the code at the desk of a place of stay opens its page, and only one that a place can have', () => {
  assert.equal(wayOfCode(`${SEN}/app/stays/at/khach-san-bo-song`, SEN), '/stays/at/khach-san-bo-song')
  for (const path of ['/app/stays/at/KS', '/app/stays/at/khach-san/1', '/app/stays/at/..%2Fshare']) {
    assert.equal(wayOfCode(`${SEN}${path}`, SEN), null, path)
  }
})

test('nothing else is opened: another site, another page, half a link', () => {
  for (const text of [
    `https://sen.example.evil.example/app/share?${ASKED}`,
    `${SEN}/app/me/close?${ASKED}`,
    `${SEN}/app/share/at/../me`,
    `${SEN}/app/share?client_id=x`,
    'openid4vp://?client_id=x&request_uri=nowhere',
    `javascript:alert(1)?${ASKED}`,
    '001191005826|…',
    '',
  ]) {
    assert.equal(wayOfCode(text, SEN), null, text)
  }
})
