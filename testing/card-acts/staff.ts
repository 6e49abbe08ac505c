/** Who works at the office where an application for a card is tried, and what an honest one does next. */
import type { Officer } from '../../server/kernel/actor.ts'
import { noCardYet, type CardState } from '../../server/modules/cases/cards/card-application.ts'
import type { CardRow } from '../../server/modules/cases/cards/card-case.ts'

export const HERSELF = 'key of the applicant'
const tasks = ['card.take', 'card.decide', 'card.print', 'card.hand-over']
const officer = (number: string, personKey: string | null, changes: Partial<Officer> = {}): Officer => ({
  kind: 'officer',
  officerId: number,
  number,
  officeId: 'here',
  officeName: '',
  sessionId: '',
  desk: '',
  tasks,
  personKey,
  ...changes,
})
export const staff = [
  officer('bao', 'bao'),
  officer('bao', 'bao'),
  officer('bao-alias', 'bao'),
  officer('thu', 'thu'),
  officer('thu', 'thu'),
  officer('lan', 'lan'),
  officer('herself', HERSELF),
  officer('unknown', null),
  officer('elsewhere', 'else', { officeId: 'there' }),
  officer('clerk', 'clerk', { tasks: ['level-2.take'] }),
]

export const acts = [
  'contact',
  'code',
  'portrait',
  'prints',
  'fee',
  'ask',
  'answer',
  'submit',
  'second',
  'settle',
  'print',
  'receive',
  'recipient',
  'chip',
  'ask-receipt',
  'answer-receipt',
  'hand-over',
] as const
export type Act = (typeof acts)[number] | 'wait' | 'death' | 'spoil' | 'change'
export const stepsOf: Readonly<Record<CardState, readonly Act[]>> = {
  open: ['contact', 'code', 'portrait', 'prints', 'fee', 'ask', 'answer', 'submit'],
  'waiting-second': ['second'],
  accepted: ['settle', 'print'],
  printed: ['receive'],
  ready: ['recipient', 'chip', 'ask-receipt', 'answer-receipt', 'hand-over'],
  'handed-over': [],
  refused: [],
  withdrawn: [],
}

/** Whom an honest office sends for the next step. */
export const fitting = (state: CardState): Officer =>
  officer(
    state === 'open' || state === 'ready' ? 'bao' : 'thu',
    state === 'open' || state === 'ready' ? 'bao' : 'thu',
  )

export const AT = new Date('2026-11-26T02:00:00Z')
/** The application when it was opened. */
export const ROW: CardRow = {
  subject_id: '',
  id: '',
  kind: 'card',
  reference: '',
  office_id: 'here',
  state: 'open',
  about_key: HERSELF,
  taken_by: [],
  unfinished_key: '',
  opened_by: '',
  opened_at: AT,
  received_at: AT,
  changed_at: AT,
  submitted_at: null,
  due_at: AT,
  calendar_revision: 0,
  paused_at: null,
  asked_by: null,
  decided_at: null,
  decided_by: null,
  reason: null,
  late_told_at: null,
  facts: { kind: 're-issue', reason: 'damaged', withAccount: true, ...noCardYet, handedOverAt: null },
  sealed_content: Buffer.alloc(0),
}
