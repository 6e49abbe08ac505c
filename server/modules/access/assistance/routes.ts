/** What the router offers of this module. */
import type { AnyUseCase } from '../../../kernel/use-case.ts'
import { askAssistedAct, confirmAssisted, doAssistedAct } from './assisted-acts.ts'
import {
  beginCall,
  dossierByHotline,
  endCall,
  explainLock,
  identifyCaller,
  listCalls,
  lockByHotline,
} from './hotline.ts'
import { viewLogGuide } from './log-guide.ts'
import { endAssisted, listAssisted, openAssisted, viewAssisted } from './open-assisted.ts'

export const useCases: AnyUseCase[] = [
  openAssisted,
  viewAssisted,
  askAssistedAct,
  doAssistedAct,
  endAssisted,
  listAssisted,
  confirmAssisted,
  beginCall,
  identifyCaller,
  lockByHotline,
  explainLock,
  dossierByHotline,
  endCall,
  listCalls,
  viewLogGuide,
]
