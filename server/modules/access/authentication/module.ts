/** What this module offers and does. */
import { now } from '../../../kernel/clock.ts'
import { lapsedKept_days } from '../../../kernel/retention.ts'
import { knownNetwork_days } from './rules.ts'
import { findable } from '../../cases/casework/findable.ts'
import { lapseJob } from '../../cases/casework/lapse-open.ts'
import { voucherKind } from './voucher/voucher-case.ts'
import type { Task } from '../../registry/organisations/mandate.ts'
import { authenticationReactions } from './authentication-reactions.ts'
import { authenticationEvents } from './events.ts'
import { recoveryEvents } from './recovery/events.ts'
import { recoveryReactions } from './recovery/recovery-reactions.ts'
import { askClosing, confirmClosing, keepAccount, viewClosing } from './closing/close-account-deeds.ts'
import { closeDue } from './closing/close-due.ts'
import { closingEvents } from './closing/events.ts'
import { claimPhone } from './phone-release/claim-phone.ts'
import { phoneReleaseEvents } from './phone-release/events.ts'
import { keepPhone, keepPhoneByCode } from './phone-release/keep-phone.ts'
import { freeDue } from './phone-release/phone-release.ts'
import { remindRecoveries } from './recovery/remind-recoveries.ts'
import { defineModule } from '../../../kernel/module.ts'
import { answerAsk, viewAsks } from './recovery/answer-ask.ts'
import { startActivation, startNewDevice, startNewPassword } from './activation/begin-journey.ts'
import {
  beginRecovery,
  leaveRecovery,
  redeemVoucher,
  sendRecoveryCode,
  viewLadder,
  viewRecovery,
} from './recovery/begin-recovery.ts'
import {
  changeEmail,
  changePassword,
  changePhone,
  confirmEmail,
  confirmPhone,
} from './secrets/change-secrets.ts'
import {
  finishJourney,
  resendJourneyCode,
  verifyJourneyCode,
  viewJourney,
} from './activation/finish-journey.ts'
import { judgeJourneyPassword, judgeRecoveryPassword } from './secrets/judge-password.ts'
import { finishRecovery } from './recovery/finish-recovery.ts'
import { issueVoucher, secondVoucherCase, submitVoucherCase } from './voucher/issue-voucher.ts'
import { closeApp, newChallenge, openApp } from './sessions/open-app.ts'
import {
  discardVoucherCase,
  listVoucherCases,
  openVoucherCase,
  viewVoucherCase,
  voucherSecondFigures,
} from './voucher/open-voucher-case.ts'
import { openProfile } from './sessions/open-profile.ts'
import { drawRecoveryChallenge, proveChip, proveCode, provePortrait } from './recovery/prove-recovery.ts'
import { endSession, removeDevice, signOutEverywhere, viewDevices } from './sessions/sessions.ts'
import {
  disputeRecovery,
  stopRecovery,
  stopRecoveryByDevice,
  viewOngoing,
  viewOngoingByDevice,
} from './recovery/stop-recovery.ts'
import {
  askVoucherConsent,
  exceptVoucherFinger,
  takeVoucherPortrait,
  takeVoucherPrints,
} from './voucher/voucher-evidence.ts'
import { asShown } from '../../../kernel/telling.ts'
import { tellClosing } from './closing/tell-closing.ts'

/** Also the demo world's moved clock is followed within seconds. */
const REMIND_EVERY_MS = 2000
const CLOSE_EVERY_MS = 5000

