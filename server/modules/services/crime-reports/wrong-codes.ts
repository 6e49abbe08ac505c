/**
 * Receipt codes that open nothing, by network: in this process's memory alone, under a key that it draws for
 * itself, forgotten within the hour. A code that opens a report is not counted anywhere.
 */
import { createHmac } from 'node:crypto'
import { newSecret } from '../../../kernel/id.ts'
import { askerAt } from '../../../kernel/limit.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem } from '../../../kernel/problem.ts'
import { wrongCodes } from './rules.ts'

const HOUR_MS = 3_600_000
/** A flood from everywhere costs a bounded memory: the oldest network is forgotten first. */
const NETWORKS_MOST = 10_000

let hour = Number.NaN
let key = newSecret(32)
const tried = new Map<string, number>()

const nameOf = (network: string, at: Date): string => {
  const present = Math.floor(at.getTime() / HOUR_MS)
  if (present !== hour) {
    hour = present
    key = newSecret(32)
    tried.clear()
  }
  return createHmac('sha256', key).update(askerAt(network)).digest('base64url')
}

/** Throws `crime-report.too-many-codes` with the time to wait. */
export const mustHaveTries = (network: string, at: Date): void => {
  if ((tried.get(nameOf(network, at)) ?? 0) >= inForce(wrongCodes, at)) {
    const wait_s = Math.ceil((HOUR_MS - (at.getTime() % HOUR_MS)) / 1000)
    throw problem('crime-report.too-many-codes', { retryAfter_s: wait_s, params: { wait: wait_s } })
  }
}

export const countWrongCode = (network: string, at: Date): void => {
  const name = nameOf(network, at)
  const [oldest] = tried.keys()
  if (tried.size >= NETWORKS_MOST && oldest !== undefined) {
    tried.delete(oldest)
  }
  tried.set(name, (tried.get(name) ?? 0) + 1)
}
