/** What the router offers of this module. */
import type { AnyUseCase } from '../../kernel/use-case.ts'
import { answerRelative, endRelative, leaveRelative, nameRelative, viewRelatives } from './trusted-relative-deeds.ts'
import { lockForRelative } from './trusted-relative-lock.ts'

export const useCases: AnyUseCase[] = [viewRelatives, nameRelative, endRelative, answerRelative, leaveRelative, lockForRelative]
