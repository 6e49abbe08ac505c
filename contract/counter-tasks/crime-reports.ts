/** Reports of crimes: who works on them, and who may ask who sent a named one. */
import { crimeReportProblems } from '../problems/crime-report.ts'
import { crimeReportPurposes } from '../purposes/crime-report.ts'
import { counterTask } from './counter-task.ts'

export const crimeReportsTask = counterTask({
  tasks: ['crime-report.work', 'crime-report.name'],
  queues: ['crime-reports'],
  cases: [],
  questions: [],
  problems: crimeReportProblems,
  purposes: crimeReportPurposes,
})
