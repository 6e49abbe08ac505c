/** What this module offers and does. */
import { defineModule } from '../../../kernel/module.ts'
import { viewMe } from './view-me.ts'

export const homeModule = defineModule('platform/home', {
  useCases: [viewMe],
})
