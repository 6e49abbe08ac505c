/**
 * Of memory, for each process of tests: it ends before its heap is worth tidying, and a tenth of all time of
 * the processors went into that. The threads that tidy and compile beside it only take processors from other
 * tests. `node --test` hands these on to the processes of files.
 */
export const ROOM: readonly string[] = [
  '--initial-heap-size=512',
  '--min-semi-space-size=32',
  '--max-semi-space-size=64',
  '--v8-pool-size=1',
]
