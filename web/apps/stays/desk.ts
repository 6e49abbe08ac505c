// Whose desk this browser is, as the server says it; nothing of it is kept here.
import type { ViewStayDesk } from '../../../contract/stays.ts'
import type { OutputOf } from '../../../contract/operation.ts'
import { view } from '../../client/call.ts'
import { asProblem, Problem } from '../../client/problem.ts'
import { createStore } from '../../ui/store.ts'

export type DeskState = OutputOf<typeof ViewStayDesk>
interface Desk {
  /** Whether the server has said yet whose it is. */
  readonly isKnown: boolean
  readonly isOpen: boolean
  readonly state: DeskState | null
  readonly problem: Problem | null
}
const desk = createStore<Desk>({ isKnown: false, isOpen: false, state: null, problem: null })
export const useDesk = desk.use

export const lookWhoseDesk = async (): Promise<void> => {
  try {
    const state = await view<typeof ViewStayDesk>('stays.desk', {})
    desk.set({ isKnown: true, isOpen: true, state, problem: null })
  } catch (error) {
    const problem = asProblem(error)
    const isClosed = problem.code === 'session.required'
    desk.set({ ...desk.get(), isKnown: true, isOpen: !isClosed, problem: isClosed ? null : problem })
  }
}

export const deskClosed = (): void => desk.set({ isKnown: true, isOpen: false, state: null, problem: null })

/** A desk whose shift is over opens anew with the key. */
export const orClosed = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    if (error instanceof Problem && error.code === 'session.required') {
      deskClosed()
    }
    throw error
  }
}
