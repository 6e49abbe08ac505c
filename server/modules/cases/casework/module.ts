/** What every kind of case stands on; of its own it only seals what an older Sen left unsealed. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { eraseCases } from './erase-cases.ts'
import { defineModule } from '../../../kernel/module.ts'
import { CaseDueMoved } from './events.ts'
import { sealOldNotes } from './seal-old-notes.ts'
import { tellCases } from './tell-cases.ts'

/** Whatever an update left is there when the first worker starts; it has no hurry after that. */
const OLD_NOTES_EVERY_MS = 3_600_000

export const caseworkModule = defineModule('cases/casework', {
  events: [CaseDueMoved],
  jobs: [
    {
      name: 'seal-old-notes',
      every_ms: OLD_NOTES_EVERY_MS,
      run: async ({ transact, tools }) => (await sealOldNotes(transact, tools)) > 0,
    },
  ],
  tells: [{ part: 'cases', tables: ['case_file', 'case_name'], tell: tellCases }],
  keeps: [
    {
      table: 'case_file',
      holds: [
        'subject_id',
        'reference',
        'about_key',
        'taken_by',
        'unfinished_key',
        'opened_by',
        'decided_by',
        'reason',
        'facts',
        'asked_by',
        'sealed_content',
      ],
      fate: {
        is: 'kept',
        kind: 'cases',
        // A draft that nobody decided counts from its last change.
        since: 'case when unfinished_key is null then coalesce(decided_at, changed_at) end',
        erase: eraseCases,
      },
    },
    {
      table: 'case_attachment',
      holds: ['subject_id', 'name', 'sealed'],
      untold: 'evidence',
      fate: { is: 'with', table: 'case_file' },
    },
    {
      table: 'case_history',
      holds: ['subject_id', 'what', 'by', 'sealed_note'],
      untold: 'offices',
      fate: { is: 'with', table: 'case_file' },
    },
    { table: 'case_name', holds: ['reference', 'subject_id'], fate: { is: 'with', table: 'case_file' } },
    {
      table: 'case_old_note',
      holds: ['subject_id', 'what', 'by', 'note'],
      fate: { is: 'passes', kind: 'passing', by: 'seal-old-notes' },
    },
    {
      table: 'case_queue',
      holds: ['subject_id'],
      fate: { is: 'passes', kind: 'passing', by: 'its decision' },
    },
    ...holdNobody('case_count', 'ended_case_cursor'),
  ],
})
