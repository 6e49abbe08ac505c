// Looking again and again, where one look may take longer than the pause between two.

/**
 * The same work, which is left out while an earlier run of it is still under way. It never fails: whoever
 * looks again in a moment needs no word of a look that went wrong.
 */
export const oneAtATime = (work: () => Promise<void>): (() => Promise<void>) => {
  let isRunning = false
  return async () => {
    if (isRunning) {
      return
    }
    isRunning = true
    try {
      await work()
    } catch {
      // Looked at again in a moment.
    } finally {
      isRunning = false
    }
  }
}
