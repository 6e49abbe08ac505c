import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setLanguage } from './language.ts'
import { phrases } from './phrases.ts'

test('a phrase follows the language and fills its blanks', () => {
  const t = phrases({
    hello: { vi: 'Chào {name}', en: 'Hello {name}' },
    bye: { vi: 'Tạm biệt', en: 'Goodbye' },
  })
  assert.equal(t('hello', { name: 'Hạnh' }), 'Chào Hạnh')
  setLanguage('en')
  assert.equal(t('hello', { name: 'Hạnh' }), 'Hello Hạnh')
  assert.equal(t('bye'), 'Goodbye')
  setLanguage('vi')
})

test('what is not translated, or not filled in, does not compile', () => {
  // @ts-expect-error the English sentence is missing
  phrases({ hello: { vi: 'Chào' } })
  // @ts-expect-error the two languages have different blanks
  phrases({ hello: { vi: 'Chào {name}', en: 'Hello {who}' } })
  const t = phrases({ hello: { vi: 'Chào {name}', en: 'Hello {name}' } })
  // @ts-expect-error the blank is not filled
  assert.equal(t('hello'), 'Chào {name}')
})
