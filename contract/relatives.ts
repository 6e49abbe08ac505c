/**
 * Trusted relatives: whom she named beforehand to confirm that it is she, when her phone is lost, or to lock
 * her account. Naming somebody
 * answers the same whether that number has an account or not.
 */
import { z } from 'zod'
import { deed, view } from './operation.ts'
import { moment, nothing, passcode, personalNumber } from './values.ts'

const relativeState = z.enum(['asked', 'waiting', 'trusted', 'declined', 'ended', 'lapsed'])

export const ViewRelatives = view('relatives.view', {
  summary: 'Whom I named, who named me, and how each of it stands.',
  input: nothing,
  output: z.object({
    /** How many may stand at once, and the hours that pass between "yes" and the first confirmation. */
    most: z.number(),
    cooling_h: z.number(),
    named: z.array(
      z.object({
        id: z.uuid(),
        label: z.string(),
        numberEnd: z.string(),
        state: relativeState,
        askedAt: moment,
        lapsesAt: moment,
        trustedFrom: moment.nullable(),
      }),
    ),
    namedBy: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        state: z.enum(['asked', 'accepted']),
        askedAt: moment,
        lapsesAt: moment,
      }),
    ),
  }),
})
export const NameRelative = deed('relatives.name', {
  summary: 'Asks somebody to be a trusted relative; the passcode of this device is asked again.',
  input: z.object({ personalNumber, label: z.string().trim().min(1).max(60), passcode }),
  output: nothing,
  problems: [
    'passcode.wrong',
    'passcode.locked',
    'relative.too-many',
    'relative.yourself',
    'relative.named-already',
    'limit.reached',
  ],
})
export const EndRelative = deed('relatives.end', {
  summary: 'Ends what I asked of a relative.',
  input: z.object({ id: z.uuid() }),
  output: nothing,
  problems: ['relative.gone'],
})
export const AnswerRelative = deed('relatives.answer', {
  summary: 'The one who was asked says yes or no.',
  input: z.object({ id: z.uuid(), accept: z.boolean() }),
  output: nothing,
  problems: ['relative.gone'],
})
export const LeaveRelative = deed('relatives.leave', {
  summary: 'The relative does not wish to be one any more.',
  input: z.object({ id: z.uuid() }),
  output: nothing,
  problems: ['relative.gone'],
})
export const LockForRelative = deed('relatives.lock', {
  summary:
    'A trusted relative locks the account of the person who named her. Her own passcode is the proof; the answer tells nothing about that account.',
  input: z.object({ id: z.uuid(), passcode }),
  output: nothing,
  problems: [
    'relative.not-trusted',
    'passcode.wrong',
    'passcode.locked',
    'session.required',
    'limit.reached',
  ],
})
