/**
 * A card that was handed over becomes the valid one of the register, and every other that was valid is
 * replaced (Law 26/2023/QH15 art. 9(14), 25); a card
 * reported lost is void at once. What the entry said before stays in its history. Who may, and with whose
 * eyes, is the caller's concern.
 */
import type { Work } from '../../../kernel/work.ts'
import * as store from './store.ts'

export interface IssuedCard {
  readonly issuedOn: string
  /** null: without an end. */
  readonly expiresOn: string | null
  readonly place: string
  readonly qrText: string
}
export interface RegisterNote {
  readonly source: string
  readonly at: Date
}

/** False when the register has a card of this very day already, or nobody of this number. */
export const issueCard = async (
  work: Work,
  number: string,
  card: IssuedCard,
  { source, at }: RegisterNote,
): Promise<boolean> => {
  if (!(await store.entryForUpdate(work, number))) {
    return false
  }
  await store.keepCardHistory(work, number, source, at)
  await store.endCards(work, number, card.issuedOn)
  return (await store.insertCard(work, number, card)) === 1
}

/**
 * The latest card, when it is one that could still be used, is lost from now on. Answers whether something
 * changed.
 */
export const reportCardLost = async (
  work: Work,
  number: string,
  { source, at }: RegisterNote,
): Promise<boolean> => {
  if (!(await store.entryForUpdate(work, number)) || !(await store.hasUsableCard(work, number))) {
    return false
  }
  await store.keepCardHistory(work, number, source, at)
  return (await store.loseCard(work, number)) > 0
}

/**
 * The demo world's first morning again: of one of its people, whose numbers no province has, later cards are
 * forgotten and this one is valid.
 */
export const takeBackCards = async (work: Work, number: string, issuedOn: string): Promise<void> => {
  if (!number.startsWith('9')) {
    throw new Error('a card of a real number is never taken back')
  }
  await store.forgetCardsAfter(work, number, issuedOn)
}
