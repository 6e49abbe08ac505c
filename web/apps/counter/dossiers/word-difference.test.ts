import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { piecesOf } from './word-difference.ts'

const marked = (text: string, other: string): string =>
  piecesOf(text, other)
    .map((piece) => (piece.differs ? `[${piece.text}]` : piece.text))
    .join('')

test('only the house number that is another is marked, on both sides', () => {
  assert.equal(marked('Số 8, ngõ 5', 'Số 8A, ngõ 5'), 'Số [8], ngõ 5')
  assert.equal(marked('Số 8A, ngõ 5', 'Số 8, ngõ 5'), 'Số [8A], ngõ 5')
})

test('words that follow each other are marked as one', () => {
  assert.equal(marked('Bờ Đông, đã dọn đi', 'Bờ Đông, còn tạm trú'), 'Bờ Đông, [đã dọn đi]')
})

test('what is alike has no mark, and what shares nothing is marked whole', () => {
  assert.equal(marked('Lê Thị Mận', 'Lê Thị Mận'), 'Lê Thị Mận')
  assert.equal(marked('đỏ tươi', 'xanh'), '[đỏ tươi]')
})

test('no word of an answer is ever lost or added by marking it', () => {
  const text = fc.array(fc.constantFrom('8', '8A', 'ngõ', 'số', ' ', '  ')).map((words) => words.join(' '))
  fc.assert(
    fc.property(text, text, (a, b) => {
      assert.equal(
        piecesOf(a, b)
          .map((piece) => piece.text)
          .join(''),
        a,
      )
    }),
  )
})
