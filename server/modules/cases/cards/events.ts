/** What happens to an application for a card, and to the cards of the register by it. */
import { z } from 'zod'
import { accountWithCard, cardRefusal } from '../../../../contract/card.ts'
import { moment } from '../../../../contract/values.ts'
import { defineEvent, type EventType } from '../../../kernel/event.ts'

const application = { applicationId: z.string(), reference: z.string() }
const decided = z.strictObject({ ...application, officeId: z.string(), dueAt: moment })

export const CardApplicationAccepted = defineEvent('CardApplicationAccepted', decided)
export const CardApplicationPutToSecond = defineEvent('CardApplicationPutToSecond', decided)
export const CardApplicationRefused = defineEvent(
  'CardApplicationRefused',
  decided.extend({ reason: cardRefusal }),
)
/** She had paid, and nobody went on with it at the counter. */
export const CardApplicationLapsed = defineEvent('CardApplicationLapsed', z.strictObject(application))
export const CardPrinted = defineEvent('CardPrinted', z.strictObject(application), {
  nobody: 'a print may still be found spoilt; the holder is called when the card lies ready (CardReady)',
})
export const CardReady = defineEvent('CardReady', z.strictObject({ ...application, office: z.string() }))
export const CardOverdue = defineEvent(
  'CardOverdue',
  z.strictObject({ ...application, dueAt: moment, office: z.string() }),
)
export const CardIssued = defineEvent(
  'CardIssued',
  z.strictObject({
    ...application,
    state: z.literal('valid'),
    issuedOn: z.string(),
    /** What became of the account that was asked for with it. */
    account: accountWithCard,
    activateBy: moment.nullable(),
  }),
)
/** A card of the register is valid, or lost, by this application. */
export const CardStateChanged = defineEvent(
  'CardStateChanged',
  z.strictObject({ ...application, state: z.enum(['valid', 'lost']) }),
)

export const cardEvents: readonly EventType[] = [
  CardApplicationAccepted,
  CardApplicationPutToSecond,
  CardApplicationRefused,
  CardApplicationLapsed,
  CardPrinted,
  CardReady,
  CardOverdue,
  CardIssued,
  CardStateChanged,
]
