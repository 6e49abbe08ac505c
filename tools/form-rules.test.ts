// What the browser accepts and refuses agrees with the contract, value by value, for every field of every
// form.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import { defineModule } from '../server/kernel/module.ts'
import {
  discardVoucherCase,
  openVoucherCase,
} from '../server/modules/access/authentication/voucher/open-voucher-case.ts'
import { check } from '../web/client/check.ts'
import { fieldsOf, rulesOf } from './form-rules.ts'
import { citizenForms, counterForms, decisionForms, formsIn } from './forms.ts'

const long = (length: number): string => 'a'.repeat(length)

/** What people type, paste and leave out; every value is tried in every field. */
const values = [
  '',
  ' ',
  'a',
  'ab',
  ' ab ',
  'Nguyễn Thị Hạnh',
  'Nguyễn Thị Hạnh 2',
  'Nguyen Thi Hanh 😀',
  'Иванова',
  '034158004217',
  '034 158 004217',
  ' 034158004217 ',
  '34158004217',
  '0341580042170',
  '999158004217',
  '03415800421x',
  '1958',
  '1958-08',
  '1958-08-20',
  '1958-13-20',
  '1958-02-30',
  '20/08/1958',
  '0912345217',
  '+84912345217',
  '0912 345 217',
  '091234521',
  '0212345217',
  '+33612345678',
  'hanh@vidu.vn',
  'hanh@vidu',
  'hanh @vidu.vn',
  '@vidu.vn',
  '123456',
  '12345',
  '12345a',
  '12345678',
  '1234 5678',
  'ABCD-EFGH-JKMN',
  'sms',
  'email',
  'fax',
  'parent',
  'card-application',
  'level-2',
  'right-index',
  'court-decision',
  'body-lock',
  'exchange',
  'holder-asks',
  'guardian',
  'worn',
  'no-such-purpose',
  long(10),
  long(40),
  long(41),
  long(60),
  long(61),
  `  ${long(60)}  `,
  long(120),
  long(200),
  long(201),
  long(254),
  long(300),
  long(401),
  'a\u0000b',
  'a\u202eb',
  'a\u200bb',
]

const codeOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'custom' && typeof issue.params?.['code'] === 'string' ? issue.params['code'] : issue.code

for (const [name, form] of Object.entries({ ...citizenForms, ...counterForms, ...decisionForms })) {
  test(`${name}: what is typed is judged in the browser as at the boundary of ${form.sends.contract.name}`, () => {
    const rules = rulesOf(form)
    let accepted = 0
    let refused = 0
    for (const [field, schema] of fieldsOf(form)) {
      const rule = rules[field]
      assert.ok(rule, `${field} has a rule`)
      for (const value of values) {
        // An optional field that is empty is left out of what is sent.
        const isLeftOut = rule.isOptional && value.trim() === ''
        const told = schema.safeParse(isLeftOut ? undefined : value)
        const [fault] = check(rules, { [field]: value })
        const what = `${field}: ${JSON.stringify(value.slice(0, 40))} (${value.length})`
        assert.equal(fault === undefined, told.success, what)
        if (told.error && fault && fault.code !== 'required') {
          assert.equal(fault.code, told.error.issues[0] && codeOf(told.error.issues[0]), what)
        }
        accepted += told.success ? 1 : 0
        refused += told.success ? 0 : 1
      }
    }
    assert.ok(accepted > 0 && refused > 0, 'the table holds values of both kinds')
  })
}

test('what a form does not have is not asked, and what is unknown to the contract is let through to it', () => {
  assert.deepEqual(check({ phone: { reader: 'phone' } }, { other: '' }), [])
  assert.deepEqual(
    check({ phone: { reader: 'phone' }, passcode: { pattern: '^\\d{6}$' } }, { phone: '0912345217' }),
    [],
  )
})

test('two forms of one name are refused, and so is a form whose deed another module offers', () => {
  const offers = { useCases: [openVoucherCase] }
  const one = defineModule('a/one', { ...offers, forms: { counter: { open: { sends: openVoucherCase } } } })
  const two = defineModule('a/two', { ...offers, forms: { counter: { open: { sends: openVoucherCase } } } })
  assert.deepEqual(Object.keys(formsIn([one], 'counter')), ['open'])
  assert.deepEqual(formsIn([one], 'citizen'), {})
  assert.throws(() => formsIn([one, two], 'counter'), /two forms of the web are called open/)
  const stranger = defineModule('a/stranger', {
    ...offers,
    forms: { decision: { end: { sends: discardVoucherCase } } },
  })
  assert.throws(() => formsIn([stranger], 'decision'), /the form end sends voucher\.discard/)
})
