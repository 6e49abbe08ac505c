import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSameAddress, maskEmail, parseEmail } from './email.ts'

test('an ordinary address is read in its one spelling', () => {
  const read = {
    ' Lan.Nguyen+sen@Example.VN ': 'lan.nguyen+sen@example.vn',
    'a@b.co': 'a@b.co',
    "o'neil@mail.gov.vn": "o'neil@mail.gov.vn",
    'x@a-b.xn--fiqs8s': 'x@a-b.xn--fiqs8s',
    'Hanh@Tên-Miền.vn': 'hanh@xn--tn-min-iva0322d.vn',
    'hanh@te\u0302n-mie\u0302\u0300n.vn': 'hanh@xn--tn-min-iva0322d.vn',
    'hanh@xn--tn-min-iva0322d.vn': 'hanh@xn--tn-min-iva0322d.vn',
  }
  for (const [text, value] of Object.entries(read)) {
    assert.deepEqual(parseEmail(text), { ok: true, value })
  }
})

test('what is no address is refused with its reason', () => {
  const refused = {
    '': 'shape',
    lan: 'shape',
    '@example.vn': 'shape',
    'lan@': 'shape',
    'a@b@c.vn': 'shape',
    'lan nguyen@example.vn': 'name',
    '.lan@example.vn': 'name',
    'lan..n@example.vn': 'name',
    'lan.@example.vn': 'name',
    '"lan"@example.vn': 'name',
    'làn@example.vn': 'name',
    'lan\r\nBcc:x@example.vn': 'name',
    'Lan <lan@example.vn>': 'name',
    'lan@localhost': 'domain',
    'lan@-a.vn': 'domain',
    'lan@a-.vn': 'domain',
    'lan@a..vn': 'domain',
    'lan@a.v': 'domain',
    'lan@1.2.3.4': 'domain',
    'lan@[1.2.3.4]': 'domain',
    'lan@b\u0430n.vn': 'domain',
    'lan@b\u200bn.vn': 'domain',
    'lan@example.vn\u200b': 'domain',
    'lan\u2060@example.vn': 'name',
    'lan@\uff42an.vn': 'domain',
    'lan@\u212a.vn': 'domain',
    'lan@a.vn\r\nBcc: x': 'domain',
  }
  for (const [text, reason] of Object.entries(refused)) {
    assert.deepEqual(parseEmail(text), { ok: false, reason }, text)
  }
  assert.deepEqual(parseEmail(`${'a'.repeat(65)}@example.vn`), { ok: false, reason: 'name' })
  assert.deepEqual(parseEmail(`a@${'b'.repeat(64)}.vn`), { ok: false, reason: 'domain' })
  assert.deepEqual(parseEmail(`a@${'b.'.repeat(130)}vn`), { ok: false, reason: 'length' })
  assert.deepEqual(parseEmail(`${'a'.repeat(1_000_000)}!`), { ok: false, reason: 'length' })
})

test('an address that was read is read again as itself and its mask is no address', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (text) => {
      const once = parseEmail(text)
      if (!once.ok) {
        return
      }
      assert.deepEqual(parseEmail(once.value), once)
      assert.ok(!parseEmail(maskEmail(once.value)).ok)
    }),
  )
})

test('a mask shows the first letter and the domain', () => {
  const email = parseEmail('lan.nguyen@example.vn')
  assert.ok(email.ok)
  assert.equal(maskEmail(email.value), 'l•••@example.vn')
})

test('two spellings of one mailbox are one, also where one was kept as it was once typed', () => {
  assert.deepEqual(parseEmail('Hanh@Gmail.com'), parseEmail('hanh@gmail.com'))
  assert.ok(isSameAddress('Hanh@gmail.com', 'hanh@gmail.com'))
  assert.ok(!isSameAddress('hanh@gmail.com', 'hanh@gmail.co'))
  assert.ok(!isSameAddress(null, null))
})
