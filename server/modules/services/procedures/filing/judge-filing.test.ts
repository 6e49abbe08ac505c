// What is asked, known, wrong and missing of a filing, by the rules of a procedure: pure, over the
// services of the product and one that is made for what they do not have.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Procedure } from '../../../../../contract/procedure.ts'
import { both, builtIn, everything } from '../../../../../testing/every-field.ts'
import { wordsOfFault } from './field-faults.ts'
import { noneJoined, type StandingFacts } from './gather-facts.ts'
import { judgeFiling, obstacleOf, type Filing } from './judge-filing.ts'
import { noHousehold, noPerson } from './person-facts.ts'

const NUMBER = '940191100001'
const HEAD = '940150100002'
const CHILD = '940215100003'
const home = { unit: '00004', province: '01', unitName: 'Phường Ba Đình, Thành phố Hà Nội', address: 'Số 12' }
const her: StandingFacts = {
  today: '2026-11-30',
  who: 'self',
  person: {
    ...noPerson,
    number: NUMBER,
    name: 'Nguyễn Thị Hạnh',
    age: 35n,
    residence: home,
    permanent: home,
  },
  household: {
    ...noHousehold,
    number: '010000001',
    headNumber: HEAD,
    headName: 'Nguyễn Văn Cả',
    relation: 'child',
    members: [
      { number: HEAD, name: 'Nguyễn Văn Cả', relation: 'head', birthDate: '1950-01-02', age: 76n },
      { number: NUMBER, name: 'Nguyễn Thị Hạnh', relation: 'child', birthDate: '1991-04-12', age: 35n },
      { number: CHILD, name: 'Phạm Gia Bình', relation: 'grandchild', birthDate: '2015-05-05', age: 11n },
    ],
  },
  filer: { number: NUMBER, name: 'Nguyễn Thị Hạnh', level: 2n, age: 35n },
  account: { phone: '+84917000001', email: '' },
  wallet: [],
  archive: [],
}

const EVERYTHING = everything()
interface Asking {
  readonly procedure?: Procedure
  readonly facts?: StandingFacts
  readonly allowsTestPeople?: boolean
}
const judge = (
  given: Record<string, unknown>,
  { procedure = EVERYTHING, facts = her, allowsTestPeople = true }: Asking = {},
): Filing =>
  judgeFiling({
    procedure,
    facts: { ...facts, joined: noneJoined },
    given,
    units: new Map([['00004', 'Phường Ba Đình, Thành phố Hà Nội']]),
    allowsTestPeople,
  })
const fieldOf = ({ fields }: Filing, name: string) => {
  const found = fields.find((one) => one.name === name)
  assert.ok(found)
  return found
}
const faultOf = (given: Record<string, unknown>, name: string, asking: Asking = {}) =>
  fieldOf(judge(given, asking), name).fault

const HOST = '940160100009'
const whole = { hasChild: false, host: HOST }

test('what the State knows is taken from nobody else', () => {
  const name = fieldOf(judge({ ...whole, name: 'Somebody Else' }), 'name')
  assert.deepEqual([name.value, name.known?.source], ['Nguyễn Thị Hạnh', 'register'])
})

test('what the State does not know is asked, and required only where it is asked', () => {
  const facts = { ...her, person: { ...her.person, name: '' } }
  assert.deepEqual(faultOf(whole, 'name', { facts }), { code: 'required' })
  assert.equal(fieldOf(judge({ ...whole, name: ' Hạnh  N. ' }, { facts }), 'name').value, 'Hạnh N.')
  assert.equal(obstacleOf(judge(whole), new Set(['kinship'])), null)
})

test('a field that is not asked has no answer, and neither has one that hangs on it', () => {
  const filing = judge({ ...whole, childBorn: '2020-02-02', childSchool: 'A' })
  assert.deepEqual(
    ['childBorn', 'childSchool'].map((name) => [fieldOf(filing, name).isAsked, filing.facts.form[name]]),
    [
      [false, ''],
      [false, ''],
    ],
  )
  assert.equal(
    fieldOf(judge({ ...whole, hasChild: true, childBorn: '2020-02-02' }), 'childSchool').isAsked,
    true,
  )
})

test('an answer with a fault counts for no rule until it is mended', () => {
  const filing = judge({ ...whole, hasChild: true, childBorn: '2020-02-30' })
  assert.equal(fieldOf(filing, 'childBorn').fault?.code, 'date')
  assert.equal(fieldOf(filing, 'childBorn').value, '2020-02-30', 'she sees what she typed')
  assert.equal(fieldOf(filing, 'childSchool').isAsked, false)
})

test('a field may be asked by an answer that stands after it', () => {
  const base = everything()
  const procedure = {
    ...base,
    form: {
      ...base.form,
      pages: [
        { id: 'a', title: both('a'), fields: ['childBorn', 'hasChild', 'name', 'childSchool', 'host'] },
        { id: 'b', title: both('b'), fields: ['place', 'movers', 'kin', 'life', 'copies'] },
      ],
    },
  }
  assert.equal(fieldOf(judge({ ...whole, hasChild: true }, { procedure }), 'childBorn').isAsked, true)
  assert.equal(fieldOf(judge(whole, { procedure }), 'childBorn').isAsked, false)
})

