// One application beside the register, as the contract has it.
import type { OpenApplication } from '../../../../contract/enrolment.ts'
import type { OutputOf } from '../../../../contract/operation.ts'

export type Application = OutputOf<typeof OpenApplication>
