/** What this module offers and does. */
import { defineModule } from '../../../kernel/module.ts'
import { viewIdentityCard } from './identity-card.ts'

export const walletModule = defineModule('documents/wallet', {
  useCases: [viewIdentityCard],
})
