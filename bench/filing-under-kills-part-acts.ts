/**
 * What is done with a dossier, and what each act must leave behind, once: a line in the log of whomever it is
 * about, a step of the dossier's history, a letter, the state in which it stands then. From these the truth
 * is held against the database.
 */
import type { DossierState } from '../contract/dossiers.ts'

interface Act {
  readonly line: string
  /** What stands in the log of whoever was asked to agree; nothing where she is not told of it. */
  readonly lineOfAsked?: string
  readonly step?: string
  readonly letter?: string
  readonly letterToAsked?: string
  /** In which it stands afterwards; as before where it is left out. */
  readonly state?: DossierState
  readonly consent?: 'waiting' | 'agreed' | 'declined' | 'on-paper' | 'lapsed'
  /** From here on the house does the rest by itself: paper, return, line, letter. */
  readonly isGrant?: true
}

/** Everybody whom the dossier is about hears of what an officer does. */
const office = (line: string, rest: Omit<Act, 'line' | 'lineOfAsked'>): Act => ({
  line,
  lineOfAsked: line,
  ...rest,
})

export const acts = {
  file: { line: 'dossier-filed', step: 'opened', letter: 'dossier-filed', state: 'filed' },
  'file and ask': {
    line: 'dossier-filed',
    lineOfAsked: 'dossier-names-you',
    step: 'opened',
    letter: 'dossier-filed-waits',
    letterToAsked: 'dossier-consent-asked',
    state: 'awaiting-consents',
    consent: 'waiting',
  },
  agree: office('dossier-consented', {
    step: 'agreed',
    letter: 'dossier-consent-given',
    state: 'filed',
    consent: 'agreed',
  }),
  decline: office('dossier-consented', {
    step: 'declined',
    letter: 'dossier-consent-refused',
    state: 'rejected',
    consent: 'declined',
  }),
  'note paper': office('dossier-paper-consent', {
    step: 'agreed',
    letter: 'dossier-consent-given',
    letterToAsked: 'dossier-consent-on-paper',
    state: 'filed',
    consent: 'on-paper',
  }),
  move: office('dossier-moved', { step: 'moved' }),
  receive: office('dossier-receive', { step: 'received', letter: 'dossier-received', state: 'received' }),
  'not receive': office('dossier-receive', {
    step: 'not-received',
    letter: 'dossier-not-received',
    state: 'not-received',
  }),
  'tick first': office('dossier-ticked', { step: 'processing', state: 'processing' }),
  tick: office('dossier-ticked', {}),
  'ask more': office('dossier-asked', {
    step: 'supplement-asked',
    letter: 'dossier-supplement-asked',
    state: 'supplement-asked',
  }),
  'send more': { line: 'dossier-supplemented', step: 'answered', state: 'processing' },
  pause: office('dossier-paused', { step: 'paused', letter: 'dossier-paused', state: 'paused' }),
  resume: office('dossier-paused', { step: 'processing', letter: 'dossier-resumed', state: 'processing' }),
  'ask fee': office('dossier-fee', {
    step: 'payment-asked',
    letter: 'dossier-payment-asked',
    state: 'payment-asked',
  }),
  pay: office('dossier-fee', { step: 'noted', state: 'processing' }),
  grant: office('dossier-proposed', { step: 'finished', state: 'returned', isGrant: true }),
  propose: office('dossier-proposed', { step: 'put-forward', state: 'put-forward' }),
  'propose no': office('dossier-proposed', { step: 'put-forward', state: 'put-forward' }),
  'send back': office('dossier-decided', { step: 'sent-back', state: 'processing' }),
  confirm: office('dossier-decided', { step: 'finished', state: 'returned', isGrant: true }),
  'confirm no': office('dossier-decided', {
    step: 'rejected',
    letter: 'dossier-rejected',
    state: 'rejected',
  }),
  object: { line: 'dossier-objected', step: 'received', state: 'received' },
  withdraw: {
    line: 'dossier-withdrawn',
    step: 'withdrawn',
    letter: 'dossier-withdrawn',
    state: 'withdrawn',
  },
} as const satisfies Readonly<Record<string, Act>>
export type ActName = keyof typeof acts
export const actOf = (name: ActName): Act => acts[name]

/** What follows a grant by itself. */
export const returning = {
  line: 'dossier-returned',
  step: 'returned',
  letter: 'dossier-returned',
} as const satisfies Act

export type ProcedureName = 'residence-confirmation' | 'temporary-residence' | 'household-split'
/** A whole life of a dossier. Those that end open are what the queues and their counts are judged by. */
export interface Story {
  readonly procedure: ProcedureName
  readonly acts: readonly ActName[]
}

const confirmation = (...of: ActName[]): Story => ({ procedure: 'residence-confirmation', acts: of })
const temporary = (...of: ActName[]): Story => ({
  procedure: 'temporary-residence',
  acts: ['file and ask', ...of],
})
const split = (...of: ActName[]): Story => ({ procedure: 'household-split', acts: ['file and ask', ...of] })

export const stories: readonly Story[] = [
  confirmation('file', 'receive', 'tick first', 'grant'),
  temporary('agree', 'receive', 'tick first', 'tick', 'pay', 'grant'),
  split('agree', 'receive', 'tick first', 'tick', 'pay', 'propose', 'send back', 'propose', 'confirm'),
  confirmation('file', 'receive', 'ask more', 'send more', 'tick', 'pause', 'resume', 'grant'),
  temporary('note paper', 'receive', 'tick first', 'tick', 'pay', 'propose', 'confirm'),
  confirmation('file', 'receive', 'propose no', 'confirm no', 'object', 'tick first', 'propose', 'confirm'),
  temporary('agree', 'receive', 'ask fee', 'pay', 'tick', 'tick', 'pause', 'resume', 'grant'),
  confirmation('file', 'move', 'receive', 'tick first', 'grant'),
  split('agree', 'receive', 'ask more', 'send more', 'pay', 'tick', 'tick', 'propose', 'confirm'),
  temporary('decline'),
  temporary('withdraw'),
  confirmation('file', 'not receive'),
  confirmation('file', 'receive', 'ask more', 'withdraw'),
  // Left open, each in another queue.
  confirmation('file'),
  confirmation('file', 'move'),
  temporary(),
  temporary('agree', 'receive', 'tick first', 'ask fee'),
  confirmation('file', 'receive', 'pause'),
  split('agree', 'receive', 'tick first', 'tick', 'pay', 'propose'),
]

/** A dossier as those who did something with it know it. */
export interface KnownDossier {
  readonly draft: string
  readonly reference: string
  readonly procedure: ProcedureName
  /** Subjects. */
  readonly filer: string
  readonly asked: string | null
  /** As they were acknowledged. */
  readonly acts: ActName[]
}
export interface Journal {
  acknowledged: number
  resent: number
  readonly givesUpAfter?: number
  readonly dossiers: KnownDossier[]
  /** Refusals that nobody should have met: what they rest on is gone, or was done before. */
  readonly missed: string[]
}
