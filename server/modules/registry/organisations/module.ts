/** What this module offers and does. */
import { holdNobody } from '../../../kernel/keeping.ts'
import { atOnce_days, lapsedKept_days, officerLog_days } from '../../../kernel/retention.ts'
import { defineModule } from '../../../kernel/module.ts'
import { LATE_EVERY_MS } from '../../../kernel/sealed-early.ts'
import {
  answerPrompt,
  drawScreenNonce,
  openScreen,
  unpairScreen,
  viewDesk,
  viewScreen,
} from './desk-screen.ts'
import { listBodies } from './bodies/competent-body.ts'
import { drawCaptureNonce } from './devices/capture-seal.ts'
import { enrolDevice, viewDevices } from './devices/enrol-device.ts'
import { takeSeat } from './devices/take-seat.ts'
import {
  addPasskey,
  enterByTicket,
  officerSignIn,
  officerSignInOptions,
  officerSignOut,
  passkeyOptions,
  viewOfficer,
} from './officer-sign-in.ts'
import { keyDigests } from './desk-digests.ts'
import { sealLateQuestions } from './desk-params.ts'
import { DeskAsked, UnusualPersonVolume } from './events.ts'
import type { Task } from './mandate.ts'
import { organisationsReactions } from './organisations-reactions.ts'
import { chooseDesk, viewShift } from './shift.ts'
import { settleUnusualVolume, unusualFigures, viewUnusualVolumes } from './supervise.ts'

export const organisationsModule = defineModule('registry/organisations', {
  useCases: [
    enterByTicket,
    passkeyOptions,
    addPasskey,
    officerSignInOptions,
    officerSignIn,
    viewOfficer,
    officerSignOut,
    viewShift,
    chooseDesk,
    enrolDevice,
    viewDevices,
    listBodies,
    takeSeat,
    drawCaptureNonce,
    drawScreenNonce,
    openScreen,
    viewScreen,
    answerPrompt,
    viewDesk,
    unpairScreen,
    viewUnusualVolumes,
    settleUnusualVolume,
  ],
  forms: {
    counter: {
      enterByTicket: { sends: enterByTicket },
      chooseDesk: { sends: chooseDesk },
    },
  },
  events: [DeskAsked, UnusualPersonVolume],
  reactions: organisationsReactions,
  queues: [{ key: 'unusual-volume', task: 'officer.supervise' satisfies Task, figures: unusualFigures }],
  jobs: [
    {
      name: 'seal-late-questions',
      every_ms: LATE_EVERY_MS,
      run: async ({ transact, tools }) => (await sealLateQuestions(transact, tools)) > 0,
    },
    {
      name: 'key-question-digests',
      every_ms: LATE_EVERY_MS,
      run: async ({ transact, tools }) => (await keyDigests(transact, tools)) > 0,
    },
  ],
  lapses: [
    { table: 'officer_session', since: 'ends_at', days: lapsedKept_days },
    { table: 'screen_session', since: 'ends_at', days: atOnce_days },
    // Nothing writes it here; an older Sen beside this one may.
    { table: 'screen_ticket', since: 'expires_at', days: atOnce_days },
    { table: 'capture_device_ticket', since: 'expires_at', days: atOnce_days },
    { table: 'officer_challenge', since: 'expires_at', days: atOnce_days },
    { table: 'officer_notice', since: 'at', days: officerLog_days },
  ],
  keeps: [
    {
      table: 'desk_prompt',
      holds: ['subject_id', 'case_id', 'kind', 'sealed_params', 'params_digest', 'state'],
      untold: 'logged',
      fate: { is: 'kept', kind: 'consents', since: 'asked_at' },
    },
    ...holdNobody(
      'capture_device',
      'competent_body',
      'capture_device_ticket',
      'mandate',
      'office',
      'officer',
      'officer_challenge',
      'officer_notice',
      'officer_passkey',
      'officer_session',
      'officer_ticket',
      'screen_session',
      'screen_ticket',
    ),
  ],
})
