/** A kind of document, somebody whose it is, and what a register may answer about her. */
import { documentType, type DocumentType } from '../contract/document-type.ts'
import { inForce } from '../server/kernel/policy.ts'
import type { Herself } from '../server/modules/documents/integration/match-holder.ts'
import type { Looked } from '../server/modules/documents/integration/own-document.ts'
import { documentLooks } from '../server/modules/documents/integration/rules.ts'
import type { SourceAnswer, SourceRecord } from '../server/modules/documents/sources/source-wire.ts'

export const AT = new Date('2026-11-24T03:00:00Z')
export const rules = inForce(documentLooks, AT)
export const her: Herself = {
  personalNumber: '940191004826',
  oldNumber: '181234567',
  fullName: 'Nguyễn Thị Hạnh',
  birthDate: '1991-04-12',
}
const words = { vi: 'Giấy', en: 'Paper' }
export const type: DocumentType = documentType.parse({
  id: 'test-paper',
  version: 1,
  from: '2022-10-20',
  title: words,
  icon: 'card',
  colour: 'jade',
  source: 'test-source',
  law: words,
  acceptedBy: words,
  keys: [{ name: 'number', words, hint: words, pattern: '^[0-9]{4}$', example: '1234' }],
  claims: [
    { name: 'number', words, kind: 'code', isRequired: true },
    { name: 'until', words, kind: 'date' },
    { name: 'points', words, kind: 'count' },
    { name: 'classes', words, kind: 'list' },
  ],
  front: ['number'],
  expiry: 'until',
  warnBefore_days: 30,
  refresh_hours: 24,
  offline_hours: 72,
  count: null,
})
export const looked: Looked = { type, her, rules, answer_days: 10, at: AT }
export const holder: SourceRecord['holder'] = {
  personal_number: '940191004826',
  old_number: null,
  full_name: 'Nguyễn Thị Hạnh',
  birth_date: '1991-04-12',
}
export const found = (changes: Partial<SourceRecord> = {}): SourceAnswer => ({
  answer: 'found',
  record: {
    reference: 'R1',
    version: '1',
    standing: 'valid',
    standing_since: null,
    holder,
    values: { number: '1234', until: '2027-01-31' },
    ...changes,
  },
})
export const none: SourceAnswer = { answer: 'none' }
