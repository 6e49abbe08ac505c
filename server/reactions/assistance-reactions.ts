/**
 * What a person hears when somebody helped her: a receipt for each act of a helper and for what the hotline
 * did.
 */
import { assistedWords, hotlineWords } from '../../contract/phrases/letters-assistance.ts'
import type { Reaction, ToldFact } from '../jobs/outbox.ts'
import { notice, tellContacts } from './tell-contacts.ts'

const on = (kind: string, name: string, run: Reaction['run']): Reaction => ({ on: kind, name, run })
const text = (fact: ToldFact, key: string): string => String(fact.data[key] ?? '')
const act = (fact: ToldFact) => assistedWords[text(fact, 'act') as keyof typeof assistedWords]
const deed = (fact: ToldFact) => hotlineWords[text(fact, 'deed') as keyof typeof hotlineWords]

export const assistanceReactions: readonly Reaction[] = [
  on('AssistedActDone', 'give the receipt', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('assisted-act', () => ({
        act: act(fact),
        helper: text(fact, 'helper'),
        office: text(fact, 'office'),
        reference: text(fact, 'reference'),
      })),
    ),
  ),
  on('HotlineDeedDone', 'give the receipt', (work, fact, tools) =>
    tellContacts(
      work,
      tools,
      fact.subjectId,
      notice('hotline-receipt', () => ({
        deed: deed(fact),
        helper: text(fact, 'helper'),
        reference: text(fact, 'reference'),
      })),
    ),
  ),
]
