/**
 * A queue that nobody is led to, or a kind of case that the search finds and cannot open, is work that waits
 * unseen: each has its place in a journey of the counter. So has what
 * the citizen is asked at her screen, which stays empty without words.
 */
import type { Source } from './source.ts'

/** Queue keys, kinds of cases and kinds of questions of which no journey's file speaks. */
export const unledOf = (
  sources: readonly Pick<Source, 'path' | 'text'>[],
  queues: readonly string[],
  kinds: readonly string[],
  asked: readonly string[],
): string[] => {
  const journeys = sources.filter(({ path }) => /^web\/apps\/counter\/[^/]+\/journey\.ts$/.test(path))
  const isSaid = (words: string): boolean => journeys.some(({ text }) => text.includes(words))
  // The formatter takes the quotes from a key of one word.
  const isKey = (kind: string): boolean =>
    isSaid(`'${kind}': `) || journeys.some(({ text }) => new RegExp(`[\\s{,]${kind}: \\{`).test(text))
  return [
    ...queues.filter((key) => !isSaid(`count: '${key}'`)).map((key) => `no entry leads to the queue ${key}`),
    ...kinds
      .filter((kind) => !isSaid(`kind: '${kind}'`))
      .map((kind) => `no journey opens a case of kind ${kind}`),
    ...asked.filter((kind) => !isKey(kind)).map((kind) => `no journey words the question ${kind}`),
  ]
}
