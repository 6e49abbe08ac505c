/**
 * The command that opens a case of a kind. Sent again it shows the case. What stands against it from the
 * first is said before a code, a picture or a finger is taken.
 */
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import type { Officer } from '../../../kernel/actor.ts'
import type { LineTitle } from '../../../kernel/audit-line.ts'
import { problem } from '../../../kernel/problem.ts'
import { useCase, type Execution } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { permitsOf } from './case-access.ts'
import type { CaseType, CommandOperation } from './case-commands.ts'
import type { CaseContent } from './case-kind.ts'
import { openingLimit } from './evidence-commands.ts'
import { lineOfOpening, openCase, openingOf, type Opened, type Opening } from './open-case.ts'

interface OpeningInput {
  readonly caseId: string
  readonly personalNumber: string
}

export const openOf = <
  S extends string,
  C extends CaseContent,
  F,
  V extends { readonly state: Outcome },
  I extends OpeningInput,
>(
  { kind, view }: CaseType<S, C, F, V>,
  of: {
    readonly contract: CommandOperation<I, V>
    readonly line: LineTitle
    /** The new case, or why none is opened: then the register was read, and the line of that stays. */
    begin(
      work: Work,
      input: I,
      execution: Execution<Officer, Opening, undefined>,
    ): Promise<Opened<C> | ProblemCode>
  },
) =>
  useCase<CommandOperation<I, V>, Officer, Opening>({
    contract: of.contract,
    limits: openingLimit(kind),
    find: openingOf(kind),
    permit: permitsOf(kind).taker,
    async act(work, input, execution) {
      const { found, actor, tools, now } = execution
      if (!found.isOpened) {
        const begun = await of.begin(work, input, execution)
        if (typeof begun === 'string') {
          return execution.refuse(problem(begun))
        }
        if (!(await openCase(work, tools, kind, execution, begun))) {
          return execution.refuse(problem(kind.problems.otherOpen))
        }
      }
      return view(work, tools, { subject_id: found.subjectId, id: found.caseId }, actor, now)
    },
    audit: lineOfOpening(of.line),
  })
