// What a command leaves in the log is said with the command, written where it runs, and told to the operator.
import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { operatorPurposes } from '../../contract/purposes/operator.ts'
import { allCommands } from './run-cli.ts'

const nameOf = (usage: string): string => /^[a-z]+(?: [a-z][a-z-]*)*/.exec(usage)?.[0] ?? ''
const leaving = allCommands(() => Promise.reject(new Error('no world here'))).filter(({ leaves }) => leaves)
const pageOf = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

test('a command that says it leaves a line writes it under its own name and purpose', () => {
  const sources = globSync('*.ts', { cwd: import.meta.dirname })
    .filter((file) => !file.endsWith('.test.ts'))
    .map((file) => pageOf(`server/cli/${file}`))
  const forgot = leaving.filter(({ usage, leaves }) => {
    const written = new RegExp(`command: '${nameOf(usage)}',\\s*purpose: '${leaves}'`)
    return !sources.some((source) => written.test(source))
  })
  assert.deepEqual(
    forgot.map(({ usage }) => usage),
    [],
  )
})

test('each purpose of an operator belongs to one command', () => {
  const named = leaving.map(({ leaves }) => leaves)
  assert.deepEqual([...named].sort(), Object.keys(operatorPurposes).sort())
})

test('the page for operators lists the commands that leave a line, and no other', () => {
  const [, list = ''] = /A command that changes something or takes data out \(([^)]*)\)/.exec(
    pageOf('docs/operate.md'),
  ) ?? ['', '']
  assert.deepEqual(
    [...list.matchAll(/`([^`]+)`/g)].map(([, name]) => name).sort(),
    leaving.map(({ usage }) => nameOf(usage)).sort(),
  )
})
