// The line to the server: while it is down it is tried again every few seconds, so that the desk notices by
// itself when it is back.
import { isReachable, onReachable, sawAnswer } from '../../../client/reachability.ts'

const again_ms = 4000
let timer: ReturnType<typeof setTimeout> | null = null

const tryLine = async () => {
  timer = null
  if (isReachable()) {
    return
  }
  const isUp = await fetch('/healthz', { cache: 'no-store', signal: AbortSignal.timeout(again_ms) }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (isUp) {
    sawAnswer()
  } else {
    plan()
  }
}
const plan = () => {
  timer ??= setTimeout(() => void tryLine(), again_ms)
}

/** Call it once. `whenBack` runs each time the line comes back. */
export const watchLine = (whenBack: () => void) => {
  onReachable(() => {
    if (isReachable()) {
      whenBack()
    } else {
      plan()
    }
  })
  if (!isReachable()) {
    plan()
  }
}
