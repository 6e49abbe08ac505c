/** Fields, pages and schemas that do not fit each other, or let in whatever is sent. */
import { also, at, type Planted } from './planted.ts'

export const wrongFields: readonly Planted[] = [
  at(
    'a field that stands on no page',
    (f) => f.form.pages[1].fields.pop(),
    /"owner": \{/,
    /stands on no page/,
  ),
  at('a field that stands on two pages', (f) => f.form.pages[4].fields.push('until'), /"until"/, /two pages/),
  at(
    'a page with a field that is none',
    (f) => f.form.pages[4].fields.push('colour'),
    /"colour"/,
    /is no field/,
  ),
  at('two pages of one name', (f) => (f.form.pages[1].id = 'known'), /"id": "known"/, /two pages are called/),
  also(
    at(
      'a field that the schema lacks',
      (f) => delete f.form.schema.properties.owner,
      /"owner": \{/,
      /not in the schema/,
    ),
  ),
  at(
    'an answer that no field asks for',
    (f) => (f.form.schema.properties.colour = { type: 'string', maxLength: 9 }),
    /"colour": \{/,
    /does not say how it is asked/,
  ),
  at(
    'a field whose name has a space',
    (f) => {
      f.form.fields['new one'] = f.form.fields.owner
    },
    /"new one"/,
    /is no name/,
  ),
  at('a kind that is none', (f) => (f.form.fields.until.kind = 'day'), /"kind": "day"/, /none of text/),
  at(
    'a kind of another type',
    (f) => (f.form.fields.until.kind = 'members'),
    /"kind": "members"/,
    /of type array/,
  ),
  at(
    'a date whose schema is a text',
    (f) => (f.form.schema.properties.until = { type: 'string', maxLength: 10 }),
    /"kind": "date"/,
    /"format": "date"/,
  ),
  at(
    'choices other than those of the schema',
    (f) => f.form.schema.properties.feeClass.enum.pop(),
    /"choices"/,
    /not those of enum/,
  ),
  at(
    'choices of what is no choice',
    (f) => (f.form.fields.owner.choices = { yes: { vi: 'Có', en: 'Yes' } }),
    /"choices"/,
    /only a choice/,
  ),
  at(
    'a usual value of what the State knows',
    (f) => (f.form.fields.fullName.usual = "'An'"),
    /"usual": "'An'"/,
    /no usual value/,
  ),
  at(
    'a source that is none',
    (f) => (f.form.fields.fullName.from.source = 'memory'),
    /"source": "memory"/,
    /none of register/,
  ),
  at(
    'a question that hangs on a later one',
    (f) => (f.form.fields.owner.when = "form.until != ''"),
    /"when": "form\.until/,
    /asked later/,
  ),
  at(
    'what the State knows taken from an answer',
    (f) => (f.form.fields.fullName.from.value = 'form.owner'),
    /"from": \{/,
    /does not follow from answers/,
  ),
  at(
    'an answer that is told and not asked',
    (f) => (f.consents[0].tells = ['salary']),
    /"salary"|"tells"/,
    /no field of the form/,
  ),
  at('a household of nobody named', (f) => (f.form.joins = 'until'), /"joins": "until"/, /kind person/),
  also(at('a page without fields', (f) => (f.form.pages[2].fields = []), /"fields": \[\]/, /empty list/)),
]
export const wrongSchemas: readonly Planted[] = [
  at(
    'a text without an end',
    (f) => delete f.form.schema.properties.fullName.maxLength,
    /"fullName": \{/,
    /maxLength/,
  ),
  at(
    'a list without an end',
    (f) => delete f.form.schema.properties.movers.maxItems,
    /"movers": \{/,
    /maxItems/,
  ),
  at(
    'a list of texts without an end',
    (f) => (f.form.schema.properties.movers.items = { type: 'string' }),
    /"items": \{/,
    /maxLength/,
  ),
  at(
    'an object that takes anything',
    (f) => delete f.form.schema.properties.address.additionalProperties,
    /"address": \{/,
    /additionalProperties/,
  ),
  at(
    'answers besides those of the form',
    (f) => (f.form.schema.additionalProperties = true),
    /"additionalProperties": true/,
    /is always false/,
  ),
  at(
    'a schema that points out of the file',
    (f) => (f.form.schema.properties.owner.$ref = 'https://else.example/schema.json'),
    /"\$ref"/,
    /points elsewhere/,
  ),
  at('a schema with parts of its own', (f) => (f.form.schema.$defs = {}), /"\$defs"/, /points elsewhere/),
  at(
    'a word that schemas of its type lack',
    (f) => (f.form.schema.properties.owner.minimum = 1),
    /"minimum": 1/,
    /not for a schema of type string/,
  ),
  at(
    'a format that is none',
    (f) => (f.form.schema.properties.owner.format = 'phone'),
    /"format": "phone"/,
    /only format is "date"/,
  ),
  at(
    'an answer that is wanted and not there',
    (f) => f.form.schema.required.push('colour'),
    /"required": \[/,
    /names colour/,
  ),
  at(
    'more at least than at most',
    (f) => (f.form.schema.properties.fullName.minLength = 500),
    /"minLength": 500/,
    /no answer fits/,
  ),
  at(
    'a pattern that is none',
    (f) => (f.form.schema.properties.owner.pattern = '^[0-9$'),
    /\^\[0-9\$/,
    /is no pattern/,
  ),
  at(
    'a pattern that never ends',
    (f) => (f.form.schema.properties.owner.pattern = '^([0-9]+)+$'),
    /\(\[0-9\]\+\)\+/,
    /never come to an end/,
  ),
  at(
    'a pattern that chooses again and again',
    (f) => (f.form.schema.properties.owner.pattern = '^(a|ab)*$'),
    /a\|ab/,
    /never come to an end/,
  ),
  at(
    'a pattern with many open parts',
    (f) => (f.form.schema.properties.owner.pattern = '^a*b*c*$'),
    /a\*b\*c\*/,
    /without a bound/,
  ),
  at(
    'a pattern that looks ahead',
    (f) => (f.form.schema.properties.owner.pattern = '^(?=a).{1,9}$'),
    /\(\?=a\)/,
    /looks ahead/,
  ),
  at(
    'a pattern of a part of the answer',
    (f) => (f.form.schema.properties.owner.pattern = '[0-9]'),
    /"pattern": "\[0-9\]"/,
    /the whole answer/,
  ),
]
