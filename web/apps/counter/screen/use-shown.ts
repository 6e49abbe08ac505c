// What the server shows at the citizen's screen. The screen is a device that an administrator registered for
// its desk: it opens by its own key as soon as an officer works there, and again for the next one.
import { useEffect, useRef, useState } from 'preact/hooks'
import type { OpenScreen, ViewScreen } from '../../../../contract/counter.ts'
import type { DrawScreenNonce } from '../../../../contract/devices.ts'
import type { OutputOf } from '../../../../contract/operation.ts'
import { screenText } from '../../../../formats/capture-seal.ts'
import { deed, view } from '../../../client/call.ts'
import { secretInAddress } from '../../../kit/secret-in-address.ts'
import { asProblem, Problem } from '../../../client/problem.ts'
import { enrol, enrolled, signAs, type Enrolled } from '../devices/desk-key.ts'
import { serveScreen } from './desk-channel.ts'

type Shown = OutputOf<typeof ViewScreen>
/** Why nothing is shown: no device, nobody at its desk, or what was refused. */
export type Closed =
  | { why: 'unregistered' }
  | { why: 'nobody'; device: Enrolled }
  | { why: 'refused'; problem: Problem }

const pollEvery_ms = 1500
const askAgainEvery_ms = 4000

const isDown = (error: unknown): boolean =>
  error instanceof Problem && (error.isOfNetwork || error.status >= 500 || error.status === 429)

/** Null once it is open. Throws while nobody knows (the line is down). */
const open = async (): Promise<Closed | null> => {
  const device = await enrolled('screen')
  if (!device) {
    return { why: 'unregistered' }
  }
  try {
    const { nonce } = await view<typeof DrawScreenNonce>('desk.screen-nonce', { device: device.device })
    const signature = await signAs('screen', screenText(device.device, nonce))
    await deed<typeof OpenScreen>('desk.open-screen', { device: device.device, nonce, signature })
    return null
  } catch (error) {
    if (isDown(error)) {
      throw error
    }
    const problem = asProblem(error)
    return problem.code === 'desk.nobody-there' ? { why: 'nobody', device } : { why: 'refused', problem }
  }
}

const look = (): Promise<Shown> => view<typeof ViewScreen>('desk.screen', {}, { retries: 0 })

type State = { shown: Shown | null | undefined; closed: Closed | null; isHeldUp?: boolean }
const nobodyKnows: State = { shown: undefined, closed: null }

/** What stands there now; undefined while nobody knows. */
const lookOrOpen = async (): Promise<State> => {
  try {
    return { shown: await look(), closed: null }
  } catch (error) {
    if (isDown(error)) {
      return nobodyKnows
    }
  }
  try {
    const closed = await open()
    return closed ? { shown: null, closed } : { shown: await look(), closed: null }
  } catch {
    return { ...nobodyKnows, isHeldUp: true }
  }
}

/**
 * `shown`: undefined while nobody knows (the line is down), null when the screen is not open. The officer's
 * window hears of this one only while it can be asked: a question would find no screen else.
 */
export const useShown = (): State & { ticketProblem: Problem | null; reload: () => void } => {
  const [state, setState] = useState<State>(nobodyKnows)
  const [ticketProblem, setTicketProblem] = useState<Problem | null>(null)
  const [isAsked, setAsked] = useState(false)
  const read = useRef<() => Promise<void>>(() => Promise.resolve())
  useEffect(() => {
    let isHere = true
    let timer = 0
    read.current = async () => {
      const told = await lookOrOpen()
      if (isHere) {
        // A line that fails takes nothing from the screen: one that nobody registered welcomes nobody.
        setState((before) => (told.shown === undefined ? before : told))
        clearTimeout(timer)
        timer = window.setTimeout(
          () => void read.current(),
          told.shown === null || told.isHeldUp ? askAgainEvery_ms : pollEvery_ms,
        )
      }
    }
    const begin = async () => {
      const ticket = secretInAddress('device-ticket')
      const refused = ticket ? await enrol(ticket).then(() => null, asProblem) : null
      if (isHere) {
        setTicketProblem(refused)
      }
      await read.current()
      if (isHere) {
        setAsked(true)
      }
    }
    // Registered once more: the window has the same address but for its ticket, and stays.
    const onTicket = () => void (location.hash ? begin() : undefined)
    window.addEventListener('hashchange', onTicket)
    void begin()
    return () => {
      isHere = false
      window.removeEventListener('hashchange', onTicket)
      clearTimeout(timer)
    }
  }, [])
  const isThere = isAsked && state.shown !== null
  useEffect(() => (isThere ? serveScreen() : undefined), [isThere])
  return { ...state, ticketProblem, reload: () => void read.current() }
}
