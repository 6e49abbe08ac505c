/**
 * Ends what a test has opened, in this order, and goes on past a step that fails or hangs: what is left open
 * keeps the process alive, and the run would wait for it without a word.
 */
const WITHIN_MS = 30_000

const inTime = async (name: string, step: () => unknown): Promise<void> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} did not end in ${WITHIN_MS} ms`)), WITHIN_MS)
  })
  await Promise.race([Promise.resolve().then(step), late]).finally(() => clearTimeout(timer))
}

/** Throws what went wrong once everything was tried: the one fault, or an AggregateError. */
export const stopAll = async (steps: Readonly<Record<string, () => unknown>>): Promise<void> => {
  const faults: unknown[] = []
  for (const [name, step] of Object.entries(steps)) {
    await inTime(name, step).catch((fault: unknown) => faults.push(fault))
  }
  if (faults.length > 0) {
    throw faults.length === 1 ? faults[0] : new AggregateError(faults, faults.map(String).join('; '))
  }
}
