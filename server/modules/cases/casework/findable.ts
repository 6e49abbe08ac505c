/** How the counter's search is led to a case by its reference. */
import type { FindableCase } from '../../../kernel/module.ts'
import type { CaseRules } from './case-kind.ts'
import { nameOfReference } from './case-store.ts'

/**
 * Whoever may look at a case of this kind may be led to it. `as`: what the counter calls the kind; `by`: what
 * its page is named by.
 */
export const findable = (
  as: FindableCase['kind'],
  { kind, tasks, states }: CaseRules,
  by: 'id' | 'reference' = 'id',
): FindableCase => ({
  kind: as,
  tasks: tasks.view,
  states: Object.keys(states),
  async find(read, reference) {
    const name = await nameOfReference(read, reference)
    return name?.kind === kind ? { caseId: name[by], officeId: name.office_id } : null
  },
})
