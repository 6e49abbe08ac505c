/** The product's own permits and noun, each of which a planted hole may replace. */
import {
  decideSecond,
  isRecipientProven,
  mustBeHandable,
  mustBePrintable,
  submit,
} from '../../server/modules/cases/cards/card-decision.ts'
import { secondCard, submitCard } from '../../server/modules/cases/cards/decide-card.ts'
import { checkCardRecipient, handOverCard } from '../../server/modules/cases/cards/hand-over-card.ts'
import { printCard } from '../../server/modules/cases/cards/print-card.ts'

export const rules = {
  take: submitCard.permit.allows,
  second: secondCard.permit.allows,
  print: printCard.permit.allows,
  hand: handOverCard.permit.allows,
  recipient: checkCardRecipient.permit.allows,
  submit,
  decideSecond,
  mustBePrintable,
  mustBeHandable,
  isRecipientProven,
}
export type Rules = typeof rules
