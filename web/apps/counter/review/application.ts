// One application beside the register, as the contract has it.
import type { OpenApplication } from '../../../../contract/enrolment.ts'
import type { OutputOf } from '../../../../contract/operation.ts'

export type Application = OutputOf<typeof OpenApplication>

/** What its applicant was asked for and has not sent; null when it waits for nobody but an officer. */
export const awaitedOf = ({ state, asked }: Application): Application['asked'] =>
  state === 'in-review' && asked?.answeredAt === null ? asked : null

/** An officer may decide it. */
export const isBeforeOfficer = (application: Application): boolean =>
  (application.state === 'in-review' || application.state === 'submitted') && awaitedOf(application) === null

/** Accepted is only whom the register has among the living, with a portrait that was compared. */
export const isAcceptable = ({ register, isPortraitCompared }: Application): boolean =>
  register?.isAlive === true && isPortraitCompared
