/** Steps that ask and read a card's chip for a case; the same for every kind of case that wants the card. */
import type { CaptureSeal } from '../../../../contract/devices.ts'
import type { ProblemCode } from '../../../../contract/problems/catalogue.ts'
import type { Outcome } from '../../../../contract/purposes/outcomes.ts'
import type { Officer } from '../../../kernel/actor.ts'
import { none, type LineTitle } from '../../../kernel/audit-line.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import {
  chipAsRead,
  judgeChip,
  keepChip,
  mustBeCardOf,
  withChallenge,
  type GivenChip,
  type JudgedChip,
  type ReadChip,
  type WithChip,
} from '../../evidence/capture/chip.ts'
import { everybodyIn, finders, permitsOf, type FoundCase, type NamedCase } from './case-access.ts'
import {
  keepStep,
  mustBeInitial,
  stepOf,
  type CaseType,
  type CommandOperation,
  type StepExecution,
} from './case-commands.ts'
import { keepAttachment, unsealContent } from './case-file.ts'
import type { CaseContent } from './case-kind.ts'
import type { CaseRow } from './case-row.ts'
import { isSealedHere, mustHave, numberOfCase } from './evidence-commands.ts'

interface Viewed {
  readonly state: Outcome
}
interface Drawn {
  readonly challenge: string
}

/** Answers the challenge alone, which stands in the case from then on: nothing else of the case is told. */
export const chipChallenge = <
  S extends string,
  C extends CaseContent & WithChip,
  F,
  V extends Viewed,
  I extends NamedCase,
>(
  { kind }: CaseType<S, C, F, V>,
  { contract }: { readonly contract: CommandOperation<I, Drawn> },
) =>
  useCase<CommandOperation<I, Drawn>, Officer, FoundCase<S, F>>({
    contract,
    find: finders<S, F>(kind).forUpdate,
    permit: permitsOf(kind).taker,
    async act(work, _, execution) {
      const { found, tools } = execution
      mustBeInitial(kind, found.row)
      const content = withChallenge(await unsealContent<C>(kind, tools, found.row))
      await keepStep(work, kind, execution, content)
      return { challenge: content.challenge }
    },
    about: ({ row }) => everybodyIn(kind, row),
    audit: none('eight random bytes; reading the chip leaves a line'),
  })

type Judged = JudgedChip | null

/** The face on the chip is attached as `chip-portrait`, or goes when this chip shows none. */
export const chipStep = <
  S extends string,
  Chip extends ReadChip,
  C extends CaseContent & WithChip<Chip>,
  F,
  V extends Viewed,
  I extends NamedCase & GivenChip & { readonly seal?: CaptureSeal | undefined },
>(
  type: CaseType<S, C, F, V>,
  of: {
    readonly contract: CommandOperation<I, V>
    readonly line: LineTitle
    /** The refusal of the card of somebody else than the case is about. */
    readonly otherPerson: ProblemCode
    /** Whether a challenge counts that the counter drew itself, because it had no line. */
    mayDraw(row: CaseRow<S, F>): boolean
    /** What the kind keeps of what was read. */
    keep(
      work: Work,
      read: ReadChip,
      judged: JudgedChip,
      execution: StepExecution<S, C, F, Judged>,
    ): Promise<Chip>
  },
) =>
  stepOf<S, C, F, V, I, Judged>(type, {
    ...of,
    async prepare({ caseId, chip }, { actor, tools, now }) {
      return (await numberOfCase(type.kind, tools, caseId, actor)) === null
        ? null
        : judgeChip(tools, chip, now)
    },
    async change(work, given, execution) {
      const judged = mustHave(type.kind, execution.prepared)
      const { content, found, tools } = execution
      mustBeCardOf(content.personalNumber, judged, of.otherPerson)
      const isUnsigned = !(await isSealedHere(work, 'chip', given, execution))
      const read = { ...chipAsRead(content, judged, given, of.mayDraw(found.row)), isUnsigned }
      await keepAttachment(work, tools, found.row, 'chip-portrait', judged.portrait)
      return keepChip<Chip, C>(content, await of.keep(work, read, judged, execution))
    },
  })
