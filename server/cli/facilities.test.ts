// `sen facility`: places of stay are registered, given keys and stopped by a word.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openShell, type OperatorShell } from '../../testing/operator-shell.ts'

let shell: OperatorShell
before(async () => {
  shell = await openShell()
})
after(() => shell.stop())

const sen = async (...args: string[]): Promise<Record<string, unknown>[]> => {
  const { code, out, err } = await shell.sen({}, 'facility', ...args)
  assert.equal(code, 0, err)
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}
const refused = async (word: RegExp, ...args: string[]): Promise<void> => {
  const { code, err } = await shell.sen({}, 'facility', ...args)
  assert.equal(code, 1, `taken, and not refused by ${word.source}`)
  assert.match(err, word)
}
const KEY = /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){5}$/
const described = ['--name', 'Khách sạn Bờ Sông', '--address', 'Số 3 Bờ Sông']

test('a place is registered with a key, described anew without one, suspended with a reason and let back', async () => {
  const [added] = await sen('add', 'khach-san', ...described)
  assert.match(String(added?.['deskKey']), KEY)
  const [again] = await sen('add', 'khach-san', '--name', 'Khách sạn Mới', '--address', 'Số 5')
  assert.deepEqual(again, { code: 'khach-san' })
  await refused(/--why/, 'suspend', 'khach-san')
  await sen('suspend', 'khach-san', '--why', 'closed')
  const [listed] = await sen('list')
  assert.deepEqual(
    [listed?.['name'], listed?.['state'], listed?.['why']],
    ['Khách sạn Mới', 'suspended', 'closed'],
  )
  await sen('resume', 'khach-san')
  await refused(/no place of this code/, 'resume', 'khach-san')
  await refused(/no place of this code/, 'suspend', 'nobody', '--why', 'x')
})

test('a desk and a program have keys of their own, each drawn anew by itself', async () => {
  await sen('add', 'nha-nghi', ...described)
  const [desk] = await sen('key', 'nha-nghi')
  const [program] = await sen('key', 'nha-nghi', '--for', 'program')
  assert.match(String(desk?.['deskKey']), KEY)
  assert.match(String(program?.['programKey']), KEY)
  await refused(/desk or program/, 'key', 'nha-nghi', '--for', 'x')
  await refused(/no place of this code/, 'key', 'nobody')
})

test('what is no place is refused by a sentence', async () => {
  await refused(/CODE is/, 'add', 'Nhà nghỉ', ...described)
  await refused(/--kind is one of/, 'add', 'nha-tro', ...described, '--kind', 'hotel')
  await refused(/--name TEXT/, 'add', 'nha-tro', '--address', 'x')
  await refused(/no office with the code/, 'add', 'nha-tro', ...described, '--office', 'XX')
})
