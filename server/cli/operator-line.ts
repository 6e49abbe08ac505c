/**
 * The line of an operator's command: about nobody, under which operator it ran, which user of this machine
 * ran it, and its effect. Never personal data, and never a secret that was printed.
 */
import { createHash } from 'node:crypto'
import { userInfo } from 'node:os'
import type { Outcome } from '../../contract/purposes/outcomes.ts'
import type { operatorPurposes } from '../../contract/purposes/operator.ts'
import { system } from '../kernel/actor.ts'
import { lineTitle, type LineDetail } from '../kernel/audit-line.ts'
import { leaveLine } from '../kernel/leave-line.ts'
import type { Work } from '../kernel/work.ts'
import type { InHouse } from './in-app-context.ts'

/** A container's user may have no name. */
const hostUser = (): string => {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}

/** Which file it was, without what stands in it. */
export const digestOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

export interface OperatorDeed {
  readonly command: string
  readonly purpose: keyof typeof operatorPurposes
  readonly outcome?: Outcome
  readonly effect: LineDetail
}

/** In the transaction of what the command does. */
export const leaveOperatorLine = (
  work: Work,
  { config }: Pick<InHouse, 'config'>,
  { command, purpose, outcome = 'done', effect }: OperatorDeed,
): void =>
  leaveLine(work, {
    useCase: `sen ${command}`,
    actor: system('operator'),
    line: {
      about: null,
      ...lineTitle(purpose),
      outcome,
      detail: { ...effect, operator: config.operator ?? '', hostUser: hostUser() },
    },
  })

/**
 * For what runs in many transactions or streams out: that it was begun, before anything of it is done, and
 * its effect after it. Whoever kills it halfway is on record.
 */
export const withOperatorLines = async <T>(
  { config, context }: Pick<InHouse, 'config' | 'context'>,
  deed: Omit<OperatorDeed, 'outcome'>,
  run: () => Promise<T>,
  effectOf: (done: T) => LineDetail,
): Promise<T> => {
  const leave = (outcome: Outcome, more: LineDetail) =>
    context.transact((work) => {
      leaveOperatorLine(work, { config }, { ...deed, outcome, effect: { ...deed.effect, ...more } })
      return Promise.resolve()
    })
  await leave('open', {})
  const done = await run()
  await leave('done', effectOf(done))
  return done
}
