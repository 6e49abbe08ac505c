/** What the router offers of this module. */
import type { AnyUseCase } from '../../kernel/use-case.ts'
import { viewFamily } from './family.ts'
import { registerWard, reportRelation } from './register-ward.ts'
import { answerRelative, endRelative, leaveRelative, nameRelative, viewRelatives } from './trusted-relative-deeds.ts'
import { lockForRelative } from './trusted-relative-lock.ts'
import { consentForWard, handOver } from './ward-deeds.ts'

export const useCases: AnyUseCase[] = [
  viewFamily, registerWard, reportRelation, consentForWard, handOver,
  viewRelatives, nameRelative, endRelative, answerRelative, leaveRelative, lockForRelative,
]
