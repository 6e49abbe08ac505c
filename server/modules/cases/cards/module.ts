/** What this module offers and does. */
import { on } from '../../../kernel/reaction.ts'
import { lookAtRegister } from '../../people/locks/follow-register.ts'
import { lockWhatStands } from '../../people/locks/lock-subject.ts'
import type { Task } from '../../registry/organisations/mandate.ts'
import { cardEvents, CardIssued, CardStateChanged } from './events.ts'
import { findable } from '../casework/findable.ts'
import { lapseJob } from '../casework/lapse-open.ts'
import { tellLateCases } from '../casework/late-cases.ts'
import { cardKind } from './card-case.ts'
import { defineModule } from '../../../kernel/module.ts'
import { secondCard, submitCard } from './decide-card.ts'
import { askCardReceipt, checkCardRecipient, handOverCard, readNewChip } from './hand-over-card.ts'
import {
  cardDecideFigures,
  cardHandOverFigures,
  cardOpenFigures,
  cardPrintFigures,
  findCardByReference,
  listCards,
  openCard,
  viewCard,
  withdrawCard,
} from './open-card.ts'
import { drawCardChallenge, printCard, receiveCard, spoilCard, viewCardChip } from './print-card.ts'
import {
  askCardConsent,
  exceptCardFinger,
  giveCardContact,
  noteCardChanges,
  noteCardFee,
  takeCardPortrait,
  takeCardPrints,
  verifyCardCode,
} from './take-card.ts'
import { trackCard, viewOwnCards } from './track-card.ts'
import { asShown } from '../../../kernel/telling.ts'

/** How often the clock looks for cases that ran over their time. */
const OVERDUE_EVERY_MS = 10_000

export const cardsModule = defineModule('cases/cards', {
  useCases: [
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
    drawCardChallenge,
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
  ],
  forms: {
    citizen: {
      trackCard: { sends: trackCard },
    },
    counter: {
      giveCardContact: { sends: giveCardContact },
      openCard: { sends: openCard },
      declaredChange: { sends: noteCardChanges, within: 'changes' },
      noteCardFee: { sends: noteCardFee },
    },
    decision: {
      withdrawCard: { sends: withdrawCard },
      decideCard: { sends: secondCard },
      spoilCard: { sends: spoilCard },
    },
  },
  events: cardEvents,
  reactions: [
    on(CardIssued, 'lock the account by the grounds that stand', (work, { subjectId }) =>
      lockWhatStands(work, subjectId),
    ),
    on(CardStateChanged, 'lock or unlock by the register', (work, { subjectId }, tools) =>
      lookAtRegister(work, tools, subjectId),
    ),
  ],
  tells: [{ part: 'cards', tables: [], tell: asShown(viewOwnCards, {}) }],
  cases: [findable('card', cardKind)],
  queues: [
    { key: 'card-open', task: 'card.take' satisfies Task, figures: cardOpenFigures },
    { key: 'card-decide', task: 'card.decide' satisfies Task, figures: cardDecideFigures },
    { key: 'card-print', task: 'card.print' satisfies Task, figures: cardPrintFigures },
    { key: 'card-hand-over', task: 'card.hand-over' satisfies Task, figures: cardHandOverFigures },
  ],
  jobs: [
    {
      name: 'cards-overdue',
      every_ms: OVERDUE_EVERY_MS,
      run: async ({ transact, tools }) => (await tellLateCases(transact, tools, cardKind)) > 0,
    },
    lapseJob('cards-lapse', cardKind),
  ],
})
