/** What the tables of the storage itself hold of people. */
import { holdNobody, type Keeping } from '../kernel/keeping.ts'

export const storageKeeps: readonly Keeping[] = [
  {
    table: 'outbox',
    holds: ['subject_id', 'data'],
    // What waits for a reaction may have to be opened with her key.
    fate: { is: 'passes', kind: 'passing', by: 'its reactions', holdsKey: true },
  },
  { table: 'subject_key', holds: ['subject_id', 'wrapped_key'], untold: 'secrets', fate: { is: 'last' } },
  ...holdNobody('installation', 'schema_migration'),
]
