/** An office's queues of a kind: paged by key, the most urgent first, with true counts. */
import type { z } from 'zod'
import type { Operation } from '../../../../contract/operation.ts'
import type { Actor, Officer } from '../../../kernel/actor.ts'
import { none } from '../../../kernel/audit-line.ts'
import { officerWith, type Permit } from '../../../kernel/permit.ts'
import type { Tools } from '../../../kernel/tools.ts'
import { useCase } from '../../../kernel/use-case.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { nextCursor, placeAfter } from '../../registry/organisations/queue-cursor.ts'
import type { CaseRules } from './case-kind.ts'
import type { CaseRow } from './case-row.ts'
import { countOf, queueFigures, queueFor, queuePage, type QueueFigures } from './queue-store.ts'

const PAGE = 30

interface Listing<Which> {
  readonly officeId: string
  readonly which: Which
}
type ListInput<Which> = { readonly which: Which; readonly cursor?: string | undefined }
export type ListOperation<Which, Item> = Operation<
  string,
  z.ZodType<ListInput<Which>>,
  z.ZodType<{ items: Item[]; next: string | null }>
>
export interface CaseList<S extends string, Stage extends string, Which extends string, F, Item> {
  readonly contract: ListOperation<Which, Item>
  /** The stages that a list shows; whoever asks for it holds the task of the first. */
  readonly stages: Readonly<Record<Which, readonly [Stage, ...Stage[]]>>
  item(read: Reading, tools: Tools, row: CaseRow<S, F>, actor: Officer, at: Date): Promise<Item>
}

/** A page of what waits at these stages of an office, and the cursor of the next one. */
export const pageOfCases = async <S extends string, Stage extends string, F>(
  read: Reading,
  kind: CaseRules<S, Stage>,
  officeId: string,
  stages: readonly Stage[],
  cursor: string | undefined,
): Promise<{ readonly rows: readonly CaseRow<S, F>[]; readonly next: string | null }> => {
  const { dueAt: at, id } = placeAfter(cursor)
  const rows = await queuePage<S, F>(read, { officeId, kind: kind.kind, stages }, { at, id }, PAGE)
  const last = rows.at(-1)
  return { rows, next: nextCursor(rows, PAGE, last && { at: last.sort_at, id: last.id }) }
}

/** Those of a list that the officer had asked more of, at most as many as a page holds. */
export const answeredTo = <S extends string, Stage extends string, F>(
  read: Reading,
  { kind }: CaseRules<S, Stage>,
  { officeId, officerId }: Pick<Officer, 'officeId' | 'officerId'>,
  stages: readonly Stage[],
): Promise<readonly CaseRow<S, F>[]> => queueFor<S, F>(read, { officeId, kind, stages }, officerId, PAGE)

/** A list needs the task of the stage it shows. */
export const listOf = <S extends string, Stage extends string, Which extends string, F, Item>(
  kind: CaseRules<S, Stage>,
  { contract, stages, item }: CaseList<S, Stage, Which, F, Item>,
) => {
  const taskOf = (which: Which) => kind.stages[stages[which][0]]
  const permit: Permit<Officer, Listing<Which>> = {
    says: `an officer with the task of the list at the office: ${[...new Set(Object.values<string>(kind.stages))].join(', ')}`,
    session: 'counter',
    allows: (actor, found): actor is Officer => officerWith(taskOf(found.which)).allows(actor, found),
  }
  return useCase<ListOperation<Which, Item>, Officer, Listing<Which>>({
    contract,
    find: (_: Work, { which }: ListInput<Which>, actor: Actor) =>
      Promise.resolve({ which, officeId: actor.kind === 'officer' ? actor.officeId : '' }),
    permit,
    async act(work, { which, cursor }, { actor, tools, now }) {
      const { rows, next } = await pageOfCases<S, Stage, F>(work, kind, actor.officeId, stages[which], cursor)
      const items: Item[] = []
      for (const row of rows) {
        items.push(await item(work, tools, row, actor, now))
      }
      return { items, next }
    },
    about: () => [],
    audit: none('names of those whose cases this office has open; opening one case leaves a line'),
  })
}

/** How many wait at these stages of an office, true to the last one. */
export const waitingAt = <Stage extends string>(
  read: Reading,
  { kind }: CaseRules<string, Stage>,
  officeId: string,
  stages: readonly Stage[],
): Promise<number> => countOf(read, { officeId, kind, stages })

/** For the counter's overview: what waits at these stages of an office. */
export const figuresOf =
  <Stage extends string>(kind: CaseRules<string, Stage>, ...stages: readonly Stage[]) =>
  (read: Reading, officeId: string, at: Date): Promise<QueueFigures> =>
    queueFigures(read, { officeId, kind: kind.kind, stages }, at)
