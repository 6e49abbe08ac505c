/**
 * A new password or passcode that holds her birth date is refused as such, and so it tells whoever proved no
 * more than her phone what the date is. It is told ten times a day of one person, over all doors.
 */
import { countInside } from '../../../../kernel/limit.ts'
import { Problem, problem } from '../../../../kernel/problem.ts'
import type { Tools } from '../../../../kernel/tools.ts'
import type { CommittedRefusal, Execution } from '../../../../kernel/use-case.ts'
import type { Work } from '../../../../kernel/work.ts'

const TELLING: readonly string[] = ['password.own-data', 'passcode.weak']
const DAY_S = 86_400

/** `judge` throws what is wrong. Answers the refusal that keeps the count; throws `limit.reached`. */
export const toldOfOwnData = async (
  work: Work,
  { tools, refuse }: { readonly tools: Tools; readonly refuse: Execution<never, never, never>['refuse'] },
  subjectId: string,
  judge: () => void,
): Promise<CommittedRefusal | null> => {
  try {
    judge()
    return null
  } catch (error) {
    if (!(error instanceof Problem) || !TELLING.includes(error.code)) {
      throw error
    }
    const limit = { scope: 'password.own-data', key: subjectId, most: 10, per_s: DAY_S }
    if (!(await countInside(work, tools.digests, limit))) {
      throw problem('limit.reached', { retryAfter_s: DAY_S, params: { wait: DAY_S } })
    }
    return refuse(error)
  }
}
