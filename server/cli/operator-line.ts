/**
 * The line of an operator's command: about nobody, under which operator it ran, which user of this machine
 * ran it, and its effect. Never personal data, and never a secret that was printed.
 */
import { userInfo } from 'node:os'
import type { Outcome } from '../../contract/purposes/outcomes.ts'
import type { operatorPurposes } from '../../contract/purposes/operator.ts'
import { system } from '../kernel/actor.ts'
import type { LineDetail } from '../kernel/audit-line.ts'
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

interface OperatorDeed {
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
      purpose,
      outcome,
      detail: { ...effect, operator: config.operator ?? '', hostUser: hostUser() },
    },
  })
