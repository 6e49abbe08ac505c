// The dossiers of a list by what has to be done next: what is late stands first and is named so.
import { isEnded, type DossierList, type Listed } from './dossier.ts'

export type NextAction =
  | 'late'
  | 'answered'
  | 'differs'
  | 'ready'
  | 'to-receive'
  | 'to-decide'
  | 'supplement'
  | 'payment'
  | 'register'
  | 'others'
  | 'consents'
  | 'ended'

export interface ActionGroup {
  readonly action: NextAction
  readonly rows: readonly Listed[]
}

const order: readonly NextAction[] = [
  'late',
  'answered',
  'differs',
  'ready',
  'to-receive',
  'to-decide',
  'supplement',
  'payment',
  'register',
  'others',
  'consents',
  'ended',
]

const waitsFor: Readonly<Partial<Record<Listed['state'], NextAction>>> = {
  'supplement-asked': 'supplement',
  'payment-asked': 'payment',
  paused: 'others',
  'awaiting-consents': 'consents',
}

const actionOf = (row: Listed, which: DossierList): NextAction => {
  if (isEnded(row.state)) {
    return 'ended'
  }
  if (row.isOverdue) {
    return 'late'
  }
  const waits = waitsFor[row.state]
  if (waits) {
    return waits
  }
  if (which === 'decide') {
    return 'to-decide'
  }
  if (row.waitsForRegister) {
    return 'register'
  }
  if (row.isAnswered) {
    return 'answered'
  }
  if (row.differences > 0) {
    return 'differs'
  }
  return row.state === 'filed' ? 'to-receive' : 'ready'
}

/** Empty groups are left out; within a group the server's order stands, the most urgent first. */
export const byNextAction = (rows: readonly Listed[], which: DossierList): readonly ActionGroup[] =>
  order
    .map((action) => ({ action, rows: rows.filter((row) => actionOf(row, which) === action) }))
    .filter((group) => group.rows.length > 0)

/**
 * Which of the list can be received without looking at each: filed, whole, with nothing that differs and not
 * late. By procedure, because only what is alike is done alike; one alone is received on its own page.
 */
export const receivableAtOnce = (rows: readonly Listed[]): readonly (readonly Listed[])[] => {
  const alike = Map.groupBy(
    rows.filter(({ state, differences, isOverdue }) => state === 'filed' && differences === 0 && !isOverdue),
    ({ procedure }) => procedure,
  )
  return [...alike.values()].filter((group) => group.length > 1)
}
