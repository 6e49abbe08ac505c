/**
 * The forms of the web, and the deed of the contract that each is sent to. Those of the counter stand by
 * themselves, as its rules do: no phone carries them.
 */
import { ChangeEmail, ChangePassword, ChangePhone } from '../contract/account.ts'
import {
  AskAssistedAct,
  ConfirmAssisted,
  DossierByHotline,
  IdentifyCaller,
  LockByHotline,
  PhoneByHotline,
  OpenAssisted,
} from '../contract/assistance.ts'
import { StartActivation, StartNewDevice } from '../contract/activation.ts'
import { SpoilCard } from '../contract/card-making.ts'
import { TrackCard } from '../contract/card-tracking.ts'
import {
  GiveCardContact,
  NoteCardChanges,
  NoteCardFee,
  OpenCard,
  SecondCard,
  WithdrawCard,
} from '../contract/card-taking.ts'
import { ChooseDesk, SearchPerson } from '../contract/counter.ts'
import { NoteDiscrepancy, ReportDiscrepancy } from '../contract/discrepancy.ts'
import { AskPortrait, DecideEnrolment, DeclareIdentity, SendEnrolmentCode } from '../contract/enrolment.ts'
import { BeginReturn } from '../contract/enrolment-return.ts'
import {
  DiscardLevel2,
  ExceptLevel2Finger,
  GiveLevel2Contact,
  NoteLevel2Documents,
  SecondLevel2,
} from '../contract/level-2.ts'
import {
  DecideLockRequest,
  LockByLockCode,
  LockForHolder,
  ReceiveTk03,
  SendLockCode,
} from '../contract/lock.ts'
import { EnterByTicket } from '../contract/officer.ts'
import type { Operation } from '../contract/operation.ts'
import { AnswerAsk, BeginRecovery, DisputeRecovery, RedeemVoucher } from '../contract/recovery.ts'
import { DiscardVoucherCase, OpenVoucherCase, SecondVoucherCase } from '../contract/recovery-voucher.ts'
import { NameRelative } from '../contract/relatives.ts'
import { HandOver, ReportRelation } from '../contract/representation.ts'
import { EndRepresentation, SecondRepresentationEnd } from '../contract/representation-end.ts'
import {
  DiscardRepresentation,
  OpenRepresentation,
  SecondRepresentation,
} from '../contract/representation-request.ts'
import { GivePassword } from '../contract/sign-in.ts'

export interface FormOf {
  readonly operation: Operation
  /** The field that holds the form's own, or a list of them, where they are not the whole of what is sent. */
  readonly within?: string
  /** Where what is sent, or what stands `within` it, is one of several shapes: which of them it sends. */
  readonly options?: readonly number[]
}

export const citizenForms: Readonly<Record<string, FormOf>> = {
  declareIdentity: { operation: DeclareIdentity },
  enrolmentContact: { operation: SendEnrolmentCode },
  returnBySms: { operation: BeginReturn, options: [0] },
  returnByEmail: { operation: BeginReturn, options: [1] },
  startActivation: { operation: StartActivation, options: [0] },
  startNewDevice: { operation: StartNewDevice },
  changePhone: { operation: ChangePhone },
  changeEmail: { operation: ChangeEmail },
  changePassword: { operation: ChangePassword },
  sendLockCode: { operation: SendLockCode },
  lockByLockCode: { operation: LockByLockCode },
  recoverBySms: { operation: BeginRecovery, options: [0] },
  recoverByEmail: { operation: BeginRecovery, options: [1, 1] },
  redeemVoucher: { operation: RedeemVoucher },
  disputeRecovery: { operation: DisputeRecovery },
  answerAsk: { operation: AnswerAsk, options: [0] },
  nameRelative: { operation: NameRelative },
  reportRelation: { operation: ReportRelation },
  handOver: { operation: HandOver },
  signInPassword: { operation: GivePassword },
  reportDiscrepancy: { operation: ReportDiscrepancy },
  trackCard: { operation: TrackCard },
}

export const counterForms: Readonly<Record<string, FormOf>> = {
  searchPerson: { operation: SearchPerson },
  giveLevel2Contact: { operation: GiveLevel2Contact },
  giveCardContact: { operation: GiveCardContact },
  noteDiscrepancy: { operation: NoteDiscrepancy },
  openCard: { operation: OpenCard },
  declaredChange: { operation: NoteCardChanges, within: 'changes' },
  noteCardFee: { operation: NoteCardFee },
  openVoucher: { operation: OpenVoucherCase },
  openRepresentation: { operation: OpenRepresentation },
  endRepresentation: { operation: EndRepresentation },
  shownPaper: { operation: EndRepresentation, within: 'paper' },
  lockForHolder: { operation: LockForHolder },
  receiveTk03: { operation: ReceiveTk03 },
  exceptFinger: { operation: ExceptLevel2Finger },
  documentToIntegrate: { operation: NoteLevel2Documents, within: 'documents' },
  openAssisted: { operation: OpenAssisted },
  askDossierState: { operation: AskAssistedAct, within: 'act', options: [2] },
  askMismatch: { operation: AskAssistedAct, within: 'act', options: [4] },
  confirmAssisted: { operation: ConfirmAssisted },
  identifyCaller: { operation: IdentifyCaller },
  callerAnswers: { operation: IdentifyCaller, within: 'answers' },
  lockByHotline: { operation: LockByHotline },
  dossierByHotline: { operation: DossierByHotline },
  phoneByHotline: { operation: PhoneByHotline },
  enterByTicket: { operation: EnterByTicket },
  chooseDesk: { operation: ChooseDesk },
}

/** A case at the counter is decided, or ends without a decision. */
export const decisionForms: Readonly<Record<string, FormOf>> = {
  discardLevel2: { operation: DiscardLevel2 },
  decideLevel2: { operation: SecondLevel2 },
  discardVoucher: { operation: DiscardVoucherCase },
  decideVoucher: { operation: SecondVoucherCase },
  withdrawCard: { operation: WithdrawCard },
  decideCard: { operation: SecondCard },
  spoilCard: { operation: SpoilCard },
  decideRepresentationEnd: { operation: SecondRepresentationEnd },
  discardRepresentation: { operation: DiscardRepresentation },
  decideRepresentation: { operation: SecondRepresentation },
  decideLockRequest: { operation: DecideLockRequest },
  askPortrait: { operation: AskPortrait },
  decideEnrolment: { operation: DecideEnrolment },
}
