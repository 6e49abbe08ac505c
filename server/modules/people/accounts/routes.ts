/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { setLanguage } from './set-language.ts'

export const useCases: AnyUseCase[] = [setLanguage]
