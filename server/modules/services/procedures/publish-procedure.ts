/**
 * A public service is proposed by one person and published by another. What is published holds for ever: a
 * change is a higher version with its own first day, which is not in the past.
 */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../../formats/canonical-json.ts'
import type { Procedure } from '../../../../contract/procedure.ts'
import { dayInVietnam } from '../../../kernel/policy.ts'
import { isName, isSameName } from '../../../kernel/two-names.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { knownProcedures } from './known-procedures.ts'
import * as store from './procedure-store.ts'
import { judgeProcedure } from './read-procedure.ts'

/**
 * SHA-256 (hexadecimal) of what a procedure says, however its file is spaced or ordered: whoever publishes
 * reads the file and names it by this.
 */
export const digestOfProcedure = (one: Procedure): string =>
  createHash('sha256').update(canonicalJson(one)).digest('hex')

/** In one sentence, for whoever proposed or published. */
export class ProcedureNotTaken extends Error {}

const mustBeName = (by: string): string => {
  if (!isName(by)) {
    throw new ProcedureNotTaken('Whoever does this is named: 3 to 80 characters after --by.')
  }
  return by
}

const mustFollow = async (read: Reading, one: Procedure, at: Date): Promise<void> => {
  const { id, version, from } = one
  const earlier = (await knownProcedures(read)).filter((other) => other.id === id)
  const highest = earlier.reduce((most, other) => Math.max(most, other.version), 0)
  if (version <= highest) {
    throw new ProcedureNotTaken(
      `Version ${highest} of ${id} is known and holds for ever: a change is version ${highest + 1}.`,
    )
  }
  if (from < dayInVietnam(at)) {
    throw new ProcedureNotTaken(`Version ${version} of ${id} would begin on ${from}, which is past.`)
  }
  const later = earlier.find((other) => other.from > from)
  if (later) {
    throw new ProcedureNotTaken(
      `Version ${version} of ${id} would begin before version ${later.version} (${later.from}) does.`,
    )
  }
}

/** Throws ProcedureNotTaken. `one` has passed the check of its file. */
export const proposeProcedure = async (work: Work, one: Procedure, by: string, at: Date): Promise<void> => {
  await mustFollow(work, one, at)
  const { id, version } = one
  const row = { id, version, definition: one, proposedBy: mustBeName(by), proposedAt: at }
  if (!(await store.insertProposal(work, row))) {
    throw new ProcedureNotTaken(
      `Version ${version} of ${id} is proposed already: propose version ${version + 1} in its place.`,
    )
  }
}

export interface Publishing {
  readonly id: string
  readonly version: number
  readonly by: string
  /** `digestOfProcedure` of what this person has read. */
  readonly sha256: string
}

/** Throws ProcedureNotTaken. It is judged anew, by the rules and on the day of its publication. */
export const publishProcedure = async (
  work: Work,
  { id, version, by, sha256 }: Publishing,
  at: Date,
): Promise<Procedure> => {
  const row = await store.lockProposal(work, id, version)
  if (!row) {
    throw new ProcedureNotTaken(`Nobody has proposed version ${version} of ${id} (sen procedure list).`)
  }
  if (isSameName(mustBeName(by), row.proposedBy)) {
    throw new ProcedureNotTaken('Whoever proposed it does not publish it: somebody else has to look at it.')
  }
  const judged = judgeProcedure(row.definition)
  if (!judged.ok) {
    const [first] = judged.defects
    const why = `${first?.path.join('.') ?? ''} ${first?.reason ?? ''}`
    throw new ProcedureNotTaken(`Version ${version} of ${id} does not pass the check any more: ${why}.`)
  }
  if (digestOfProcedure(judged.value) !== sha256) {
    throw new ProcedureNotTaken(
      `This SHA-256 is not what was proposed as version ${version} of ${id} (sen procedure list).`,
    )
  }
  await mustFollow(work, judged.value, at)
  await store.deleteProposal(work, id, version)
  await store.insertPublished(work, row, by, at)
  return judged.value
}

/** Those that wait for a second person. `sha256`: null for one that does not pass the check any more. */
export const proposedProcedures = async (read: Reading) =>
  (await store.proposals(read)).map(({ id, version, definition, proposedBy, proposedAt }) => {
    const judged = judgeProcedure(definition, { isTried: false })
    return { id, version, proposedBy, proposedAt, sha256: judged.ok ? digestOfProcedure(judged.value) : null }
  })
