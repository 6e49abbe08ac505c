/** Any facts that a rule of a procedure may meet: also those of somebody whom the register hardly knows. */
import fc from 'fast-check'
import { unanswered } from '../server/modules/services/procedures/rules-of-procedure.ts'
import type {
  HouseholdFact,
  MemberFact,
  PersonFact,
  PlaceFact,
  RuleFacts,
} from '../server/modules/services/procedures/rule-facts.ts'
import type { Procedure, ProcedureField } from '../contract/procedure.ts'

const orNothing = (some: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: some })
const day = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))
const birthDate = fc.oneof(
  day,
  day.map((of) => of.slice(0, 7)),
  day.map((of) => of.slice(0, 4)),
  fc.constant(''),
)
const digits = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }).map((of) => of.join(''))
/** Few, so that the same person turns up in more than one place. */
const number = fc.integer({ min: 0, max: 20 }).map((of) => String(1099000000 + of).padStart(12, '0'))
const someText = fc.string({ maxLength: 40, unit: 'grapheme' })
const age = fc.bigInt({ min: 0n, max: 120n })

const place: fc.Arbitrary<PlaceFact> = fc.record({
  unit: orNothing(digits(5)),
  province: orNothing(digits(2)),
  unitName: someText,
  address: orNothing(someText),
})
const relation = fc.constantFrom('head', 'spouse', 'child', 'parent', 'other', '')
const member: fc.Arbitrary<MemberFact> = fc.record({ number, name: someText, relation, birthDate, age })
const household: fc.Arbitrary<HouseholdFact> = fc.record({
  number: orNothing(digits(9)),
  headNumber: orNothing(number),
  headName: someText,
  relation,
  members: fc.array(member, { maxLength: 8 }),
})
const span = fc.record({ from: day, until: orNothing(day), place: someText, work: someText })
const person: fc.Arbitrary<PersonFact> = fc.record({
  number,
  name: someText,
  birthDate,
  sex: fc.constantFrom('male', 'female', ''),
  age,
  hometown: someText,
  nationality: someText,
  maritalStatus: fc.constantFrom('single', 'married', 'divorced', 'widowed', ''),
  fatherNumber: orNothing(number),
  fatherName: someText,
  motherNumber: orNothing(number),
  motherName: someText,
  spouseNumber: orNothing(number),
  spouseName: someText,
  hasValidCard: fc.boolean(),
  permanent: place,
  temporary: fc
    .tuple(place, orNothing(day), orNothing(day))
    .map(([of, from, until]) => ({ ...of, from, until })),
  current: place,
  residence: place,
  isAbsent: fc.boolean(),
  history: fc.array(span, { maxLength: 4 }),
})

type Schema = Readonly<Record<string, unknown>>
const answerOf = ({ kind }: ProcedureField, schema: Schema): fc.Arbitrary<unknown> => {
  const given: Readonly<Record<ProcedureField['kind'], () => fc.Arbitrary<unknown>>> = {
    text: () => someText,
    'long-text': () => someText,
    date: () => day,
    choice: () => fc.constantFrom(...(Array.isArray(schema['enum']) ? schema['enum'] : [''])),
    'yes-no': () => fc.boolean(),
    place: () => place.map(({ unit, address }) => ({ unit, address })),
    person: () => number,
    members: () => fc.array(number, { maxLength: 7 }),
    relatives: () => fc.array(fc.record({ number, relation }), { maxLength: 7 }),
    spans: () => fc.array(span, { maxLength: 5 }),
  }
  return fc.oneof(fc.constant(unanswered(kind)), given[kind]())
}

export const anyFacts = (one: Procedure): fc.Arbitrary<RuleFacts> =>
  fc.record({
    today: day,
    who: fc.constantFrom('self' as const, 'child' as const, 'ward' as const),
    person,
    household,
    filer: fc.record({ number, name: someText, level: fc.constantFrom(1n, 2n), age }),
    account: fc.record({ phone: orNothing(someText), email: orNothing(someText) }),
    wallet: fc.subarray(['birth-certificate', 'marriage-certificate', 'driving-licence']),
    archive: fc.subarray(['residence-confirmation', 'permanent-residence']),
    joined: fc.tuple(household, place).map(([of, at]) => ({ ...of, place: at })),
    form: fc.record(
      Object.fromEntries(
        Object.entries(one.form.fields).map(([name, field]) => [
          name,
          answerOf(field, one.form.schema.properties[name] ?? {}),
        ]),
      ),
    ),
  })
