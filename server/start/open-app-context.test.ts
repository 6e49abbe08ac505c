// How many connections a process holds, and that the operator is told.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { poolSizes } from './open-app-context.ts'

test('two processes and a command fit what PostgreSQL lets in, and the page for operators tells the number', () => {
  const each = Object.values(poolSizes).reduce((sum, size) => sum + size, 0)
  // Of PostgreSQL's own 100, three are kept for its superuser.
  assert.ok(3 * each <= 100 - 3, `${each}`)
  const page = readFileSync(join(import.meta.dirname, '../..', 'docs/operate.md'), 'utf8')
  assert.match(page, new RegExp(`up to \\*\\*${each} connections\\*\\*`))
})
