/** What follows when sources differ, and what the person hears of her case. */
import {
  discrepancyAdvice,
  exchangeWords,
  fieldWords,
  outcomeWords,
} from '../../contract/phrases/letters-discrepancy.ts'
import { vietnamDay } from '../../formats/vietnam-day.ts'
import type { Reaction, ToldFact } from '../jobs/outbox.ts'
import { openDiscrepancy } from '../modules/cases/discrepancies/open-discrepancy.ts'
import { differencesOfCase, numberOfCase } from '../modules/cases/enrolment/level-2/level-2-differences.ts'
import { notice, tellContacts } from './tell-contacts.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
const text = (fact: ToldFact, key: string): string => String(fact.data[key] ?? '')
const dayText = (iso: string): string => vietnamDay(iso).split('-').reverse().join('/')
const field = (fact: ToldFact) => fieldWords[text(fact, 'field') as keyof typeof fieldWords]

const openForCard: Reaction['run'] = async (work, fact, tools) => {
  const caseId = text(fact, 'caseId')
  const personalNumber = await numberOfCase(work, tools, fact.subjectId, caseId)
  if (personalNumber === null) {
    return
  }
  for (const { field: differs, chip, register } of await differencesOfCase(
    work,
    tools,
    fact.subjectId,
    caseId,
  )) {
    await openDiscrepancy(work, tools, {
      subjectId: fact.subjectId,
      personalNumber,
      field: differs,
      officeId: text(fact, 'officeId'),
      origin: 'counter',
      by: 'automatic',
      values: [
        { source: 'card', value: chip },
        { source: 'register', value: register },
      ],
    })
  }
}

export const discrepancyReactions: readonly Reaction[] = [
  on('CardDiffersFromRegister', 'open a case for each field', openForCard),
  on('DiscrepancyOpened', 'tell the holder', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('discrepancy-opened', () => ({
        reference: text(fact, 'reference'),
        field: field(fact),
        due: dayText(text(fact, 'dueAt')),
        office: text(fact, 'office'),
      })),
    ),
  ),
  on('DiscrepancySettled', 'tell the holder', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('discrepancy-settled', () => ({
        reference: text(fact, 'reference'),
        field: field(fact),
        outcome: outcomeWords[text(fact, 'outcome') as keyof typeof outcomeWords],
        exchange: exchangeWords[fact.data['needsExchange'] === true ? 'yes' : 'no'],
      })),
    ),
  ),
  on('DiscrepancyRefused', 'tell the holder', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('discrepancy-refused', () => ({
        reference: text(fact, 'reference'),
        field: field(fact),
        reason: discrepancyAdvice[text(fact, 'reason') as keyof typeof discrepancyAdvice],
      })),
    ),
  ),
  on('DiscrepancyOverdue', 'apologise', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('discrepancy-overdue', () => ({
        reference: text(fact, 'reference'),
        field: field(fact),
        due: dayText(text(fact, 'dueAt')),
        office: text(fact, 'office'),
      })),
    ),
  ),
]