export const authenticationModule = defineModule('access/authentication', {
  useCases: [
    startActivation,
    startNewDevice,
    startNewPassword,
    viewJourney,
    verifyJourneyCode,
    resendJourneyCode,
    judgeJourneyPassword,
    finishJourney,
    newChallenge,
    openApp,
    closeApp,
    openProfile,
    changePassword,
    changePhone,
    confirmPhone,
    changeEmail,
    confirmEmail,
    viewClosing,
    askClosing,
    confirmClosing,
    keepAccount,
    claimPhone,
    keepPhone,
    keepPhoneByCode,
    viewDevices,
    endSession,
    removeDevice,
    signOutEverywhere,
    viewLadder,
    beginRecovery,
    redeemVoucher,
    viewRecovery,
    sendRecoveryCode,
    leaveRecovery,
    drawRecoveryChallenge,
    proveChip,
    proveCode,
    provePortrait,
    judgeRecoveryPassword,
    finishRecovery,
    disputeRecovery,
    viewOngoing,
    viewOngoingByDevice,
    stopRecovery,
    stopRecoveryByDevice,
    viewAsks,
    answerAsk,
    openVoucherCase,
    viewVoucherCase,
    listVoucherCases,
    takeVoucherPortrait,
    takeVoucherPrints,
    exceptVoucherFinger,
    askVoucherConsent,
    submitVoucherCase,
    secondVoucherCase,
    issueVoucher,
    discardVoucherCase,
  ],
  forms: {
    citizen: {
      startActivation: { sends: startActivation, options: [0] },
      startNewDevice: { sends: startNewDevice },
      claimPhone: { sends: claimPhone },
      keepPhoneByCode: { sends: keepPhoneByCode },
      changePhone: { sends: changePhone },
      changeEmail: { sends: changeEmail },
      changePassword: { sends: changePassword },
      recoverBySms: { sends: beginRecovery, options: [0] },
      recoverByEmail: { sends: beginRecovery, options: [1, 1] },
      redeemVoucher: { sends: redeemVoucher },
      disputeRecovery: { sends: disputeRecovery },
      answerAsk: { sends: answerAsk, options: [0] },
    },
    counter: {
      openVoucher: { sends: openVoucherCase },
    },
    decision: {
      discardVoucher: { sends: discardVoucherCase },
      decideVoucher: { sends: secondVoucherCase },
    },
  },
  events: [...authenticationEvents, ...recoveryEvents, ...closingEvents, ...phoneReleaseEvents],
  reactions: [...authenticationReactions, ...recoveryReactions],
  lapses: [
    { table: 'journey', since: 'ends_at', days: lapsedKept_days },
    { table: 'phone_claim', since: 'asked_at', days: lapsedKept_days },
    { table: 'recovery', since: 'ends_at', days: lapsedKept_days },
    { table: 'recovery_current', since: 'ends_at', days: lapsedKept_days, and: 'disputed_at is null' },
    { table: 'recovery_ask', since: 'ends_at', days: lapsedKept_days },
    { table: 'recovery_voucher', since: 'ends_at', days: lapsedKept_days },
    { table: 'app_session', since: 'ends_at', days: lapsedKept_days },
    {
      table: 'password_guard',
      since: 'updated_at',
      days: lapsedKept_days,
      and: "way not like 'network %' and (paused_until is null or paused_until < $2)",
    },
    {
      table: 'password_guard',
      since: 'updated_at',
      days: knownNetwork_days,
      and: "way like 'network %' and (paused_until is null or paused_until < $2)",
    },
  ],
  cases: [findable('voucher', voucherKind)],
  queues: [{ key: 'recovery-second', task: 'recovery.second' satisfies Task, figures: voucherSecondFigures }],
  jobs: [
    {
      name: 'recovery-reminders',
      every_ms: REMIND_EVERY_MS,
      run: async ({ transact }) => (await transact((work) => remindRecoveries(work, now()))) > 0,
    },
    {
      name: 'close-accounts',
      every_ms: CLOSE_EVERY_MS,
      run: async ({ transact, tools }) => (await closeDue(transact, tools)) > 0,
    },
    {
      name: 'free-phones',
      every_ms: CLOSE_EVERY_MS,
      run: async ({ transact, tools }) => (await freeDue(transact, tools)) > 0,
    },
    lapseJob('vouchers-lapse', voucherKind),
  ],
  tells: [
    { part: 'devices', tables: ['device', 'app_session', 'sign_in'], tell: asShown(viewDevices, {}) },
    { part: 'closing', tables: ['account_closing', 'phone_release'], tell: tellClosing },
  ],
  keeps: [
    {
      table: 'account_closing',
      holds: ['subject_id', 'sealed_stop_code', 'stop_code_digest', 'ended_as'],
      fate: { is: 'kept', kind: 'use', since: 'ended_at' },
    },
    {
      table: 'phone_claim',
      holds: ['reference', 'asked_for', 'phone_digest', 'officer_number'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    {
      table: 'phone_release',
      holds: [
        'subject_id',
        'phone_digest',
        'officer_number',
        'sealed_stop_code',
        'stop_code_digest',
        'ended_as',
      ],
      fate: { is: 'at-once', kind: 'contact' },
    },
    {
      table: 'app_session',
      holds: ['subject_id', 'secret_digest', 'user_agent', 'acting_id', 'acting_tie'],
      fate: { is: 'at-once', kind: 'sessions' },
    },
    {
      table: 'sign_in',
      holds: [
        'subject_id',
        'client_id',
        'client_name',
        'client_domain',
        'provider_session',
        'grant_id',
        'user_agent',
      ],
      fate: { is: 'at-once', kind: 'sessions' },
    },
    {
      table: 'password',
      holds: ['subject_id', 'phc'],
      untold: 'secrets',
      fate: { is: 'at-once', kind: 'devices' },
    },
    {
      table: 'recovery_current',
      holds: ['subject_id', 'sealed_stop_code', 'stop_code_digest'],
      untold: 'logged',
      fate: { is: 'at-once', kind: 'devices' },
    },
    {
      table: 'journey',
      holds: ['subject_id', 'sealed_target'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    {
      table: 'password_guard',
      holds: ['number_digest'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    {
      table: 'recovery',
      holds: ['subject_id', 'sealed_typed', 'challenge', 'proven', 'sealed_match'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    {
      table: 'recovery_ask',
      holds: ['subject_id', 'for_subject', 'sealed_name', 'match_digest'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
    {
      table: 'recovery_voucher',
      holds: ['code_digest', 'subject_id'],
      fate: { is: 'passes', kind: 'passing', by: 'lapse' },
    },
  ],
})
