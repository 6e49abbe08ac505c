/**
 * The promise: to issue a document, or to judge one that is shown, costs at most twice the bare signatures
 * and hashes of it; whoever checks has the verdict within 300 ms on a phone six times slower than this
 * machine; and one status list carries forty million documents.
 */
import { parseArgs } from 'node:util'
import { measureMobile, measureSdJwt, type Measured } from './credentials-part-formats.ts'
import { measureStatuses } from './credentials-part-statuses.ts'
import { measureVerdict } from './credentials-part-verdict.ts'

const RATIO_MOST = 2
const VERDICT_MOST_MS = 300

/** `args`: --rounds N (60), --verdicts N (15; 0 leaves the browser out), --entries N (40,000,000). */
export const run = async (args: readonly string[]): Promise<Record<string, unknown>> => {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string' }, verdicts: { type: 'string' }, entries: { type: 'string' } },
  })
  const rounds = Number(values.rounds ?? 60)
  const verdicts = Number(values.verdicts ?? 15)
  const [sdJwt, mobile] = [await measureSdJwt(rounds), await measureMobile(rounds)]
  const statusList = await measureStatuses(Number(values.entries ?? 40_000_000))
  const verdict = verdicts > 0 ? await measureVerdict(verdicts) : null
  const ratios = [...Object.values<Measured>(sdJwt), ...Object.values<Measured>(mobile)].map(
    ({ ratio }) => ratio,
  )
  return {
    bench: 'credentials',
    sdJwt,
    mobile,
    statusList,
    verdict,
    ratio: Math.max(...ratios),
    ratio_bound: RATIO_MOST,
    verdict_bound_ms: VERDICT_MOST_MS,
    passed: Math.max(...ratios) <= RATIO_MOST && (verdict === null || verdict.most_ms <= VERDICT_MOST_MS),
  }
}
