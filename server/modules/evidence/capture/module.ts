/** The steps by which evidence is taken; it offers nothing of its own. */
import { defineModule } from '../../../kernel/module.ts'

export const captureModule = defineModule('evidence/capture')
