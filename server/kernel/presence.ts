/**
 * Presence in the walk: judged before any budget is counted and before anybody is looked for, spent in the
 * deed's own transaction. Only `showPresence` makes a `ShownPresence`, and nothing is sent for a stranger
 * without one: a deed whose contract does not ask for it does not compile
 * (`people/accounts/code-budget.ts`).
 */
import type { Operation, OutputOf } from '../../contract/operation.ts'
import {
  asksPresence,
  presencePurpose,
  type DrawPresence,
  type PresencePurpose,
} from '../../contract/presence.ts'
import { Problem, problem } from './problem.ts'
import type { Reading, Work } from './work.ts'

const REFUSALS = ['missing', 'wrong', 'expired', 'used'] as const
/** What this process has drawn, by purpose, and refused, by reason; for its metrics. */
export const presenceTraffic = {
  drawn: new Map<PresencePurpose, number>(presencePurpose.options.map((purpose) => [purpose, 0])),
  refused: new Map<string, number>(REFUSALS.map((reason) => [reason, 0])),
}
export const countDrawn = (purpose: PresencePurpose): void => {
  presenceTraffic.drawn.set(purpose, (presenceTraffic.drawn.get(purpose) ?? 0) + 1)
}
/** For what was thrown while presence was judged or spent; whatever it was is thrown on. */
const countRefused = (error: unknown): never => {
  const reason = error instanceof Problem && error.code.replace('presence.', '')
  const before = reason ? presenceTraffic.refused.get(reason) : undefined
  if (reason && before !== undefined) {
    presenceTraffic.refused.set(reason, before + 1)
  }
  throw error
}

/** What is spent with the deed: the digest of one piece of work, and until when that is kept. */
interface WorkDone {
  readonly digest: Buffer
  readonly keptUntil: Date
}

class Shown {
  private readonly work: WorkDone
  constructor(work: WorkDone) {
    this.work = work
  }

  /** Once: whoever was first has it. Throws `presence.used`; the deed's refusal gives it back. */
  async spend(work: Work): Promise<void> {
    const taken = await work.run(
      'insert into spent_presence (digest, ends_at) values ($1, $2) on conflict (digest) do nothing',
      [this.work.digest, this.work.keptUntil],
    )
    if (taken === 0) {
      countRefused(problem('presence.used'))
    }
  }
}
export type ShownPresence = Shown

/** What a deed holds of it, by its contract. */
export type PresenceOf<Op> = Op extends { readonly presence: 'always' }
  ? ShownPresence
  : Op extends { readonly presence: 'when-typed' }
    ? ShownPresence | null
    : null

interface Asked {
  readonly purpose: PresencePurpose
  readonly network: string
}
export interface Presence {
  /** Work at the price of this moment for whoever asks from this network. Nothing is kept of it. */
  draw(asked: Asked): Promise<OutputOf<typeof DrawPresence>>
  /**
   * Whether the work is done, ours, for this deed, in time and at the price of this moment. Throws
   * `presence.missing`, `presence.wrong` or `presence.expired`. Nothing is written.
   */
  judge(proof: string | undefined, asked: Asked): Promise<WorkDone>
}

interface AskedOf {
  readonly input: unknown
  readonly request: { readonly network: string; readonly presence?: string | undefined }
  /** Whether the answer under this key of the asker's is there already. */
  isAnswered(): Promise<boolean>
}

/**
 * Null where the contract asks for nothing. Throws the refusals of `Presence.judge`, and `presence.used` for
 * work that was taken before, unless the same deed is asked again because its answer was lost: nothing is
 * sent anew. What is refused here has touched nothing.
 */
export const showPresence = async (
  { presence, read }: { readonly presence: Presence; readonly read: Pick<Reading, 'maybe'> },
  contract: Operation,
  { input, request, isAnswered }: AskedOf,
): Promise<ShownPresence | null> => {
  if (!asksPresence(contract, input)) {
    return null
  }
  const purpose = contract.name as PresencePurpose
  const work = await presence
    .judge(request.presence, { purpose, network: request.network })
    .catch(countRefused)
  const isTaken = await read.maybe('select 1 from spent_presence where digest = $1', [work.digest])
  if (isTaken && !(await isAnswered())) {
    countRefused(problem('presence.used'))
  }
  return new Shown(work)
}
