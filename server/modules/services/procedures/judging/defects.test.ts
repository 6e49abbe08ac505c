// A file that is wrong is refused with the line where it is wrong and a reason in plain words.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Json, Planted } from '../../../../../testing/planted/planted.ts'
import { wrongFields, wrongSchemas } from '../../../../../testing/planted/wrong-form.ts'
import { wrongParts, wrongText } from '../../../../../testing/planted/wrong-parts.ts'
import { wrongResults, wrongRules } from '../../../../../testing/planted/wrong-rules.ts'
import { checkFile } from '../read-procedure.ts'

const plantedDefects = [
  ...wrongText,
  ...wrongParts,
  ...wrongFields,
  ...wrongSchemas,
  ...wrongRules,
  ...wrongResults,
]

const FOLDER = join(import.meta.dirname, '..', 'built-in')
const fileOf = (id: string): string => readFileSync(join(FOLDER, `${id}.json`), 'utf8')
const good = fileOf('temporary-residence')
/** One value a line, so that each place has a line of its own. */
const spread = (value: unknown): string => JSON.stringify(value, null, 2)

test('a good file passes, as it was written and with one value on each line', () => {
  assert.equal(checkFile(good).ok, true)
  assert.equal(checkFile(spread(JSON.parse(good))).ok, true)
})

test('at least 60 kinds of defect are planted', () => {
  assert.ok(plantedDefects.length >= 60, String(plantedDefects.length))
  const named = plantedDefects.map(({ what }) => what)
  assert.equal(new Set(named).size, named.length)
})

const planted = ({ plant, text }: Planted): string => {
  const value = JSON.parse(good) as Json
  plant?.(value)
  const whole = spread(value)
  const changed = text ? text(whole) : whole
  assert.notEqual(changed, spread(JSON.parse(good)), 'the defect changes the file')
  return changed
}

for (const one of plantedDefects) {
  test(`refused with its line and reason: ${one.what}`, () => {
    const text = planted(one)
    const checked = checkFile(text)
    assert.ok(!checked.ok, 'refused')
    const lines = text.split('\n')
    const told = checked.defects.map(
      ({ line, at, reason }) => `${line}: ${lines[line - 1] ?? ''} → ${at} ${reason}`,
    )
    const found = checked.defects.find(
      ({ line, reason }) => one.line.test(lines[line - 1] ?? '') && one.reason.test(reason),
    )
    assert.ok(found, told.join('\n'))
    if (one.alone !== false) {
      assert.equal(checked.defects.length, 1, told.join('\n'))
    }
  })
}

test('every defect of a file is told at once, in the order of its lines', () => {
  const value = JSON.parse(good) as Json
  value.icon = 'moon'
  value.cutOff = '25:00'
  delete value.title.en
  const checked = checkFile(spread(value))
  assert.ok(!checked.ok)
  assert.deepEqual(
    checked.defects.map(({ at }) => at),
    ['title.en', 'icon', 'cutOff'],
  )
})

/** Any place of a file: cut out, replaced by something else, moved under another name. */
const mutate = (value: unknown, path: readonly number[], other: unknown, how: number): unknown => {
  const [first, ...rest] = path
  if (value === null || typeof value !== 'object' || first === undefined) {
    return other
  }
  const entries = Object.entries(value)
  const [key] = entries[first % Math.max(entries.length, 1)] ?? []
  if (key === undefined) {
    return other
  }
  const changed = entries.flatMap(([name, of]): (readonly [string, unknown])[] =>
    name !== key
      ? [[name, of]]
      : rest.length > 0
        ? [[name, mutate(of, rest, other, how)]]
        : how === 0
          ? []
          : how === 1
            ? [[name, other]]
            : [[`${name}x`, of]],
  )
  return Array.isArray(value) ? changed.map(([, of]) => of) : Object.fromEntries(changed)
}

const mutation = fc.record({
  path: fc.array(fc.nat({ max: 40 }), { minLength: 1, maxLength: 7 }),
  how: fc.nat({ max: 2 }),
  other: fc.oneof(
    fc.jsonValue(),
    fc.constantFrom(
      '',
      "form.until == ''",
      'person.number',
      '^(a+)+$',
      '__proto__',
      -1,
      0,
      { vi: 'a', en: 'b' },
      { type: 'string' },
    ),
  ),
})

test('whatever is changed in a good file, the checker answers, and each defect has a line of the file', () => {
  const value: unknown = JSON.parse(good)
  fc.assert(
    fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (changes) => {
      const text = spread(
        changes.reduce<unknown>((of, { path, other, how }) => mutate(of, path, other, how), value),
      )
      const checked = checkFile(text)
      const lines = text.split('\n').length
      for (const { line, reason } of checked.ok ? [] : checked.defects) {
        assert.ok(line >= 1 && line <= lines, String(line))
        assert.notEqual(reason, '')
      }
    }),
    { numRuns: 100 },
  )
})

test('whatever is cut out of or typed into a good file, the checker answers', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: good.length - 1 }),
      fc.nat({ max: 40 }),
      fc.oneof(
        fc.constantFrom('', '"', '{', '}', ',', ':', '\\', '\t', '\u0000', '// x'),
        fc.string({ maxLength: 4 }),
      ),
      (at, length, typed) => {
        const checked = checkFile(good.slice(0, at) + typed + good.slice(at + length))
        assert.ok(checked.ok || checked.defects.length > 0)
      },
    ),
    { numRuns: 200 },
  )
})
