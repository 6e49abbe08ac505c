// What is left to do in a case, in its order.

export type TodoState = 'done' | 'now' | 'open'

/**
 * The first thing that is not done is the one for now; `optional` ones are passed over, because nobody waits
 * for them.
 */
export const todoStates = <K extends string>(
  keys: readonly K[],
  isDone: (key: K) => boolean,
  optional: readonly K[] = [],
): { readonly key: K; readonly state: TodoState }[] => {
  const now = keys.find((key) => !isDone(key) && !optional.includes(key))
  return keys.map((key) => ({ key, state: isDone(key) ? 'done' : key === now ? 'now' : 'open' }))
}
