/**
 * What the schema of a form may say: a part of JSON Schema 2020-12 in which every answer has a bound, nothing
 * points out of the file, and judging takes a short time whatever is sent.
 */
import type { Wrong } from '../../../../../contract/procedure-fits.ts'
import { wrongInPattern } from './pattern-bounds.ts'

type Path = Wrong['path']
type Schema = Readonly<Record<string, unknown>>

const MOST_TEXT = 4000
const MOST_ROWS = 100
const MOST_CHOICES = 200
const MOST_DEEP = 3

const keywords: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format', 'enum'],
  boolean: [],
  array: ['items', 'minItems', 'maxItems', 'uniqueItems'],
  object: ['properties', 'required', 'additionalProperties'],
}
/** Kept for people who read the file; they judge nothing. */
const remarks = ['type', 'title', 'description', '$comment']

const isSchema = (value: unknown): value is Schema =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0
const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

const say = (path: Path, message: string): Wrong[] => [{ path, message }]
const when = (isWrong: boolean, path: Path, message: string): Wrong[] => (isWrong ? say(path, message) : [])

const wrongCounts = (schema: Schema, path: Path, [least, most]: readonly [string, string]): Wrong[] => {
  const bad = [least, most].filter((name) => schema[name] !== undefined && !isCount(schema[name]))
  const [from, to] = [schema[least], schema[most]]
  return [
    ...bad.flatMap((name) => say([...path, name], 'is a whole number, 0 or more')),
    ...when(
      isCount(from) && isCount(to) && from > to,
      [...path, least],
      `is more than ${most}: no answer fits`,
    ),
  ]
}

const wrongText = (schema: Schema, path: Path): Wrong[] => {
  const { maxLength, pattern, format, enum: choices } = schema
  const isBound = choices !== undefined || format === 'date'
  return [
    ...wrongCounts(schema, path, ['minLength', 'maxLength']),
    ...when(
      !isBound && !(isCount(maxLength) && maxLength <= MOST_TEXT),
      path,
      `a text has a maxLength, ${MOST_TEXT} at most`,
    ),
    ...when(format !== undefined && format !== 'date', [...path, 'format'], 'the only format is "date"'),
    ...(pattern === undefined
      ? []
      : typeof pattern === 'string'
        ? [wrongInPattern(pattern)].flatMap((why) => (why === null ? [] : say([...path, 'pattern'], why)))
        : say([...path, 'pattern'], 'is a text')),
    ...when(
      choices !== undefined && (!isTexts(choices) || choices.length === 0 || choices.length > MOST_CHOICES),
      [...path, 'enum'],
      `is a list of 1 to ${MOST_CHOICES} texts`,
    ),
    ...when(
      isTexts(choices) && new Set(choices).size < choices.length,
      [...path, 'enum'],
      'names one of its values twice',
    ),
  ]
}

const wrongList = (schema: Schema, path: Path, depth: number): Wrong[] => [
  ...wrongCounts(schema, path, ['minItems', 'maxItems']),
  ...when(
    !(isCount(schema['maxItems']) && schema['maxItems'] <= MOST_ROWS),
    path,
    `a list has maxItems, ${MOST_ROWS} at most`,
  ),
  ...when(
    schema['uniqueItems'] !== undefined && typeof schema['uniqueItems'] !== 'boolean',
    [...path, 'uniqueItems'],
    'is true or false',
  ),
  ...wrongSchema(schema['items'], [...path, 'items'], depth + 1),
]

const wrongObject = (schema: Schema, path: Path, depth: number): Wrong[] => {
  const { properties, required = [] } = schema
  if (!isSchema(properties)) {
    return say(path, 'an object says its properties')
  }
  const unknown = isTexts(required) ? required.filter((name) => !Object.hasOwn(properties, name)) : []
  return [
    ...when(
      schema['additionalProperties'] !== false,
      path,
      'an object has "additionalProperties": false, so that nothing else is sent',
    ),
    ...when(!isTexts(required), [...path, 'required'], 'is a list of names'),
    ...unknown.flatMap((name) =>
      say([...path, 'required'], `names ${name}, which is none of its properties`),
    ),
    ...Object.entries(properties).flatMap(([name, of]) =>
      wrongSchema(of, [...path, 'properties', name], depth + 1),
    ),
  ]
}

const wrongSchema = (schema: unknown, path: Path, depth: number): Wrong[] => {
  if (!isSchema(schema)) {
    return say(path, schema === undefined ? 'is missing' : 'is a schema, an object in braces')
  }
  if (depth > MOST_DEEP) {
    return say(path, `lies deeper than ${MOST_DEEP} levels: a question is not as deep as that`)
  }
  const type = typeof schema['type'] === 'string' ? schema['type'] : ''
  const allowed = keywords[type]
  if (!Object.hasOwn(keywords, type) || !allowed) {
    return say(path, `has a type, one of ${Object.keys(keywords).join(', ')}`)
  }
  const unknown = Object.keys(schema).filter((name) => !remarks.includes(name) && !allowed.includes(name))
  return [
    ...unknown.flatMap((name) =>
      say(
        [...path, name],
        name.startsWith('$')
          ? `${name} points elsewhere: a form says everything itself`
          : `${name} is not for a schema of type ${type} here`,
      ),
    ),
    ...(type === 'string' ? wrongText(schema, path) : []),
    ...(type === 'array' ? wrongList(schema, path, depth) : []),
    ...(type === 'object' ? wrongObject(schema, path, depth) : []),
  ]
}

/** What is wrong with the schema of a form; its own properties are the fields. */
export const wrongInSchema = (schema: Schema): readonly Wrong[] => wrongSchema(schema, ['form', 'schema'], 0)
