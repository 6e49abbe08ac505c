/**
 * The lines that a refusal leaves although nothing was done: a refusal tells something too, that a case is
 * closed or an account not locked, so whoever it is about reads that an officer asked.
 */
import type { ProblemCode } from '../../contract/problems/catalogue.ts'
import type { Citizen, Officer } from './actor.ts'
import type { AuditLine, LineDetail } from './audit-line.ts'

/** Somebody whom the refused deed was about; null for nobody. */
export interface PersonMet {
  readonly about: string | null
  /** What the deed's own line would say beside its words. */
  readonly detail?: LineDetail
}

/** Of one person: about nobody in particular where Sen knows nobody of a number. */
export const lineWithPerson = (
  officer: Officer,
  code: ProblemCode,
  about: string | null,
  detail: LineDetail | undefined,
): AuditLine => ({
  about,
  purpose: 'officer-refusal',
  outcome: code,
  detail: {
    office: officer.officeName,
    officerNumber: officer.number,
    ...(detail?.['reference'] ? { reference: detail['reference'] } : {}),
  },
})

/** A citizen's own line; an officer's about nobody, and one for each person whom her deed was about. */
export const linesOfRefusal = (
  actor: Citizen | Officer,
  code: ProblemCode,
  met: readonly PersonMet[],
): readonly AuditLine[] => {
  const own: AuditLine = {
    about: actor.kind === 'citizen' ? actor.subjectId : null,
    purpose: 'refusal',
    outcome: code,
    detail: { by: actor.kind },
  }
  if (actor.kind === 'citizen') {
    return [own]
  }
  const persons = new Map<string, LineDetail | undefined>()
  for (const { about, detail } of met) {
    if (about) {
      persons.set(about, detail)
    }
  }
  return [own, ...[...persons].map(([about, detail]) => lineWithPerson(actor, code, about, detail))]
}
