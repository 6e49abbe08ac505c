/** A procedure with every kind of field and a rule at each place where one can stand. */
import assert from 'node:assert/strict'
import { procedure, type Procedure } from '../contract/procedure.ts'
import { builtInProcedures } from '../server/modules/services/procedures/known-procedures.ts'

export const builtIn = (id: string): Procedure => {
  const found = builtInProcedures().find((one) => one.id === id)
  assert.ok(found)
  return found
}

export const both = (text: string) => ({ vi: text, en: text })
const everyField = {
  form: {
    paperFields: 20,
    joins: 'host',
    schema: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'hasChild', 'childBorn', 'host'],
      properties: {
        name: { type: 'string', maxLength: 20 },
        hasChild: { type: 'boolean' },
        childBorn: { type: 'string', format: 'date' },
        childSchool: { type: 'string', maxLength: 10 },
        host: { type: 'string', pattern: '^[0-9]{12}$', maxLength: 12 },
        place: {
          type: 'object',
          additionalProperties: false,
          required: ['unit', 'address'],
          properties: {
            unit: { type: 'string', maxLength: 5 },
            address: { type: 'string', minLength: 3, maxLength: 30 },
          },
        },
        movers: { type: 'array', maxItems: 2, items: { type: 'string', maxLength: 12 } },
        kin: {
          type: 'array',
          maxItems: 2,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['number', 'relation'],
            properties: {
              number: { type: 'string', maxLength: 12 },
              relation: { type: 'string', enum: ['child', 'spouse'] },
            },
          },
        },
        life: {
          type: 'array',
          maxItems: 3,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['from', 'place'],
            properties: {
              from: { type: 'string', format: 'date' },
              until: { type: 'string', format: 'date' },
              place: { type: 'string', maxLength: 20 },
            },
          },
        },
        copies: { type: 'string', enum: ['one', 'two'] },
      },
    },
    fields: {
      name: { kind: 'text', words: both('name'), from: { source: 'register', value: 'person.name' } },
      hasChild: { kind: 'yes-no', words: both('child?') },
      childBorn: {
        kind: 'date',
        words: both('born'),
        when: 'form.hasChild',
        check: { rule: "form.childBorn == '' || form.childBorn <= today", words: both('not after today') },
      },
      childSchool: { kind: 'text', words: both('school'), when: "form.childBorn != ''" },
      host: { kind: 'person', words: both('host') },
      place: { kind: 'place', words: both('place') },
      movers: { kind: 'members', words: both('movers') },
      kin: { kind: 'relatives', words: both('kin') },
      life: { kind: 'spans', words: both('life') },
      copies: {
        kind: 'choice',
        words: both('copies'),
        choices: { one: both('one'), two: both('two') },
        usual: "'one'",
      },
    },
    pages: [
      { id: 'a', title: both('a'), fields: ['name', 'hasChild', 'childBorn', 'childSchool', 'host'] },
      { id: 'b', title: both('b'), fields: ['place', 'movers', 'kin', 'life', 'copies'] },
    ],
  },
  papers: [
    { id: 'birth', words: both('birth'), when: 'form.hasChild' },
    {
      id: 'kinship',
      words: both('kinship'),
      replacedWhen: "'birth-certificate' in wallet",
      replacedBy: both('wallet'),
    },
    { id: 'extra', words: both('extra'), isRequired: false },
  ],
  consents: [
    { id: 'host', who: '[joined.headNumber, form.host]', words: both('host'), law: both('law') },
    { id: 'all', who: 'household.members.map(m, m.number)', words: both('all'), law: both('law') },
  ],
  fees: [
    { id: 'full', words: both('full'), amount_vnd: 200000, law: both('law') },
    {
      id: 'half',
      words: both('half'),
      amount_vnd: 100000,
      when: "form.copies == 'two'",
      insteadOf: 'full',
      law: both('law'),
    },
  ],
  limits: [
    { working: { hours: 4 }, when: "form.copies == 'two'", law: both('4 hours') },
    { working: { days: 3 }, law: both('3 days') },
  ],
}
/** As an older release may have kept one: its form is whole, its rules need not be good for everybody. */
export const everything = (changes: object = {}): Procedure =>
  procedure.parse({ ...builtIn('residence-confirmation'), ...everyField, ...changes })
