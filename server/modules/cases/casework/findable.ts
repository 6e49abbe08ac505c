/** What is done with every kind of case: the counter's search leads to it, a new calendar counts it anew. */
import type { FindableCase } from '../../../kernel/module.ts'
import type { CaseRules } from './case-kind.ts'
import { nameOfReference } from './case-store.ts'
import { recountCases } from './recount-cases.ts'

/**
 * Whoever may look at a case of this kind may be led to it. `as`: what the counter calls the kind; `by`: what
 * its page is named by.
 */
export const findable = (
  as: FindableCase['kind'],
  rules: CaseRules,
  by: 'id' | 'reference' = 'id',
): FindableCase => ({
  kind: as,
  tasks: rules.tasks.view,
  states: Object.keys(rules.states),
  async find(read, reference) {
    const name = await nameOfReference(read, reference)
    return name?.kind === rules.kind ? { caseId: name[by], officeId: name.office_id } : null
  },
  recount: ({ transact, tools }, settled) => recountCases(transact, tools, rules, settled),
})
