// The card in memory: fetched from the server, checked, and kept for days without a network.
import type { ViewIdentityCard } from '../../../../contract/account.ts'
import { ownView, setSession, type HeldCard, type IdentityCard } from '../shell/session.ts'
import { freshenCard, keepCard, openKeptCard, type Opening } from './vault.ts'
import { verifyCard } from './verify-card.ts'

const hold = async (card: IdentityCard): Promise<HeldCard> => {
  const held = { card, proof: await verifyCard(card) }
  setSession({ held })
  return held
}

/** Every look at the register leaves a line, so two pages that ask at once share one answer. */
let underWay: Promise<IdentityCard> | null = null
const fetchCard = (): Promise<IdentityCard> =>
  (underWay ??= ownView<typeof ViewIdentityCard>('wallet.identity-card', {}).finally(() => {
    underWay = null
  }))

/** The card of this moment. What is kept on the device is renewed with it, when it can be. */
export const refreshCard = async (): Promise<HeldCard> => {
  const held = await hold(await fetchCard())
  if (held.proof !== 'forged') {
    await freshenCard(held.card).catch(() => undefined)
  }
  return held
}

/** After the server has found the passcode right: the card of this moment, kept under that passcode. */
export const refreshAndKeep = async (passcode: string): Promise<void> => {
  const held = await hold(await fetchCard())
  if (held.proof !== 'forged') {
    await keepCard(passcode, held.card)
    await keepDocumentsFresh(held.card)
  }
}

/** Her documents for showing come along without a word; what they need is not in the first load. */
const keepDocumentsFresh = async ({ level }: IdentityCard): Promise<void> => {
  if (level >= 2) {
    const { keepCredentialsFresh } = await import('./credentials.ts')
    await keepCredentialsFresh().catch(() => undefined)
  }
}

/** Without the server. */
export const openWithoutServer = async (passcode: string): Promise<Opening<IdentityCard>> => {
  const opening = await openKeptCard<IdentityCard>(passcode)
  if (opening?.ok) {
    await hold(opening.content)
  }
  return opening
}
