/**
 * Where somebody was registered for good since a day, as far as the register can tell without a gap: what it
 * says now, and what earlier entries of hers said. No permit and no audit line: whoever asks writes the line.
 */
import type { Tools } from '../../../../kernel/tools.ts'
import type { Reading } from '../../../../kernel/work.ts'
import { personHistory } from '../person-history.ts'
import type { RegisterPerson } from '../person.ts'

/** ISO days; `until` is empty where it still holds. */
export interface ResidenceSpan {
  readonly from: string
  readonly until: string
  readonly address: string
  readonly unit: string | null
}
interface Dwelling {
  readonly address: string | null
  readonly unit: string | null
  readonly since: string | null
}

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const had = (before: Readonly<Record<string, unknown>>, column: string, now: string | null): string | null =>
  Object.hasOwn(before, column) ? text(before[column]) : now
/** As she was registered before this change. */
const dwellingBefore = (now: Dwelling, before: Readonly<Record<string, unknown>>): Dwelling => ({
  address: had(before, 'permanent_address', now.address),
  unit: had(before, 'permanent_unit', now.unit),
  since: had(before, 'permanent_since', now.since),
})
const isSamePlace = (one: Dwelling, other: Dwelling): boolean =>
  one.address === other.address && one.unit === other.unit

/**
 * Pure. `earlier`: what changed each time, the oldest first. null where a place has no day, or the days do
 * not reach back to `since`.
 */
export const residenceSince = (
  now: Dwelling,
  earlier: readonly Readonly<Record<string, unknown>>[],
  since: string,
): readonly ResidenceSpan[] | null => {
  const spans: ResidenceSpan[] = []
  const isWhole = (): boolean => (spans[0]?.from ?? '9') <= since
  const take = ({ address, unit, since: from }: Dwelling): boolean => {
    const next = spans[0]
    if (address === null || from === null || !/^\d{4}-\d{2}-\d{2}$/.test(from)) {
      return false
    }
    // What said another place for the same days was put right later: the later word holds.
    if (next === undefined || from < next.from) {
      spans.unshift({ from, until: next?.from ?? '', address, unit })
    }
    return true
  }
  let at = now
  if (!take(at)) {
    return null
  }
  for (const before of earlier.toReversed()) {
    const place = dwellingBefore(at, before)
    if (!isWhole() && !isSamePlace(place, at) && !take(place)) {
      return null
    }
    at = place
  }
  return isWhole() ? spans.map((span) => (span.from < since ? { ...span, from: since } : span)) : null
}

/** The day on which she was 14, or the first day that it can have been. */
const fourteenth = (birthDate: string): string => {
  const [year = '', month = '01', day = '01'] = birthDate.split('-')
  return `${Number(year) + 14}-${month}-${day}`
}

/** Since she was 14 (Law on Judicial Records 28/2009/QH12 art. 45); null where the register has gaps. */
export const residenceSince14 = async (
  read: Reading,
  tools: Pick<Tools, 'sealer'>,
  { personalNumber, birthDate, permanent, permanentSince }: RegisterPerson,
): Promise<readonly ResidenceSpan[] | null> => {
  const since = fourteenth(birthDate)
  const now = { ...permanent, since: permanentSince }
  const known = residenceSince(now, [], since)
  if (known !== null || now.since === null) {
    return known
  }
  const earlier = await personHistory(read, tools, personalNumber)
  return residenceSince(
    now,
    earlier.map(({ before }) => before),
    since,
  )
}
