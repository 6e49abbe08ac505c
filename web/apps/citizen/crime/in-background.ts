// What the app does by itself beside what its holder does: it draws tickets in the same way on every phone,
// and sends what waits.
import { session } from '../shell/session.ts'
import { resumeWaiting } from './send-later.ts'
import { drawTickets } from './tickets.ts'

export const runInBackground = async (): Promise<void> => {
  await resumeWaiting()
  const { phase, me } = session()
  // A ward's profile draws none, and whoever is nobody here has nothing to draw with.
  if (phase === 'open' && me && !me.acting) {
    await drawTickets()
  }
}
