/**
 * A job that looks for work, at once again while there was some, and sleeps otherwise. Woken when this
 * process knows of new work.
 */
export interface Loop {
  /** Shortens the sleep; during a run, asks for one more. */
  wake(): void
  /** Waits for the present run; no other begins. */
  stop(): Promise<void>
}

export interface LoopOptions {
  readonly name: string
  readonly every_ms: number
  /** Answers whether there was work, so that there may be more. */
  run(): Promise<boolean>
  onError(name: string, error: unknown): void
}

const TROUBLE_MOST_MS = 30_000

export const startLoop = ({ name, every_ms, run, onError }: LoopOptions): Loop => {
  let isStopping = false
  let isWoken = false
  let endSleep: (() => void) | null = null
  let troubles = 0

  const sleep = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      endSleep = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const go = async (): Promise<void> => {
    while (!isStopping) {
      isWoken = false
      let hadWork = false
      try {
        hadWork = await run()
        troubles = 0
      } catch (error) {
        troubles++
        onError(name, error)
      }
      if (isStopping || (troubles === 0 && (hadWork || isWoken))) {
        continue
      }
      // In trouble (the database is away) waking does not help: everybody would wake it.
      await sleep(
        troubles === 0
          ? every_ms
          : Math.min(TROUBLE_MOST_MS, Math.max(100, every_ms) * 2 ** Math.min(troubles, 10)),
      )
      endSleep = null
    }
  }
  const going = go()

  return {
    wake() {
      isWoken = true
      if (troubles === 0) {
        endSleep?.()
      }
    },
    async stop() {
      isStopping = true
      endSleep?.()
      await going
    },
  }
}
