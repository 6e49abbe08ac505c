/** What every kind of case stands on; it offers nothing of its own. */
import { defineModule } from '../../../kernel/module.ts'

export const caseworkModule = defineModule('cases/casework')
