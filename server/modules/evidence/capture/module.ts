/** The steps by which evidence is taken; it offers no use case of its own. */
import { defineModule } from '../../../kernel/module.ts'
import { shownPortrait_days } from './rules.ts'

export const captureModule = defineModule('evidence/capture', {
  lapses: [{ table: 'shown_portrait', since: 'at', days: shownPortrait_days }],
  keeps: [
    {
      table: 'shown_portrait',
      holds: ['seen_by', 'about'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
  ],
})
