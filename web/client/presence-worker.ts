// Does the work of presence away from the page, so that typing stays smooth on a slow phone.
import { solvePresence, type PresenceChallenge } from './presence-solver.ts'

addEventListener('message', ({ data }: MessageEvent<PresenceChallenge>) => {
  void solvePresence(data).then(
    (solution) => postMessage(solution),
    () => postMessage(null),
  )
})
