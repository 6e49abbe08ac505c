/** Dossiers of public services. */
import { servicesProblems } from '../problems/services.ts'
import { dossierPurposes } from '../purposes/dossier.ts'
import { counterTask } from './counter-task.ts'

export const dossiersTask = counterTask({
  tasks: ['dossier.receive', 'dossier.work', 'dossier.decide'],
  queues: ['dossiers-receive', 'dossiers-work', 'dossiers-decide', 'dossiers-waiting'],
  cases: ['dossier'],
  questions: [],
  problems: servicesProblems,
  purposes: dossierPurposes,
})
