// The source of a rule as a Vietnamese reader knows it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawText } from './law-text.ts'
import { setLanguage } from '../ui/language.ts'

test("articles are named in the reader's language, remarks of the rules are left out", () => {
  setLanguage('vi')
  assert.equal(
    lawText('Law 26/2023/QH15 art. 34(1)(a), (2)(a); Decree 69/2024/ND-CP art. 15: unlocked by itself'),
    'Điểm a khoản 1, điểm a khoản 2 Điều 34 Luật 26/2023/QH15; Điều 15 Nghị định 69/2024/NĐ-CP',
  )
  assert.equal(
    lawText('Decree 69/2024/ND-CP art. 15. Only a corrected register ends it'),
    'Điều 15 Nghị định 69/2024/NĐ-CP',
  )
  setLanguage('en')
  assert.equal(
    lawText('Law 26/2023/QH15 art. 34(1)(d); Decree 69/2024/ND-CP art. 15. Only a corrected register'),
    'Law 26/2023/QH15 art. 34(1)(d); Decree 69/2024/ND-CP art. 15',
  )
  assert.equal(lawText('operator policy'), 'operator policy')
})
