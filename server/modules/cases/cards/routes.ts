/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { askCardConsent, secondCard, submitCard } from './decide-card.ts'
import { askCardReceipt, checkCardRecipient, handOverCard, readNewChip } from './hand-over-card.ts'
import { findCardByReference, listCards, openCard, viewCard, withdrawCard } from './open-card.ts'
import { printCard, receiveCard, spoilCard, viewCardChip } from './print-card.ts'
import {
  exceptCardFinger,
  giveCardContact,
  noteCardChanges,
  noteCardFee,
  takeCardPortrait,
  takeCardPrints,
  verifyCardCode,
} from './take-card.ts'
import { trackCard, viewOwnCards } from './track-card.ts'

export const useCases: AnyUseCase[] = [
  openCard,
  giveCardContact,
  verifyCardCode,
  takeCardPortrait,
  takeCardPrints,
  exceptCardFinger,
  noteCardChanges,
  noteCardFee,
  askCardConsent,
  submitCard,
  secondCard,
  withdrawCard,
  printCard,
  viewCardChip,
  spoilCard,
  receiveCard,
  checkCardRecipient,
  readNewChip,
  askCardReceipt,
  handOverCard,
  viewCard,
  findCardByReference,
  listCards,
  viewOwnCards,
  trackCard,
]
