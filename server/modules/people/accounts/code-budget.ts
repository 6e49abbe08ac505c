/**
 * What codes cost: who may have one sent, and who may still try one. Everybody has lanes of her own, and what
 * many share stops only those who have spent some of it: strangers do not take a code from its owner.
 */
import { now } from '../../../kernel/clock.ts'
import { askerAt, countedSoFar, countInside } from '../../../kernel/limit.ts'
import { inForce } from '../../../kernel/policy.ts'
import type { ShownPresence } from '../../../kernel/presence.ts'
import { problem, type Problem } from '../../../kernel/problem.ts'
import type { Tools } from '../../../kernel/tools.ts'
import type { Limit } from '../../../kernel/use-case.ts'
import type { Work } from '../../../kernel/work.ts'
import { codeBudget, sharedCodeBudget, smsCeilings } from './rules.ts'
import { countStrangersSms, type SmsCrowd } from './sms-ceilings.ts'

const HOUR_S = 3600
const DAY_S = 86_400

/**
 * Who spends codes. Each has a budget of her own for each address and purpose, so that nobody spends another
 * one's: a stranger's applications do not close the sign-in of whoever has that phone. Whoever has shown
 * nothing has shown presence at least: without it nothing is sent for her.
 */
export type CodeAsker =
  /** By what she has shown (a password, a session, a card's chip, a desk), for an address that is kept. */
  | { readonly kind: 'proven'; readonly id: string }
  /** The same, for an address that is only typed and may be anybody's. `office`: whose officer typed it. */
  | { readonly kind: 'typed'; readonly id: string; readonly office?: string }
  /** By her network, for an address that she gives as her own. */
  | { readonly kind: 'stranger'; readonly network: string; readonly presence: ShownPresence }
  /**
   * By her network, for an account that she only names: no answer tells whether anything is sent. All is
   * counted by what was typed, so that it is the same with an account and without one.
   */
  | {
      readonly kind: 'blind'
      readonly presence: ShownPresence
      readonly network: string
      readonly named: string
      /** The account's owner has signed in from this network: strangers elsewhere do not concern it. */
      readonly isHerNetwork: boolean
    }

export interface AskedCode {
  readonly purpose: string
  readonly channel: string
  readonly to: string
  readonly asker: CodeAsker
}

/** What was kept from earlier days may have capitals. */
const oneSpelling = (text: string): string => text.toLowerCase()

/** One asker, one purpose, one address. */
const laneOf = ({ asker, purpose, channel, to }: AskedCode): string => {
  switch (asker.kind) {
    case 'proven':
    case 'typed':
      return `${purpose} proven ${asker.id} ${oneSpelling(to)}`
    case 'stranger':
      return `${purpose} stranger ${askerAt(asker.network)} ${oneSpelling(to)}`
    case 'blind':
      return `${purpose} blind ${askerAt(asker.network)} ${channel} ${oneSpelling(asker.named)}`
  }
}

/** With whom an asker shares a ceiling; null: with nobody. */
const crowdOf = ({ asker, purpose, channel, to }: AskedCode): string | null => {
  switch (asker.kind) {
    case 'proven':
      return null
    case 'typed':
      return `${purpose} typed ${asker.office ?? ''} ${oneSpelling(to)}`
    case 'stranger':
      return `${purpose} stranger ${oneSpelling(to)}`
    case 'blind':
      return asker.isHerNetwork ? null : `${purpose} blind ${channel} ${oneSpelling(asker.named)}`
  }
}

/** The digests by which the tries of a code are counted, kept with it. */
export const triesKeysOf = (
  { digests }: Pick<Tools, 'digests'>,
  code: AskedCode,
): { tries_key: Buffer; crowd_key: Buffer | null } => {
  const crowd = crowdOf(code)
  return {
    tries_key: digests.identifier('code.lane', laneOf(code)),
    crowd_key: crowd === null ? null : digests.identifier('code.crowd', crowd),
  }
}

const refused = (code: 'limit.reached' | 'code.crowded'): Problem =>
  problem(code, { retryAfter_s: HOUR_S, params: { wait: HOUR_S } })

