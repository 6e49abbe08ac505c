/**
 * Offices' papers as pages. It holds nothing and asks nobody: a paper is made of what its caller hands in.
 */
import { defineModule } from '../../../kernel/module.ts'

export const papersModule = defineModule('services/papers', {})
