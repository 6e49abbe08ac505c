/** The law of the width, tried on planted lines: comments and SQL count, one literal does not. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLongLines } from './lines.ts'

const found = (path: string, text: string): number[] =>
  checkLongLines([{ path, text }]).map(({ line }) => line)
const wide = 'đ'.repeat(120)

test('a line over the width is found: a comment, a remark behind code, SQL, a rule of style', () => {
  const path = 'server/modules/people/accounts/store.ts'
  assert.deepEqual(found(path, `// ${wide}\nconst a = 1\n`), [1])
  assert.deepEqual(found(path, `const a = 1 // ${wide}\n`), [1])
  assert.deepEqual(found(path, `const a = 'short' // ${wide}\n`), [1])
  assert.deepEqual(found(path, `run(\`\n  select ${wide}\n  from person\`)\n`), [2])
  assert.deepEqual(found(path, `run(\`select ${wide}\n  from person\`)\n`), [1])
  assert.deepEqual(found(path, `run(\`\n  from person where ${wide}\`, [a])\n`), [2])
  assert.deepEqual(
    found(path, `call('${wide}', further, things, that, the, formatter, can, put, elsewhere)\n`),
    [1],
  )
  assert.deepEqual(found('web/ui/a.css', `a {\n  font-family: ${wide};\n}\n`), [2])
})

test('one literal that cannot be broken passes, with the signs behind it', () => {
  const path = 'formats/a.test.ts'
  for (const text of [
    `const a =\n  '${wide}'\n`,
    `say(\n  '${wide}',\n)\n`,
    `const a = \`${wide} \${1}\`\n`,
    `test('${wide}', async () => {\n})\n`,
    `const a = { vi: '${wide}' as const }\n`,
    `const a = /${wide}/u\n`,
    `const a =\n  ${'9'.repeat(120)}n\n`,
  ]) {
    assert.deepEqual(found(path, text), [], text)
  }
  assert.deepEqual(found('web/ui/a.css', `  background: none;\n    url("data:image/svg+xml,${wide}");\n`), [])
})

test('characters are counted, not their bytes; tables of sentences keep one sentence on one line', () => {
  assert.deepEqual(found('formats/a.ts', `// ${'đ'.repeat(107)}\n`), [])
  assert.deepEqual(found('formats/a.ts', `// ${'𝒜'.repeat(107)}\n`), [])
  assert.deepEqual(found('formats/a.ts', `// ${'đ'.repeat(108)}\n`), [1])
  for (const path of ['contract/problems/card.ts', 'contract/phrases/a.ts', 'web/counter/a-words.ts']) {
    assert.deepEqual(found(path, `// ${wide}\n`), [])
  }
})