/** Whoever has shown nothing yet shares ceilings with all others like her; null: she has shown something. */
const strangerIn = (asker: CodeAsker): { crowd: SmsCrowd; network: string } | null => {
  switch (asker.kind) {
    case 'proven':
    case 'typed':
      return null
    case 'stranger':
      return { crowd: 'applicants', network: asker.network }
    case 'blind':
      return asker.isHerNetwork ? null : { crowd: 'owners', network: asker.network }
  }
}

/**
 * Counts one code that is to go out: by asker and address first, and what strangers have sent by text message
 * also against the ceilings of the installation. Throws `limit.reached`, `code.crowded` or `code.sms-closed`.
 */
export const countCode = async (
  work: Work,
  tools: Tools,
  code: AskedCode,
  ceilings = inForce(smsCeilings, now()),
): Promise<void> => {
  await countForAddress(work, tools, code)
  const stranger = code.channel === 'sms' ? strangerIn(code.asker) : null
  if (stranger) {
    await countStrangersSms(work, tools, { ...stranger, to: code.to }, ceilings)
  }
}

/**
 * Counts one code for whoever asks and for whom it goes to. The asker's own budget comes first and refuses
 * her alone. What many share bounds floods. Of those who only name an account the first code of each in a
 * day stands apart from all further ones, so that those who ask again and again do not use up hers. Throws
 * `limit.reached`, or `code.crowded` where she has spent nothing herself and is told of her other ways; with
 * an account and without one at the same count.
 */
const countForAddress = async (work: Work, tools: Tools, code: AskedCode): Promise<void> => {
  const own = inForce(codeBudget, now())
  const isInside = (scope: string, key: string, most: number, per_s = HOUR_S): Promise<boolean> =>
    countInside(work, tools.digests, { scope, key, most, per_s })
  const lane = laneOf(code)
  if (!(await isInside('code.sent', lane, own.sentPerHour))) {
    throw refused('limit.reached')
  }
  const crowd = crowdOf(code)
  if (crowd === null) {
    return
  }
  if (code.asker.kind !== 'blind') {
    if (!(await isInside('code.to', crowd, own.strangersToOnePerHour))) {
      throw refused('limit.reached')
    }
    return
  }
  const { firstsPerHour } = inForce(sharedCodeBudget, now())
  const isFirst = await isInside('code.first', lane, 1, DAY_S)
  const mayGo =
    (isFirst && (await isInside('code.firsts', crowd, firstsPerHour))) ||
    (await isInside('code.to', crowd, own.blindToOnePerHour))
  if (!mayGo) {
    throw refused('code.crowded')
  }
}

export interface TriedCode {
  readonly owner_id: string
  readonly tries_key: Buffer | null
  readonly crowd_key: Buffer | null
}
const laneLimit = (scope: string, row: TriedCode, most: number): Limit => ({
  scope,
  key: row.tries_key?.toString('hex') ?? row.owner_id,
  most,
  per_s: DAY_S,
})
const countWrongOfCrowd = async (work: Work, tools: Tools, { crowd_key: crowd }: TriedCode) =>
  crowd === null ||
  (await countInside(work, tools.digests, {
    scope: 'code.guessed',
    key: crowd.toString('hex'),
    most: inForce(sharedCodeBudget, now()).wrongOnesTriesPerDay,
    per_s: DAY_S,
  }))

/**
 * Counts one try, before the code is looked at. Tries belong to whoever asked for the code: asking anew does
 * not buy new guesses, and what a stranger guesses does not spend the owner's right code. The guesses of all
 * strangers together end too; that stops only those of them who have been wrong today.
 */
export const mayTry = async (work: Work, tools: Tools, row: TriedCode): Promise<boolean> => {
  const most = inForce(codeBudget, now()).triesPerDay
  if (!(await countInside(work, tools.digests, laneLimit('code.tried', row, most)))) {
    return false
  }
  const wrongToday = await countedSoFar(work, tools.digests, laneLimit('code.wrong', row, most))
  return wrongToday === 0 || countWrongOfCrowd(work, tools, row)
}

/** Whoever was wrong before has been counted with the crowd already. */
export const countWrong = async (work: Work, tools: Tools, row: TriedCode): Promise<void> => {
  const limit = laneLimit('code.wrong', row, 1)
  if (await countInside(work, tools.digests, limit)) {
    await countWrongOfCrowd(work, tools, row)
  }
}
