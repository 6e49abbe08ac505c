/**
 * What the second pair of eyes confirms is what was before them. The exceptions of a case are read from what
 * stands now (a phone whose holder has locked her account since, an account that was opened since), so one
 * may come between her page and her press: it is hers to see first.
 */
import { problem } from '../../../kernel/problem.ts'

type Exception =
  | string
  | { readonly kind: string; readonly finger: string | null; readonly reason: string | null }

const keyOf = (one: Exception): string =>
  typeof one === 'string' ? one : [one.kind, one.finger, one.reason].join(' ')

/**
 * `seen`: undefined from a page of an older Sen, which does not say what it showed. Throws
 * `evidence.more-to-see`.
 */
export const mustHaveSeen = (stands: readonly Exception[], seen: readonly Exception[] | undefined): void => {
  const known = seen && new Set(seen.map(keyOf))
  if (known && stands.some((one) => !known.has(keyOf(one)))) {
    throw problem('evidence.more-to-see')
  }
}
