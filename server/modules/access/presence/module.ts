/** What this module offers and does. */
import { defineModule } from '../../../kernel/module.ts'
import { drawPresence } from './draw-presence.ts'

export const presenceModule = defineModule('access/presence', { useCases: [drawPresence] })
