// The deeds of a dossier at its office (contract/dossier-work.ts).
import type {
  ApologiseDossier,
  AskSupplement,
  DecideDossier,
  MoveDossier,
  NoteConsent,
  PauseDossier,
  PayDossier,
  ProposeDossier,
  ReceiveDossier,
  TickDossier,
} from '../../../../contract/dossier-work.ts'
import { deed } from '../../../client/call.ts'
import { orSignIn } from '../shell/officer.ts'
import type { Act } from './acts.ts'
import type { Dossier } from './dossier.ts'

export interface Given {
  readonly note: string
  readonly refusal: string
  readonly receipt: string
  readonly workingDays: number
  readonly why: 'consultation' | 'other'
  /** Which answer of the register of judgments was read. */
  readonly seen?: string
}
/** What a press of one button does, or what a form about it was filled in with. */
export type FormedAct = Exclude<Act, 'ask' | 'move'>

const sends: Readonly<Record<FormedAct, (reference: string, given: Given) => Promise<Dossier>>> = {
  receive: (reference) => deed<typeof ReceiveDossier>('dossiers.receive', { reference, verdict: 'receive' }),
  'not-receive': (reference, { refusal, note }) =>
    deed<typeof ReceiveDossier>('dossiers.receive', { reference, verdict: 'not-receive', refusal, note }),
  grant: (reference, { note, seen }) =>
    deed<typeof ProposeDossier>('dossiers.propose', {
      reference,
      verdict: 'grant',
      ...(seen ? { seen } : {}),
      ...(note ? { note } : {}),
    }),
  refuse: (reference, { refusal, note }) =>
    deed<typeof ProposeDossier>('dossiers.propose', { reference, verdict: 'refuse', refusal, note }),
  pause: (reference, { why, note }) =>
    deed<typeof PauseDossier>('dossiers.pause', { reference, verdict: 'pause', why, note }),
  resume: (reference, { note }) =>
    deed<typeof PauseDossier>('dossiers.pause', { reference, verdict: 'resume', note }),
  'fee-ask': (reference) => deed<typeof PayDossier>('dossiers.pay', { reference, step: 'ask' }),
  'fee-paid': (reference, { receipt }) =>
    deed<typeof PayDossier>('dossiers.pay', { reference, step: 'paid', receipt }),
  apologise: (reference, { workingDays, note }) =>
    deed<typeof ApologiseDossier>('dossiers.apologise', { reference, workingDays, reason: note }),
  confirm: (reference, { note, seen }) =>
    deed<typeof DecideDossier>('dossiers.decide', {
      reference,
      verdict: 'confirm',
      ...(seen ? { seen } : {}),
      ...(note ? { note } : {}),
    }),
  'send-back': (reference, { note }) =>
    deed<typeof DecideDossier>('dossiers.decide', { reference, verdict: 'send-back', note }),
}

const nothingGiven: Given = {
  note: '',
  refusal: '',
  receipt: '',
  workingDays: 0,
  why: 'consultation',
}

export const sendAct = (reference: string, act: FormedAct, given: Given = nothingGiven): Promise<Dossier> =>
  orSignIn(sends[act](reference, given))

export const sendTick = (reference: string, item: string, isTicked: boolean): Promise<Dossier> =>
  orSignIn(deed<typeof TickDossier>('dossiers.tick', { reference, item, isTicked }))

export const sendPaperConsent = (reference: string, consent: string, note: string): Promise<Dossier> =>
  orSignIn(deed<typeof NoteConsent>('dossiers.paper-consent', { reference, consent, note }))

export const moveDossier = (reference: string, office: string, note: string): Promise<{ office: string }> =>
  orSignIn(deed<typeof MoveDossier>('dossiers.move', { reference, office, note }))

export interface AskedItem {
  readonly what: string
  readonly answer: 'text' | 'picture'
}
export const askSupplement = (reference: string, items: readonly AskedItem[]): Promise<Dossier> =>
  orSignIn(deed<typeof AskSupplement>('dossiers.ask', { reference, items: [...items] }))
