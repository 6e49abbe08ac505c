// What a wallet says its token is for is read strictly, whatever it sends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mutatorOf } from '../../../../../testing/mutations.ts'
import { inputs, withoutTraces } from '../../../../../testing/thorough.ts'
import { Problem } from '../../../../kernel/problem.ts'
import { readDetails } from './authorization-details.ts'

const detail = (id: unknown) => ({ type: 'openid_credential', credential_configuration_id: id })

test('each configuration is named once, in the order of the wallet', () => {
  const text = JSON.stringify([detail('b'), { ...detail('a'), locations: ['x'] }, detail('b')])
  assert.deepEqual(readDetails(text), ['b', 'a'])
})

test('more than a wallet could mean, and what is no list of documents, is refused', () => {
  const many = Array.from({ length: 201 }, () => detail('a'))
  for (const wrong of [many, [], {}, null, 'a', [null], [[]], [detail(7)], [{ ...detail('a'), type: 'x' }]]) {
    assert.throws(() => readDetails(JSON.stringify(wrong)), { code: 'credentials.details-malformed' })
  }
  for (const wrong of ['', '[', '[{"type":"openid_credential","type":"x"}]', '['.repeat(5000)]) {
    assert.throws(() => readDetails(wrong), { code: 'credentials.details-malformed' })
  }
})

test('broken ones are read or refused, and nothing else happens', () => {
  const { text } = mutatorOf(20_261_130)
  const whole = JSON.stringify([detail('driving-licence-sd-jwt'), detail('identity-card-sd-jwt')])
  const most = inputs(5000)
  let refused = 0
  withoutTraces(() => {
    for (let count = 0; count < most; count++) {
      try {
        assert.ok(readDetails(text(whole)).every((name) => typeof name === 'string'))
      } catch (error) {
        assert.ok(error instanceof Problem && error.code === 'credentials.details-malformed', String(error))
        refused++
      }
    }
  })
  assert.ok(refused > 0 && refused < most)
})
