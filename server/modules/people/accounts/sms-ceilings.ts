/**
 * What text messages to strangers may cost the installation. Whoever has shown something (a password, a
 * session, a card, a network that she signed in from) never meets these ceilings. What only names an account
 * counts whether or not anything is sent, so that no answer tells which; therefore applicants and owners have
 * ceilings of their own, and neither are shut out by a flood of the other kind.
 */
import { askerAt, countInside } from '../../../kernel/limit.ts'
import { now } from '../../../kernel/clock.ts'
import { inForce } from '../../../kernel/policy.ts'
import { problem, type Problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Reading, Work } from '../../../kernel/work.ts'
import { smsCeilings, smsPrices } from './rules.ts'
import * as store from './sms-spending-store.ts'
import type { AlarmRow, CeilingKey, CeilingKind, SpentInHour } from './sms-spending-store.ts'
import { smsPause } from './sms-pause.ts'

/** Who asks: for an application that she begins, or for an account that she only names. */
export type SmsCrowd = 'applicants' | 'owners'

interface StrangersSms {
  readonly crowd: SmsCrowd
  readonly network: string
  readonly to: string
}

const HOUR_MS = 3_600_000
/** Into how many rows each is parted. A block is the asker's own. */
const SLICES: Readonly<Record<CeilingKind, number>> = { block: 1, prefix: 4, nation: 16 }

export type SmsCeilings = (typeof smsCeilings)['versions'][number]['value']

const hourEnd = (at: Date): Date => new Date((Math.floor(at.getTime() / HOUR_MS) + 1) * HOUR_MS)

/** Networks that one provider hands out, and one attacker rents, together: a /24, or a /48 of IPv6. */
const blockOf = (network: string): string =>
  network.includes(':') ? askerAt(network) : network.split('.').slice(0, 3).join('.')

/** Where it goes, as far as prices tell, and what it costs. */
const tariffOf = (to: string, at: Date): { readonly prefix: string; readonly price_dong: number } => {
  const prices = inForce(smsPrices, at)
  const [nearest] = prices
    .filter(({ prefix }) => to.startsWith(prefix))
    .sort((a, b) => b.prefix.length - a.prefix.length)
  return nearest ?? { prefix: 'other', price_dong: Math.max(...prices.map(({ price_dong: price }) => price)) }
}

interface Most {
  readonly codes: number
  readonly cost_dong: number | null
}
const mostOf = (ceiling: CeilingKind, ceilings: SmsCeilings): Most => {
  switch (ceiling) {
    case 'block':
      return { codes: ceilings.perBlock, cost_dong: null }
    case 'prefix':
      return { codes: ceilings.perPrefix, cost_dong: null }
    case 'nation':
      return { codes: ceilings.nation, cost_dong: ceilings.cost_dong }
  }
}

/** All slices together are the whole. */
const part = (whole: number, slice: number, slices: number): number =>
  Math.floor((whole * (slice + 1)) / slices) - Math.floor((whole * slice) / slices)
const mostOfSlice = ({ codes, cost_dong: cost }: Most, slice: number, slices: number): Most => ({
  codes: part(codes, slice, slices),
  cost_dong: cost === null ? null : part(cost, slice, slices),
})

/** Without the part that is kept for those who ask for the first time today. */
const openPart = ({ codes, cost_dong: cost }: Most, { keptForFirsts_percent: kept }: SmsCeilings): Most => ({
  codes: Math.floor((codes * (100 - kept)) / 100),
  cost_dong: cost === null ? null : Math.floor((cost * (100 - kept)) / 100),
})

const DAY_S = 86_400
/**
 * Whether it is the day's first code of this asker, and of this block. Whoever would close a ceiling for all
 * must ask again and again from what she has; the owner at home asks for the first time.
 */
const firstsOf = async (
  work: Work,
  digests: Tools['digests'],
  network: string,
): Promise<Readonly<Record<CeilingKind, boolean>>> => {
  const isFirst = (scope: string, key: string) =>
    countInside(work, digests, { scope, key, most: 1, per_s: DAY_S })
  const ofBlock = await isFirst('sms.first-of-block', blockOf(network))
  const ofAsker = await isFirst('sms.first-of-asker', network)
  return { block: ofAsker, prefix: ofBlock, nation: ofBlock }
}

const closed = (at: Date): Problem => {
  const wait_s = Math.max(1, Math.ceil((hourEnd(at).getTime() - at.getTime()) / 1000))
  return problem('code.sms-closed', { retryAfter_s: wait_s, params: { wait: wait_s } })
}

/**
 * Counts one code by text message. What is refused takes nothing from any ceiling. Throws `code.sms-closed`.
 * The rows are taken in one order, the most shared last.
 */
