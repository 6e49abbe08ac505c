// Whatever a line can hold reads as words in both languages: no code of ours ever stands in a person's log.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineFamily } from '../assistance.ts'
import { searchPurpose } from '../counter.ts'
import { differingField } from '../discrepancy.ts'
import { problemCatalogue } from '../problems/catalogue.ts'
import { purposeCatalogue } from './catalogue.ts'
import { correctable, fieldWords } from './fields.ts'
import { outcomeWords } from './outcomes.ts'
import { families } from './shape.ts'
import { purposesOf, topics } from './topics.ts'
import { fieldTexts, outcomeText, purposeText, refusalText } from './words.ts'

/** `e-mail` and `check-in` are words; a code has a dot, a bar, a capital inside, or is one of ours. */
const CODE = /[a-z]+-[a-z]+|_|[a-z][A-Z]|[a-z]\.[a-z]|[{}]/
const bare = (text: string): string =>
  text.replace(/\be-mail\b/gi, 'email').replace(/\btest-read\b|\blook-ups?\b|\bsign-in\b/g, '')
const languages = ['vi', 'en'] as const

const mustBeWords = (text: string, code: string): void => {
  assert.ok(text.length > 1 && (text !== code || /^[a-z]+$/.test(code)), `${code}: ${text}`)
  assert.doesNotMatch(bare(text), CODE, code)
}

test('every purpose, field and outcome reads as words in both languages', () => {
  for (const language of languages) {
    for (const [code, { fields }] of Object.entries(purposeCatalogue)) {
      mustBeWords(purposeText(code, language), code)
      for (const [i, text] of fieldTexts(fields, language).entries()) {
        mustBeWords(text, fields[i] ?? '')
      }
    }
    for (const code of [...Object.keys(outcomeWords), ...Object.keys(problemCatalogue)]) {
      mustBeWords(outcomeText(code, language), code)
      const reason = refusalText(code, language)
      assert.ok(reason === null || !/[{}]/.test(reason), code)
    }
    for (const code of [
      'gone-in-2030',
      'CamelCase',
      'snake_case',
      'some.problem',
      '',
      '__proto__',
      'constructor',
    ]) {
      mustBeWords(purposeText(code, language), code)
      mustBeWords(outcomeText(code, language), code)
      mustBeWords(fieldTexts([code], language)[0] ?? '', code)
    }
  }
})

test('a refusal that the person met says what happened, and no figure is left open', () => {
  assert.equal(refusalText('desk.ticket-spent', 'vi'), 'Vé này đã dùng hoặc hết hạn.')
  const said = Object.keys(problemCatalogue).filter((code) => refusalText(code, 'vi') !== null)
  assert.ok(said.length > 0.9 * Object.keys(problemCatalogue).length, `${said.length}`)
})

test('what an agent reads out names one line: no two purposes of different meaning share a title', () => {
  for (const language of languages) {
    const titles = new Map<string, string>()
    for (const [code, entry] of Object.entries(purposeCatalogue)) {
      assert.equal(titles.get(entry[language]) ?? code, code, entry[language])
      titles.set(entry[language], code)
    }
  }
  assert.deepEqual([...lineFamily.options, 'staff'].toSorted(), [...families].toSorted())
})

test('the lists that stand in the contract twice say the same', () => {
  assert.deepEqual([...differingField.options].toSorted(), [...correctable].toSorted())
  for (const purpose of searchPurpose.options) {
    assert.ok(Object.hasOwn(purposeCatalogue, `search-${purpose}`), purpose)
  }
  for (const { fields } of Object.values(purposeCatalogue)) {
    for (const field of fields) {
      assert.ok(Object.hasOwn(fieldWords, field), field)
    }
  }
})

test('whatever can stand in a person’s log is found under one kind of thing, and under no other', () => {
  const found = topics.flatMap(purposesOf)
  assert.equal(new Set(found).size, found.length)
  for (const [code, { family }] of Object.entries(purposeCatalogue)) {
    assert.ok(family === 'staff' || found.includes(code), `${code} is under no topic`)
  }
})
