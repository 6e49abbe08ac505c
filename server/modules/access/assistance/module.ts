/** What this module offers and does. */
import { eraseSessions } from './store.ts'
import { officerLog_days } from '../../../kernel/retention.ts'
import { AssistedActDone, HelpAsked, HotlineDeedDone } from './events.ts'
import { assistanceReactions } from './assistance-reactions.ts'
import { sealLateNumbers } from './session-number.ts'
import { defineModule } from '../../../kernel/module.ts'
import { LATE_EVERY_MS } from '../../../kernel/sealed-early.ts'
import { askAssistedAct, confirmAssisted, doAssistedAct } from './assisted-acts.ts'
import { dossierByHotline } from './dossier-by-hotline.ts'
import { beginCall, endCall, explainLock, listCalls, lockByHotline } from './hotline.ts'
import { giveUpPhoneByHotline, phoneCodeByHotline } from './free-phone-by-hotline.ts'
import { identifyCaller } from './identify-caller.ts'
import { phoneByHotline } from './phone-by-hotline.ts'
import { viewLogGuide } from './log-guide.ts'
import { endAssisted, listAssisted, openAssisted, viewAssisted } from './open-assisted.ts'

export const assistanceModule = defineModule('access/assistance', {
  useCases: [
    openAssisted,
    viewAssisted,
    askAssistedAct,
    doAssistedAct,
    endAssisted,
    listAssisted,
    confirmAssisted,
    beginCall,
    identifyCaller,
    lockByHotline,
    explainLock,
    dossierByHotline,
    phoneByHotline,
    phoneCodeByHotline,
    giveUpPhoneByHotline,
    endCall,
    listCalls,
    viewLogGuide,
  ],
  forms: {
    counter: {
      openAssisted: { sends: openAssisted },
      askDossierState: { sends: askAssistedAct, within: 'act', options: [2] },
      askMismatch: { sends: askAssistedAct, within: 'act', options: [4] },
      confirmAssisted: { sends: confirmAssisted },
      identifyCaller: { sends: identifyCaller },
      callerAnswers: { sends: identifyCaller, within: 'answers' },
      lockByHotline: { sends: lockByHotline },
      dossierByHotline: { sends: dossierByHotline },
      phoneByHotline: { sends: phoneByHotline },
    },
  },
  reactions: assistanceReactions,
  events: [AssistedActDone, HelpAsked, HotlineDeedDone],
  jobs: [
    {
      name: 'seal-late-numbers',
      every_ms: LATE_EVERY_MS,
      run: async ({ transact, tools }) => (await sealLateNumbers(transact, tools)) > 0,
    },
  ],
  lapses: [{ table: 'hotline_call', since: 'began_at', days: officerLog_days }],
  keeps: [
    {
      table: 'assistance_session',
      holds: ['subject_id', 'reference', 'about_key', 'purpose', 'sealed_number'],
      untold: 'logged',
      fate: { is: 'kept', kind: 'consents', since: 'asked_at', erase: eraseSessions },
    },
    {
      table: 'assistance_act',
      holds: ['subject_id', 'kind', 'sealed_act', 'sealed_result'],
      untold: 'logged',
      fate: { is: 'kept', kind: 'consents', since: 'asked_at' },
    },
    {
      table: 'assistance_helper',
      holds: ['subject_id'],
      untold: 'logged',
      fate: { is: 'with', table: 'assistance_session' },
    },
    {
      table: 'hotline_call',
      holds: ['reference', 'subject_id', 'about_key', 'deeds'],
      fate: { is: 'passes', kind: 'offices', by: 'lapse' },
    },
  ],
})
