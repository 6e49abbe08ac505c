/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { defineModule } from '../../../kernel/module.ts'
import { RegisterContactChanged, ResidenceChanged } from './events.ts'
import { endTerms } from './residence/end-terms.ts'
import { tellRegister } from './tell-register.ts'

/** How often the clock looks for terms that are over. */
const ENDED_EVERY_MS = 600_000

export const populationModule = defineModule('registry/population', {
  useCases: [],
  events: [ResidenceChanged, RegisterContactChanged],
  jobs: [
    {
      name: 'end-temporary-residence',
      every_ms: ENDED_EVERY_MS,
      run: ({ transact, tools }) => endTerms(transact, tools),
    },
  ],
  tells: [
    {
      part: 'register',
      tables: ['person', 'former_number', 'card', 'register_portrait'],
      tell: tellRegister,
    },
  ],
  keeps: [
    {
      table: 'person',
      holds: [
        'personal_number',
        'full_name',
        'other_name',
        'birth_date',
        'sex',
        'birth_place',
        'birth_registration_place',
        'hometown',
        'nationality',
        'old_number',
        'father_number',
        'father_name',
        'mother_number',
        'mother_name',
        'spouse_number',
        'spouse_name',
        'representative_number',
        'permanent_address',
        'permanent_unit',
        'temporary_address',
        'temporary_unit',
        'current_address',
        'current_unit',
        'absence',
        'household_number',
        'household_relation',
        'marital_status',
        'life_status',
        'gone_on',
        'permanent_since',
        'temporary_since',
        'temporary_from',
        'temporary_until',
        'current_since',
        'absence_place',
        'absence_from',
        'absence_until',
        'private',
      ],
      fate: { is: 'register' },
    },
    {
      table: 'person_history',
      holds: ['personal_number', 'source', 'before', 'private_before'],
      untold: 'history',
      fate: { is: 'register' },
    },
    {
      table: 'residence_deed',
      holds: ['reference', 'content_digest', 'household_number', 'personal_numbers'],
      untold: 'history',
      fate: { is: 'register' },
    },
    { table: 'former_number', holds: ['former_number', 'personal_number'], fate: { is: 'register' } },
    {
      table: 'card',
      holds: ['personal_number', 'issued_on', 'expires_on', 'place', 'state', 'qr_text'],
      fate: { is: 'register' },
    },
    { table: 'register_portrait', holds: ['personal_number', 'portrait'], fate: { is: 'register' } },
    {
      table: 'register_fingerprint',
      holds: ['personal_number', 'finger', 'template'],
      untold: 'biometrics',
      fate: { is: 'register' },
    },
    ...holdNobody('population_import'),
  ],
})
