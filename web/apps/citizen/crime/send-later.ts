// An anonymous report on its way: kept in this browser until a moment that is drawn, then sent without saying
// who sends. Sent again after a lost answer, the same ticket with the same receipt is the same report.
import type { SendAnonymousReport } from '../../../../contract/crime-report.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { deed, type GivenTo } from '../../../client/call.ts'
import { chanceBetween } from '../../../client/chance.ts'
import { asProblem, Problem } from '../../../client/problem.ts'
import { now } from '../../../ui/clock.ts'
import { createStore } from '../../../ui/store.ts'
import { reportRecords, takeTicket } from './tickets.ts'

export type Waiting = {
  readonly report: GivenTo<typeof SendAnonymousReport>
  /** Milliseconds. */
  readonly sendAt: number
}
type Sent = OutputOf<typeof SendAnonymousReport>
type State = {
  readonly waiting: Waiting | null
  readonly sent: Sent | null
  readonly problem: Problem | null
}

const MINUTE_ms = 60_000
/** Whoever sees when a report came learns little of when the app was used. */
const NEW_MIN = [3, 30] as const
/** It was time while the app was closed: it does not go out as the app opens. */
const REOPENED_MIN = [1, 10] as const
const AGAIN_MIN = [1, 3] as const
/** A ticket that is worth nothing any more is replaced by the next one. */
const worthless = new Set(['crime-report.ticket-refused', 'crime-report.ticket-used'])

const store = createStore<State>({ waiting: null, sent: null, problem: null })
export const useSending = store.use
const set = (change: Partial<State>) => store.set({ ...store.get(), ...change })

let timer: ReturnType<typeof setTimeout> | undefined

const drawn_ms = ([least, most]: readonly [number, number]): number =>
  chanceBetween(least * MINUTE_ms, most * MINUTE_ms)

const keep = async (waiting: Waiting): Promise<void> => {
  await reportRecords.put('waiting', waiting)
  set({ waiting, sent: null, problem: null })
  clearTimeout(timer)
  timer = setTimeout(() => void sendNow(), Math.max(0, waiting.sendAt - now()))
}

export const sendLater = (report: Waiting['report']): Promise<void> =>
  keep({ report, sendAt: now() + drawn_ms(NEW_MIN) })

export const dropWaiting = async (): Promise<void> => {
  clearTimeout(timer)
  await reportRecords.remove('waiting')
  set({ waiting: null, problem: null })
}

const withTicketThatIsGood = async ({ report }: Waiting): Promise<Sent> => {
  try {
    return await deed<typeof SendAnonymousReport>('crime-report.send', report, {
      isNameless: true,
      timeout_s: 60,
    })
  } catch (error) {
    const ticket = error instanceof Problem && worthless.has(error.code) ? await takeTicket() : null
    if (!ticket) {
      throw error
    }
    const again = { ...report, ticket }
    await reportRecords.put('waiting', { report: again, sendAt: now() } satisfies Waiting)
    return withTicketThatIsGood({ report: again, sendAt: now() })
  }
}

/** Whether it is gone. What cannot be sent stays on this phone, and is told. */
export const sendNow = async (): Promise<boolean> => {
  clearTimeout(timer)
  const { waiting } = store.get()
  if (!waiting) {
    return true
  }
  try {
    const sent = await withTicketThatIsGood(waiting)
    await reportRecords.remove('waiting')
    set({ waiting: null, sent, problem: null })
    return true
  } catch (error) {
    const problem = asProblem(error)
    set({ problem })
    if (problem.isOfNetwork || problem.code === 'server.busy') {
      timer = setTimeout(() => void sendNow(), drawn_ms(AGAIN_MIN))
    }
    return false
  }
}

let isResumed = false
/** What waited while the app was closed goes on waiting. */
export const resumeWaiting = async (): Promise<void> => {
  if (isResumed) {
    return
  }
  isResumed = true
  const waiting = await reportRecords.get<Waiting>('waiting')
  if (waiting) {
    await keep({ ...waiting, sendAt: Math.max(waiting.sendAt, now() + drawn_ms(REOPENED_MIN)) })
  }
}