test('each fault is told by its field, in both languages', () => {
  const long = 'x'.repeat(31)
  const cases: [string, Record<string, unknown>, string][] = [
    ['hasChild', { host: HOST }, 'required'],
    ['hasChild', { hasChild: 'yes' }, 'shape'],
    ['childBorn', { hasChild: true, childBorn: '30/02/2020' }, 'date'],
    ['childBorn', { hasChild: true, childBorn: '2027-01-01' }, 'other'],
    ['childSchool', { hasChild: true, childBorn: '2020-01-01', childSchool: long }, 'too-long'],
    ['childSchool', { hasChild: true, childBorn: '2020-01-01', childSchool: 'a\u202eb' }, 'characters'],
    ['host', { host: '12345' }, 'number'],
    ['host', { host: NUMBER }, 'oneself'],
    ['host', { host: {} }, 'shape'],
    ['place', { place: { unit: '99999', address: 'Số 3' } }, 'unit'],
    ['place', { place: { unit: '00004', address: 'S' } }, 'too-short'],
    ['place', { place: { unit: '00004', address: long } }, 'too-long'],
    ['place', { place: 'Hà Nội' }, 'shape'],
    ['movers', { movers: [HOST] }, 'not-of-household'],
    ['movers', { movers: [CHILD, CHILD] }, 'twice'],
    ['movers', { movers: [CHILD, HEAD, NUMBER] }, 'too-many'],
    ['kin', { kin: [{ number: NUMBER, relation: 'child' }] }, 'oneself'],
    ['kin', { kin: [{ number: CHILD, relation: 'king' }] }, 'choice'],
    ['kin', { kin: [{ number: CHILD }] }, 'row-incomplete'],
    ['life', { life: [{ from: '2010-01-01', until: '2009-01-01', place: 'Huế' }] }, 'order'],
    ['life', { life: [{ from: '2010-01-01' }] }, 'row-incomplete'],
    ['life', { life: [{ from: '2010-13-01', place: 'Huế' }] }, 'date'],
    ['life', { life: ['Huế'] }, 'shape'],
    ['copies', { copies: 'three' }, 'choice'],
    ['copies', { copies: '' }, ''],
  ]
  for (const [name, given, code] of cases) {
    const fault = faultOf(given, name)
    assert.equal(fault?.code ?? '', code, `${name} ${JSON.stringify(given)}`)
    if (fault) {
      const { vi, en } = wordsOfFault(fault)
      assert.ok(vi !== '' && en !== '' && !`${vi}${en}`.includes('{'), `${code} has its words`)
    }
  }
})

test('of rows it is told which one is wrong', () => {
  const good = { from: '2009-01-01', place: 'Huế' }
  const fault = faultOf({ life: [good, { from: '2010-02-31', place: 'Huế' }] }, 'life')
  assert.deepEqual(fault && wordsOfFault(fault).en.slice(0, 6), 'Row 2:')
})

test('a number of test people names nobody where only citizens are', () => {
  assert.deepEqual(faultOf({ host: HOST }, 'host', { allowsTestPeople: false }), { code: 'number' })
  assert.equal(faultOf({ host: '001160100009' }, 'host', { allowsTestPeople: false }), null)
})

test('who files and the person herself are never asked to agree, and nobody twice for one thing', () => {
  const [host, all] = judge({ ...whole, host: `${HOST.slice(0, 3)} ${HOST.slice(3)}` }).consents
  assert.deepEqual(host?.numbers, [HOST])
  assert.deepEqual(all?.numbers, [HEAD, CHILD])
  const filer = { ...her.filer, number: HEAD }
  assert.deepEqual(judge(whole, { facts: { ...her, who: 'child', filer } }).consents[1]?.numbers, [CHILD])
})

test('a rule that cannot be judged stops what it would let through', () => {
  const procedure = everything({
    conditions: [
      { ...builtIn('residence-confirmation').conditions[0], rule: "household.members[9].number == ''" },
    ],
    papers: [{ id: 'odd', words: both('odd'), when: "household.members[9].number == ''" }],
    consents: [{ id: 'odd', who: '[household.members[9].number]', words: both('odd'), law: both('law') }],
  })
  const filing = judge(whole, { procedure })
  assert.deepEqual(
    [filing.conditions[0]?.isMet, filing.papers.length, filing.consents[0]?.numbers],
    [false, 1, null],
  )
  const met = { ...filing, conditions: [] }
  assert.equal(obstacleOf(met, new Set(['odd'])), 'services.answers-incomplete')
})

test('a paper that the State has is asked of nobody, one that is free to come holds nothing up', () => {
  const filing = judge(
    { ...whole, hasChild: true, childBorn: '2020-01-01' },
    {
      facts: { ...her, wallet: ['birth-certificate'] },
    },
  )
  assert.deepEqual(
    filing.papers.map(({ of, isReplaced }) => [of.id, isReplaced]),
    [
      ['birth', false],
      ['kinship', true],
      ['extra', false],
    ],
  )
  assert.equal(obstacleOf(filing, new Set()), 'services.paper-missing')
  assert.equal(obstacleOf(filing, new Set(['birth'])), null)
})

test('a fee that comes in the place of another is paid alone, and the first limit that holds counts', () => {
  const two = judge({ ...whole, copies: 'two' })
  assert.deepEqual([two.fees.map(({ id }) => id), two.limit.law.en], [['half'], '4 hours'])
  const one = judge(whole)
  assert.deepEqual([one.fees.map(({ id }) => id), one.limit.law.en], [['full'], '3 days'])
})

test('whoever it is not for is told so before anything else', () => {
  const procedure = everything({ applicant: { level: 2, for: ['child'] } })
  assert.equal(judge(whole, { procedure }).shut, 'not-for-self')
  assert.equal(obstacleOf(judge({}, { procedure }), new Set()), 'services.not-for-profile')
  const low = { ...her, filer: { ...her.filer, level: 1n } }
  assert.equal(judge(whole, { facts: low }).shut, 'level')
  assert.equal(judge(whole, { facts: { ...her, who: 'ward' } }).shut, null)
})

test('what is known, typed and asked of others is counted beside the paper form', () => {
  const filing = judge(whole)
  assert.deepEqual(filing.count, { known: 1, others: 3, typed: 7, paper: 20 })
})
