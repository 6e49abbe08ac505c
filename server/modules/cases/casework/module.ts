/** What every kind of case stands on; of its own it only seals what an older Sen left unsealed. */
import { defineModule } from '../../../kernel/module.ts'
import { sealOldNotes } from './seal-old-notes.ts'

/** Whatever an update left is there when the first worker starts; it has no hurry after that. */
const OLD_NOTES_EVERY_MS = 3_600_000

export const caseworkModule = defineModule('cases/casework', {
  jobs: [
    {
      name: 'seal-old-notes',
      every_ms: OLD_NOTES_EVERY_MS,
      run: async ({ transact, tools }) => (await sealOldNotes(transact, tools)) > 0,
    },
  ],
})
