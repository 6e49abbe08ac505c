/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import {
  endRepresentation,
  listRepresentations,
  secondRepresentation,
  submitRepresentation,
} from './requests/decide-request.ts'
import { viewFamily } from './family.ts'
import { registerWard, reportRelation } from './register-ward.ts'
import {
  askRepresentative,
  discardRepresentation,
  notePapers,
  openRepresentation,
  readWardChip,
  takeWardPortrait,
  viewRepresentation,
} from './requests/take-request.ts'
import {
  answerRelative,
  endRelative,
  leaveRelative,
  nameRelative,
  viewRelatives,
} from './relatives/trusted-relative-deeds.ts'
import { lockForRelative } from './relatives/trusted-relative-lock.ts'
import { consentForWard, handOver } from './ward-deeds.ts'

export const useCases: AnyUseCase[] = [
  viewFamily,
  registerWard,
  reportRelation,
  consentForWard,
  handOver,
  openRepresentation,
  viewRepresentation,
  notePapers,
  takeWardPortrait,
  readWardChip,
  askRepresentative,
  submitRepresentation,
  secondRepresentation,
  discardRepresentation,
  listRepresentations,
  endRepresentation,
  viewRelatives,
  nameRelative,
  endRelative,
  answerRelative,
  leaveRelative,
  lockForRelative,
]
