/**
 * From a reference that somebody says or shows to the case, whatever its kind: the same door for all of them.
 * An officer is led to what stands at her office and is her task; anything else is not there for her.
 */
import { FindCase } from '../../../../contract/counter.ts'
import { parseDossierCode, parseOfficialCode } from '../../../../formats/dossier-code.ts'
import { actorReference, type Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { now } from '../../../kernel/clock.ts'
import type { FindableCase } from '../../../kernel/module.ts'
import type { Permit } from '../../../kernel/permit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { useCase, type RequestContext } from '../../../kernel/use-case.ts'
import { casesFoundPerHour } from './rules.ts'

const anOfficer: Permit<Officer> = {
  says: 'an officer, for the cases of her own tasks at her office',
  session: 'counter',
  allows: (actor): actor is Officer => actor.kind === 'officer',
}

export const findCaseAmong = (kinds: readonly FindableCase[]) =>
  useCase({
    contract: FindCase,
    limits: (_, __: RequestContext, actor) => [
      {
        scope: 'counter.find-case',
        key: actorReference(actor),
        most: inForce(casesFoundPerHour, now()),
        per_s: 3600,
      },
    ],
    permit: anOfficer,
    async act(work, { reference }, { actor }) {
      const own = parseDossierCode(reference)
      const code = own.ok ? own : parseOfficialCode(reference)
      if (!code.ok) {
        return { isCode: false, found: null }
      }
      for (const { kind, tasks, find } of kinds) {
        const found = tasks.some((task) => actor.tasks.includes(task)) ? await find(work, code.value) : null
        if (found?.officeId === actor.officeId) {
          return { isCode: true, found: { kind, reference: code.value, caseId: found.caseId } }
        }
      }
      return { isCode: true, found: null }
    },
    audit: none('a reference turned into an address; opening the case leaves a line'),
  })
