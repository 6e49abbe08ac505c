// What the app does by itself begins some moments after it opened, when nobody waits for anything; it is
// fetched then.
import { chanceBetween } from '../../../client/chance.ts'
import { onSession, session } from './session.ts'

const SOON_ms = [8_000, 30_000] as const

const run = () => {
  setTimeout(
    () =>
      void import('../crime/in-background.ts')
        .then(({ runInBackground }) => runInBackground())
        .catch(() => undefined),
    chanceBetween(...SOON_ms),
  )
}

/** At the start, and when the app is opened by its passcode. */
export const startBackground = () => {
  let wasOpen = false
  run()
  onSession(() => {
    const isOpen = session().phase === 'open'
    if (isOpen && !wasOpen) {
      run()
    }
    wasOpen = isOpen
  })
}
