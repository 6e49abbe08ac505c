/**
 * Tasks that a mandate can give. A mandate is an officer's right to do tasks at one office, for a time;
 * outside of it she may do nothing.
 */
export const tasks = [
  'enrolment.decide',
  'enrolment.view',
  /** Level 2 at the counter: to take it, and to be the second pair of eyes on an exception. */
  'level-2.take',
  'level-2.second',
  'person.search',
  'card.take',
  'card.decide',
  'card.print',
  'card.hand-over',
  /** The holder's own requests in person; a competent body's TK03; the head who decides. */
  'lock.take',
  'lock.receive',
  'lock.decide',
  'representation.take',
  'representation.second',
  'discrepancy.work',
  'recovery.voucher',
  'recovery.second',
  /** A community helper, and the hotline. */
  'assist',
  'hotline',
] as const
export type Task = (typeof tasks)[number]

export const isTask = (text: string): text is Task => (tasks as readonly string[]).includes(text)

/**
 * Made with the first officer: an installation with one office has all its cases here, and one with many has
 * here what no nearer office has somebody for.
 */
export const CENTRAL_OFFICE = {
  id: '01900000-0000-7000-8000-000000000001',
  code: 'TD-01',
  name: 'Trung tâm thẩm định tài khoản',
} as const

/** A counter session lasts a shift; it is not renewed by use. */
export const SHIFT_S = 8 * 3600
/** A one-time way in for a new officer. */
export const TICKET_S = 24 * 3600
/** The way in of a citizen's screen: long enough to carry a link to the browser beside. */
export const SCREEN_TICKET_S = 600
