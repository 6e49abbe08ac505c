// A report of a crime as an officer reads it.
import type { OutputOf } from '../../../../contract/operation.ts'
import type { ViewCrimeReport } from '../../../../contract/crime-report.ts'

export type CrimeCase = OutputOf<typeof ViewCrimeReport>
