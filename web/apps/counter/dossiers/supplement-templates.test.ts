import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Dossier } from './dossier.ts'
import { templatesOf, WHAT_MAX } from './supplement-templates.ts'

const words = (vi: string) => ({ vi, en: vi })
const of = (part: Pick<Dossier, 'answers' | 'papers'>) => templatesOf(part)

test('what differs is drawn up with both sides in it, so that the person sees what is asked and why', () => {
  const [first] = of({
    answers: [
      {
        name: 'house',
        words: words('Nơi ở mới'),
        value: words('Số 8'),
        from: 'typed',
        registerNow: words('Số 8A'),
        differs: true,
      },
      {
        name: 'head',
        words: words('Chủ hộ'),
        value: words('Lê Thị Mận'),
        from: 'register',
        registerNow: words('Lê Thị Mận'),
        differs: false,
      },
    ],
    papers: [],
  })
  assert.match(first?.item.what ?? '', /Số 8”.*Số 8A/)
})

test('a paper that a register replaces is named as needless and is never asked for', () => {
  const papers = [
    { id: 'birth', words: words('Giấy khai sinh'), replacedBy: words('sổ hộ tịch đã có'), hasPicture: false },
    { id: 'rent', words: words('Hợp đồng thuê'), replacedBy: null, hasPicture: false },
    { id: 'photo', words: words('Ảnh nhà'), replacedBy: null, hasPicture: true },
  ]
  assert.deepEqual(
    of({ answers: [], papers }).map(({ id, needless }) => [id, needless?.vi ?? null]),
    [
      ['paper-birth', 'sổ hộ tịch đã có'],
      ['paper-rent', null],
    ],
  )
})

test('however long an answer is, what is asked stays within what the contract takes', () => {
  const long = words('rất dài '.repeat(90))
  const [first] = of({
    answers: [
      { name: 'a', words: words('Lý do'), value: long, from: 'typed', registerNow: long, differs: true },
    ],
    papers: [],
  })
  assert.ok((first?.item.what.length ?? 0) <= WHAT_MAX)
})
