// A dossier as its office has it, and in which of the office's lists it stands.
import type { ListDossiers, OpenDossier } from '../../../../contract/dossier-work.ts'
import type { InputOf, OutputOf } from '../../../../contract/operation.ts'

export type Dossier = OutputOf<typeof OpenDossier>
export type Listed = OutputOf<typeof ListDossiers>['items'][number]
export type DossierList = InputOf<typeof ListDossiers>['which']
export type State = Dossier['state']
export type Answer = Dossier['answers'][number]

export const dossierLists: readonly DossierList[] = ['receive', 'work', 'decide', 'waiting']

const ended: readonly State[] = ['not-received', 'withdrawn', 'rejected', 'finished', 'returned']
export const isEnded = (state: State): boolean => ended.includes(state)

const listByState: Readonly<Partial<Record<State, DossierList>>> = {
  filed: 'receive',
  'awaiting-consents': 'waiting',
  'put-forward': 'decide',
  'supplement-asked': 'waiting',
  'payment-asked': 'waiting',
  paused: 'waiting',
}
/** Where somebody who came by its code finds its neighbours. */
export const listOfState = (state: State): DossierList => listByState[state] ?? 'work'

/** The list whose address a path has: `/dossiers/decide/H…`; null where it names none. */
export const listOfPath = (path: string): DossierList | null =>
  dossierLists.find((which) => `${path}/`.startsWith(`/dossiers/${which}/`)) ?? null