export const countStrangersSms = async (
  work: Work,
  { digests }: Pick<Tools, 'digests'>,
  { crowd, network, to }: StrangersSms,
  ceilings: SmsCeilings,
): Promise<void> => {
  const at = now()
  if (await smsPause(work)) {
    throw closed(at)
  }
  const { prefix, price_dong: price } = tariffOf(to, at)
  const keys: readonly CeilingKey[] = [
    { ceiling: 'block', key: digests.identifier('sms.block', blockOf(network)).toString('hex') },
    { ceiling: 'prefix', key: `${crowd} ${prefix}` },
    { ceiling: 'nation', key: crowd },
  ]
  // Which slice it takes: askers who come together take different ones.
  const lot = digests.identifier('sms.slice', `${network} ${to}`).readUInt32BE()
  const endsAt = hourEnd(at)
  const isFirst = await firstsOf(work, digests, network)
  const spent = await store.spentOf(work, endsAt, keys)
  for (const one of keys) {
    const slices = SLICES[one.ceiling]
    const whole = mostOf(one.ceiling, ceilings)
    const mine = isFirst[one.ceiling] ? whole : openPart(whole, ceilings)
    const free = Array.from({ length: slices }, (_, slice) => ({
      slice,
      most: mostOfSlice(mine, slice, slices),
    })).filter(({ slice, most }) => {
      const { codes = 0, cost_dong: cost = 0 } =
        spent.find((row) => row.ceiling === one.ceiling && row.key === one.key && row.slice === slice) ?? {}
      return codes < most.codes && (most.cost_dong === null || cost + price <= most.cost_dong)
    })
    const chosen = free[lot % free.length]
    if (
      !chosen ||
      (await store.spend(work, endsAt, { ...one, slice: chosen.slice }, price, chosen.most)) === 0
    ) {
      throw closed(at)
    }
  }
}

interface CeilingFigures extends SpentInHour {
  readonly percent: number
}

/**
 * How full each ceiling is, for whoever has asked before. Slices leave a little of the cost that no code fits
 * into: what is left is then nothing.
 */
const percentOf = (
  { ceiling, codes, cost_dong: cost }: SpentInHour,
  ceilings: SmsCeilings,
  at: Date,
): number => {
  const most = openPart(mostOf(ceiling, ceilings), ceilings)
  const ofCodes = Math.min(100, Math.floor((100 * codes) / most.codes))
  if (most.cost_dong === null) {
    return ofCodes
  }
  const leftOver = SLICES[ceiling] * tariffOf('', at).price_dong
  const ofCost =
    cost > most.cost_dong - leftOver ? 100 : Math.min(100, Math.floor((100 * cost) / most.cost_dong))
  return Math.max(ofCodes, ofCost)
}

/**
 * How full the ceilings are that this asker's next code would be counted against, in percent: of her own
 * block of networks, and of the nation, applicants and owners together at the fuller of the two. What codes
 * by e-mail cost nothing of counts nothing here.
 */
export const fullnessFor = async (
  { read, digests }: Pick<Tools, 'read' | 'digests'>,
  network: string,
  at = now(),
  ceilings: SmsCeilings = inForce(smsCeilings, at),
): Promise<number> => {
  const ends_at = hourEnd(at)
  const keys: readonly CeilingKey[] = [
    { ceiling: 'block', key: digests.identifier('sms.block', blockOf(network)).toString('hex') },
    { ceiling: 'nation', key: 'applicants' satisfies SmsCrowd },
    { ceiling: 'nation', key: 'owners' satisfies SmsCrowd },
  ]
  const slices = await store.spentOf(read, ends_at, keys)
  return Math.max(
    ...keys.map(({ ceiling, key }) => {
      const mine = slices.filter((row) => row.ceiling === ceiling && row.key === key)
      const sum = (of: 'codes' | 'cost_dong') => mine.reduce((all, row) => all + row[of], 0)
      return percentOf(
        { ends_at, ceiling, key, codes: sum('codes'), cost_dong: sum('cost_dong') },
        ceilings,
        at,
      )
    }),
  )
}

/** Since when an hour that is over is still told of: its last moment may not have been seen. */
const LATE_MS = 600_000

/** Ceilings of the present hour, and of the one that has just ended. */
export const ceilingFigures = async (
  read: Reading,
  at = now(),
  ceilings: SmsCeilings = inForce(smsCeilings, at),
): Promise<readonly CeilingFigures[]> =>
  (await store.spentSince(read, new Date(at.getTime() - LATE_MS))).map((row) => ({
    ...row,
    percent: percentOf(row, ceilings, at),
  }))

/** Alarms that nobody has raised yet, each written down as raised. */
export const raiseSmsAlarms = async (
  work: Work,
  at = now(),
  ceilings: SmsCeilings = inForce(smsCeilings, at),
): Promise<readonly AlarmRow[]> => {
  const raised: AlarmRow[] = []
  for (const { ends_at, ceiling, key, percent } of await ceilingFigures(work, at, ceilings)) {
    for (const step of [ceilings.alarmAt, 100]) {
      const alarm = { ends_at, ceiling, key, percent: step }
      if (percent >= step && (await store.insertAlarm(work, alarm, at)) > 0) {
        raised.push(alarm)
      }
    }
  }
  return raised
}
